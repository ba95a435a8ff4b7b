/// The sentences that all reports share, so that each says the same in the same words.
public enum ReportWords {
  /// What every page says.
  public static let notACertificate = "This is a self-assessment, not a certificate."

  /// What a report is not, and where certificates are looked up.
  public static let disclaimer = """
    This readiness self-assessment is the firm's own view on the date shown. It is not a Cyber \
    Essentials, Cyber Essentials Plus or Defence Cyber Certification certificate. No scheme \
    owner, assessor or certification body has made, checked or endorsed it, and it does not meet \
    any demand to hold a certificate. An assessor decides. Whether a firm holds a certificate is \
    shown by IASME's public certificate search only.
    """

  /// The verdict in one or two words.
  public static func name(_ verdict: Verdict) -> String {
    switch verdict {
    case .ready: "Ready"
    case .notReady: "Not ready"
    case .incomplete: "Incomplete"
    }
  }

  /// What the verdict means for the firm, in one sentence.
  public static func meaning(of assessment: Assessment) -> String {
    switch assessment.verdict {
    case .ready:
      return "Going by your answers, everything that the question set asks for is in place."
    case .notReady:
      return "If you applied with these answers, you would very likely be turned down: "
        + shortfalls(assessment) + "."
    case .incomplete:
      let short = assessment.findings.count { $0.rank.isAdverse }
      guard short > 0 else {
        return "Nothing you have told us falls short so far, but \(missing(assessment))."
      }
      let few =
        "\(many(short, "answer")) \(short == 1 ? "falls" : "fall") short, which this "
        + "question set lets through but only an assessor can settle"
      return assessment.findings.count > short || !assessment.waiting.isEmpty
        ? "\(few), and \(missing(assessment))." : few + "."
    }
  }

  private static func shortfalls(_ assessment: Assessment) -> String {
    let findings = assessment.findings
    func count(_ rank: Finding.Rank) -> Int { findings.count { $0.rank == rank } }
    var pieces: [String] = []
    let fails = count(.automaticFail)
    if fails > 0 {
      pieces.append("\(many(fails, "answer")) \(fails == 1 ? "fails" : "fail") outright")
    }
    let scope = count(.scopeProblem)
    if scope > 0 {
      pieces.append(
        many(scope, "answer") + " mean\(scope == 1 ? "s" : "") that the scope does not stand"
      )
    }
    let short = count(.notMet)
    if short > 0 {
      let more = pieces.isEmpty ? many(short, "answer") : "\(short) more"
      pieces.append("\(more) \(short == 1 ? "falls" : "fall") short")
    }
    if let base = assessment.base, base.verdict == .notReady {
      let name = base.questionnaire.scheme
      pieces.append("the \(name) answers that it builds on are not ready")
    }
    return list(pieces)
  }

  private static func missing(_ assessment: Assessment) -> String {
    let open = assessment.findings.filter { !$0.rank.isAdverse }.map(\.question.id)
    var text = ""
    if !open.isEmpty {
      text =
        many(open.count, "answer") + (open.count == 1 ? " is" : " are")
        + " missing or unclear: " + list(shortened(open, most: 8))
    }
    let waiting = assessment.waiting.count
    if waiting > 0 {
      text += open.isEmpty ? "" : "; "
      text +=
        many(waiting, "question") + (waiting == 1 ? " waits" : " wait") + " for another answer"
    }
    if text.isEmpty, assessment.questionnaire.buildsOn != nil {
      return "the answers that it builds on are not complete"
    }
    return text.isEmpty ? "something is not known yet" : text
  }

  /// What decides the verdict, and that the scheme's own tolerance is not public.
  public static func rule(of questionnaire: Questionnaire) -> String {
    let tolerance = questionnaire.tolerance
    let first =
      tolerance == 0
      ? "One automatic fail, one scope problem or one answer that falls short is enough for "
        + "\"not ready\"."
      : "One automatic fail, one scope problem or more than \(many(tolerance, "answer")) that "
        + "\(tolerance == 1 ? "falls" : "fall") short is enough for \"not ready\"."
    return first + " How many shortfalls the scheme itself lets through is not public; this report "
      + "lets through \(tolerance == 0 ? "none" : String(tolerance)). What is not known is never "
      + "counted as good."
  }

  /// What an outcome is called; an automatic fail is "likely" where its mark is not certain.
  public static func name(_ result: QuestionResult) -> String {
    switch result.outcome {
    case .automaticFail:
      result.confidence == .high ? "Automatic fail" : "Likely automatic fail"
    case .notMet: result.isScopeProblem ? "Scope problem" : "Not met"
    default: capitalised(result.outcome.rawValue)
    }
  }

  /// How sure we are of a mark.
  public static func sureness(_ confidence: Confidence) -> String {
    switch confidence {
    case .high: "sure (a primary document, and another source agrees)"
    case .medium: "fairly sure (one good source, or several others that agree)"
    case .low: "not sure (one source, or our own reading): ask your certification body"
    }
  }

  /// What a mark means for a real application.
  public static func meaning(of result: QuestionResult) -> String {
    switch result.mark {
    case .automaticFail where result.confidence == .high:
      "This alone fails a real application."
    case .automaticFail: "This alone is likely to fail a real application."
    case .major: "It counts as a serious shortfall."
    case .scope: "The scope does not stand, so nothing else counts until it does."
    case .information: "It is for information, but it has to be answered."
    }
  }

  /// Where to look for help with these needs.
  static func help(_ needs: [String]) -> String {
    let commands = needs.map { "readiness signpost --need \($0)" }
    return "shown by " + list(commands)
  }

  /// The first letter in upper case.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A number with its noun, as `1 answer` or `2 answers`.
  static func many(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// The items in a row, as `a, b and c`.
  static func list(_ items: [String], _ word: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// At most so many items, the last of them saying how many more there are.
  static func shortened(_ items: [String], most: Int) -> [String] {
    guard items.count > most else { return items }
    return items.prefix(most - 1) + ["\(items.count - most + 1) more"]
  }
}
