import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct SigningKeyTests {
  @Test func `a key file opens with its pass phrase only, and the pass phrase is wiped`() throws {
    let key = try SigningKey.create()
    #expect(key.kind == .p256)
    var phrase = Array("correct horse".utf8)
    let file = try key.encrypted(passphrase: &phrase)
    #expect(phrase.isEmpty)
    phrase = Array("correct horse".utf8)
    let opened = try SigningKey.open(file, passphrase: &phrase)
    #expect(phrase.isEmpty)
    #expect(opened.publicKeyFingerprint == key.publicKeyFingerprint)

    for wrong in ["", "correct horsE", "correct horse "] {
      var phrase = Array(wrong.utf8)
      #expect(code { try SigningKey.open(file, passphrase: &phrase) } == .wrongPassphrase)
      #expect(phrase.isEmpty)
    }
  }

  @Test func `the key file is scrypt and AES-256, as the profile lays down`() throws {
    let folder = try TemporaryFolder()
    var phrase = Array("correct horse".utf8)
    try folder.write(SigningKey.create().encrypted(passphrase: &phrase), as: "key.pem")
    let text = try Tool.succeed(["openssl", "asn1parse", "-in", "key.pem"], in: folder).text
    for part in ["PBES2", ":scrypt", "aes-256-cbc", "INTEGER           :4000", ":08", ":05"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(try folder.read("key.pem").text.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
    try Tool.succeed(
      ["openssl", "pkey", "-in", "key.pem", "-passin", "pass:correct horse", "-noout"],
      in: folder
    )
  }

  @Test func `a key file that openssl made opens too`() throws {
    let folder = try TemporaryFolder()
    try Tool.succeed(
      [
        "openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384", "-out",
        "k",
      ],
      in: folder
    )
    for options in [["-scrypt"], ["-v2", "aes-256-cbc", "-iter", "1000"]] {
      try Tool.succeed(
        ["openssl", "pkcs8", "-topk8", "-in", "k", "-passout", "pass:x", "-out", "e"] + options,
        in: folder
      )
      var phrase = Array("x".utf8)
      #expect(try SigningKey.open(folder.read("e"), passphrase: &phrase).kind == .p384)
    }
  }

  @Test func `an empty pass phrase protects nothing`() throws {
    let key = try SigningKey.create()
    var phrase: [UInt8] = []
    #expect(code { try key.encrypted(passphrase: &phrase) } == .wrongPassphrase)
  }

  @Test func `open keys, other keys and garbage have codes of their own`() throws {
    let folder = try TemporaryFolder()
    func key(_ options: [String], encrypted: Bool) throws -> [UInt8] {
      try Tool.succeed(["openssl", "genpkey"] + options + ["-out", "k"], in: folder)
      guard encrypted else { return try folder.read("k") }
      try Tool.succeed(
        ["openssl", "pkcs8", "-topk8", "-in", "k", "-passout", "pass:x", "-out", "e"],
        in: folder
      )
      return try folder.read("e")
    }
    func refusal(_ file: [UInt8]) -> CryptoError.Code? {
      var phrase = Array("x".utf8)
      return code { try SigningKey.open(file, passphrase: &phrase) }
    }
    let curve = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:"]
    let p256 = curve.dropLast() + ["ec_paramgen_curve:P-256"]
    #expect(try refusal(key(Array(p256), encrypted: false)) == .notEncrypted)
    #expect(try refusal(key(["-algorithm", "ED25519"], encrypted: true)) == .unsupported)
    #expect(
      try refusal(
        key(["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"], encrypted: true)
      )
        == .unsupported
    )
    let good = try key(Array(p256), encrypted: true)
    #expect(refusal(good + good) == .malformed)
    #expect(refusal([]) == .malformed)
    #expect(refusal(Array("hello".utf8)) == .malformed)
    #expect(refusal(Array(good.dropLast(30))) == .malformed)
  }

  @Test func `a certificate made here says what the profile lays down`() throws {
    let firm = try Firm()
    let certificate = firm.certificate
    #expect(certificate.subject.country == "GB")
    #expect(certificate.subject.organization == "Pennard Precision Ltd")
    #expect(certificate.subject.commonName == "Pennard Precision Ltd")
    #expect(certificate.organizationIdentifier == "NTRGB-04336774")
    #expect(certificate.issuer == certificate.subject)
    #expect(certificate.isSelfSigned)
    #expect(!certificate.isAuthority)
    #expect(certificate.mayBeUsedToSign)
    #expect(certificate.purposes == ["1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"])
    #expect(certificate.keyKind == .p256)
    // The first bit of the number is set, and it is not negative.
    #expect(certificate.serial == "f102030405060708090a0b0c0d0e0f10")
    #expect(certificate.notBefore?.description == "2026-11-21T09:30:00Z")
    #expect(certificate.notAfter?.description == "2029-11-21T09:30:00Z")
    #expect(firm.key.belongs(to: certificate))
    #expect(!firm.key.belongs(to: try Firm().certificate))
  }

  @Test func `a serial number of another size, or of zeros, is refused`() throws {
    let key = try SigningKey.create()
    let subject = SignerSubject(organization: "A", organizationIdentifier: nil)
    for serial in [[], [UInt8](repeating: 1, count: 15), [UInt8](repeating: 0, count: 16)] {
      #expect(
        code { try key.selfSignedCertificate(subject: subject, serial: serial, from: Firm.instant) }
          == .malformed
      )
    }
  }

  @Test func `an empty name is refused, a long one is cut`() throws {
    let key = try SigningKey.create()
    func made(_ name: String) throws -> Certificate {
      try key.selfSignedCertificate(
        subject: SignerSubject(organization: name, organizationIdentifier: nil),
        serial: Firm.serial,
        from: Firm.instant
      )
    }
    #expect(code { try made("") } == .malformed)
    let long = String(repeating: "Pennard é ", count: 15)
    #expect(try made(long).subject.organization?.unicodeScalars.count == 64)
    #expect(try made("Caffè Łódź Ltd").subject.commonName == "Caffè Łódź Ltd")
  }

  @Test func `signing with a key that is not the certificate's is refused`() throws {
    let firm = try Firm()
    #expect(
      code {
        try SignatureWriter.sign(
          [1],
          key: SigningKey.create(),
          certificate: firm.certificate,
          at: Firm.instant
        )
      } == .malformed
    )
  }

  @Test func `random bytes are as many as asked for, and others each time`() throws {
    #expect(try SecureRandom.bytes(16).count == 16)
    #expect(try SecureRandom.bytes(16) != SecureRandom.bytes(16))
    #expect(try SecureRandom.bytes(0).isEmpty)
  }

  private func code<Result>(_ body: () throws -> Result) -> CryptoError.Code? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? CryptoError)?.code
    }
  }
}
