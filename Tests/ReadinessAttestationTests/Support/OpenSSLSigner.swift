import ReadinessCore

@testable import ReadinessAttestation

/// A signer whose key, certificate and signatures the stock `openssl` program makes.
struct OpenSSLSigner {
  let folder: TemporaryFolder
  let certificate: Certificate

  static let profile = [
    "basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature,nonRepudiation",
    "extendedKeyUsage=1.3.6.1.5.5.7.3.36,emailProtection",
  ]

  /// Makes a key and a self-signed certificate.
  ///
  /// - Parameters:
  ///   - key: the options of `openssl genpkey`.
  ///   - extensions: what the certificate carries.
  init(
    key: [String] = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
    extensions: [String] = OpenSSLSigner.profile
  ) throws {
    folder = try TemporaryFolder()
    try Tool.succeed(["openssl", "genpkey"] + key + ["-out", "key.pem"], in: folder)
    let configuration = """
      [req]
      distinguished_name = name
      prompt = no
      utf8 = yes
      [name]
      C = GB
      O = Pennard Precision Ltd
      organizationIdentifier = NTRGB-04336774
      CN = Pennard Precision Ltd
      [extensions]
      subjectKeyIdentifier = hash

      """ + extensions.joined(separator: "\n") + "\n"
    try folder.write(Array(configuration.utf8), as: "req.cnf")
    try Tool.succeed(
      [
        "openssl", "req", "-x509", "-new", "-key", "key.pem", "-config", "req.cnf", "-extensions",
        "extensions", "-days", "30", "-sha256", "-out", "cert.pem",
      ],
      in: folder
    )
    certificate = try Certificate.read(folder.read("cert.pem"))[0]
  }

  /// A minute after the certificate was made, which is when everything is signed and judged.
  var instant: Instant {
    (certificate.notBefore ?? Instant(unixSeconds: 0)).adding(seconds: 60)
  }

  /// The sample statement as of that moment.
  func statement() -> Statement {
    var statement = SampleStatement.ready()
    statement.issued = instant
    statement.sequence = instant.unixSeconds
    statement.validUntil = instant.adding(seconds: 86_400)
    statement.judgedOn = instant.day
    statement.signerCertificateSHA256 = certificate.fingerprint
    return statement
  }

  /// Signs as the profile says, with further options or others in their place.
  func sign(
    _ manifest: [UInt8],
    cades: Bool = true,
    binary: Bool = true,
    digest: String = "sha256",
    _ options: [String] = []
  ) throws -> [UInt8] {
    try folder.write(manifest, as: "manifest.xml")
    try Tool.succeed(
      ["openssl", "cms", "-sign", "-in", "manifest.xml", "-outform", "DER", "-nosmimecap"]
        + (binary ? ["-binary"] : []) + (cades ? ["-cades"] : [])
        + ["-md", digest, "-signer", "cert.pem", "-inkey", "key.pem", "-out", "signature.p7s"]
        + options,
      in: folder
    )
    return try folder.read("signature.p7s")
  }

  /// What the verifier says of a container signed so, this signer's certificate being pinned.
  func verdict(
    signature: (_ manifest: [UInt8]) throws -> [UInt8]
  ) throws -> Verification {
    let file = try Forgery.container(statement(), signature: signature)
    let trust = try TrustStore(lines: [], certificates: [certificate])
    return Verifier(trust: trust, now: instant).verify(file)
  }
}
