import ReadinessCore
import TestSupport

@testable import ReadinessInterview

/// An interview whose typed lines were written beforehand, and everything that it left.
struct Rehearsal {
  let end: InterviewEnd
  let session: InterviewSession
  /// Every prompt, as `Q1`.
  let prompts: [String]
  /// Every line that was shown.
  let shown: [String]
  /// Every sheet that was stored, in order.
  let saved: [AnswerSheet]
  /// The lines that nobody asked for.
  let untyped: [String]

  /// The moment at which every answer is given.
  static let now = Instant(startOf: dateOfFacts)

  /// What the interview leaves on disk.
  var sheet: AnswerSheet? { saved.last }

  /// Holds an interview; it ends where the typed lines do.
  static func of(
    _ assessor: Assessor,
    _ typed: [String],
    sheet: AnswerSheet? = nil,
    scope: InterviewScope = InterviewScope(),
    width: Int = 80
  ) -> Rehearsal {
    let session = InterviewSession(
      assessor: assessor,
      sheet: sheet ?? AnswerSheet([:], for: assessor.questionnaire),
      scope: scope,
      asOf: dateOfFacts
    )
    let terminal = ScriptedTerminal(typed, width: width)
    var saved: [AnswerSheet] = []
    let interview = TerminalInterview<Never>(
      session: session,
      terminal: terminal,
      by: "owner",
      now: { now },
      save: { sheet in saved.append(sheet) }
    )
    let end = interview.run()
    return Rehearsal(
      end: end,
      session: interview.session,
      prompts: terminal.prompts,
      shown: terminal.shown,
      saved: saved,
      untyped: terminal.rest
    )
  }

  /// Whether a line that was shown holds the text.
  func says(_ text: String) -> Bool { shown.contains { $0.contains(text) } }
}
