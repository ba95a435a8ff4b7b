import ArgumentParser
import ReadinessCore
import ReadinessEvidence

/// The files that stand behind the answers.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Keep the files that show what you said; import scan reports and lists.",
    discussion: """
      Examples:
        readiness evidence add my-firm rule-review.md --for A4.6 --made 2026-11-02
        readiness evidence import my-firm scans/*.nessus
        readiness evidence import my-firm --inventory devices.csv
        readiness evidence list my-firm
        readiness evidence check my-firm
        readiness evidence remove my-firm wrong-scan.nessus

      Copies lie in my-firm/evidence, under their own digests. Nothing is ever sent
      anywhere. Evidence never turns a "no" into a "yes"; it can stand against a
      "yes".
      """,
    subcommands: [
      EvidenceAddCommand.self, EvidenceImportCommand.self, EvidenceListCommand.self,
      EvidenceCheckCommand.self, EvidenceRemoveCommand.self,
    ]
  )
}

/// What the evidence commands say alike.
enum EvidenceWords {
  /// How fresh an entry is for a question.
  static func freshness(_ freshness: EvidenceFreshness) -> String {
    switch freshness {
    case .fresh(let day): "fresh until \(day.inWords)"
    case .stale(let day): "stale since \(day.inWords)"
    case .undated: "no date given, so not fresh"
    case .fromTheFuture(let day): "made on \(day.inWords), which has not come yet"
    }
  }

  /// The same in one word and a date, for programs.
  static func json(_ freshness: EvidenceFreshness) -> [JSONValue.Member] {
    switch freshness {
    case .fresh(let day): [.init("state", "fresh"), .init("until", .string(day.description))]
    case .stale(let day): [.init("state", "stale"), .init("since", .string(day.description))]
    case .undated: [.init("state", "undated")]
    case .fromTheFuture(let day):
      [.init("state", "undated"), .init("made", .string(day.description))]
    }
  }

  /// A text of lines that are at most as wide as the terminal.
  static func print(_ text: String, indent: String = "  ") {
    let lines = TextLayout.wrap(
      TextLayout.harmless(text),
      width: Console.width,
      first: indent,
      rest: indent + "  "
    )
    for line in lines { Console.print(line) }
  }
}

/// How a list of evidence is written.
enum EvidenceFormat: String, ExpressibleByArgument {
  case text
  case json
}
