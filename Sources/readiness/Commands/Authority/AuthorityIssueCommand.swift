import ArgumentParser
import ReadinessAttestation
import ReadinessCore
import ReadinessInterview

/// Vouches for firms.
struct AuthorityIssueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Vouch for firms: read their requests, confirm each key, make the certificates.",
    discussion: """
      Examples:
        readiness authority issue cluster firm-a.csr firm-b.csr
        readiness authority issue cluster firm.csr --confirmed FINGERPRINT \\
          --why "member; telephoned the number at Companies House"

      Telephone each firm at a number that you had before the request came, and have
      the key's fingerprint read out. Check the organisation and its entry in the
      register. The firm puts the answer to use with: readiness key import.
      """
  )

  @Argument(help: "The authority's folder.")
  var folder: String

  @Argument(help: "The firms' requests (.csr).")
  var requests: [String]

  @Option(help: "The fingerprint of a key that was confirmed aloud (repeatable).")
  var confirmed: [String] = []

  @Option(help: "Why: who the firm is to the programme, and how the key was confirmed.")
  var why: String?

  @Option(help: "For how many days the certificates hold (at most 1095).")
  var days = 730

  @Option(help: "Read the issuing key's pass phrase from this file descriptor.")
  var passphraseFd: Int32?

  func validate() throws {
    guard (1...1_095).contains(days) else { throw ValidationError("--days must be 1 to 1095") }
    guard !requests.isEmpty else { throw ValidationError("name at least one request") }
    for text in confirmed where TrustLine.fingerprint(text) == nil {
      throw ValidationError("\"\(text)\" is no fingerprint (64 hexadecimal digits)")
    }
  }

  private struct Wish {
    let path: String
    let request: CertificateRequest
    let subject: SignerSubject
  }

  func run() throws {
    let authority = try AuthorityFolder.existing(folder, locked: true)
    let now = try Clock.now()
    let wishes = try self.wishes(authority)
    var granted: [(wish: Wish, why: String)] = []
    for wish in wishes {
      show(wish, authority, now)
      guard try isConfirmed(wish) else {
        Console.print("\(wish.path): left out.")
        continue
      }
      granted.append((wish, try reason(wish)))
    }
    guard !granted.isEmpty else { throw Failure("no request was confirmed; nothing was issued") }
    let issuing = try authority.certificate(of: .issuing)
    guard let end = issuing.notAfter, now < end else {
      throw Failure("the issuing authority's certificate has expired")
    }
    let key = try authority.key(.issuing, authority.issuingKeyFile, passphraseFd)
    try Files.makeFolder(authority.issuedFolder)
    for (wish, why) in granted {
      let certificate = try Programme.signer(
        for: wish.request,
        serial: try RandomSource.serial(),
        from: now,
        days: days,
        issuing: issuing,
        key: key
      )
      try authority.record(
        [
          .issued(
            certificate: certificate,
            keyFingerprint: wish.request.publicKeyFingerprint,
            why: why
          )
        ],
        at: now
      )
      let file = "\(authority.issuedFolder)/\(certificate.serial).pem"
      try Files.write(certificate.pem + issuing.pem, to: file, mode: 0o644)
      Console.print("Vouched for \(TextLayout.harmless(wish.subject.organization)):")
      Console.print("  serial number \(certificate.serial)")
      Console.print("  until \(certificate.notAfter?.day.inWords ?? "")")
      Console.print("  send the firm \(file)")
    }
  }

  /// All requests, read and found fit; nothing is issued where one is not.
  private func wishes(_ authority: AuthorityFolder) throws(Failure) -> [Wish] {
    var wishes: [Wish] = []
    for path in requests {
      let bytes = try Files.read(path, limit: 1 << 16)
      let request: CertificateRequest
      do {
        request = try CertificateRequest.read(bytes)
      } catch {
        throw Failure(
          "\(path): \(error)",
          hint: "ask the firm for the file that readiness key request wrote"
        )
      }
      do {
        let subject = try request.signerSubject()
        wishes.append(Wish(path: path, request: request, subject: subject))
      } catch {
        throw Failure(
          "\(path): \(error)",
          hint: "the firm corrects its answers in section A1 and makes a new request; "
            + "a sole trader without a register number is trusted by fingerprint instead"
        )
      }
    }
    for (index, wish) in wishes.enumerated() {
      try checkKey(wish, among: wishes[..<index], authority)
    }
    return wishes
  }

  /// One key stands for one organisation, and a key that was lost never comes back.
  private func checkKey(
    _ wish: Wish,
    among earlier: ArraySlice<Wish>,
    _ authority: AuthorityFolder
  ) throws(Failure) {
    let key = wish.request.publicKeyFingerprint
    if let twin = earlier.first(where: { $0.request.publicKeyFingerprint == key }) {
      throw Failure("\(wish.path) is for the same key as \(twin.path)", hint: "leave one out")
    }
    for issued in authority.log.issued where issued.keyFingerprint == key {
      if issued.certificate.organizationIdentifier != wish.subject.organizationIdentifier {
        throw Failure(
          "\(wish.path): the key was confirmed for \(issued.certificate.subject)",
          hint: "each organisation makes a key of its own; find out why this one came twice"
        )
      }
      if issued.revoked?.reason.isCompromise == true {
        throw Failure(
          "\(wish.path): the key was revoked because somebody else may have it",
          hint: "the firm makes a new key: readiness key create --replace"
        )
      }
    }
  }

  private func show(_ wish: Wish, _ authority: AuthorityFolder, _ now: Instant) {
    Console.print("\(TextLayout.harmless(wish.path)):")
    Console.print("  organisation  \(TextLayout.harmless(wish.subject.organization))")
    let identifier = wish.subject.organizationIdentifier ?? ""
    Console.print("  register      \(TextLayout.harmless(identifier))")
    Console.print("  key           \(wish.request.keyKind)")
    Console.print("  fingerprint   (SHA-256 of the key; the firm reads it out)")
    for line in Fingerprint.grouped(wish.request.publicKeyFingerprint).split(separator: "\n") {
      Console.print("    " + line)
    }
    for issued in authority.log.issued
    where issued.certificate.organizationIdentifier == identifier && issued.revoked == nil {
      guard let end = issued.certificate.notAfter, now < end else { continue }
      Console.print("  it has one already: \(issued.certificate.serial), until \(end.day.inWords);")
      Console.print("  revoke that as superseded when the firm uses the new one")
    }
  }

  private func isConfirmed(_ wish: Wish) throws(Failure) -> Bool {
    let key = Hex.bytes(wish.request.publicKeyFingerprint)
    if confirmed.contains(where: { TrustLine.fingerprint($0) == key }) { return true }
    guard Console.isInteractive else {
      throw Failure(
        "the key of \(wish.path) is not confirmed, and there is no terminal to ask at",
        status: .usage,
        hint: "telephone the firm, then give --confirmed FINGERPRINT; nothing was issued"
      )
    }
    let answer = StandardTerminal().ask(
      "Did the firm read out this fingerprint, at a number you had before? Type yes: "
    )
    return answer.map { AnswerParser.trimmed($0).lowercased() == "yes" } ?? false
  }

  private func reason(_ wish: Wish) throws(Failure) -> String {
    if let why, !AnswerParser.trimmed(why).isEmpty { return AnswerParser.trimmed(why) }
    guard Console.isInteractive else {
      throw Failure(
        "it is not said why \(wish.path) is vouched for",
        status: .usage,
        hint: "give --why \"who the firm is, and how the key was confirmed\""
      )
    }
    let answer = StandardTerminal().ask("Why, and how was it confirmed (for the log): ") ?? ""
    let typed = AnswerParser.trimmed(answer)
    guard !typed.isEmpty else { throw Failure("nothing was typed; nothing was issued") }
    return typed
  }
}
