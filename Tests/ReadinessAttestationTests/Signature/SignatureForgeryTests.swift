import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// Signatures that the stock `openssl` program makes, right and wrong ones.
struct SignatureForgeryTests {
  private typealias Code = SignatureError.Code

  @Test func `what openssl signs in the profile is valid`() throws {
    let signer = try OpenSSLSigner()
    let result = try signer.verdict { try signer.sign($0) }
    #expect(result.decision == .valid, "\(result.reasons)")
  }

  @Test(arguments: [
    (["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"], "sha384"),
    (["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"], "sha512"),
    (["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"], "sha256"),
    (["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"], "sha512"),
  ])
  func `other accepted keys and digests are valid`(key: [String], digest: String) throws {
    let signer = try OpenSSLSigner(key: key)
    let result = try signer.verdict { try signer.sign($0, digest: digest) }
    #expect(result.decision == .valid, "\(result.reasons)")
    #expect(result.remarks.isEmpty)
  }

  @Test func `RSASSA-PSS is valid, and 2048 bits get a remark`() throws {
    let signer = try OpenSSLSigner(key: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
    for digest in ["sha256", "sha384", "sha512"] {
      let result = try signer.verdict {
        try signer.sign(
          $0,
          digest: digest,
          ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:digest"]
        )
      }
      #expect(result.decision == .valid, "\(digest): \(result.reasons)")
      #expect(result.remarks.map(\.code) == ["short-key"])
    }
  }

  @Test func `a PSS salt of another length than the digest is refused`() throws {
    let signer = try OpenSSLSigner(key: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
    let result = try signer.verdict {
      try signer.sign($0, ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:20"])
    }
    #expect(result.codes == [Code.signatureAlgorithm.rawValue])
  }

  @Test func `a signature without signed attributes is refused`() throws {
    let signer = try OpenSSLSigner()
    let result = try signer.verdict { try signer.sign($0, cades: false, ["-noattr"]) }
    #expect(result.codes == [Code.noSignedAttributes.rawValue])
  }

  @Test func `a signature that does not name its certificate is refused`() throws {
    let signer = try OpenSSLSigner()
    let result = try signer.verdict { try signer.sign($0, cades: false) }
    #expect(result.codes == [Code.attributeMissing.rawValue])
  }

  @Test func `a signed attribute that the profile does not know is refused`() throws {
    let signer = try OpenSSLSigner()
    let result = try signer.verdict { manifest in
      try signer.folder.write(manifest, as: "manifest.xml")
      try Tool.succeed(
        [
          "openssl", "cms", "-sign", "-in", "manifest.xml", "-outform", "DER", "-binary", "-cades",
          "-md", "sha256", "-signer", "cert.pem", "-inkey", "key.pem", "-out", "signature.p7s",
        ],
        in: signer.folder
      )
      return try signer.folder.read("signature.p7s")
    }
    #expect(result.codes == [Code.attributeNotAllowed.rawValue])
  }

  @Test(arguments: ["sha1", "md5", "sha224", "sha3-256"])
  func `digests that are not on the list are refused`(digest: String) throws {
    let signer = try OpenSSLSigner(key: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
    let result = try signer.verdict { try signer.sign($0, digest: digest) }
    #expect(result.codes == [Code.digestAlgorithm.rawValue])
  }

  @Test(arguments: [("P-256", "sha384"), ("P-256", "sha512"), ("P-384", "sha256")])
  func `a digest that does not go with the curve is refused`(
    curve: String,
    digest: String
  ) throws {
    let signer = try OpenSSLSigner(
      key: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + curve])
    let result = try signer.verdict { try signer.sign($0, digest: digest) }
    #expect(result.codes == [Code.signatureAlgorithm.rawValue])
  }

  @Test(arguments: [
    ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"],
    ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"],
    ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-224"],
    ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"],
    ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"],
    [
      "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt",
      "ec_param_enc:explicit",
    ],
  ])
  func `weak keys and other curves are refused`(key: [String]) throws {
    let signer = try OpenSSLSigner(key: key)
    let result = try signer.verdict { try signer.sign($0) }
    #expect(result.codes == [Code.key.rawValue])
  }

  @Test func `a signature over other bytes is refused`() throws {
    let signer = try OpenSSLSigner()
    let result = try signer.verdict { try signer.sign($0 + [0x0A]) }
    #expect(result.codes == [Code.signature.rawValue])
  }

  @Test func `a signature over rewritten line ends is refused`() throws {
    let signer = try OpenSSLSigner()
    let result = try signer.verdict { try signer.sign($0, binary: false) }
    #expect(result.codes == [Code.signature.rawValue])
  }

  @Test func `attached content is refused`() throws {
    let signer = try OpenSSLSigner()
    let result = try signer.verdict { try signer.sign($0, ["-nodetach"]) }
    #expect(result.codes == [Code.attached.rawValue])
  }

  @Test func `another content type is refused`() throws {
    let signer = try OpenSSLSigner()
    let result = try signer.verdict {
      try signer.sign($0, ["-econtent_type", "1.2.840.113549.1.9.16.1.4"])
    }
    // Another content type also raises the version, which is looked at first.
    #expect(result.codes == [Code.version.rawValue])
  }

  @Test func `two signers in one file are refused`() throws {
    let signer = try OpenSSLSigner()
    let other = try OpenSSLSigner()
    try signer.folder.write(other.certificate.pem, as: "other.pem")
    try signer.folder.write(other.folder.read("key.pem"), as: "other-key.pem")
    let result = try signer.verdict {
      try signer.sign($0, ["-signer", "other.pem", "-inkey", "other-key.pem"])
    }
    #expect(result.codes == [Code.signerCount.rawValue])
  }

  @Test func `a signer named by key identifier is refused`() throws {
    let signer = try OpenSSLSigner()
    let result = try signer.verdict { try signer.sign($0, ["-keyid"]) }
    #expect(result.codes == [Code.version.rawValue])
  }

  @Test func `a signature without its certificate is refused`() throws {
    let signer = try OpenSSLSigner()
    let result = try signer.verdict { try signer.sign($0, ["-nocerts"]) }
    #expect(result.codes == [Code.signerCertificate.rawValue])
  }

  @Test(arguments: [
    ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,digitalSignature,keyCertSign"],
    ["basicConstraints=critical,CA:TRUE,pathlen:0", "keyUsage=critical,keyCertSign,cRLSign"],
  ])
  func `an authority as signer is refused`(extensions: [String]) throws {
    let signer = try OpenSSLSigner(extensions: extensions)
    let result = try signer.verdict { try signer.sign($0) }
    #expect(result.codes == [Code.authority.rawValue])
  }

  @Test func `a key usage without signatures is refused`() throws {
    let usages = [
      ["keyUsage=critical,keyAgreement"], [],
    ]
    for usage in usages {
      let signer = try OpenSSLSigner(extensions: ["basicConstraints=critical,CA:FALSE"] + usage)
      let result = try signer.verdict { try signer.sign($0) }
      #expect(result.codes == [Code.keyUsage.rawValue])
    }
  }

  @Test(arguments: ["serverAuth", "clientAuth,serverAuth", "codeSigning", "timeStamping"])
  func `a certificate for other purposes is refused`(purposes: String) throws {
    let signer = try OpenSSLSigner(
      extensions: OpenSSLSigner.profile.dropLast() + ["extendedKeyUsage=" + purposes]
    )
    let result = try signer.verdict { try signer.sign($0) }
    #expect(result.codes == [Code.extendedKeyUsage.rawValue])
  }

  @Test(arguments: [
    [], ["extendedKeyUsage=emailProtection"], ["extendedKeyUsage=1.3.6.1.4.1.311.10.3.12"],
    ["extendedKeyUsage=1.2.840.113583.1.1.5,clientAuth"],
  ])
  func `the purposes of foreign authorities are accepted`(purposes: [String]) throws {
    let signer = try OpenSSLSigner(extensions: OpenSSLSigner.profile.dropLast() + purposes)
    let result = try signer.verdict { try signer.sign($0) }
    #expect(result.decision == .valid, "\(result.reasons)")
  }

  @Test func `an unknown critical extension is refused`() throws {
    let signer = try OpenSSLSigner(
      extensions: OpenSSLSigner.profile + ["1.2.3.4.5=critical,ASN1:NULL"]
    )
    let result = try signer.verdict { try signer.sign($0) }
    #expect(result.codes == [ChainError.Code.invalid.rawValue])
  }

  @Test func `a certificate is refused before its first and after its last moment`() throws {
    let signer = try OpenSSLSigner()
    let file = try Forgery.container(signer.statement()) { try signer.sign($0) }
    let trust = try TrustStore(lines: [], certificates: [signer.certificate])
    let start = try #require(signer.certificate.notBefore)
    let end = try #require(signer.certificate.notAfter)
    func codes(_ instant: Instant) -> [String] {
      Verifier(trust: trust, now: instant).verify(file).codes
    }
    #expect(codes(start.adding(seconds: -1)) == [ChainError.Code.notYetValid.rawValue])
    #expect(codes(end.adding(seconds: 1)) == [ChainError.Code.expired.rawValue])
  }
}
