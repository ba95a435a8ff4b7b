import COpenSSL
import ReadinessCore

@testable import ReadinessAttestation

/// A time-stamp authority whose stamps tell whatever moment they are told to.
///
/// `openssl ts` knows the machine's clock only; here `openssl cms` signs what we wrote.
struct VectorStamps {
  let root: Certificate
  private let folder: TemporaryFolder

  init(usage: String = "critical,timeStamping") throws {
    let rootKey = try SigningKey.create()
    root = try Programme.root(
      name: "Stamps of the Fells",
      key: rootKey,
      serial: [0x55] + Array(1...15),
      from: SampleProgramme.began
    )
    let key = try SigningKey.create()
    let certificate = try CertificateDraft(
      subject: [("CN", "Stamps")],
      publicKey: key.pointer,
      issuer: root,
      serial: [0x66] + Array(1...15),
      from: SampleProgramme.began,
      until: SampleProgramme.began.adding(years: 5),
      extensions: [
        (NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature"),
        (NID_ext_key_usage, usage), (NID_subject_key_identifier, "hash"),
        (NID_authority_key_identifier, "keyid:always"),
      ]
    ).signed(by: rootKey)
    folder = try TemporaryFolder()
    var phrase = Array("stamps".utf8)
    try folder.write(key.encrypted(passphrase: &phrase), as: "key.pem")
    try folder.write(certificate.pem, as: "stamps.pem")
  }

  /// A token over those bytes that tells that moment.
  func token(over value: [UInt8], at instant: Instant) throws -> [UInt8] {
    let algorithm = DERWriter.element(DERTag.object, ObjectIdentifiers.sha256) + [DERTag.null, 0]
    let imprint =
      DERWriter.element(DERTag.sequence, algorithm)
      + DERWriter.element(DERTag.octets, Digest.sha256(value))
    let time = instant.description.filter { $0.isNumber } + "Z"
    let info =
      DERWriter.element(DERTag.integer, [1]) + DERWriter.element(DERTag.object, [0x2A, 3, 4, 1])
      + DERWriter.element(DERTag.sequence, imprint) + DERWriter.element(DERTag.integer, [0x11])
      + DERWriter.element(0x18, Array(time.utf8))
    try folder.write(DERWriter.element(DERTag.sequence, info), as: "info.der")
    try Tool.succeed(
      [
        "openssl", "cms", "-sign", "-nodetach", "-binary", "-cades", "-nosmimecap", "-md", "sha256",
        "-econtent_type", "1.2.840.113549.1.9.16.1.4", "-in", "info.der", "-signer", "stamps.pem",
        "-inkey", "key.pem", "-passin", "pass:stamps", "-outform", "DER", "-out", "token.der",
      ],
      in: folder
    )
    return try folder.read("token.der")
  }
}
