/// One thing to do.
public struct PlanAction: Sendable {
  /// What kind of thing.
  public enum Kind: String, Sendable {
    /// Put it right.
    case putRight = "put right"
    /// There is an answer that does not tell: find out.
    case findOut = "find out"
    /// There is no answer yet.
    case answer
  }

  /// A target that the firm has set for one of the questions.
  public struct Target: Sendable {
    /// The question.
    public let question: String
    /// By when.
    public let date: CalendarDate
    /// The role that answers for it.
    public let who: String
  }

  /// What kind of thing.
  public let kind: Kind
  /// What to do, in one sentence or two.
  public let what: String
  /// Why.
  public let why: String
  /// How pressing it is: the worst of its findings.
  public let rank: Finding.Rank
  /// What it answers, the most pressing first.
  public let findings: [Finding]
  /// Questions that only wait.
  public let waiting: [String]
  /// The ways to do it, with what each changes; where there is one only, it is `what`.
  public let ways: [Remedy]
  /// Set by the firm, the earliest first.
  public let targets: [Target]

  /// The questions that it answers.
  public var questions: [String] { findings.map(\.question.id) }
  /// The work of the quickest way; `nil` where something is to be found out first.
  public var effort: Effort? { kind == .putRight ? quickest?.effort : nil }
  /// The money of the quickest way; `nil` where something is to be found out first.
  public var cost: Cost? { kind == .putRight ? quickest?.cost : nil }
  /// The way that takes the least work.
  public var quickest: Remedy? { findings.first?.quickest }
  /// Who usually does it.
  public var who: [Question.Role] {
    findings.flatMap(\.who).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
  /// Codes for signposting.
  public var needs: [String] {
    findings.flatMap(\.needs).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
  /// An automatic fail whose mark is not certain.
  public var isLikely: Bool { rank == .automaticFail && findings.allSatisfy { $0.isLikely } }
  /// Rows whose support is over or not known, each once.
  public var rows: [SupportRow] {
    var seen: Set<String> = []
    return findings.flatMap(\.rows).filter { seen.insert("\($0.question) \($0.row)").inserted }
  }
}

extension PlanAction {
  /// The actions of an assessment, in order.
  static func all(_ assessment: Assessment) -> [PlanAction] {
    let findings = assessment.findings
    let adverse = grouped(findings.filter(\.rank.isAdverse))
      .map { putRight($0, assessment) }
      .enumerated().sorted { left, right in
        let (a, b) = (left.element, right.element)
        return (a.rank, a.effort ?? .weeks, a.cost ?? .over1000, left.offset)
          < (b.rank, b.effort ?? .weeks, b.cost ?? .over1000, right.offset)
      }.map(\.element)
    // What could turn out worst is found out first.
    let unclear = findings.filter { $0.rank == .cannotDetermine }
      .enumerated().sorted {
        (Judge.severity($0.element.mark), $0.offset) < (Judge.severity($1.element.mark), $1.offset)
      }.map { findOut($0.element, assessment) }
    return adverse + unclear + answers(findings, assessment)
  }

  /// Findings that the same ways put right go together, where they are about the same need: one
  /// machine past its support shows up at several questions.
  private static func grouped(_ findings: [Finding]) -> [[Finding]] {
    var groups: [[Finding]] = []
    var places: [String: Int] = [:]
    for finding in findings {
      let ways = finding.remedies.compactMap(\.id)
      guard ways.count > 1, let need = finding.needs.first else {
        groups.append([finding])
        continue
      }
      let key = ([need] + ways).joined(separator: " ")
      if let place = places[key] {
        groups[place].append(finding)
      } else {
        places[key] = groups.count
        groups.append([finding])
      }
    }
    return groups
  }

  private static func putRight(_ findings: [Finding], _ assessment: Assessment) -> PlanAction {
    let first = findings[0]
    let what =
      if first.remedies.count == 1, let only = first.remedies.first {
        only.text
      } else if first.remedies.isEmpty {
        first.question.words.compliant
      } else {
        "Do one of these \(first.remedies.count): "
          + ReportWords.list(first.remedies.compactMap(\.id).map(RemedyWords.name), "or") + "."
      }
    return PlanAction(
      kind: .putRight,
      what: what,
      why: first.reasons.map(\.text).last ?? "",
      rank: first.rank,
      findings: findings,
      waiting: [],
      ways: first.remedies,
      targets: targets(findings.map(\.question.id), assessment)
    )
  }

  private static func findOut(_ finding: Finding, _ assessment: Assessment) -> PlanAction {
    PlanAction(
      kind: .findOut,
      what: finding.question.words.findOut,
      why: finding.reasons.first?.text ?? "",
      rank: finding.rank,
      findings: [finding],
      waiting: [],
      ways: finding.remedies,
      targets: targets([finding.question.id], assessment)
    )
  }

  /// One action for each section with open questions.
  private static func answers(_ findings: [Finding], _ assessment: Assessment) -> [PlanAction] {
    let open = findings.filter { $0.rank == .unanswered }
    return assessment.questionnaire.sections.compactMap { section in
      let ids = Set(section.questions.map(\.id))
      let here = open.filter { ids.contains($0.question.id) }
      guard !here.isEmpty else { return nil }
      let waiting = assessment.waiting.filter(ids.contains)
      let many = ReportWords.many(here.count, "open question")
      return PlanAction(
        kind: .answer,
        what: "Answer the \(many) of section \(section.id), \(section.title).",
        why: "What is not answered cannot be counted as good.",
        rank: .unanswered,
        findings: here,
        waiting: waiting,
        ways: [],
        targets: targets(here.map(\.question.id), assessment)
      )
    }
  }

  private static func targets(_ questions: [String], _ assessment: Assessment) -> [Target] {
    questions.compactMap { id in
      assessment.answers.targets[id].map { Target(question: id, date: $0.date, who: $0.who) }
    }.sorted { ($0.date, $0.question) < ($1.date, $1.question) }
  }
}
