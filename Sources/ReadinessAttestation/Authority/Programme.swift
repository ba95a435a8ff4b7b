import COpenSSL
public import ReadinessCore

/// Makes the certificates of a programme that vouches for its firms (profile 3.4).
///
/// A root, kept off line, vouches for an issuing authority; that one vouches for the firms.
public enum Programme {
  /// How long the certificates hold, in years.
  static let rootYears = 20
  static let issuingYears = 6

  /// The programme's root certificate.
  ///
  /// - Parameters:
  ///   - name: the programme's, as firms and buyers know it.
  ///   - key: the root's key.
  ///   - serial: 16 random bytes; see ``SecureRandom``.
  ///   - instant: the first moment at which it holds.
  public static func root(
    name: String,
    key: SigningKey,
    serial: [UInt8],
    from instant: Instant
  ) throws(CryptoError) -> Certificate {
    try CertificateDraft(
      subject: subject(name, "root"),
      publicKey: key.pointer,
      issuer: nil,
      serial: serial,
      from: instant,
      until: instant.adding(years: rootYears),
      extensions: [
        (NID_basic_constraints, "critical,CA:TRUE"),
        (NID_key_usage, "critical,keyCertSign,cRLSign"),
        (NID_subject_key_identifier, "hash"),
      ]
    ).signed(by: key)
  }

  /// The certificate of the issuing authority, which the root vouches for.
  ///
  /// - Parameters:
  ///   - name: the programme's.
  ///   - key: the issuing authority's key; of it the public part alone is used.
  ///   - serial: 16 random bytes.
  ///   - instant: the first moment at which it holds.
  ///   - root: the root's certificate.
  ///   - rootKey: the root's key, which signs.
  public static func issuing(
    name: String,
    key: SigningKey,
    serial: [UInt8],
    from instant: Instant,
    root: Certificate,
    rootKey: SigningKey
  ) throws(CryptoError) -> Certificate {
    guard rootKey.belongs(to: root) else {
      throw CryptoError(.malformed, "sign with a key that is not the root's")
    }
    return try CertificateDraft(
      subject: subject(name, "issuing"),
      publicKey: key.pointer,
      issuer: root,
      serial: serial,
      from: instant,
      until: instant.adding(years: issuingYears),
      extensions: [
        (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"),
        (NID_key_usage, "critical,keyCertSign,cRLSign"),
        (NID_subject_key_identifier, "hash"), (NID_authority_key_identifier, "keyid:always"),
      ]
    ).signed(by: rootKey)
  }

  /// A firm's certificate, for the key and the subject of its request.
  ///
  /// Nothing else of the request is taken over: what the certificate is for is laid down here.
  ///
  /// - Parameters:
  ///   - request: the firm's; see ``CertificateRequest/signerSubject()``.
  ///   - serial: 16 random bytes.
  ///   - instant: the first moment at which it holds.
  ///   - days: for how long, but never longer than the issuing authority's own certificate.
  ///   - issuing: the issuing authority's certificate.
  ///   - key: the issuing authority's key, which signs.
  public static func signer(
    for request: CertificateRequest,
    serial: [UInt8],
    from instant: Instant,
    days: Int,
    issuing: Certificate,
    key: SigningKey
  ) throws(CryptoError) -> Certificate {
    guard key.belongs(to: issuing) else {
      throw CryptoError(.malformed, "sign with a key that is not the issuing authority's")
    }
    guard let end = issuing.notAfter else {
      throw CryptoError(.malformed, "read until when the issuing authority's certificate holds")
    }
    let subject: SignerSubject
    do throws(CertificateRequest.Problem) {
      subject = try request.signerSubject()
    } catch {
      throw CryptoError(.malformed, "make a certificate: \(error)")
    }
    return try CertificateDraft(
      subject: subject.parts,
      publicKey: request.publicKey,
      issuer: issuing,
      serial: serial,
      from: instant,
      until: min(instant.adding(seconds: days * 86_400), end),
      extensions: SignerExtensions.of(selfSigned: false)
    ).signed(by: key)
  }

  private static func subject(_ name: String, _ part: String) -> [(type: String, value: String)] {
    // X.509 allows 64 characters for a name.
    let short = String(name.prefix(64 - part.count - 1))
    return [
      ("2.5.4.6", "GB"), ("2.5.4.10", String(name.prefix(64))), ("2.5.4.3", "\(short) \(part)"),
    ]
  }
}

/// What a signer's certificate is for (profile 3.4).
///
/// E-mail protection stands there because stock tools ask for it.
enum SignerExtensions {
  static let usage: [CertificateDraft.Extension] = [
    (NID_key_usage, "critical,digitalSignature,nonRepudiation"),
    (NID_ext_key_usage, "1.3.6.1.5.5.7.3.36,emailProtection"),
  ]

  static func of(selfSigned: Bool) -> [CertificateDraft.Extension] {
    [(NID_basic_constraints, "critical,CA:FALSE")] + usage + [
      (NID_subject_key_identifier, "hash")
    ] + (selfSigned ? [] : [(NID_authority_key_identifier, "keyid:always")])
  }
}

extension Instant {
  /// The same time of day so many years later.
  func adding(years: Int) -> Instant {
    Instant(startOf: day.adding(years: years))
      .adding(seconds: unixSeconds - Instant(startOf: day).unixSeconds)
  }
}
