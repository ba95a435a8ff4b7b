import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

struct SupportDirectoryReaderTests {
  @Test func `the shipped directory is read whole`() throws {
    let directory = try ExampleFirm.directory()
    #expect(directory.id == "midlands")
    #expect(directory.asOf == day("2026-11-22"))
    #expect(directory.bodies.count == 99)
    #expect(directory.postcodes.count == 88)
    #expect(directory.needs.count == 17)
    #expect(directory.routes.count == 14)
    #expect(directory.notices.map(\.id).contains("dcc-level-0"))
    #expect(
      directory.notShown.contains { $0.name == "Action Fraud" && $0.instead == ["report-fraud"] }
    )
    let centre = try #require(directory.body("crc-em"))
    #expect(centre.price == .mixed)
    #expect(centre.status == .likelyRunning)
    #expect(centre.sizes == ["micro", "small"])
    #expect(centre.web == [.init(text: "emcrc.co.uk", checked: nil)])
    let line = try #require(directory.postcodes.first { $0.town.hasPrefix("Matlock") })
    #expect(line.districts == [4, 5, 6, 7, 11, 12, 45, 55, 56])
    #expect(directory.bodies.allSatisfy { !$0.offer.isEmpty && !$0.eligible.isEmpty })
  }

  /// The shipped file with some words changed.
  private func problems(_ changes: KeyValuePairs<String, String>) throws -> [String] {
    var text = String(
      decoding: try Repository.bytes("Support/SupportDirectory.xml"),
      as: UTF8.self
    )
    for change in changes {
      try #require(text.contains(change.key))
      text = text.replacing(change.key, with: change.value, maxReplacements: 1)
    }
    do {
      _ = try SupportDirectoryReader.read(Array(text.utf8), sha256: Pack.noDigest)
      return []
    } catch {
      #expect(error.problems.allSatisfy { $0.position != nil })
      return error.problems.map(\.what)
    }
  }

  @Test func `every unknown id is reported in one go`() throws {
    let found = try problems([
      "in=\"EM EMCCA\" centre=\"crc-em\"": "in=\"EM ATLANTIS\" centre=\"crc-atlantis\"",
      "county=\"WMIDS\" part=\"BIRMINGHAM\"": "county=\"WMIDS\" part=\"MORDOR\"",
      "helps=\"FW UM SC\"": "helps=\"FW XX SC\"",
      "first=\"ncsc-requirements iasme-hub\"": "first=\"ncsc-requirements nobody\"",
      "bodies=\"growth-hubs-network\"": "bodies=\"no-hub\"",
    ])
    #expect(
      found == [
        "centre: there is no body \"crc-atlantis\"", "in: there is no area \"ATLANTIS\"",
        "part: there is no area \"MORDOR\"", "helps: there is no need \"XX\"",
        "first: there is no body \"nobody\"", "bodies: there is no body \"no-hub\"",
      ]
    )
  }

  @Test func `areas that contain one another are refused`() throws {
    let found = try problems([
      "name=\"England\" in=\"EW\"": "name=\"England\" in=\"EM\""
    ])
    #expect(found == ["\"ENG\" lies in itself", "\"EM\" lies in itself"])
  }

  @Test func `a district may stand in one line only, and in its own area`() throws {
    #expect(
      try problems(["districts=\"CV9-CV12\"": "districts=\"CV8-CV9\""]).map { $0.prefix(28) }
        == ["CV8 stands in two lines, fir"]
    )
    #expect(
      try problems(["districts=\"DE74\"": "districts=\"NG74\""])
        == ["\"NG74\" is no list of districts of DE"]
    )
    #expect(
      try problems(["districts=\"B46 B49-B50": "districts=\"B46 B50-B49"])
        == ["\"B50-B49\" is no list of districts of B"]
    )
  }

  @Test func `a second default line and a signpost for nothing are refused`() throws {
    #expect(
      try problems([
        "county=\"LEICS\">East Midlands Airport":
          "county=\"LEICS\" default=\"yes\">East Midlands Airport"
      ])
        == ["DE has two default lines"]
    )
    #expect(
      try problems(["<signpost need=\"SCOPE\"": "<signpost"])
        == ["a signpost names neither a need nor a situation"]
    )
  }

  @Test func `what does not fit the schema is refused with its place`() throws {
    #expect(try !problems(["status=\"running\"": "status=\"brilliant\""]).isEmpty)
    #expect(try !problems(["<need code=\"FW\"": "<need code=\"firewalls\""]).isEmpty)
  }
}
