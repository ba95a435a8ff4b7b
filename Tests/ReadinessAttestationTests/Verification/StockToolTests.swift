import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// What we write, read by programs that are not ours.
struct StockToolTests {
  private let firm: Firm
  private let folder: TemporaryFolder

  init() throws {
    firm = try Firm()
    folder = try TemporaryFolder()
    try folder.write(firm.sealed(), as: "A.asice")
    try folder.write(firm.certificate.pem, as: "pinned.pem")
    try Tool.succeed(["unzip", "-q", "A.asice", "-d", "."], in: folder)
  }

  @Test func `unzip lists and tests what we write without complaint`() throws {
    let names = try Tool.succeed(["unzip", "-Z1", "A.asice"], in: folder).text
    #expect(
      names == """
        mimetype
        attestation.xml
        attestation.html
        META-INF/ASiCManifest001.xml
        META-INF/signature001.p7s

        """
    )
    try Tool.succeed(["unzip", "-tq", "A.asice"], in: folder)
  }

  @Test func `openssl accepts our signature with every strict option`() throws {
    let result = try Tool.run(command(), in: folder)
    #expect(result.status == 0, "\(result.errors.text)")
    #expect(result.errors.text == "CAdES Verification successful\n")
    let signer = try Certificate.read(folder.read("signer.pem"))
    #expect(signer == [firm.certificate])
  }

  @Test func `openssl trusts no certificate but the one we name`() throws {
    try folder.write(Firm().certificate.pem, as: "pinned.pem")
    #expect(try Tool.run(command(), in: folder).status != 0)
  }

  @Test func `openssl refuses a changed manifest`() throws {
    var manifest = try folder.read(EntryName.manifest(1))
    manifest[manifest.count / 2] ^= 1
    try folder.write(manifest, as: EntryName.manifest(1))
    #expect(try Tool.run(command(), in: folder).status != 0)
  }

  @Test func `openssl shows the four signed attributes, and no others`() throws {
    let print = try Tool.succeed(
      [
        "openssl", "cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in",
        EntryName.signature(1),
      ],
      in: folder
    ).text
    let attributes = print.split(separator: "\n").filter { $0.hasPrefix("            object: ") }
      .map { String($0.dropFirst(20).prefix { $0 != " " }) }
    #expect(
      attributes.sorted() == [
        "contentType", "id-smime-aa-signingCertificateV2", "messageDigest", "signingTime",
      ]
    )
    #expect(print.contains("      eContent: <ABSENT>"))
    #expect(print.contains("UTCTIME:Nov 22 09:30:00 2026 GMT"))
  }

  @Test func `sed and sha256sum read the digests out of our manifest`() throws {
    let script = #"""
      M=META-INF/ASiCManifest001.xml
      sed -n 's/^<asic:DataObjectReference .*URI="\([^"]*\)">$/\1/p' $M > u
      sed -n 's/^<ds:DigestValue>\(.*\)<\/ds:DigestValue>$/\1/p' $M > v
      paste u v | while read -r u v; do
        printf '%s  %s\n' "$(printf %s "$v" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')" "$u"
      done | sha256sum -c --strict
      """#
    let output = try Tool.succeed(["sh", "-c", script], in: folder).text
    #expect(output == "attestation.xml: OK\nattestation.html: OK\n")
  }

  @Test func `xmllint accepts our manifest`() throws {
    guard Tool.exists("xmllint") else { return }
    try Tool.succeed(["xmllint", "--nonet", "--noout", EntryName.manifest(1)], in: folder)
  }

  @Test func `openssl reads the certificate as we do`() throws {
    let text = try Tool.succeed(
      [
        "openssl", "x509", "-in", "pinned.pem", "-noout", "-subject", "-nameopt", "RFC2253",
        "-serial", "-dates", "-fingerprint", "-sha256", "-ext",
        "basicConstraints,keyUsage,extendedKeyUsage",
      ],
      in: folder
    ).text
    #expect(
      text.contains(
        "subject=CN=Pennard Precision Ltd,organizationIdentifier=NTRGB-04336774,"
          + "O=Pennard Precision Ltd,C=GB\n"
      )
    )
    #expect(text.contains("serial=F102030405060708090A0B0C0D0E0F10\n"))
    #expect(text.contains("notBefore=Nov 21 09:30:00 2026 GMT\n"))
    #expect(text.contains("notAfter=Nov 21 09:30:00 2029 GMT\n"))
    #expect(text.contains("X509v3 Basic Constraints: critical\n    CA:FALSE\n"))
    #expect(
      text.contains("X509v3 Key Usage: critical\n    Digital Signature, Non Repudiation\n")
    )
    #expect(
      text.contains("X509v3 Extended Key Usage: \n    1.3.6.1.5.5.7.3.36, E-mail Protection\n")
    )
    let line = try #require(text.split(separator: "\n").first { $0.contains("ingerprint=") })
    #expect(TrustLine.fingerprint(line) == firm.certificate.sha256)
  }

  /// The command of the profile's section 4, for a pinned certificate, as of the samples' moment.
  private func command() -> [String] {
    [
      "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in",
      EntryName.signature(1), "-content", EntryName.manifest(1), "-out", "/dev/null", "-signer",
      "signer.pem", "-CAfile", "pinned.pem", "-no-CApath", "-no-CAstore", "-x509_strict",
      "-auth_level", "2", "-attime", String(Firm.instant.unixSeconds),
    ]
  }
}
