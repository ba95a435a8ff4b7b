import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

/// Devices in scans and inventories against the lists in the answers.
struct DifferencesTests {
  private let firm = SeenFirm()

  @Test func `a device with a system that stands in no list is noted`() throws {
    let scan = Scans.scan(
      on: "2026-11-20",
      [Scans.device("nas", "Debian Linux 12"), Scans.device("pc-0", firm.windows)]
    )
    let noted = try #require(try firm.seen([scan]).seen.first { $0.id == "not-listed" })
    #expect(noted.weight == .noted)
    #expect(noted.details.count == 1)
    #expect(noted.details.first?.hasPrefix("nas: Debian") == true)
  }

  @Test func `nothing is noted while a list is open`() throws {
    let scan = Scans.scan(on: "2026-11-20", [Scans.device("nas", "Debian Linux 12")])
    let sheet = try firm.sheet { $0["A2.7-any"] = .dontKnow }
    #expect(try firm.seen([scan], sheet).seen.isEmpty)
  }

  @Test func `a version that differs from the list names what the list has`() throws {
    let scan = Scans.scan(
      on: "2026-11-20",
      [Scans.device("pc-1", "Microsoft Windows 11 Enterprise Build 22631")]
    )
    let noted = try #require(try firm.seen([scan]).seen.first { $0.id == "not-listed" })
    #expect(
      noted.details == [
        "pc-1: Microsoft Windows 11 23H2 (scan); your lists have 11 25H2"
      ]
    )
  }

  @Test(arguments: [(4, false), (5, true)])
  func `more devices of a system than listed are noted`(count: Int, noted: Bool) throws {
    let seen = try firm.seen([firm.scan([], devices: count)])
    let found = seen.seen.first { $0.id == "more-than-listed" }
    #expect((found != nil) == noted)
    if noted { #expect(found?.details == ["Microsoft Windows 11 25H2: 5 seen, 4 in your lists"]) }
  }

  @Test func `a device that no inventory names is noted, by name without domain or by address`()
    throws
  {
    var second = Scans.device("198.51.100.7")
    second.addresses = ["pc-2.example.test"]
    let scan = Scans.scan(
      on: "2026-11-20",
      [Scans.device("PC-1.example.test"), second, Scans.device("198.51.100.8")]
    )
    let noted = try #require(
      try firm.seen([scan], inventory: SeenFirm.list("pc-1", "PC-2")).seen
        .first { $0.id == "not-in-inventory" }
    )
    #expect(noted.details == ["198.51.100.8 (scan)"])
    #expect(try firm.seen([scan]).seen.isEmpty)
    // A list that names none of them calls its devices by something else.
    #expect(try firm.seen([scan], inventory: SeenFirm.list("SN-0001")).seen.isEmpty)
  }

  @Test func `what an inventory has and no list has is noted`() throws {
    #expect(try firm.seen([], inventory: SeenFirm.list("pc-1")).seen.isEmpty)
    let noted = try #require(
      try firm.seen([], inventory: SeenFirm.list("pc-1", version: "11 23H2")).seen.first
    )
    #expect(noted.id == "inventory-differs")
    #expect(noted.weight == .noted)
    #expect(noted.details.count == 1)
    #expect(noted.details.first?.hasPrefix("A2.6: Microsoft Windows 11 23H2") == true)
  }
}
