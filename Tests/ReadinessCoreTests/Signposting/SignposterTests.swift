import ReadinessCore
import TestSupport
import Testing

struct SignposterTests {
  private func signposts(
    _ postcode: String? = "DE4",
    needs: [String] = [],
    situations: [ReadinessCore.Situation] = [],
    size: String? = "small",
    sectors: Set<String>? = nil,
    defence: Bool? = nil,
    holds: Set<String> = [],
    asOf: String = "2026-11-22"
  ) throws -> Signposts {
    let directory = try ExampleFirm.directory()
    let place = try postcode.map { directory.locality(of: try Postcode($0)) }
    return Signposter(directory: directory).signposts(
      for: SignpostRequest(
        locality: place ?? directory.unknownLocality,
        needs: needs,
        situations: situations,
        size: size,
        sectors: sectors,
        isDefenceSupplier: defence,
        holds: holds,
        asOf: day(asOf)
      )
    )
  }

  private func ids(_ signposts: Signposts) -> [String] { signposts.items.map(\.body.id) }

  private let everyNeed = [
    "FW", "SC", "UM", "AC", "MP", "MFA", "SCOPE", "CE", "CEP", "DCC", "FUND", "MARKET", "SKILLS",
    "IR", "ADVICE", "NET", "INNOV",
  ]

  @Test func `nobody that has ended, is only planned or helps no firm is ever shown`() throws {
    let directory = try ExampleFirm.directory()
    for county in directory.counties {
      let place = try #require(directory.locality(county: county.id))
      let found = Signposter(directory: directory).signposts(
        for: SignpostRequest(
          locality: place,
          needs: everyNeed,
          situations: ReadinessCore.Situation.allCases,
          isDefenceSupplier: true,
          holds: ["CE", "CE+"],
          asOf: dateOfFacts
        )
      )
      #expect(found.items.allSatisfy { ![.ended, .planned].contains($0.body.status) })
      #expect(found.items.allSatisfy { $0.body.helpsFirms })
      #expect(Set(ids(found)).count == found.items.count)
    }
  }

