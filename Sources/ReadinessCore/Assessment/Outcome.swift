/// How a question or a requirement stands.
public enum Outcome: String, Sendable, CaseIterable {
  /// One is enough for "not ready".
  case automaticFail = "automatic fail"
  /// It falls short.
  case notMet = "not met"
  /// There is an answer, but it does not tell.
  case cannotDetermine = "cannot determine"
  /// There is no answer.
  case unanswered
  /// It holds.
  case met
  /// It takes no part.
  case notApplicable = "not applicable"

  /// Reads the spelling of questionnaires, as `not-met`.
  public init?(kebab: String) {
    self.init(rawValue: kebab.replacing("-", with: " "))
  }

  /// The place in the order of outcomes, worst first; `nil` takes no part.
  ///
  /// Automatic fail < not met < cannot determine = unanswered < met.
  public var rank: Int? {
    switch self {
    case .automaticFail: 0
    case .notMet: 1
    case .cannotDetermine, .unanswered: 2
    case .met: 3
    case .notApplicable: nil
    }
  }

  /// The worse of two; what takes no part gives way.
  ///
  /// The order of the two does not matter.
  public func combined(with other: Outcome) -> Outcome {
    guard let own = rank else { return other }
    guard let others = other.rank else { return self }
    if own == others {
      // Of two that rank alike, the one that says more, whichever came first.
      return self == other ? self : .cannotDetermine
    }
    return own < others ? self : other
  }

  /// The worst of many; "not applicable" where none takes part.
  public static func worst(of outcomes: some Sequence<Outcome>) -> Outcome {
    outcomes.reduce(.notApplicable) { $0.combined(with: $1) }
  }
}

/// What an assessment comes to.
public enum Verdict: String, Sendable, CaseIterable, Comparable {
  /// At least one thing would fail.
  case notReady = "not ready"
  /// Nothing fails so far, but something is not known.
  case incomplete
  /// Everything asked is met.
  case ready

  /// Worse comes first.
  public static func < (left: Verdict, right: Verdict) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }

  /// The verdict over outcomes with their marks.
  ///
  /// Any automatic fail or scope problem is "not ready", more majors than tolerated too. Then
  /// anything that is not known is "incomplete"; so are majors within the tolerance, since only an
  /// assessor can say what they come to, and since otherwise a worse answer would help. Order does
  /// not matter.
  ///
  /// - Parameters:
  ///   - outcomes: each outcome with the mark that it got.
  ///   - tolerance: how many majors are let through.
  public init(_ outcomes: some Sequence<(Outcome, Mark)>, tolerance: Int) {
    var majors = 0
    var unknown = false
    var fails = false
    for (outcome, mark) in outcomes {
      switch outcome {
      case .automaticFail: fails = true
      case .notMet where mark == .major: majors += 1
      case .notMet: fails = true
      case .cannotDetermine, .unanswered: unknown = true
      case .met, .notApplicable: break
      }
    }
    self =
      fails || majors > tolerance ? .notReady : unknown || majors > 0 ? .incomplete : .ready
  }
}
