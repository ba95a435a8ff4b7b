import ReadinessAttestation
import ReadinessCore

/// Who confirmed a key, and how: by options, or by the fingerprint as it was read aloud.
struct TrustConfirmation {
  let by: String?
  let how: String?

  /// How many groups of four digits are typed as they were read aloud.
  static let typedGroups = 4

  /// Asks, unless it was said.
  ///
  /// - Returns: who confirmed it, and how, on one line.
  func ask(_ candidate: TrustCandidate) throws(Failure) -> String {
    if let by, let how { return try Self.line(by, how) }
    guard Console.isInteractive else {
      throw Failure(
        "nobody has confirmed the fingerprint, and there is no terminal to ask at",
        status: .usage,
        hint: "add --confirmed-by \"NAME\" --how \"by telephone, on the number from the contract\""
      )
    }
    let groups = Self.groups(candidate.fingerprint)
    let shown =
      groups.dropLast(Self.typedGroups) + Array(repeating: "....", count: Self.typedGroups)
    Console.print("  fingerprint " + shown.prefix(8).joined(separator: " "))
    Console.print("              " + shown.dropFirst(8).joined(separator: " "))
    Console.print()
    let whom = candidate.isRoot ? "the programme" : "the firm"
    for line in TextLayout.wrap(
      "Ring \(whom) on a number that you had before this file came. Have them read the fingerprint "
        + "to you. It must begin as above; type its end as you hear it.",
      width: Console.width
    ) { Console.print(line) }
    let terminal = StandardTerminal()
    guard let typed = terminal.ask("The last four groups: ") else { throw Self.stopped }
    let digits = typed.lowercased().filter { $0 != " " && $0 != ":" }
    guard digits == groups.suffix(Self.typedGroups).joined() else {
      throw Failure(
        "that is not how this fingerprint ends: nothing was added",
        hint: "if that is what you heard, the file is not from them: do not trust it; "
          + "else try again"
      )
    }
    guard let who = by ?? terminal.ask("Your name: "),
      let way = how ?? terminal.ask("How you confirmed it, as by telephone: ")
    else { throw Self.stopped }
    return try Self.line(who, way)
  }

  private static var stopped: Failure { Failure("nothing was added", hint: "start again") }

  /// The groups of four digits of a fingerprint.
  static func groups(_ fingerprint: String) -> [String] {
    stride(from: 0, to: fingerprint.utf8.count, by: 4).map {
      String(fingerprint.dropFirst($0).prefix(4))
    }
  }

  /// Semicolons part the fields of a trust line, so none may stand in one.
  private static func line(_ who: String, _ how: String) throws(Failure) -> String {
    let parts = [who, how].map {
      StatementText.line($0.replacing(";", with: ","), limit: 200)
    }
    guard parts.allSatisfy({ !$0.isEmpty }) else {
      throw Failure(
        "it is not said who confirmed the fingerprint, and how",
        status: .usage,
        hint: "both are needed: a name, and for instance \"by telephone\""
      )
    }
    return parts.joined(separator: ", ")
  }
}
