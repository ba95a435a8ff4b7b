/// A day to keep in mind.
public struct PlanDeadline: Sendable {
  /// What the day is about.
  public enum Kind: Hashable, Sendable {
    /// Support for rows ends.
    case supportEnds
    /// A notice of the support directory, by its id.
    case notice(String)
    /// A target that the firm has set.
    case target
  }

  /// What the day is about.
  public let kind: Kind
  /// The day.
  public let date: CalendarDate
  /// Days from the date of judgement; negative where the day has gone by.
  public let daysLeft: Int
  /// In a few words, for a calendar.
  public let title: String
  /// In a sentence or two.
  public let text: String
  /// The questions that it is about.
  public let questions: [String]
  /// How sure we are of the day; `nil` where the firm set it.
  public let confidence: Confidence?
  /// What makes it the same event when it is written again.
  let key: String

  /// All within twelve months, and targets that have gone by, the soonest first.
  static func all(_ assessment: Assessment, directory: SupportDirectory?) -> [PlanDeadline] {
    (support(assessment) + notices(assessment, directory) + targets(assessment))
      .enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map(\.element)
  }

  /// Rows of the same product and version that end on the same day are one deadline.
  private static func support(_ assessment: Assessment) -> [PlanDeadline] {
    let asOf = assessment.asOf
    var rows: [String: [SupportRow]] = [:]
    var order: [String] = []
    for row in assessment.support {
      let judgement = row.judgement
      guard let ends = judgement.ends, ends >= asOf, ends <= asOf.adding(years: 1),
        judgement.fails == .no, judgement.status != .noMatch
      else { continue }
      let name =
        "\(judgement.product ?? row.product) \(judgement.version ?? row.version)"
        + (judgement.status == .extendedOnly ? " (extended updates)" : "")
      let key = "\(name) \(ends)"
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(row)
    }
    return order.compactMap { key in
      guard let found = rows[key], let first = found.first, let ends = first.judgement.ends else {
        return nil
      }
      let name = String(key.dropLast(ends.description.count + 1))
      let places = found.map { "\($0.question) row \($0.row)" }
      return PlanDeadline(
        kind: .supportEnds,
        date: ends,
        daysLeft: asOf.days(to: ends),
        title: "Last day of support: \(name)",
        text: "After this day \(name) gets no security fixes and counts against you "
          + "(\(ReportWords.list(places))). Plan the move now.",
        questions: found.map(\.question).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
        confidence: first.judgement.status == .checkWithVendor ? .low : .high,
        key: "support \(name)"
      )
    }
  }

  private static func notices(
    _ assessment: Assessment,
    _ directory: SupportDirectory?
  ) -> [PlanDeadline] {
    let isDefence = Firm(assessment).isDefenceSupplier == true
    return (directory?.notices ?? []).compactMap { notice in
      guard let date = notice.date, date >= assessment.asOf, !notice.isForDefence || isDefence
      else { return nil }
      return PlanDeadline(
        kind: .notice(notice.id),
        date: date,
        daysLeft: assessment.asOf.days(to: date),
        title: notice.title,
        text: notice.says,
        questions: [],
        confidence: notice.confidence,
        key: "notice \(notice.id)"
      )
    }
  }

  /// Targets of questions that still have to be acted on; one that is met needs no reminder.
  private static func targets(_ assessment: Assessment) -> [PlanDeadline] {
    assessment.findings.compactMap { finding in
      let id = finding.question.id
      guard let target = assessment.answers.targets[id] else { return nil }
      let left = assessment.asOf.days(to: target.date)
      return PlanDeadline(
        kind: .target,
        date: target.date,
        daysLeft: left,
        title: "Your target for \(id)",
        text: "\(finding.question.words.prompt) For this: \(target.who).",
        questions: [id],
        confidence: nil,
        key: "target \(id)"
      )
    }
  }
}
