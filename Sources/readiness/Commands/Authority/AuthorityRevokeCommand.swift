import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// Takes back what was issued.
struct AuthorityRevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Take a certificate back, and make the list that says so.",
    discussion: """
      Examples:
        readiness authority revoke cluster 5a0b… --reason superseded
        readiness authority revoke cluster 5a0b… --reason key-compromise \\
          --since 2026-11-20 --why "laptop stolen"

      Reasons: key-compromise (somebody else may have the key; --since says from when
      on), superseded, affiliation-changed, cessation-of-operation,
      privilege-withdrawn, unspecified. Signatures with a trusted time-stamp from
      before hold, but for key-compromise.

      For the serial number of the issuing authority, the root's key is needed:
      --root-key.
      """
  )

  @Argument(help: "The authority's folder.")
  var folder: String

  @Argument(help: "The certificate's serial number; readiness authority list shows it.")
  var serial: String

  @Option(help: "Why, by the word for the list.", transform: Self.reason)
  var reason: RevocationReason

  @Option(help: "From when on the key is not to be trusted, as 2026-11-20.")
  var since: String?

  @Option(help: "What happened, for the log.")
  var why: String?

  @Option(help: "The file with the root's key.")
  var rootKey: String?

  @Option(help: "Read the root key's pass phrase from this file descriptor.")
  var rootPassphraseFd: Int32?

  @Option(help: "Read the issuing key's pass phrase from this file descriptor.")
  var passphraseFd: Int32?

  private static let reasons: [RevocationReason] = [
    .unspecified, .keyCompromise, .affiliationChanged, .superseded, .cessationOfOperation,
    .privilegeWithdrawn,
  ]

  private static func reason(_ text: String) throws -> RevocationReason {
    guard let reason = reasons.first(where: { $0.name == text }) else {
      throw ValidationError(
        "\"\(text)\" is not one of " + reasons.map(\.name).joined(separator: ", ")
      )
    }
    return reason
  }

  func run() throws {
    let authority = try AuthorityFolder.existing(folder, locked: true)
    let now = try Clock.now()
    let (serial, part) = try found(authority)
    let entry = RevokedEntry(revokedAt: now, reason: reason, invalidFrom: try moment(now))
    let key = try authority.key(
      part,
      part == .root ? rootKey ?? authority.rootKeyFile : authority.issuingKeyFile,
      part == .root ? rootPassphraseFd : passphraseFd
    )
    try authority.record([.revoked(serial: serial, entry: entry, why: why ?? reason.name)], at: now)
    let lists = AuthorityLists(authority: authority, now: now)
    Console.print("Revoked \(serial) (\(reason.name)).")
    try lists.tell(try lists.make(part, key: key))
    try lists.tellRecipients()
  }

  /// The serial number as the log writes it, and whose list it goes on.
  private func found(_ authority: AuthorityFolder) throws(Failure) -> (String, AuthorityPart) {
    let wanted = serial.lowercased().filter { $0 != ":" && $0 != " " }
    if let issued = authority.log.issued.first(where: { $0.certificate.serial == wanted }) {
      if let revoked = issued.revoked {
        throw Failure(
          "\(wanted) was revoked on \(revoked.revokedAt.day.inWords) (\(revoked.reason.name))",
          hint: "it stays on the list; make a new list with: readiness authority crl \(folder)"
        )
      }
      return (wanted, .issuing)
    }
    if try authority.certificate(of: .issuing).serial == wanted { return (wanted, .root) }
    throw Failure(
      "there is no certificate with the serial number \(TextLayout.harmless(serial))",
      hint: "readiness authority list \(folder) shows them"
    )
  }

  private func moment(_ now: Instant) throws(Failure) -> Instant? {
    guard let since else { return nil }
    guard let instant = Instant(iso: since) ?? CalendarDate(iso: since).map(Instant.init(startOf:))
    else {
      throw Failure("\"\(since)\" is not a date", status: .usage, hint: "write it as 2026-11-20")
    }
    guard instant <= now else {
      throw Failure("--since is later than now", status: .usage, hint: "name the earliest moment")
    }
    return instant
  }
}
