import COpenSSL

/// What kind of key it is, as far as the profile tells kinds apart (profile 3.3).
public enum KeyKind: Hashable, Sendable, CustomStringConvertible {
  /// The elliptic curve P-256, the default.
  case p256
  /// The elliptic curve P-384.
  case p384
  /// RSA with a modulus of so many bits.
  case rsa(bits: Int)
  /// A kind that the profile does not accept, by OpenSSL's name.
  case other(String)

  /// Whether the profile accepts signatures by such a key.
  public var isAccepted: Bool {
    switch self {
    case .p256, .p384: true
    case .rsa(let bits): bits >= 2_048
    case .other: false
    }
  }

  /// Short words such as `RSA with 3072 bits`.
  public var description: String {
    switch self {
    case .p256: "P-256"
    case .p384: "P-384"
    case .rsa(let bits): "RSA with \(bits) bits"
    case .other(let name): name
    }
  }

  /// The kind of an OpenSSL key.
  ///
  /// Curves are told by the group's name, never by their number of bits, and only where the key
  /// names its group instead of spelling out parameters of its own.
  init(_ key: OpaquePointer?) {
    // A certificate whose key cannot be read has none.
    guard let key else {
      self = .other("key that cannot be read")
      return
    }
    switch EVP_PKEY_get_base_id(key) {
    case EVP_PKEY_RSA: self = .rsa(bits: Int(EVP_PKEY_get_bits(key)))
    case EVP_PKEY_EC:
      var spelledOut: Int32 = 0
      let isKnown = EVP_PKEY_get_int_param(key, "decoded-from-explicit", &spelledOut) == 1
      let name = Self.groupName(key)
      switch name {
      case _ where !isKnown || spelledOut != 0: self = .other("elliptic curve, spelled out")
      case "prime256v1": self = .p256
      case "secp384r1": self = .p384
      default: self = .other("elliptic curve " + name)
      }
    default:
      self = .other(EVP_PKEY_get0_type_name(key).map { String(cString: $0) } ?? "unknown key")
    }
  }

  private static func groupName(_ key: OpaquePointer?) -> String {
    var buffer = [CChar](repeating: 0, count: 80)
    var count = 0
    guard EVP_PKEY_get_group_name(key, &buffer, buffer.count, &count) == 1, count < buffer.count
    else { return "unknown" }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
