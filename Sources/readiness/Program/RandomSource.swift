import ReadinessAttestation

/// Randomness, drawn in one place only.
enum RandomSource {
  /// A new UUID (version 4) in lower case.
  static func uuid() throws -> String {
    var bytes = try SecureRandom.bytes(16)
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hex = bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    let cuts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
    return cuts.map { hex[$0].joined() }.joined(separator: "-")
  }

  /// The serial number of a certificate: 128 bits, positive, of the same length each time.
  static func serial() throws -> [UInt8] {
    var serial = try SecureRandom.bytes(16)
    serial[0] = serial[0] & 0x7F | 0x40
    return serial
  }

  /// So many fresh salts.
  static func salts(_ count: Int) throws -> [Salt] {
    let bytes = try SecureRandom.bytes(count * Salt.byteCount)
    return stride(from: 0, to: bytes.count, by: Salt.byteCount).compactMap {
      Salt(Array(bytes[$0..<$0 + Salt.byteCount]))
    }
  }
}
