import ReadinessCore

@testable import ReadinessAttestation

/// Makes the vectors.
///
/// What is expected is written here, and not taken from the verifier.
/// Ids, salts and instants are fixed; keys and signatures cannot be, since nobody sets their
/// randomness.
struct VectorRecorder {
  let firm: Firm
  let rival: Firm
  let statement: Statement
  let disclosures: [Disclosure]
  static let later = Firm.instant.adding(seconds: 3_600)

  init() throws {
    firm = try Firm()
    rival = try Firm(organizationIdentifier: "NTRGB-09999999")
    var statement = firm.statement()
    let questions = Array(SampleStatement.questions.prefix(3))
    let sealed = try Sealer.seal(questions: questions, salt: SampleStatement.countingSalts())
    statement.sealedAnswers = sealed.sealed
    statement.sealedOutcomes = []
    statement.detail = .requirements
    statement.requirements = SampleStatement.requirements
    statement.counts = .init(met: 2, notApplicable: 1)
    statement.evidence = []
    self.statement = statement
    disclosures = sealed.files
  }

  func all() throws -> [RecordedVector] {
    let one = try trust() + containers() + manifests() + signatures() + documents()
    return try one + bids() + withdrawals() + countersigners() + revocations() + stamps()
  }

  /// A file judged at the usual moment by somebody who has confirmed the firm's key.
  func recorded(
    _ name: String,
    _ what: String,
    _ bytes: [UInt8],
    _ expect: String
  ) -> RecordedVector {
    var vector = Vector(what: what, file: "\(name).bin", expect: expect)
    vector.trust = [
      "\(firm.certificate.fingerprint); GB-COH 04336774; Example Buyer, by telephone; 2026-11-20"
    ]
    return RecordedVector(name: name, vector: vector, files: ["\(name).bin": bytes])
  }

  func rejected(
    _ name: String,
    _ what: String,
    _ reason: String,
    _ bytes: [UInt8]
  ) -> RecordedVector {
    recorded(name, what, bytes, "rejected, " + reason)
  }

  /// The statement under another certificate's name.
  func statement(by certificate: Certificate) -> Statement {
    var copy = statement
    copy.signerCertificateSHA256 = certificate.fingerprint
    return copy
  }

  func good() throws -> [UInt8] { try firm.sealed(statement) }

  private func trust() throws -> [RecordedVector] {
    let fingerprint = firm.certificate.fingerprint
    let rivals =
      "\(rival.certificate.fingerprint); GB-COH 09999999; Example Buyer, by telephone; 2026-11-20"
    var stolen = statement
    stolen.signerCertificateSHA256 = rival.certificate.fingerprint
    return [
      recorded("good", "a firm's statement, the key confirmed", try good(), "valid"),
      recorded("signer-unknown", "nobody is trusted", try good(), "undecided, chain signer-unknown")
        .with { $0.trust = [] },
      recorded(
        "signer-not-identified",
        "a bare fingerprint is trusted",
        try good(),
        "undecided, subject signer-not-identified"
      ).with { $0.trust = [fingerprint] },
      rejected(
        "another-organisation",
        "a trusted supplier signs another's statement",
        "subject signer-is-another-organisation",
        try rival.forged(stolen)
      ).with { $0.trust = [rivals] },
      rejected(
        "confirmed-for-another",
        "the key is confirmed for another organisation",
        "subject signer-is-another-organisation",
        try good()
      ).with {
        $0.trust = ["\(fingerprint); GB-COH 09999999; Example Buyer, by telephone; 2026-11-20"]
      },
      rejected("expired", "91 days later", "statement attestation-expired", try good())
        .with { $0.at = Firm.instant.adding(seconds: 91 * 86_400) },
      rejected("certificate-expired", "four years later", "chain certificate-expired", try good())
        .with { $0.at = Firm.instant.adding(seconds: 4 * 366 * 86_400) },
    ]
  }

  // MARK: Containers

