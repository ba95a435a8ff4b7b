/// Why a signature file does not hold (profile 3.3).
public struct SignatureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The rule that is broken.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// It is not a CMS signature, or it is not in DER.
    case encoding = "signature-not-der"
    /// Something follows the signature.
    case trailingBytes = "signature-trailing-bytes"
    /// A version number is not 1.
    case version = "signature-version"
    /// It signs something else than plain data.
    case contentType = "signature-content-type"
    /// It carries the signed content.
    case attached = "signature-attached"
    /// It has not exactly one signer.
    case signerCount = "signature-signer-count"
    /// It has more than ten certificates, or something else among them.
    case certificates = "signature-certificates"
    /// There are no signed attributes.
    case noSignedAttributes = "no-signed-attributes"
    /// A signed attribute that must be there is not, or stands there twice, or has several values.
    case attributeMissing = "signed-attribute-missing"
    /// There is an attribute that the profile does not know.
    case attributeNotAllowed = "attribute-not-allowed"
    /// The signed content type is not the content's.
    case contentTypeAttribute = "content-type-mismatch"
    /// The signing time cannot be read.
    case signingTime = "signing-time-unreadable"
    /// The digest algorithm is not on the list.
    case digestAlgorithm = "digest-algorithm-not-accepted"
    /// The signature algorithm is not on the list, or does not go with digest and key.
    case signatureAlgorithm = "signature-algorithm-not-accepted"
    /// The signature does not fit the manifest, or was not made by the certificate's key.
    case signature = "signature-does-not-verify"
    /// The signer's certificate is not enclosed, or the signature names it otherwise than it does.
    case signerCertificate = "signer-certificate-missing"
    /// The signature was made for another certificate of the same key.
    case certificateReference = "certificate-reference-mismatch"
    /// The key is too short or of a kind that is not accepted.
    case key = "key-not-accepted"
    /// The certificate is not for signing.
    case keyUsage = "key-usage"
    /// The certificate is limited to purposes that do not include the signing of documents.
    case extendedKeyUsage = "extended-key-usage"
    /// The certificate is an authority's, not a signer's.
    case authority = "authority-as-signer"
  }

  /// The rule that is broken.
  public let code: Code
  /// What was found instead, where it helps.
  public let detail: String?

  init(_ code: Code, _ detail: String? = nil) {
    self.code = code
    self.detail = detail
  }

  /// One line in words, such as `the key is not accepted (RSA with 1024 bits)`.
  public var description: String { code.inWords + (detail.map { " (\($0))" } ?? "") }
}

extension SignatureError.Code {
  fileprivate var inWords: String {
    switch self {
    case .encoding: "this is not a CMS signature in DER"
    case .trailingBytes: "bytes follow the signature"
    case .version: "a version number in the signature is not 1"
    case .contentType: "the signature is over something else than plain data"
    case .attached: "the signature carries the signed content"
    case .signerCount: "the signature file has not exactly one signer"
    case .certificates: "the signature's certificates are too many or of another kind"
    case .noSignedAttributes: "the signature has no signed attributes"
    case .attributeMissing: "a signed attribute is missing or stands there twice"
    case .attributeNotAllowed: "the signature has an attribute that the format does not allow"
    case .contentTypeAttribute: "the signed content type is not the content's"
    case .signingTime: "the signing time cannot be read"
    case .digestAlgorithm: "the signature's digest algorithm is not accepted"
    case .signatureAlgorithm: "the signature algorithm is not accepted"
    case .signature: "the signature does not fit the manifest"
    case .signerCertificate: "the signer's certificate is not enclosed or named differently"
    case .certificateReference: "the signature was made for another certificate"
    case .key: "the key is not accepted"
    case .keyUsage: "the certificate's key usage does not allow signatures"
    case .extendedKeyUsage: "the certificate is not for signing documents"
    case .authority: "the certificate is an authority's"
    }
  }
}
