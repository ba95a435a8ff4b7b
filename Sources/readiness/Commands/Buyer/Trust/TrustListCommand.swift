import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// Shows what a trust folder holds.
struct TrustListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show whom you trust, since when, by whose word, and how old the lists are.",
    discussion: """
      Example:
        readiness trust list trust
        readiness trust list trust --format json
      """
  )

  @Argument(help: "The trust folder.")
  var folder: String

  @Option(help: "text or json.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  func run() throws {
    let trust = try TrustFolder(folder)
    let now = try Clock.now()
    switch format {
    case .text: Console.write(TrustListing(trust: trust, now: now).text)
    case .json: Console.write(JSONWriter.pretty(TrustListing(trust: trust, now: now).json))
    }
  }
}

/// A trust folder in words and as JSON.
struct TrustListing {
  let trust: TrustFolder
  let now: Instant

  // MARK: Text

  var text: String {
    var lines: [String] = []
    func add(_ name: String, _ value: String?) {
      guard let value else { return }
      lines += TextLayout.wrap(
        TextLayout.harmless(value),
        width: Console.width,
        first: "    " + TextLayout.pad(name, to: 12),
        rest: String(repeating: " ", count: 16)
      )
    }
    lines.append("Keys: \(trust.keys.count)")
    for key in trust.keys {
      lines.append("  " + key.fingerprint)
      for identifier in key.line.identifiers { add("for", "\(identifier.scheme) \(identifier.id)") }
      if key.line.identifiers.isEmpty { add("for", "nobody named: proves the key, not the firm") }
      add("confirmed", confirmation(key.line))
      add("first seen", key.line.firstSeen?.inWords)
      add("stands in", "\(key.file):\(key.number)")
    }
    lines.append("Roots and certificates: \(trust.roots.count)")
    for root in trust.roots {
      lines.append("  " + root.certificate.fingerprint)
      add("name", root.certificate.subject.description)
      add("kind", root.certificate.isAuthority ? "programme" : "a firm's own")
      add("holds until", root.certificate.notAfter.map(until))
      add("confirmed", root.note.map(confirmation) ?? "nothing is written down")
      add("first seen", root.note?.firstSeen?.inWords)
      add("stands in", root.file)
    }
    lines.append("Revocation lists: \(trust.lists.count)")
    for list in trust.lists {
      lines.append("  " + list.file)
      add("by", list.list.issuer.description)
      add("revokes", "\(list.list.count)" + (list.list.baseNumber == nil ? "" : ", a delta list"))
      add("made", list.list.thisUpdate.day.inWords + ", " + age(of: list))
      add("next due", list.list.nextUpdate.map(due) ?? "it does not say")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func confirmation(_ line: TrustLine) -> String {
    guard let by = line.confirmedBy else { return "by nobody" }
    return "by \(by)" + (line.confirmedOn.map { ", on \($0.inWords)" } ?? "")
  }

  private func until(_ end: Instant) -> String {
    end.day.inWords + (end < now ? "; it has ended" : "")
  }

  private func days(_ list: TrustFolder.List) -> Int {
    list.list.thisUpdate.day.days(to: now.day)
  }

  private func age(of list: TrustFolder.List) -> String {
    switch days(list) {
    case ..<0: "ahead of this machine's clock"
    case 0: "today"
    case 1: "1 day ago"
    case let days: "\(days) days ago"
    }
  }

  private func due(_ next: Instant) -> String {
    next.day.inWords + (next < now ? "; overdue: ask the programme for its last list" : "")
  }

  // MARK: JSON

  /// The fields that others build on; `trust.schema.json` describes them.
  var json: JSONValue {
    .object([
      .init("format", "readiness-trust-1"),
      .init("asOf", .string(now.description)),
      .init(
        "keys",
        .array(
          trust.keys.map { key in
            .object(
              [
                .init("fingerprint", .string(key.fingerprint)),
                .init(
                  "identifiers",
                  .array(
                    key.line.identifiers.map {
                      .object([.init("scheme", .string($0.scheme)), .init("id", .string($0.id))])
                    }
                  )
                ),
              ] + confirmed(key.line) + [
                .init("file", .string(key.file)), .init("line", .integer(key.number)),
              ]
            )
          }
        )
      ),
      .init("roots", .array(trust.roots.map(json))),
      .init("lists", .array(trust.lists.map(json))),
    ])
  }

  private func day(_ day: CalendarDate?) -> JSONValue {
    day.map { .string($0.description) } ?? .null
  }

  private func confirmed(_ line: TrustLine?) -> [JSONValue.Member] {
    [
      .init("confirmedBy", line?.confirmedBy.map { .string($0) } ?? .null),
      .init("confirmedOn", day(line?.confirmedOn)),
      .init("firstSeen", day(line?.firstSeen)),
    ]
  }

  private func json(_ root: TrustFolder.Root) -> JSONValue {
    .object(
      [
        .init("fingerprint", .string(root.certificate.fingerprint)),
        .init("subject", .string(root.certificate.subject.description)),
        .init("isProgramme", .bool(root.certificate.isAuthority)),
        .init("holdsUntil", day(root.certificate.notAfter?.day)),
      ] + confirmed(root.note) + [.init("file", .string(root.file))]
    )
  }

  private func json(_ list: TrustFolder.List) -> JSONValue {
    let next = list.list.nextUpdate
    return .object([
      .init("sha256", .string(list.fingerprint)),
      .init("issuer", .string(list.list.issuer.description)),
      .init("isDelta", .bool(list.list.baseNumber != nil)),
      .init("revokes", .integer(list.list.count)),
      .init("made", .string(list.list.thisUpdate.description)),
      .init("nextDue", next.map { .string($0.description) } ?? .null),
      .init("ageInDays", .integer(days(list))),
      .init("isOverdue", .bool(next.map { $0 < now } ?? false)),
      .init("file", .string(list.file)),
    ])
  }
}
