public import ReadinessAttestation
public import ReadinessCore

/// The record of a run over files: by what they were judged, and one digest over all results.
public struct Seal: Hashable, Sendable {
  /// When the record was made; a claim of the signer.
  public var made: Instant
  /// The moment as of which the files were judged.
  public var judgedAt: Instant
  /// The version of the program, as `0.1.0`.
  public var program: String
  /// SHA-256 of the policy's XML, 64 hexadecimal digits; `nil` where none was applied.
  public var policySHA256: String?
  /// The digest of what was trusted, by ``TrustDigest``.
  public var trustSHA256: String
  /// What was asked of revocation lists; `nil` where the verifier's own rule held.
  public var revocation: RevocationMode?
  /// What else was asked for.
  public var asked: SealAsked
  /// How many results there are.
  public var count: Int
  /// The root of the tree over the results, 64 hexadecimal digits in lower case.
  public var root: String

  /// A record over these results.
  public init(
    made: Instant,
    judgedAt: Instant,
    program: String,
    policySHA256: String?,
    trustSHA256: String,
    revocation: RevocationMode?,
    asked: SealAsked = SealAsked(),
    leaves: SealLeaves
  ) {
    self.made = made
    self.judgedAt = judgedAt
    self.program = program
    self.policySHA256 = policySHA256
    self.trustSHA256 = trustSHA256
    self.revocation = revocation
    self.asked = asked
    count = leaves.results.count
    root = Hex.text(leaves.tree.root)
  }

  init(
    made: Instant,
    judgedAt: Instant,
    program: String,
    policySHA256: String?,
    trustSHA256: String,
    revocation: RevocationMode?,
    asked: SealAsked,
    count: Int,
    root: String
  ) {
    self.made = made
    self.judgedAt = judgedAt
    self.program = program
    self.policySHA256 = policySHA256
    self.trustSHA256 = trustSHA256
    self.revocation = revocation
    self.asked = asked
    self.count = count
    self.root = root
  }

  /// The container of the record with the analyst's signature, judged before it is handed out.
  ///
  /// - Parameters:
  ///   - key: the analyst's key.
  ///   - certificate: the certificate for that key.
  ///   - chain: where a programme vouches for it, the certificates above it.
  /// - Returns: the file's bytes.
  /// - Throws: why no file was made.
  public func signed(
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = []
  ) throws(AttestationSigner.Failure) -> [UInt8] {
    try DocumentSigner.seal(
      SealDocument.xml(self),
      kind: .seal,
      key: key,
      certificate: certificate,
      chain: chain,
      at: made
    )
  }
}

/// The digest of what a run trusted.
///
/// SHA-256 of one line for each file, `DIGEST KIND`, in the order of their bytes, each line once: so
/// that `sha256sum` and `sort` make the same.
public struct TrustDigest: Hashable, Sendable {
  /// What a file was given as.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Whose signatures count.
    case trust
    /// Whose word counts as an assessor's.
    case assessors
    /// A revocation list.
    case list = "crl"
    /// Whose time-stamps count.
    case stampers = "tsa-trust"
  }

  private var lines: Set<String> = []

  /// Nothing yet.
  public init() {}

  /// Adds a file.
  public mutating func add(_ file: [UInt8], as kind: Kind) {
    lines.insert("\(Digest.sha256Hex(file)) \(kind.rawValue)\n")
  }

  /// The digest as 64 hexadecimal digits in lower case; that of nothing where nothing was trusted.
  public var sha256: String { Digest.sha256Hex(Array(lines.sorted().joined().utf8)) }
}
