import ReadinessCore
import TestSupport
import Testing

/// Every slug of the facts' section 2 is there, under its theme.
struct ShippedRequirementsTests {
  private static let expected: [(theme: String, slugs: [String])] = [
    ("scope", (1...24).map { "SCOPE-\($0)" } + ["SCOPE-G1", "SCOPE-G2", "SCOPE-G3"]),
    ("firewalls", (1...7).map { "FW-\($0)" }),
    ("secure-configuration", (1...10).map { "SC-\($0)" }),
    ("security-update-management", (1...6).map { "SUM-\($0)" } + ["SUM-G1"]),
    ("user-access-control", (1...18).map { "UAC-\($0)" }),
    ("malware-protection", (1...10).map { "MP-\($0)" }),
  ]

  @Test func `exactly the slugs of the facts stand under their themes, in order`() throws {
    let pack = try Pack.shipped()
    for (theme, slugs) in Self.expected {
      #expect(pack.requirements.filter { $0.theme == theme }.map(\.id) == slugs)
    }
    #expect(pack.requirements.count == 27 + 7 + 10 + 7 + 18 + 10)
  }

  @Test func `the five technical themes have their names`() throws {
    let technical = try Pack.shipped().themes.filter(\.technical).map(\.name)
    #expect(
      technical == [
        "Firewalls", "Secure configuration", "Security update management", "User access control",
        "Malware protection",
      ]
    )
  }

  @Test func `each has a source with a place, and is high but where the facts say medium`() throws {
    for requirement in try Pack.shipped().requirements {
      #expect(requirement.source == "S4", "\(requirement.id)")
      #expect(requirement.place?.isEmpty == false, "\(requirement.id)")
      // Facts, section 2: SUM-6 and the kinds of UAC-12 are known from earlier texts.
      let medium = ["SUM-6", "UAC-12"].contains(requirement.id)
      #expect(requirement.confidence == (medium ? .medium : .high), "\(requirement.id)")
    }
  }

  @Test func `each technical requirement is asked for, or says why not`() throws {
    let pack = try Pack.shipped()
    let asked = Set(pack.questions.flatMap(\.requirements))
    for requirement in pack.requirements {
      #expect(asked.contains(requirement.id) == (requirement.notAsked == nil), "\(requirement.id)")
    }
    let notAsked = pack.requirements.filter { $0.notAsked != nil && $0.theme != "scope" }.map(\.id)
    #expect(notAsked == ["SUM-G1", "UAC-12"])
  }

  @Test(arguments: [
    ("SUM-5", ["14", "7"]), ("SC-8", ["10", "5"]), ("SC-9", ["6"]), ("UAC-11", ["8"]),
    ("UAC-14", ["10", "5"]), ("UAC-15", ["12", "8"]), ("UAC-16", ["three"]),
  ])
  func `the numbers of the requirements are right`(id: String, numbers: [String]) throws {
    let short = try #require(try Pack.shipped().requirement(id)).short
    let words = Set(short.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    #expect(words.isSuperset(of: numbers), "\(short)")
  }
}
