import ReadinessAttestation
import ReadinessCore

/// A key that somebody might be asked to trust: what there is to say of it.
struct TrustCandidate {
  let sha256: [UInt8]
  /// The certificate, where it is at hand.
  let certificate: Certificate?
  /// What the file says of whom it is, which proves nothing.
  var name: String?
  var identifiers: [Identifier]

  var fingerprint: String { Hex.text(sha256) }
  /// Whether it vouches for others.
  var isRoot: Bool { certificate?.isAuthority == true }

  /// What `trust add` was given.
  enum Offer {
    case keys([TrustCandidate])
    case lists([RevocationList])
  }

  /// Reads a container, certificates, revocation lists, or a fingerprint.
  static func read(_ text: String, at now: Instant) throws(Failure) -> Offer {
    if !Files.exists(text), let sha256 = TrustLine.fingerprint(text) {
      return .keys([TrustCandidate(sha256: sha256, certificate: nil, identifiers: [])])
    }
    let bytes = try Files.read(text, limit: 32 << 20)
    if bytes.starts(with: [0x50, 0x4B]) { return .keys([try container(bytes, text, at: now)]) }
    if let lists = try? RevocationList.read(bytes), !lists.isEmpty { return .lists(lists) }
    if let certificates = try? Certificate.read(bytes), !certificates.isEmpty {
      return .keys(certificates.map { TrustCandidate($0) })
    }
    throw Failure(
      "\(text) is no .asice file, certificate, revocation list or fingerprint",
      hint: "a fingerprint has 64 digits from 0 to f; readiness key show prints it"
    )
  }

  private init(_ certificate: Certificate) {
    self.init(
      sha256: certificate.sha256,
      certificate: certificate,
      name: certificate.subject.organization,
      identifiers: certificate.organizationIdentifier
        .flatMap { Identifier(organizationIdentifier: $0) }.map { [$0] } ?? []
    )
  }

  private init(
    sha256: [UInt8],
    certificate: Certificate?,
    name: String? = nil,
    identifiers: [Identifier]
  ) {
    self.sha256 = sha256
    self.certificate = certificate
    self.name = name
    self.identifiers = identifiers
  }

  /// The first signer of a container that holds.
  private static func container(
    _ bytes: [UInt8],
    _ path: String,
    at now: Instant
  ) throws(Failure) -> TrustCandidate {
    let verifier = Verifier(trust: .none, now: now)
    let signers: [Signer]
    let reasons: [ReadinessAttestation.Reason]
    var statement: Statement?
    let kind = try? DocumentKind.of(bytes)
    if let kind, kind != .attestation, kind != .withdrawal {
      let found = verifier.verifyDocument(bytes, kind: kind)
      signers = found.signers
      reasons = found.decision == .rejected ? found.reasons : []
    } else {
      let found = verifier.verify(bytes)
      signers = found.signers
      reasons = found.decision == .rejected ? found.reasons : []
      if case .unverified(let attestation) = found.content { statement = attestation.statement }
    }
    guard reasons.isEmpty, let signer = signers.first else {
      throw Failure(
        "\(path) does not hold: " + reasons.map(\.text).joined(separator: "; "),
        status: .rejected,
        hint: "trust nothing that is in it; ask for the file again"
      )
    }
    var candidate = TrustCandidate(signer.certificate)
    if candidate.identifiers.isEmpty, let statement {
      candidate.name = statement.subject.legalName
      candidate.identifiers = statement.subject.identifiers
    }
    return candidate
  }

  /// Names and values for the person who is to confirm it, safe to print.
  var facts: [(name: String, value: String)] {
    var facts: [(String, String)] = []
    if let name { facts.append((isRoot ? "programme" : "firm", name + " (it says)")) }
    for identifier in identifiers {
      facts.append(("register", "\(identifier.scheme) \(identifier.id)"))
    }
    if let certificate {
      facts.append(("certificate", certificate.subject.description))
      if let end = certificate.notAfter { facts.append(("holds until", end.day.inWords)) }
    }
    if isRoot {
      facts.append(("vouches for", "every firm whose certificate it, or one below it, issued"))
    }
    return facts.map { ($0.0, TextLayout.harmless($0.1)) }
  }
}
