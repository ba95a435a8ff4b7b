import CCryptoSupport
import COpenSSL

/// The name of a certificate's holder or issuer.
///
/// Names are for reading only; parties are told apart by identifier and fingerprint.
public struct DistinguishedName: Hashable, Sendable, CustomStringConvertible {
  /// One part of a name.
  public struct Attribute: Hashable, Sendable {
    /// What it is, as a dotted object identifier.
    public let type: String
    /// Its value as it stands in the certificate; may hold any character.
    public let value: String
  }

  /// The parts in the order in which they stand.
  public let attributes: [Attribute]

  /// The country's code.
  public var country: String? { value(of: "2.5.4.6") }
  /// The organisation's name.
  public var organization: String? { value(of: "2.5.4.10") }
  /// The organisation's entry in a register, as ETSI EN 319 412-1 writes it (`NTRGB-04336774`).
  public var organizationIdentifier: String? { value(of: "2.5.4.97") }
  /// The common name.
  public var commonName: String? { value(of: "2.5.4.3") }

  /// The value of the part of that type, where there is exactly one.
  public func value(of type: String) -> String? {
    let values = attributes.filter { $0.type == type }
    return values.count == 1 ? values[0].value : nil
  }

  /// One line, last part first, such as `CN=Example Director, O=Pennard Precision Ltd, C=GB`; safe for
  /// a terminal.
  public var description: String {
    attributes.reversed().map { attribute in
      (Self.shortNames[attribute.type] ?? attribute.type) + "=" + Self.shown(attribute.value)
    }.joined(separator: ", ")
  }

  private static let shortNames = [
    "2.5.4.3": "CN", "2.5.4.6": "C", "2.5.4.7": "L", "2.5.4.8": "ST", "2.5.4.10": "O",
    "2.5.4.11": "OU", "2.5.4.97": "organizationIdentifier",
  ]

  /// Separators get a backslash; characters that do not show stand as `[U+202E]`.
  private static func shown(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      if ",+\"\\<>;=".unicodeScalars.contains(scalar) { text += "\\" }
      text += VisibleText.of(String(scalar))
    }
    return text
  }

  /// The values of an OpenSSL name; parts that are no text are left out.
  init(_ name: OpaquePointer?) {
    var attributes: [Attribute] = []
    for index in 0..<max(0, X509_NAME_entry_count(name)) {
      guard let entry = X509_NAME_get_entry(name, index),
        let type = ObjectIdentifierText.dotted(X509_NAME_ENTRY_get_object(entry)),
        let value = Self.text(X509_NAME_ENTRY_get_data(entry))
      else { continue }
      attributes.append(Attribute(type: type, value: value))
    }
    self.attributes = attributes
  }

  private static func text(_ string: UnsafePointer<ASN1_STRING>?) -> String? {
    var bytes: UnsafeMutablePointer<UInt8>?
    let count = ASN1_STRING_to_UTF8(&bytes, string)
    guard count >= 0, let bytes else { return nil }
    defer { ccrypto_free(bytes) }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
  }
}

/// Object identifiers as text.
enum ObjectIdentifierText {
  /// The dotted form, or `nil` where it is too long to be one of ours.
  static func dotted(_ object: OpaquePointer?) -> String? {
    var buffer = [CChar](repeating: 0, count: 128)
    let count = Int(OBJ_obj2txt(&buffer, Int32(buffer.count), object, 1))
    guard count > 0, count < buffer.count else { return nil }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