  @Test func `those that we could not confirm come last, with a plain remark`() throws {
    let found = try signposts(needs: everyNeed, defence: true)
    let unknown = found.items.map { $0.body.status == .unknown }
    let first = try #require(unknown.firstIndex(of: true))
    #expect(!unknown[first...].contains(false))
    #expect(
      SignpostText.text(found, limit: nil, width: 200)
        .contains("we could not confirm that it still runs, so check first")
    )
  }

  @Test func `free and official comes before paid`() throws {
    let found = try signposts(needs: ["UM", "MFA", "FW"])
    #expect(found.items.first?.body.price == .free)
    #expect(found.items.first?.body.isOfficial == true)
    let paid = try #require(found.items.firstIndex { $0.body.price == .paid })
    let free = try #require(found.items.lastIndex { $0.body.price == .free && $0.body.isOfficial })
    #expect(free < paid)
  }

  @Test func `only who serves the place is shown`() throws {
    let derbyshire = ids(try signposts("DE4", needs: ["FUND", "UM"]))
    #expect(derbyshire.contains("crc-em"))
    #expect(derbyshire.contains("em-growth-hub"))
    #expect(!derbyshire.contains("crc-wm"))
    #expect(!derbyshire.contains("bgwm"))
    let dudley = ids(try signposts("DY1", needs: ["FUND", "UM"]))
    #expect(dudley.contains("crc-wm"))
    #expect(dudley.contains("bgwm"))
    #expect(!dudley.contains("crc-em"))
    let border = ids(try signposts("DY14", needs: ["FUND"]))
    #expect(border.contains("marches"))
    #expect(border.contains("worcs"))
  }

  @Test func `outside the Midlands, and without a place, nobody of the Midlands is shown`() throws {
    for postcode in ["M1", "G1", nil] {
      let found = try signposts(postcode, needs: everyNeed, defence: true)
      #expect(!found.items.isEmpty)
      #expect(found.items.allSatisfy { !$0.isNear })
      #expect(!ids(found).contains("crc-em"))
    }
    #expect(ids(try signposts("M1", needs: ["IR"])).contains("report-fraud"))
    #expect(!ids(try signposts("G1", needs: ["IR"])).contains("report-fraud"))
  }

  @Test func `only who is for the size is shown`() throws {
    #expect(ids(try signposts(needs: ["UM"], size: "micro")).contains("ncsc-cat"))
    #expect(!ids(try signposts(needs: ["UM"], size: "large")).contains("ncsc-cat"))
    #expect(!ids(try signposts(needs: ["UM"], size: "medium")).contains("crc-em"))
    let micro = try signposts(needs: ["FW"], size: "micro")
    #expect(micro.advice.contains { $0.text.hasPrefix("You are a very small firm.") })
    #expect(
      !(try signposts(needs: ["FW"], size: nil)).advice.contains { $0.text.hasPrefix("You are") }
    )
  }

  @Test func `a body is left out for its sector only when the firm's is known`() throws {
    #expect(ids(try signposts(needs: ["UM"])).contains("made-smarter-em"))
    #expect(
      ids(try signposts(needs: ["UM"], sectors: ["manufacturing"])).contains("made-smarter-em")
    )
    #expect(!ids(try signposts(needs: ["UM"], sectors: [])).contains("made-smarter-em"))
    #expect(ids(try signposts(needs: ["MARKET"], defence: true)).contains("emrdsc"))
    #expect(ids(try signposts(needs: ["MARKET"], defence: nil)).contains("emrdsc"))
    #expect(
      !ids(try signposts(needs: ["MARKET"], sectors: ["health"], defence: false)).contains("emrdsc")
    )
  }

  @Test func `help that comes with a certificate is for those who hold it`() throws {
    #expect(!ids(try signposts(situations: [.incident])).contains("ce-insurance"))
    #expect(ids(try signposts(situations: [.incident], holds: ["CE"])).contains("ce-insurance"))
  }

  @Test func `adviser and certification body are told apart`() throws {
    let found = try signposts(needs: ["SCOPE"])
    #expect(found.notices.contains { $0.notice.id == "independence" })
    let text = SignpostText.text(found, limit: nil)
    #expect(text.contains("Adviser: helps you, does not mark you"))
    #expect(text.contains("Certification body: marks you"))
  }

  @Test func `an assessment that is ready leads to the application`() throws {
    let directory = try ExampleFirm.directory()
    let request = SignpostRequest(try ExampleFirm.ready(), directory)
    #expect(request.situations == [.readyToApply])
    #expect(request.needs == ["DCC"])
    let found = Signposter(directory: directory).signposts(for: request)
    #expect(ids(found).contains("iasme-questions"))
    #expect(ids(found).contains("iasme"))
    #expect(ids(found).contains("csm-guidance"))
  }

  @Test func `an assessment that is not leads to what it lacks, the most pressing first`() throws {
    let directory = try ExampleFirm.directory()
    let request = SignpostRequest(try ExampleFirm.notReady(), directory)
    #expect(request.needs == ["UM", "MFA", "FW", "SC", "AC", "SCOPE", "MP", "IR", "DCC"])
    #expect(request.situations.isEmpty)
    #expect(request.size == "small")
    #expect(request.sectors == ["manufacturing"])
    #expect(request.isDefenceSupplier == true)
    #expect(request.locality.places.map(\.id) == ["DERBYS"])
    let given = SignpostRequest(try ExampleFirm.notReady(), directory, needs: ["FUND"])
    #expect(given.needs == ["FUND"])
  }

  @Test func `eight are shown, the near and the best for each need among them`() throws {
    let directory = try ExampleFirm.directory()
    let request = SignpostRequest(try ExampleFirm.notReady(), directory)
    let found = Signposter(directory: directory).signposts(for: request)
    let shown = found.shown(8)
    #expect(shown.count == 8)
    #expect(shown.contains { $0.body.id == "crc-em" })
    #expect(shown.contains { $0.body.id == "csm-guidance" })
    #expect(shown.contains { $0.body.price == .paid })
    let places = shown.compactMap { item in ids(found).firstIndex(of: item.body.id) }
    #expect(places == places.sorted())
    for limit in 0...30 { #expect(found.shown(limit).count == min(limit, found.items.count)) }
  }
}
