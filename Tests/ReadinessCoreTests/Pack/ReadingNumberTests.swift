import ReadinessCore
import TestSupport
import Testing

/// The numbers of the scheme (facts, sections 2 and 3) in the shipped pack.
struct ReadingNumberTests {
  private func outcome(_ id: String, _ answers: [String: AnswerContent]) throws -> Outcome? {
    try Pack.assessor().assess(answers).result(id)?.outcome
  }

  private let usual = GoodSheet.usual

  @Test(arguments: ["computers-length", "phones-length"])
  func `a PIN that only unlocks has at least 6 characters`(part: String) throws {
    #expect(try outcome("A5.10", usual.with("A5.10", part: part, .number(5))) == .notMet)
    #expect(try outcome("A5.10", usual.with("A5.10", part: part, .number(6))) == .met)
    #expect(try outcome("A5.10", usual.with("A5.10", part: part, .number(100))) == .met)
  }

  @Test func `firewall rules were reviewed in the last 12 months`() throws {
    #expect(
      try outcome("A4.6", usual.with("A4.6", part: "date", .on("2025-11-22"))) == .met
    )
    #expect(
      try outcome("A4.6", usual.with("A4.6", part: "date", .on("2025-11-21"))) == .notMet
    )
  }

  @Test func `one or two reasons are given, not three`() throws {
    #expect(try outcome("A1.10", usual.with("A1.10", .options("insurer"))) == .met)
    #expect(
      try outcome("A1.10", usual.with("A1.10", .options("insurer", "customers", "improvement")))
        == .cannotDetermine
    )
  }

  @Test func `names and numbers are as long as the portal takes`() throws {
    let pack = try Pack.shipped()
    #expect(pack.question("A1.1")?.limits.maxLength == 150)
    #expect(pack.question("A1.4")?.limits.maxLength == 20)
    #expect(pack.question("A1.3")?.limits.range.atLeast == 0)
  }

  @Test(arguments: [
    ("A4.3", "A", ["8"]), ("A4.3", "B", ["8"]), ("A4.3", "C", ["12"]), ("A5.5", "A", ["8"]),
    ("A5.5", "B", ["8"]), ("A5.5", "C", ["12"]), ("A5.7", "A", ["10", "5"]), ("A5.7", "B", ["10"]),
    ("A7.10", "throttling", ["10", "5"]), ("A7.10", "lock", ["10"]), ("A7.11", "mfa", ["8"]),
    ("A7.11", "long", ["12"]), ("A7.11", "deny-list", ["8"]), ("A5.10", "throttle", ["10", "5"]),
    ("A5.10", "lock", ["10"]),
  ])
  func `an option says its numbers`(id: String, option: String, numbers: [String]) throws {
    let question = try #require(try Pack.shipped().question(id))
    let options = (question.options + question.parts.flatMap(\.options)).filter { $0.id == option }
    #expect(!options.isEmpty)
    for option in options {
      let said = option.text.split { !$0.isNumber }.map(String.init)
      #expect(said == numbers, "\(option.text)")
      #expect(option.good == .yes)
    }
  }

  @Test(arguments: [
    ("A1.5.1", 1, []), ("A1.6.1", 3, []), ("A2.4", 3, []),
    ("A2.5", 5, [Column.Role.quantity, .product, .version]),
    ("A2.6", 5, [.product, .version, .quantity]), ("A2.6.1", 4, [.product, .version, .quantity]),
    ("A2.7", 3, [.product, .version, .quantity]), ("A2.8", 5, [.product, .version, .quantity]),
    ("A6.2.1", 2, [.product, .version]), ("A6.2.2", 2, [.product, .version]),
    ("A6.2.3", 2, [.product, .version]), ("A6.2.4", 2, [.product, .version]),
  ])
  func `a table needs what the facts list`(
    id: String,
    least: Int,
    roles: [Column.Role]
  ) throws {
    let question = try #require(try Pack.shipped().question(id))
    let needed = question.columns.filter(\.isNeeded)
    #expect(needed.count >= least)
    #expect(needed.compactMap(\.role).filter(roles.contains) == roles)
  }

  @Test func `cloud rows need whether MFA is there and on for whom`() throws {
    let question = try #require(try Pack.shipped().question("A2.9"))
    let needed = question.columns.filter(\.isNeeded).map(\.id)
    #expect(needed == ["service", "mfa", "admins", "users"])
    #expect(question.column("mfa")?.options.map(\.id) == ["yes", "paid", "linked", "no"])
  }
}
