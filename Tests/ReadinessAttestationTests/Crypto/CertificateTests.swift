import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct CertificateTests {
  @Test func `a certificate is the same from DER, from PEM and out again`() throws {
    let certificate = try Firm().certificate
    #expect(try Certificate(der: certificate.der) == certificate)
    #expect(try Certificate.read(certificate.pem) == [certificate])
    #expect(try Certificate.read(certificate.der) == [certificate])
    #expect(certificate.fingerprint == Digest.sha256Hex(certificate.der))
  }

  @Test func `a file of several certificates is read in order, text between passed over`() throws {
    let first = try Firm().certificate
    let second = try Firm().certificate
    let file = Array("a comment\r\n".utf8) + first.pem + Array("\n  another\n".utf8) + second.pem
    #expect(try Certificate.read(file) == [first, second])
  }

  @Test func `what is no certificate is refused`() throws {
    let certificate = try Firm().certificate
    let key = PEM.text(.init(label: "PRIVATE KEY", content: certificate.der))
    let request = PEM.text(.init(label: "CERTIFICATE", content: [0x30, 0x00]))
    for bytes in [
      [], [0x30], Array("text".utf8), certificate.der + [0], Array(certificate.der.dropLast()), key,
      request, Array(certificate.pem.dropLast(10)), certificate.pem + key,
    ] {
      #expect(throws: CryptoError.self) { try Certificate.read(bytes) }
    }
  }

  @Test func `every truncated certificate is refused without a crash`() throws {
    let der = try Firm().certificate.der
    for count in 0..<der.count {
      #expect(throws: CryptoError.self) { try Certificate(der: Array(der[..<count])) }
    }
  }

  @Test func `a name is shown on one line that is safe to print`() throws {
    let key = try SigningKey.create()
    let certificate = try key.selfSignedCertificate(
      subject: SignerSubject(
        organization: "A, B\u{1B}[31m\u{202E}",
        organizationIdentifier: "NTRGB-04336774",
        commonName: "x=y"
      ),
      serial: Firm.serial,
      from: Firm.instant
    )
    #expect(
      certificate.subject.description
        == "CN=x\\=y, organizationIdentifier=NTRGB-04336774, "
        + "O=A\\, B[U+001B][31m[U+202E], C=GB"
    )
  }

  @Test func `an error names the operation and passes on OpenSSL's words`() throws {
    do throws(CryptoError) {
      _ = try Certificate(der: [0x30, 0x00])
      Issue.record("accepted")
    } catch {
      #expect(error.code == .malformed)
      #expect(error.operation == "read the certificate")
      #expect(!error.reasons.isEmpty)
      #expect(error.description.hasPrefix("could not read the certificate: "))
    }
  }
}
