import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// What of a programme ends when.
struct AuthorityStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show whose certificate and which list ends when.",
    discussion: """
      Example:
        readiness authority status cluster

      Exit codes: 0 nothing is due; 2 a revocation list is due within 7 days; 4 the
      log was changed.
      """
  )

  /// How long before its end a list is due, in days.
  static let listDays = 7
  /// How long before its end a certificate is pointed out, in days.
  static let certificateDays = 60

  @Argument(help: "The authority's folder.")
  var folder: String

  func run() throws {
    let authority = try AuthorityFolder.existing(folder, locked: false)
    let now = try Clock.now()
    let root = try authority.certificate(of: .root)
    Console.print("\(TextLayout.harmless(root.subject.organization ?? "")), root:")
    Console.print("  \(root.fingerprint)")
    Console.print()
    var isDue = false
    for part in AuthorityPart.allCases {
      let certificate = try authority.certificate(of: part)
      func name(_ what: String) -> String { TextLayout.pad("\(part.rawValue) \(what):", to: 21) }
      Console.print(name("certificate") + ends(certificate.notAfter, now))
      let until = authority.log.lastList(of: part)?.until
      let isListDue = until.map { left($0, now) <= Self.listDays } ?? true
      isDue = isDue || isListDue
      Console.print(
        name("list") + ends(until, now) + (isListDue ? ", DUE" : "")
      )
      if isListDue {
        let command = "readiness authority crl \(folder)" + (part == .root ? " --root" : "")
        Console.print("  make the next one: \(command)")
      }
    }
    Console.print()
    let holding = authority.log.issued.filter { issued in
      issued.revoked == nil && (issued.certificate.notAfter.map { now <= $0 } ?? false)
    }
    let count = authority.log.issued.count
    Console.print("Vouched for: \(holding.count) of \(count) certificates hold")
    let ending = holding.filter { issued in
      issued.certificate.notAfter.map { left($0, now) <= Self.certificateDays } ?? false
    }.sorted { ($0.certificate.notAfter ?? now) < ($1.certificate.notAfter ?? now) }
    for issued in ending {
      let name = TextLayout.harmless(issued.certificate.subject.organization ?? "")
      Console.print("  \(name): " + ends(issued.certificate.notAfter, now))
    }
    Console.print()
    Console.print("Log: \(authority.log.entries.count) lines, unbroken. Note down the last digest:")
    Console.print("  \(authority.log.lastDigest)")
    if isDue { throw ExitStatus.no }
  }

  /// Full days from now, rounded down.
  private func left(_ end: Instant, _ now: Instant) -> Int {
    let seconds = end.unixSeconds - now.unixSeconds
    return seconds < 0 ? -1 : seconds / 86_400
  }

  private func ends(_ end: Instant?, _ now: Instant) -> String {
    guard let end else { return "none" }
    let days = left(end, now)
    return days < 0
      ? "ended on \(end.day.inWords)" : "until \(end.day.inWords) (\(days) days)"
  }
}
