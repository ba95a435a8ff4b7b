import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// Makes the lists of what was revoked.
struct AuthorityListsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crl",
    abstract: "Make the revocation list, and say whom to send it to.",
    discussion: """
      Examples:
        readiness authority crl cluster                                  each week
        readiness authority crl cluster --root --root-key /media/stick/root.pem
        readiness authority crl cluster --delta          only what is new

      The issuing authority's list holds 30 days, the root's six months. Without a
      current list buyers get "undecided" for every firm. Whom to send it to stands
      in recipients.txt in the folder, one to the line.
      """
  )

  @Argument(help: "The authority's folder.")
  var folder: String

  @Flag(help: "Make the root's list; this needs the root's key.")
  var root = false

  @Flag(help: "Make a list of what was revoked since the last complete one.")
  var delta = false

  @Option(help: "The file with the root's key.")
  var rootKey: String?

  @Option(help: "Read the root key's pass phrase from this file descriptor.")
  var rootPassphraseFd: Int32?

  @Option(help: "Read the issuing key's pass phrase from this file descriptor.")
  var passphraseFd: Int32?

  func validate() throws {
    guard !(root && delta) else { throw ValidationError("--delta is not for the root's list") }
  }

  func run() throws {
    let authority = try AuthorityFolder.existing(folder, locked: true)
    let lists = AuthorityLists(authority: authority, now: try Clock.now())
    if root {
      let key = try authority.key(.root, rootKey ?? authority.rootKeyFile, rootPassphraseFd)
      try lists.tell(try lists.make(.root, key: key))
    } else {
      let key = try authority.key(.issuing, authority.issuingKeyFile, passphraseFd)
      try lists.tell(delta ? try lists.makeDelta(key: key) : try lists.make(.issuing, key: key))
    }
    try lists.tellRecipients()
  }
}

/// Whom the authority vouches for.
struct AuthorityListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show whom the programme vouches for, and whom no longer.",
    discussion: """
      Example:
        readiness authority list cluster
      """
  )

  @Argument(help: "The authority's folder.")
  var folder: String

  func run() throws {
    let authority = try AuthorityFolder.existing(folder, locked: false)
    let now = try Clock.now()
    for issued in authority.log.issued {
      let certificate = issued.certificate
      let name = certificate.subject.organization ?? ""
      Console.print(
        TextLayout.harmless(name) + ", "
          + TextLayout.harmless(certificate.organizationIdentifier ?? "")
      )
      Console.print("  serial number  \(certificate.serial)")
      Console.print("  certificate    \(certificate.fingerprint)")
      Console.print("  key            \(issued.keyFingerprint)")
      Console.print("  standing       \(standing(issued, now))")
      Console.print("  why            \(TextLayout.harmless(issued.why))")
    }
    if authority.log.issued.isEmpty { Console.print("Nobody yet.") }
  }

  private func standing(_ issued: AuthorityLog.Issued, _ now: Instant) -> String {
    if let revoked = issued.revoked {
      return "revoked on \(revoked.revokedAt.day.inWords) (\(revoked.reason.name))"
    }
    guard let end = issued.certificate.notAfter else { return "unreadable" }
    return now <= end ? "holds until \(end.day.inWords)" : "ended on \(end.day.inWords)"
  }
}