  private func containers() throws -> [RecordedVector] {
    func forged(_ change: (inout ForgedZip) -> Void) throws -> [UInt8] {
      let entries = try ContainerReader.read(good()).entries
      var zip = ForgedZip(
        entries: [.init("mimetype", ContainerRules.mediaType)]
          + entries.map { .init($0.name, $0.content) }
      )
      change(&zip)
      return zip.bytes
    }
    let xml = Array("<attestation/>".utf8)
    let unicodePath: [UInt8] = [0x75, 0x70, 0x05, 0, 1, 0, 0, 0, 0]
    return [
      rejected(
        "duplicate-name",
        "a second attestation.xml",
        "container duplicate-name",
        try forged { $0.entries.append(.init("attestation.xml", xml)) }
      ),
      rejected(
        "duplicate-by-case",
        "a second one in capitals",
        "container duplicate-name",
        try forged { $0.entries.append(.init("Attestation.xml", xml)) }
      ),
      rejected(
        "hidden-entry",
        "an entry that the directory does not list",
        "container not-contiguous",
        try forged {
          $0.entries.insert(.init("attestation.xml", xml), at: 1)
          $0.entries[1].isHidden = true
        }
      ),
      rejected(
        "prefix",
        "bytes before the first entry",
        "container not-contiguous",
        try forged { $0.prefix = [0x41] }
      ),
      rejected(
        "comment",
        "an archive comment",
        "container not-a-container",
        try forged { $0.comment = [0x41] }
      ),
      rejected(
        "traversal",
        "a name that leaves the folder",
        "container name-not-well-formed",
        try forged { $0.entries.append(.init("../attestation.xml", xml)) }
      ),
      rejected(
        "unicode-path",
        "another name in an extra field",
        "container unsupported-feature",
        try forged {
          $0.entries[1].directoryExtra = unicodePath
          $0.entries[1].directory.extraLength = UInt16(unicodePath.count)
          $0.entries[1].localExtra = unicodePath
          $0.entries[1].local.extraLength = UInt16(unicodePath.count)
        }
      ),
      rejected(
        "unknown-file",
        "a file of another name",
        "container name-not-allowed",
        try forged { $0.entries.append(.init("readme.txt", xml)) }
      ),
      rejected(
        "bomb",
        "a size beyond the limit",
        "container entry-too-large",
        try forged {
          $0.entries[1].both {
            $0.method = 8
            $0.versionNeeded = 20
            $0.size = 0x7FFF_FFFF
          }
        }
      ),
      rejected(
        "cut-off",
        "the last byte is missing",
        "container not-a-container",
        Array(try good().dropLast())
      ),
    ]
  }

  // MARK: Manifests

  private func manifests() throws -> [RecordedVector] {
    let other = Disclosure(.answer(question: "A1.1", "other"), salt: disclosures[0].salt)
    let extra = Container.Entry(name: other.fileName, content: other.bytes)
    let uncovered = try Forgery.container(statement, uncovered: [extra]) { try sign($0) }
    let page = Container.Entry(
      name: EntryName.rendering,
      content: StatementPage.html(statement)
    )
    let pageOnly = Manifest(number: 1, covering: [page]).bytes
    return [
      rejected(
        "changed-document",
        "a changed byte in attestation.xml",
        "manifest digest-differs",
        try Forgery.changing(EntryName.document, of: good()) { $0[200] ^= 1 }
      ),
      rejected(
        "changed-page",
        "a changed byte in the page",
        "manifest digest-differs",
        try Forgery.changing(EntryName.rendering, of: good()) { $0[200] ^= 1 }
      ),
      rejected(
        "uncovered-file",
        "a file that no manifest lists",
        "manifest file-not-covered",
        uncovered
      ),
      rejected(
        "page-only",
        "the manifest covers the page alone",
        "manifest file-not-listed",
        try resigned(pageOnly)
      ),
      rejected(
        "uri-in-another-way",
        "./attestation.xml",
        "manifest manifest-form",
        try resigned(
          Array(
            manifest().text.replacing("URI=\"attestation.xml\"", with: "URI=\"./attestation.xml\"")
              .utf8
          )
        )
      ),
      rejected(
        "weak-digest",
        "SHA-1 in the manifest",
        "manifest digest-algorithm",
        try resigned(
          Array(
            manifest().text.replacing(
              "http://www.w3.org/2001/04/xmlenc#sha256",
              with: "http://www.w3.org/2000/09/xmldsig#sha1"
            ).utf8
          )
        )
      ),
    ]
  }

  private func manifest() throws -> [UInt8] {
    try ContainerReader.read(good())[EntryName.manifest(1)] ?? []
  }

  private func sign(_ manifest: [UInt8]) throws -> [UInt8] {
    try SignatureWriter.sign(
      manifest,
      key: firm.key,
      certificate: firm.certificate,
      at: Firm.instant
    )
  }

  /// The good file with another manifest, and the firm's signature over that.
  private func resigned(_ manifest: [UInt8]) throws -> [UInt8] {
    let signature = try sign(manifest)
    let file = try Forgery.changing(EntryName.manifest(1), of: good()) { $0 = manifest }
    return try Forgery.changing(EntryName.signature(1), of: file) { $0 = signature }
  }
}
