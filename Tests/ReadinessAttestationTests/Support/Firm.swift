import ReadinessCore

@testable import ReadinessAttestation

/// The invented firm with a key of its own, able to sign.
struct Firm {
  let key: SigningKey
  let certificate: Certificate

  /// When the samples are signed and judged.
  static let instant = SampleStatement.issued
  static let identifier = Identifier(scheme: "GB-COH", id: "04336774")
  static let serial: [UInt8] = [0xF1] + Array(2...16)

  /// A firm with a new key.
  ///
  /// - Parameters:
  ///   - organizationIdentifier: what its certificate names.
  ///   - instant: the first moment of the certificate.
  init(
    organizationIdentifier: String? = "NTRGB-04336774",
    from instant: Instant = Firm.instant.adding(seconds: -86_400)
  ) throws {
    key = try SigningKey.create()
    certificate = try key.selfSignedCertificate(
      subject: SignerSubject(
        organization: "Pennard Precision Ltd",
        organizationIdentifier: organizationIdentifier
      ),
      serial: Firm.serial,
      from: instant
    )
  }

  /// The sample statement, naming this firm's certificate.
  func statement() -> Statement {
    var statement = SampleStatement.ready()
    statement.signerCertificateSHA256 = certificate.fingerprint
    return statement
  }

  /// The files of an attestation, signed and judged as everything that is sealed.
  func sealed(_ statement: Statement? = nil, at instant: Instant = Firm.instant) throws -> [UInt8] {
    let statement = statement ?? self.statement()
    return try AttestationSigner.seal(
      xml: StatementWriter.xml(statement),
      html: StatementPage.html(statement),
      key: key,
      certificate: certificate,
      at: instant
    )
  }

  /// The same without the judgement at the end, for files that are not to be accepted.
  func forged(
    _ statement: Statement? = nil,
    html: [UInt8]? = nil,
    at instant: Instant = Firm.instant
  ) throws -> [UInt8] {
    let statement = statement ?? self.statement()
    return try AttestationSigner.file(
      xml: StatementWriter.xml(statement),
      html: html ?? StatementPage.html(statement),
      key: key,
      certificate: certificate,
      at: instant
    )
  }

  /// A store in which the certificate is pinned.
  func pinned() throws -> TrustStore { try TrustStore(lines: [], certificates: [certificate]) }
}

/// Files of a container put together by hand.
enum Forgery {
  /// The container of those files, with another signature over the manifest that belongs to them.
  ///
  /// - Parameters:
  ///   - statement: what is stated.
  ///   - further: files that the manifest covers too.
  ///   - uncovered: files that it does not.
  ///   - signature: makes the signature over the manifest.
  static func container(
    _ statement: Statement,
    further: [Container.Entry] = [],
    uncovered: [Container.Entry] = [],
    signature: (_ manifest: [UInt8]) throws -> [UInt8]
  ) throws -> [UInt8] {
    let files =
      [
        Container.Entry(name: EntryName.document, content: StatementWriter.xml(statement)),
        Container.Entry(name: EntryName.rendering, content: StatementPage.html(statement)),
      ] + further
    let manifest = Manifest(number: 1, covering: files).bytes
    return try ContainerWriter.bytes(
      of: Container(
        entries: files + uncovered + [
          .init(name: EntryName.manifest(1), content: manifest),
          .init(name: EntryName.signature(1), content: try signature(manifest)),
        ]
      )
    )
  }

  /// The container with a second signature, over the first one, the document and those files.
  static func countersigning(
    _ file: [UInt8],
    by firm: Firm,
    further: [Container.Entry] = []
  ) throws -> [UInt8] {
    let first = try ContainerReader.read(file).entries
    let covered = first.filter { $0.name != EntryName.rendering } + further
    let manifest = Manifest(number: 2, covering: covered).bytes
    let signature = try SignatureWriter.sign(
      manifest,
      key: firm.key,
      certificate: firm.certificate,
      at: Firm.instant
    )
    return try ContainerWriter.bytes(
      of: Container(
        entries: first + further + [
          .init(name: EntryName.manifest(2), content: manifest),
          .init(name: EntryName.signature(2), content: signature),
        ]
      )
    )
  }

  /// The container with one entry's content changed, checksums made to fit.
  static func changing(
    _ name: String,
    of file: [UInt8],
    _ change: (inout [UInt8]) -> Void
  ) throws -> [UInt8] {
    let entries = try ContainerReader.read(file).entries.map { entry in
      var content = entry.content
      if entry.name == name { change(&content) }
      return Container.Entry(name: entry.name, content: content)
    }
    return try ContainerWriter.bytes(of: Container(entries: entries))
  }
}

extension Verification {
  /// The codes of the reasons.
  var codes: [String] { reasons.map(\.code) }
}
