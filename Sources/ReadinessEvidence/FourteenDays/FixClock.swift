public import ReadinessCore

/// The fourteen-day rule for one problem; pure.
///
/// The clock starts on the day on which the fix came out, as the report has it, and on no other
/// day. Calendar days are compared: day 14 is in time, day 15 is late. See README.md in this folder
/// for which day ends the count.
public struct FixClock: Sendable {
  private let rules: ScanRules
  private let asOf: CalendarDate

  /// A clock.
  ///
  /// - Parameters:
  ///   - rules: thresholds and words.
  ///   - asOf: the date of judgement.
  public init(rules: ScanRules, asOf: CalendarDate) {
    self.rules = rules
    self.asOf = asOf
  }

  /// How a problem stands.
  ///
  /// - Parameters:
  ///   - problem: what the report says of it.
  ///   - scanned: the day on which the device was looked at; `nil` where the report has none.
  public func judge(_ problem: ScannedProblem, scanned: CalendarDate?) -> JudgedFix {
    let rating = rating(of: problem)
    if problem.unsupported {
      return JudgedFix(standing: .unsupported, rating: rating, lastDay: nil)
    }
    guard rating.qualifies != .no else {
      return JudgedFix(standing: .doesNotQualify, rating: rating, lastDay: nil)
    }
    guard let published = problem.fixPublished else {
      return JudgedFix(standing: undated(problem.fix), rating: rating, lastDay: nil)
    }
    let last = published.adding(days: rules.days)
    guard let scanned else {
      return JudgedFix(
        standing: .cannotDetermine(.scanUndated),
        rating: rating,
        lastDay: last
      )
    }
    let standing: FixStanding
    let late = last.days(to: scanned)
    let left = asOf.days(to: last)
    if late > 0 {
      standing = .late(by: late)
    } else if left >= 0 {
      standing = .due(in: left)
    } else {
      standing = .cannotDetermine(.dueSince(last))
    }
    return JudgedFix(standing: standing, rating: rating, lastDay: last)
  }

  private func undated(_ fix: ReportedFix) -> FixStanding {
    switch fix {
    case .available: .dateUnknown
    case .none, .never: .noFix
    case .workaround: .cannotDetermine(.settingsOnly)
    case .unknown: .cannotDetermine(.fixNotSaid)
    }
  }

  /// Whether the rule asks for a fix of it.
  ///
  /// Any one is enough: the vendor's word, the version 3 score, or that nothing is given at all.
  public func rating(of problem: ScannedProblem) -> FixRating {
    let word = problem.vendorSeverity.map(Self.plain).flatMap { $0.isEmpty ? nil : $0 }
    if let word, rules.qualifyingWords.contains(word) { return .vendor(word: word) }
    // Sources may differ; the highest counts, since any one is enough.
    let score = problem.scores.filter { $0.version == .v3 }.max { $0.tenths < $1.tenths }
    if let score, score.tenths >= rules.scoreAtLeast { return .score(score) }
    if isRemark(problem) { return .remark }
    if let word, !rules.lesserWords.contains(word) { return .unclear(word: word) }
    if let score { return .below(score, word: word) }
    if let other = problem.scores.max(by: { $0.tenths < $1.tenths }) { return .otherScale(other) }
    return word.map { .unclear(word: $0) } ?? .nothingGiven
  }

  /// Whether the report gives nothing that a flaw has: no CVE, no score above 0, no word of the
  /// vendor's, nothing of a fix, and a severity of the tool's own that says that it is none.
  private func isRemark(_ problem: ScannedProblem) -> Bool {
    problem.cves.isEmpty && problem.scores.allSatisfy { $0.tenths == 0 }
      && problem.vendorSeverity == nil && problem.fixPublished == nil && problem.fix == .unknown
      && !problem.unsupported
      && problem.toolSeverity.map { rules.remarkWords.contains(Self.plain($0)) } ?? true
  }

  private static func plain(_ word: String) -> String {
    word.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
