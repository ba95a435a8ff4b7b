import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// Authorities that go beyond what the one above allows them, made by the stock `openssl` program.
struct ChainAttackTests {
  @Test func `the rules that an authority was given are kept`() throws {
    // The very same chain holds where the rule allows it.
    #expect(try reasons(root: ["basicConstraints=critical,CA:TRUE,pathlen:1"]) == ["crl-missing"])
    #expect(try reasons(root: ["basicConstraints=critical,CA:TRUE,pathlen:0"]) == ["chain-invalid"])
    let constrained = [
      "basicConstraints=critical,CA:TRUE", "nameConstraints=critical,permitted;dirName:allowed",
    ]
    #expect(try reasons(root: constrained + ["[allowed]", "C=GB"]) == ["crl-missing"])
    #expect(try reasons(root: constrained + ["[allowed]", "C=FR"]) == ["chain-invalid"])
  }

  /// What keeps an attestation from being valid whose signer stands under root and issuing key.
  private func reasons(root extensions: [String]) throws -> [String] {
    let signer = try OpenSSLSigner()
    let folder = signer.folder
    let usage = "keyUsage=critical,keyCertSign,cRLSign"
    try make("root", name: "Root", [usage] + extensions, in: folder)
    try make(
      "issuing",
      name: "Issuing",
      [usage, "basicConstraints=critical,CA:TRUE,pathlen:0"],
      by: "root",
      in: folder
    )
    let profile = OpenSSLSigner.profile
    try folder.write(try folder.read("key.pem"), as: "firm-key.pem")
    try make("firm", name: nil, profile, by: "issuing", in: folder)
    try folder.write(try folder.read("firm.pem"), as: "cert.pem")
    let firm = try Certificate.read(folder.read("cert.pem"))[0]
    let instant = (firm.notBefore ?? signer.instant).adding(seconds: 60)
    var statement = signer.statement()
    statement.signerCertificateSHA256 = firm.fingerprint
    let file = try Forgery.container(statement) {
      try signer.sign($0, ["-certfile", "issuing.pem"])
    }
    let trust = try TrustStore(lines: [], certificates: Certificate.read(folder.read("root.pem")))
    let result = Verifier(trust: trust, now: instant).verify(file)
    return Array(Set(result.codes))
  }

  /// A certificate; without an issuer one by itself, with the firm's request where no name is given.
  private func make(
    _ file: String,
    name: String?,
    _ extensions: [String],
    by issuer: String? = nil,
    in folder: TemporaryFolder
  ) throws {
    if name != nil {
      try Tool.succeed(
        [
          "openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out",
          "\(file)-key.pem",
        ],
        in: folder
      )
    }
    let subject = name.map { ["-subj", "/C=GB/O=\($0)/CN=\($0)"] } ?? ["-config", "req.cnf"]
    try Tool.succeed(
      ["openssl", "req", "-new", "-key", "\(file)-key.pem", "-out", "\(file).csr"] + subject,
      in: folder
    )
    let identifiers =
      ["subjectKeyIdentifier=hash"] + (issuer == nil ? [] : ["authorityKeyIdentifier=keyid"])
    try folder.write(
      Array((identifiers + extensions).joined(separator: "\n").utf8),
      as: "\(file).cnf"
    )
    let signing =
      issuer.map { ["-CA", "\($0).pem", "-CAkey", "\($0)-key.pem", "-CAcreateserial"] }
      ?? ["-key", "\(file)-key.pem"]
    try Tool.succeed(
      ["openssl", "x509", "-req", "-in", "\(file).csr", "-days", "20", "-sha256"] + signing
        + ["-extfile", "\(file).cnf", "-out", "\(file).pem"],
      in: folder
    )
  }
}
