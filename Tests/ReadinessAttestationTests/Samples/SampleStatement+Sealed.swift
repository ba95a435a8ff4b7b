import ReadinessCore

@testable import ReadinessAttestation

extension SampleStatement {
  /// All 106 questions of the invented firm, asked or not.
  static let questions: [Sealer.Question] = (1...8).flatMap { section in
    (1...(section == 8 ? 8 : 14)).map { number in
      let id = "A\(section).\(number)"
      return Sealer.Question(
        id: id,
        answer: section == 4 && number == 10 ? nil : .string(number % 2 == 0 ? "yes" : "no"),
        note: number == 3 ? "Ask Huw about \"the other\" router" : nil,
        isPublic: id == "A1.1"
      )
    }
  }

  /// The requirements of the invented firm when nothing stands against it.
  static let requirements: [Statement.RequirementOutcome] = [
    requirement("FW-1", "FW", "Every device behind a firewall"),
    requirement("SC-1", "SC", "Accounts nobody needs are removed"),
    requirement("SUM-1", "SUM", "Software is kept up to date"),
    requirement("SUM-5", "SUM", "Critical fixes within 14 days"),
    requirement("UAC-1", "UAC", "Accounts and their rights are under control"),
    requirement("MP-1", "MP", "Protection from malware on every device"),
  ]

  /// Salts that count up, so that samples are the same every time.
  static func countingSalts(from start: UInt8 = 0) -> () -> Salt {
    var number = Int(start) << 8
    return {
      number += 1
      let bytes = [UInt8](repeating: 0, count: 14) + [UInt8(number >> 8), UInt8(number & 0xFF)]
      // Sixteen bytes are always a salt.
      return Salt(bytes) ?? countingSalts()()
    }
  }

  /// Puts the digests of all questions and of what the detail hides into the statement.
  ///
  /// - Returns: the files that belong to it.
  static func seal(_ statement: inout Statement) -> [Disclosure] {
    do {
      let answers = try Sealer.seal(questions: questions, salt: countingSalts())
      let outcomes = try Sealer.seal(
        themes: statement.themes,
        requirements: requirements,
        detail: statement.detail,
        salt: countingSalts(from: 9)
      )
      statement.sealedAnswers = answers.sealed
      statement.sealedOutcomes = outcomes.sealed
      return answers.files + outcomes.files
    } catch {
      return []
    }
  }

  private static func requirement(
    _ id: String,
    _ theme: String,
    _ title: String
  ) -> Statement.RequirementOutcome {
    .init(requirement: id, theme: theme, title: title, outcome: .met)
  }
}
