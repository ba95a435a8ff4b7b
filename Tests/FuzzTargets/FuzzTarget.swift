import ReadinessAttestation
import ReadinessCore
import ReadinessEvidence
import ReadinessXML
import TestSupport

/// Everything that reads bytes of strangers, one entry point for each kind.
///
/// The fuzzer feeds them, and the ordinary tests replay what it kept. A target stops the program
/// where something holds that must not.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// The ZIP file.
  case container
  /// A manifest.
  case manifest
  /// A signature file, over a manifest that is always the same.
  case signature
  /// `attestation.xml`.
  case attestation
  /// The small documents: presentation, counter-signature, withdrawal.
  case document
  /// A disclosed answer.
  case disclosure
  /// Trust files and certificates.
  case trust
  /// Revocation lists.
  case revocation
  /// A time-stamp authority's answer, and requests to one.
  case timeStamp = "timestamp"
  /// A question set.
  case questionnaire
  /// A buyer's policy.
  case policy
  /// A seal, its leaves and the proof of one.
  case seal
  /// `answers.json`.
  case answers
  /// A reply sheet.
  case sheet = "reply-sheet"
  /// A scan report of any format.
  case scan
  /// A scan report of Nessus.
  case nessus
  /// A scan report of Greenbone or OpenVAS.
  case greenbone
  /// A scan report of Nmap.
  case nmap
  /// Results of XCCDF.
  case xccdf
  /// An asset report collection.
  case arf
  /// A report of Lynis.
  case lynis
  /// A report of Trivy.
  case trivy
  /// A report of Grype.
  case grype

  /// Reads these bytes; returns whatever they are.
  public func read(_ bytes: [UInt8]) {
    switch self {
    case .container: Self.container(bytes)
    case .manifest: Self.manifest(bytes)
    case .signature: Self.signature(bytes)
    case .attestation: Self.attestation(bytes)
    case .document: Self.document(bytes)
    case .disclosure: Self.disclosure(bytes)
    case .trust: Self.trust(bytes)
    case .revocation: Self.revocation(bytes)
    case .timeStamp: Self.timeStamp(bytes)
    case .questionnaire: Self.questionnaire(bytes)
    case .policy: Self.policy(bytes)
    case .seal: Self.seal(bytes)
    case .answers: Self.answers(bytes)
    case .sheet: Self.sheet(bytes)
    case .scan: Self.scan(bytes)
    case .nessus: Self.scan(bytes, .nessus)
    case .greenbone: Self.scan(bytes, .greenbone)
    case .nmap: Self.scan(bytes, .nmap)
    case .xccdf: Self.scan(bytes, .xccdf)
    case .arf: Self.scan(bytes, .arf)
    case .lynis: Self.scan(bytes, .lynis)
    case .trivy: Self.scan(bytes, .trivy)
    case .grype: Self.scan(bytes, .grype)
    }
  }

  /// Stops the program where something does not hold that must.
  static func hold(_ claim: @autoclosure () throws -> Bool, _ what: StaticString) {
    guard let holds = try? claim(), holds else { preconditionFailure("\(what)") }
  }

  /// As of when everything is judged.
  static let now = Instant(unixSeconds: 1_795_339_800)

  private static func container(_ bytes: [UInt8]) {
    let result = Verifier(trust: .none, now: now).verify(bytes)
    hold(result.decision != .valid, "nobody is trusted")
    hold(!result.reasons.isEmpty, "a reason is given")
    guard let container = try? ContainerReader.read(bytes) else { return }
    // What was read can be written, and is the same again.
    guard let written = try? ContainerWriter.bytes(of: container) else { return }
    hold(try ContainerReader.read(written) == container, "container read again")
  }

  private static func manifest(_ bytes: [UInt8]) {
    guard let manifest = try? Manifest.read(bytes, name: "m") else { return }
    hold(manifest.bytes == bytes, "no byte of a manifest is free")
  }

  private static func attestation(_ bytes: [UInt8]) {
    guard let statement = try? StatementReader.read(bytes) else { return }
    hold(StatementWriter.xml(statement) == bytes, "no byte of a statement is free")
    _ = StatementSense.problems(statement, at: now)
    _ = StatementSense.remarks(statement, at: now)
    hold(!StatementPage.html(statement).isEmpty, "there is a page")
    let message = StatementMessage.text(statement, containerName: "a.asice", fingerprint: "00")
    hold(
      !message.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" },
      "no control in a message"
    )
  }

  private static func document(_ bytes: [UInt8]) {
    if let value = try? PresentationDocument.read(bytes) {
      hold(PresentationDocument.xml(value) == bytes, "no byte is free")
    }
    if let value = try? WithdrawalDocument.read(bytes) {
      hold(WithdrawalDocument.xml(value) == bytes, "no byte is free")
    }
    if let value = try? CountersignatureDocument.read(bytes, name: "c.xml") {
      hold(CountersignatureDocument.xml(value) == bytes, "no byte is free")
    }
  }

  private static func disclosure(_ bytes: [UInt8]) {
    for name in ["disclosure-A1.1.json", "note-A1.1.json", "outcome-SUM-5.json"] {
      if let value = try? DisclosureReader.read(bytes, fileName: name) {
        hold(value.bytes == bytes && value.fileName == name, "no byte is free")
      }
    }
  }

  private static func trust(_ bytes: [UInt8]) {
    _ = try? TrustStore.read([TrustFile(name: "t", bytes: bytes)])
    for certificate in (try? Certificate.read(bytes)) ?? [] {
      hold(certificate.fingerprint.utf8.count == 64, "a fingerprint")
      _ = certificate.subject.description
      _ = certificate.organizationIdentifier
    }
  }

  // MARK: Signatures

  private static let statement = Container.Entry(name: "attestation.xml", content: [0x3C])
  private static let itsPage = Container.Entry(name: "attestation.html", content: [0x3C])

  /// The manifest that every signature of the corpus is over.
  public static let signedManifest = Manifest(number: 1, covering: [statement, itsPage]).bytes

  private static func signature(_ bytes: [UInt8]) {
    let entries = [
      statement, itsPage, .init(name: "META-INF/ASiCManifest001.xml", content: signedManifest),
      .init(name: "META-INF/signature001.p7s", content: bytes),
    ]
    guard let container = try? Container(entries: entries),
      let file = try? ContainerWriter.bytes(of: container)
    else { return }
    let result = Verifier(trust: .none, now: now).verify(file)
    hold(result.decision == .rejected, "the document is none")
  }
}
