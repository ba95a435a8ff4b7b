import ReadinessCore
import TestSupport
import Testing

/// Steps that decide each row of a table, on the shipped items for Cyber Essentials Plus.
struct FlowTests {
  /// One service with everything known; the seven steps of the facts, written down once more.
  private struct Service {
    var high: Bool
    var isPublic: Bool
    /// 0 none, 1 one factor, 2 two.
    var factors: Int
    var hasDefault: Bool
    var throttled: Bool
    var locksAfter: Int

    var isGood: Bool {
      if high { return false }
      if isPublic { return true }
      if factors == 0 { return false }
      if factors >= 2 { return true }
      if hasDefault { return false }
      if throttled { return true }
      return (1...10).contains(locksAfter)
    }

    var row: [String: Value] {
      [
        "address": .text("192.0.2.1"), "port": .text("443/tcp"), "service": .text("VPN"),
        "score": .word(high ? "high" : "low"), "public": isPublic ? .yes : .no,
        "sign-in": .word(["none", "one", "two"][factors]),
        "default-password": hasDefault ? .yes : .no, "throttled": throttled ? .yes : .no,
        "locks-after": .number(locksAfter),
      ]
    }

    static let all: [Service] = {
      var all: [Service] = []
      let flags = [false, true]
      for high in flags {
        for isPublic in flags {
          for factors in 0...2 {
            for hasDefault in flags {
              for throttled in flags {
                for locksAfter in [0, 1, 10, 11] {
                  all.append(
                    Service(
                      high: high,
                      isPublic: isPublic,
                      factors: factors,
                      hasDefault: hasDefault,
                      throttled: throttled,
                      locksAfter: locksAfter
                    )
                  )
                }
              }
            }
          }
        }
      }
      return all
    }()
  }

  private func decide(_ row: [String: Value]) throws -> RowDecision {
    let assessment = try PlusPack.assessor().assess(["P1.2-any": .yes, "P1.2": .rows([row])])
    return try #require(assessment.rows.first)
  }

  @Test func `the seven steps decide every service as the facts order them`() throws {
    #expect(Service.all.count == 192)
    for service in Service.all {
      let decision = try decide(service.row)
      #expect(decision.outcome == (service.isGood ? .met : .notMet), "\(service)")
    }
  }

  @Test(arguments: [
    (
      1,
      Service(
        high: true,
        isPublic: true,
        factors: 2,
        hasDefault: false,
        throttled: true,
        locksAfter: 5
      )
    ),
    (
      2,
      Service(
        high: false,
        isPublic: true,
        factors: 0,
        hasDefault: true,
        throttled: false,
        locksAfter: 0
      )
    ),
    (
      3,
      Service(
        high: false,
        isPublic: false,
        factors: 0,
        hasDefault: false,
        throttled: true,
        locksAfter: 5
      )
    ),
    (
      4,
      Service(
        high: false,
        isPublic: false,
        factors: 2,
        hasDefault: true,
        throttled: false,
        locksAfter: 0
      )
    ),
    (
      5,
      Service(
        high: false,
        isPublic: false,
        factors: 1,
        hasDefault: true,
        throttled: true,
        locksAfter: 5
      )
    ),
    (
      6,
      Service(
        high: false,
        isPublic: false,
        factors: 1,
        hasDefault: false,
        throttled: true,
        locksAfter: 0
      )
    ),
    (
      7,
      Service(
        high: false,
        isPublic: false,
        factors: 1,
        hasDefault: false,
        throttled: false,
        locksAfter: 10
      )
    ),
    (
      8,
      Service(
        high: false,
        isPublic: false,
        factors: 1,
        hasDefault: false,
        throttled: false,
        locksAfter: 11
      )
    ),
  ])
  private func `the first step that fits decides, and is named`(step: Int, service: Service) throws
  {
    let decision = try decide(service.row)
    #expect(decision.step == step)
    #expect(decision.inWords.hasPrefix("row 1 (192.0.2.1 443/tcp VPN), step \(step): "))
  }

  @Test func `an empty cell never makes a row better than every way of filling it`() throws {
    let columns = ["score", "public", "sign-in", "default-password", "throttled", "locks-after"]
    for service in Service.all {
      for column in columns {
        var row = service.row
        row[column] = nil
        let worlds = Service.all.filter { other in
          columns.allSatisfy { $0 == column || other.row[$0] == service.row[$0] }
        }
        let good = Set(worlds.map(\.isGood))
        let outcome = try decide(row).outcome
        let expected: Outcome = good == [true] ? .met : good == [false] ? .notMet : .cannotDetermine
        // Leaving it open where all ways end alike would be safe; ending it otherwise is not.
        #expect(outcome == expected, "\(service) without \(column)")
      }
    }
  }

  @Test func `one service that falls short is enough, and the question says which`() throws {
    let good = Service.all.filter(\.isGood).prefix(3).map(\.row)
    let bad = try #require(Service.all.first { !$0.isGood }).row
    let assessor = try PlusPack.assessor()
    let base = try GoodPlus.base()
    func result(_ rows: [[String: Value]]) throws -> QuestionResult {
      let answers = GoodPlus.answers.with("P1.2", .rows(rows))
      let sheet = AnswerSheet(answers, for: assessor.questionnaire)
      return try #require(
        assessor.assess(sheet, asOf: dateOfFacts, base: base).result("P1.2")
      )
    }
    #expect(try result(Array(good)).outcome == .met)
    let failed = try result(good + [bad])
    #expect(failed.outcome == .notMet)
    #expect(failed.reasons.first?.text.hasPrefix("row 4 (") == true)
    #expect(failed.reasons.first?.code == "row")
  }

  @Test func `something that answers, but no row, cannot be determined`() throws {
    let assessment = try PlusPack.assessor().assess(["P1.2-any": .yes, "P1.2": .rows([])])
    #expect(assessment.result("P1.2")?.outcome == .cannotDetermine)
  }

  @Test func `a row without its name is not filled in, whatever its steps say`() throws {
    var row = try #require(Service.all.first { $0.isGood }).row
    row["address"] = nil
    let assessment = try PlusPack.assessor().assess(["P1.2-any": .yes, "P1.2": .rows([row])])
    #expect(assessment.result("P1.2")?.outcome == .cannotDetermine)
  }
}
