/// Little-endian numbers, as ZIP writes them.
enum LittleEndian {
  /// The 16-bit number at a place that the caller has checked to be inside.
  static func uint16(_ bytes: [UInt8], _ offset: Int) -> UInt16 {
    UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
  }

  /// The 32-bit number at a place that the caller has checked to be inside.
  static func uint32(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
    UInt32(uint16(bytes, offset)) | UInt32(uint16(bytes, offset + 2)) << 16
  }

  static func append(_ value: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(value & 0xFF))
    bytes.append(UInt8(value >> 8))
  }

  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    append(UInt16(value & 0xFFFF), to: &bytes)
    append(UInt16(value >> 16), to: &bytes)
  }
}

/// The 26 bytes that an entry's own header and its directory record have in common.
struct ZipEntryFields: Hashable {
  static let byteCount = 26

  var versionNeeded: UInt16
  var flags: UInt16 = 0
  var method: UInt16
  var time: UInt16 = 0
  /// 1 January 1980, the first day that ZIP can tell.
  var date: UInt16 = 0x0021
  var checksum: UInt32
  var compressedSize: UInt32
  var size: UInt32
  var nameLength: UInt16
  var extraLength: UInt16 = 0

  /// A stored file of that checksum and size.
  init(checksum: UInt32, size: UInt32, nameLength: UInt16) {
    versionNeeded = 10
    method = ZipRecord.stored
    self.checksum = checksum
    compressedSize = size
    self.size = size
    self.nameLength = nameLength
  }

  /// The fields at a place where the caller has checked that 26 bytes are left.
  init(_ bytes: [UInt8], at offset: Int) {
    versionNeeded = LittleEndian.uint16(bytes, offset)
    flags = LittleEndian.uint16(bytes, offset + 2)
    method = LittleEndian.uint16(bytes, offset + 4)
    time = LittleEndian.uint16(bytes, offset + 6)
    date = LittleEndian.uint16(bytes, offset + 8)
    checksum = LittleEndian.uint32(bytes, offset + 10)
    compressedSize = LittleEndian.uint32(bytes, offset + 14)
    size = LittleEndian.uint32(bytes, offset + 18)
    nameLength = LittleEndian.uint16(bytes, offset + 22)
    extraLength = LittleEndian.uint16(bytes, offset + 24)
  }

  func append(to bytes: inout [UInt8]) {
    for value in [versionNeeded, flags, method, time, date] {
      LittleEndian.append(value, to: &bytes)
    }
    for value in [checksum, compressedSize, size] { LittleEndian.append(value, to: &bytes) }
    for value in [nameLength, extraLength] { LittleEndian.append(value, to: &bytes) }
  }
}

/// The fixed parts of ZIP's three kinds of record.
enum ZipRecord {
  static let stored: UInt16 = 0
  static let deflated: UInt16 = 8

  static let localSignature: UInt32 = 0x0403_4B50
  static let localByteCount = 4 + ZipEntryFields.byteCount
  static let directorySignature: UInt32 = 0x0201_4B50
  static let directoryByteCount = 46
  static let endSignature: UInt32 = 0x0605_4B50
  static let endByteCount = 22

  /// Unix, ZIP 2.0: the fixed "version made by".
  static let madeBy: UInt16 = 0x0314
  /// A regular file of mode 0644: the fixed "external attributes".
  static let attributes: UInt32 = 0o100644 << 16
}
