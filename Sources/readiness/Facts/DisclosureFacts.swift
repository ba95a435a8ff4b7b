import ReadinessAttestation
import ReadinessCore

/// What was disclosed and whom for, in words and as data.
enum DisclosureFacts {
  /// `A6.4: yes`, safe to print.
  static func words(_ disclosure: Disclosure) -> String {
    let text =
      switch disclosure.content {
      case .answer(let question, let answer): "\(question): \(answer.map(words) ?? "no answer")"
      case .note(let question, let note): "note at \(question): \(note ?? "none")"
      case .outcome(_, let id, let outcome): "\(id): \(outcome.inWords), as the firm states"
      }
    return TextLayout.harmless(text)
  }

  private static func words(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .null: "nothing"
    case .bool(let flag): flag ? "true" : "false"
    case .array(let values): values.map(words).joined(separator: "; ")
    case .object(let members):
      members.map { "\($0.name): \(words($0.value))" }.joined(separator: ", ")
    }
  }

  /// What is proven, what it comes to here, and that the rest is unknown.
  static func lines(_ attestation: VerifiedAttestation) -> [(indent: String, text: String)] {
    var lines: [(String, String)] = []
    if let presentation = attestation.presentation {
      let text =
        "made for the notice \(presentation.notice) of \(presentation.buyer) on "
        + presentation.made.day.inWords
        + (presentation.challenge.map { ", repeating \"\($0)\"" } ?? "")
      lines.append(("  ", TextLayout.harmless(text)))
    }
    guard !attestation.disclosures.isEmpty else { return lines }
    lines.append(("  ", "Proven to be what the firm sealed when it signed:"))
    for judged in attestation.disclosures {
      lines.append(("    ", words(judged.disclosure) + finding(judged)))
    }
    let open = attestation.disclosures.count {
      if case .answer = $0.disclosure.content { true } else { false }
    }
    let closed = attestation.statement.sealedAnswers.count - open
    lines.append(("  ", "The other \(closed) answers are not disclosed, and stay unknown."))
    return lines
  }

  private static func finding(_ judged: JudgedDisclosure) -> String {
    switch judged.finding {
    case .outcome(let outcome, let reasons):
      let why = outcome == .met ? "" : reasons.first.map { ": " + TextLayout.harmless($0) } ?? ""
      return " (judged again: \(outcome.rawValue)\(why))"
    case .notJudged(let why): return " (not judged: \(TextLayout.harmless(why)))"
    case nil: return ""
    }
  }

  /// The fields that others build on.
  static func json(_ attestation: VerifiedAttestation) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    members.append(.init("presentation", attestation.presentation.map(json) ?? .null))
    members.append(.init("disclosures", .array(attestation.disclosures.map(json))))
    return members
  }

  private static func json(_ presentation: Presentation) -> JSONValue {
    .object([
      .init("buyer", .string(presentation.buyer)), .init("notice", .string(presentation.notice)),
      .init("challenge", presentation.challenge.map { .string($0) } ?? .null),
      .init("made", .string(presentation.made.description)),
    ])
  }

  private static func json(_ judged: JudgedDisclosure) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("file", .string(judged.disclosure.fileName)),
      .init("signature", .integer(judged.signature)),
    ]
    switch judged.disclosure.content {
    case .answer(let question, let answer):
      members += [.init("question", .string(question)), .init("answer", answer ?? .null)]
    case .note(let question, let note):
      members += [
        .init("question", .string(question)), .init("note", note.map { .string($0) } ?? .null),
      ]
    case .outcome(let kind, let id, let outcome):
      members += [
        .init(kind.rawValue, .string(id)), .init("stated", .string(outcome.inWords)),
      ]
    }
    switch judged.finding {
    case .outcome(let outcome, _): members.append(.init("outcome", .string(outcome.rawValue)))
    case .notJudged(let why): members.append(.init("notJudged", .string(why)))
    case nil: break
    }
    return .object(members)
  }
}
