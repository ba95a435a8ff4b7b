import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// The script that checks files without our program.
struct VerifyWithoutUsTests {
  private let firm: Firm
  private let folder: TemporaryFolder

  init() throws {
    firm = try Firm()
    folder = try TemporaryFolder()
    try folder.write(firm.certificate.pem, as: "pinned.pem")
  }

  @Test func `a good file holds by the confirmed certificate, in PEM and in DER`() throws {
    try folder.write(firm.certificate.der, as: "pinned.der")
    for certificate in ["pinned.pem", "pinned.der"] {
      let result = try run(firm.sealed(), certificate)
      #expect(result.status == 0, "\(result.output.text)\(result.errors.text)")
      #expect(
        result.output.text == """
          files:       unchanged since they were signed (2)
          signed by:   subject=CN=Pennard Precision Ltd,organizationIdentifier=NTRGB-04336774,\
          O=Pennard Precision Ltd,C=GB
          fingerprint: \(firm.certificate.fingerprint)
          valid until: 2027-02-20T09:30:00Z (judged as of 2026-11-22T09:30:00Z)
          HOLDS: self-declared by the firm above, not checked by anybody

          """
      )
    }
  }

  @Test func `a bare fingerprint is undecided, one with a confirmed identifier holds`() throws {
    let fingerprint = firm.certificate.fingerprint
    let bare = try run(firm.sealed(), fingerprint)
    #expect(bare.status == 3, "\(bare.output.text)")
    for identifier in ["GB-COH 04336774", "NTRGB-04336774", "GB-PPON PMZV-7732-XXTT"] {
      #expect(try run(firm.sealed(), fingerprint, identifier).status == 0)
    }
    #expect(try run(firm.sealed(), fingerprint, "GB-COH 09999999").status == 4)
  }

  @Test func `a file that openssl signed holds`() throws {
    let signer = try OpenSSLSigner()
    try folder.write(signer.certificate.pem, as: "pinned.pem")
    let file = try Forgery.container(signer.statement()) { try signer.sign($0) }
    let result = try run(file, at: signer.instant)
    #expect(result.status == 0, "\(result.output.text)\(result.errors.text)")
  }

  @Test(arguments: [
    EntryName.document, EntryName.rendering, EntryName.manifest(1), EntryName.signature(1),
  ])
  func `a changed byte in a file inside is rejected`(name: String) throws {
    let file = try firm.sealed()
    let count = try #require(try ContainerReader.read(file)[name]).count
    for place in [0, count / 3, count / 2, count - 2] {
      let changed = try Forgery.changing(name, of: file) { $0[place] ^= 0x01 }
      let result = try run(changed)
      #expect(result.status == 4, "byte \(place): \(result.output.text)")
      #expect(result.output.text.hasPrefix("REJECTED: "))
    }
  }

  @Test func `another key is rejected`() throws {
    let other = try Firm()
    var statement = other.statement()
    statement.signerCertificateSHA256 = firm.certificate.fingerprint
    for file in [try other.sealed(), try other.forged(statement)] {
      #expect(try run(file).status == 4)
      #expect(try run(file, firm.certificate.fingerprint).status == 4)
    }
  }

  @Test func `another organisation, another certificate stated and a late look are rejected`()
    throws
  {
    let another = try Firm(organizationIdentifier: "NTRGB-09999999")
    try folder.write(another.certificate.pem, as: "another.pem")
    let foreign = try run(another.forged(), "another.pem")
    #expect(foreign.status == 4)
    #expect(foreign.output.text.contains("NTRGB-09999999"))

    var statement = firm.statement()
    statement.signerCertificateSHA256 = another.certificate.fingerprint
    #expect(try run(firm.forged(statement)).output.text.contains("names another certificate"))

    let late = try run(firm.sealed(), at: firm.statement().validUntil.adding(seconds: 1))
    #expect(late.status == 4)
    #expect(late.output.text.contains("was valid until"))
  }

  @Test func `entries of other firms in the statement are not the firm's`() throws {
    let other = try Firm(organizationIdentifier: "NTRGB-SC234456")
    try folder.write(other.certificate.pem, as: "other.pem")
    var statement = SampleStatement.full()
    statement.signerCertificateSHA256 = other.certificate.fingerprint
    #expect(try run(other.forged(statement), "other.pem").status == 4)
  }

  @Test func `what openssl alone would accept is rejected`() throws {
    let signer = try OpenSSLSigner()
    try folder.write(signer.certificate.pem, as: "pinned.pem")
    func status(_ sign: ([UInt8]) throws -> [UInt8]) throws -> Int32 {
      try run(Forgery.container(signer.statement(), signature: sign), at: signer.instant).status
    }
    #expect(try status { try signer.sign($0, cades: false, ["-noattr"]) } == 4)
    #expect(try status { try signer.sign($0, cades: false) } == 4)
    #expect(try status { try signer.sign($0, digest: "sha1") } == 4)
    #expect(try status { try signer.sign($0, ["-nodetach"]) } == 4)
    #expect(try status { try signer.sign($0, ["-econtent_type", "1.2.3.4"]) } == 4)
  }

  @Test func `curves that openssl accepts and we do not are rejected`() throws {
    let signer = try OpenSSLSigner(
      key: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"])
    try folder.write(signer.certificate.pem, as: "pinned.pem")
    let file = try Forgery.container(signer.statement()) { try signer.sign($0) }
    #expect(try run(file, at: signer.instant).status == 4)
  }

  @Test func `containers that programs could read in two ways are rejected`() throws {
    let entries = try ContainerReader.read(firm.sealed()).entries
    func forged(_ change: (inout ForgedZip) -> Void) -> [UInt8] {
      var zip = ForgedZip(
        entries: [.init("mimetype", ContainerRules.mediaType)]
          + entries.map { .init($0.name, $0.content) }
      )
      change(&zip)
      return zip.bytes
    }
    #expect(try run(forged { _ in }).status == 0)
    let bad = [
      forged { $0.entries.append(.init("attestation.xml", [0x41])) },
      forged { $0.entries.append(.init("Attestation.xml", [0x41])) },
      forged { $0.entries.append(.init("../attestation.xml", [0x41])) },
      forged { $0.entries.append(.init("readme.txt", [0x41])) },
      forged { $0.entries.append(.init("disclosure-A1.3.json", [0x41])) },
      forged { $0.entries[1].attributes = 0o120777 << 16 },
      forged { $0.entries[0].content[0] ^= 1 },
      forged { $0.entries.remove(at: 2) },
      forged { $0.suffix = [0x41, 0x42] },
      Array("not a container".utf8), [],
    ]
    for (number, file) in bad.enumerated() {
      #expect(try run(file).status == 4, "container \(number)")
    }
  }

  @Test func `wrong use and missing files have their own exit status`() throws {
    let script = Checkout.verifyWithoutUs
    #expect(try Tool.run(["sh", script], in: folder).status == 64)
    #expect(try Tool.run(["sh", script, "a"], in: folder).status == 64)
    #expect(try Tool.run(["sh", script, "--at", "x", "a", "b"], in: folder).status == 64)
    #expect(try Tool.run(["sh", script, "missing", "pinned.pem"], in: folder).status == 1)
    #expect(try run(firm.sealed(), "missing.pem").status == 1)
  }

  @Test func `the environment decides nothing`() throws {
    try folder.write(firm.sealed(), as: "A.asice")
    try folder.write(Firm().certificate.pem, as: "other.pem")
    try folder.write(Array("broken = [".utf8), as: "openssl.cnf")
    let result = try Tool.run(
      arguments("other.pem", at: Firm.instant),
      in: folder,
      environment: [
        "SSL_CERT_FILE=pinned.pem", "SSL_CERT_DIR=.", "OPENSSL_CONF=openssl.cnf", "UNZIP=-l",
      ]
    )
    #expect(result.status == 4)
    let good = try Tool.run(
      arguments("pinned.pem", at: Firm.instant),
      in: folder,
      environment: ["OPENSSL_CONF=openssl.cnf", "UNZIP=-l", "ZIPINFO=-v"]
    )
    #expect(good.status == 0, "\(good.output.text)\(good.errors.text)")
  }

  @Test func `shellcheck has nothing to say`() throws {
    guard Tool.exists("shellcheck") else { return }
    let result = try Tool.run(["shellcheck", "-s", "sh", Checkout.verifyWithoutUs], in: folder)
    #expect(result.status == 0, "\(result.output.text)")
  }

  private func run(
    _ file: [UInt8],
    _ trusted: String = "pinned.pem",
    _ identifier: String? = nil,
    at instant: Instant = Firm.instant
  ) throws -> Tool {
    try folder.write(file, as: "A.asice")
    return try Tool.run(arguments(trusted, identifier, at: instant), in: folder)
  }

  private func arguments(
    _ trusted: String,
    _ identifier: String? = nil,
    at instant: Instant
  ) -> [String] {
    [
      "sh", Checkout.verifyWithoutUs, "--at", String(instant.unixSeconds), "A.asice", trusted,
    ] + (identifier.map { [$0] } ?? [])
  }
}
