import ReadinessAttestation
import ReadinessCore

extension Clause.Demand {
  /// Whether something strong enough stands behind each of the questions.
  static func evidence(
    _ questions: [String],
    _ wanted: Statement.Strength,
    _ days: Int?,
    _ file: ShownFile,
    _ circumstances: Circumstances,
    _ notes: inout JudgementNotes
  ) {
    for question in questions {
      let all = file.statement.evidence.filter { $0.questions.contains(question) }
      let strong = all.filter { file.strength(of: $0).isAtLeast(wanted) }
      let today = circumstances.at.day
      let isFresh = { (evidence: Statement.EvidenceDigest) in
        days.map { evidence.madeOn.days(to: today) <= $0 } ?? true
      }
      if strong.contains(where: isFresh) { continue }
      if let newest = strong.map(\.madeOn).max(), let days {
        notes.fail(
          .evidenceTooOld,
          "\(question): the newest that is strong enough is of \(newest); \(days) days are allowed"
        )
      } else if all.contains(where: { $0.strength == .independentlyTested && isFresh($0) }),
        file.countersigners.contains(where: { $0.role == .assessor && !$0.isKnown })
      {
        notes.doubt(
          .assessorNotTrusted,
          "\(question): called independently tested, by an assessor whom you do not know"
        )
      } else {
        let best = all.map { file.strength(of: $0) }.max { !$0.isAtLeast($1) } ?? .said
        notes.fail(
          .evidenceTooWeak,
          "\(question): \(wanted.inWords) is demanded, \(best.inWords) is there"
        )
      }
    }
  }
}

extension Statement.Strength {
  /// Whether it is that strong or stronger.
  func isAtLeast(_ other: Statement.Strength) -> Bool { rank >= other.rank }

  private var rank: Int {
    switch self {
    case .said: 0
    case .documented: 1
    case .scanned: 2
    case .independentlyTested: 3
    }
  }
}

/// Whether a plan gets the firm there by contract award.
enum PlanJudge {
  static func judge(
    _ statement: Statement,
    _ circumstances: Circumstances,
    _ notes: inout JudgementNotes
  ) {
    if statement.counts.automaticFail > 0 {
      notes.fail(.automaticFail, "an automatic fail is open, which no plan makes up for")
    }
    guard let last = statement.improvementPlan.map(\.targetDate).max() else {
      return notes.fail(.noPlan, "the file holds no improvement plan")
    }
    guard let award = circumstances.award else {
      return notes.doubt(.awardNotGiven, "the plan ends on \(last); the day of award was not given")
    }
    guard last <= award else {
      return notes.fail(.planTooLate, "the plan ends on \(last), after contract award on \(award)")
    }
    notes.remark(.byAward, "counts on a plan that ends on \(last); award is on \(award)")
  }
}
