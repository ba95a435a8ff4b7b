import CZipSupport

/// Reads containers and refuses everything that two programs could read in two ways.
///
/// What ZIP allows and profile 3.1 does not: bytes before, between or after the entries, entries
/// that the directory does not list or lists twice, comments, extra fields, ZIP64, encryption, data
/// descriptors, directories, links, other methods than 0 and 8, names beyond plain ASCII.
public enum ContainerReader {
  /// The files in the container.
  ///
  /// 1. The end record stands at the very end, and the directory right before it.
  /// 2. Each directory record has the fixed fields, an allowed name and sizes within the limits;
  ///    nothing has been unpacked so far.
  /// 3. The entries tile the file from its first byte to the directory, and each one's own header
  ///    says what the directory says.
  /// 4. The first entry is `mimetype`, stored; the others are what a container holds.
  /// 5. Each content has the declared size and checksum.
  ///
  /// - Throws: the first rule that is broken.
  public static func read(_ bytes: [UInt8]) throws(ContainerError) -> Container {
    let directory = try directoryRange(of: bytes)
    let records = try directoryRecords(of: bytes, in: directory)
    let contents = try contentRanges(of: records, in: bytes, upTo: directory.lowerBound)
    let names = records.map(\.name)
    guard names.first == EntryName.mediaType, records.first?.fields.method == ZipRecord.stored
    else { throw ContainerError(.mediaType) }
    let signatures = try ContainerRules.signatureCount(of: Array(names.dropFirst()))

    var entries: [Container.Entry] = []
    entries.reserveCapacity(records.count)
    for (record, range) in zip(records, contents) {
      entries.append(
        Container.Entry(name: record.name, content: try content(of: record, in: bytes[range]))
      )
    }
    guard entries.removeFirst().content == ContainerRules.mediaType else {
      throw ContainerError(.mediaType)
    }
    return Container(entries: entries, signatureCount: signatures)
  }

  /// One record of the directory.
  private struct Record {
    let name: String
    let fields: ZipEntryFields
    let offset: Int
  }

  private static func directoryRange(of bytes: [UInt8]) throws(ContainerError) -> Range<Int> {
    guard bytes.count <= ContainerRules.containerLimit else { throw ContainerError(.tooLarge) }
    let end = bytes.count - ZipRecord.endByteCount
    guard end >= 0, LittleEndian.uint32(bytes, end) == ZipRecord.endSignature else {
      throw ContainerError(.notAContainer)
    }
    let count = LittleEndian.uint16(bytes, end + 8)
    guard LittleEndian.uint32(bytes, end + 4) == 0, LittleEndian.uint16(bytes, end + 10) == count,
      LittleEndian.uint16(bytes, end + 20) == 0
    else { throw ContainerError(.directoryField) }
    guard count <= ContainerRules.entryCountLimit else { throw ContainerError(.tooManyEntries) }
    let size = Int(LittleEndian.uint32(bytes, end + 12))
    let start = Int(LittleEndian.uint32(bytes, end + 16))
    guard start + size == end, start <= end else { throw ContainerError(.directory) }
    return start..<end
  }

  private static func directoryRecords(
    of bytes: [UInt8],
    in directory: Range<Int>
  ) throws(ContainerError) -> [Record] {
    let count = Int(LittleEndian.uint16(bytes, directory.upperBound + 8))
    var records: [Record] = []
    records.reserveCapacity(count)
    var position = directory.lowerBound
    var total = 0
    for _ in 0..<count {
      let nameStart = position + ZipRecord.directoryByteCount
      guard nameStart <= directory.upperBound,
        LittleEndian.uint32(bytes, position) == ZipRecord.directorySignature
      else { throw ContainerError(.directory) }
      let fields = ZipEntryFields(bytes, at: position + 6)
      let nameEnd = nameStart + Int(fields.nameLength)
      guard nameEnd <= directory.upperBound else { throw ContainerError(.directory) }
      let name = bytes[nameStart..<nameEnd]
      guard EntryName.isWellFormed(name) else { throw ContainerError(.name, name) }
      // Made by, then comment length, disk, internal and external attributes.
      guard LittleEndian.uint16(bytes, position + 4) == ZipRecord.madeBy,
        LittleEndian.uint32(bytes, position + 32) == 0,
        LittleEndian.uint16(bytes, position + 36) == 0,
        LittleEndian.uint32(bytes, position + 38) == ZipRecord.attributes
      else { throw ContainerError(.directoryField, name) }
      let record = Record(
        name: String(decoding: name, as: UTF8.self),
        fields: fields,
        offset: Int(LittleEndian.uint32(bytes, position + 42))
      )
      try check(record)
      total += Int(fields.size)
      records.append(record)
      position = nameEnd
    }
    guard position == directory.upperBound else { throw ContainerError(.directory) }
    guard total <= ContainerRules.contentsLimit else { throw ContainerError(.contentsTooLarge) }
    return records
  }

  private static func check(_ record: Record) throws(ContainerError) {
    let fields = record.fields
    guard fields.flags == 0, fields.extraLength == 0 else {
      throw ContainerError(.unsupportedFeature, record.name)
    }
    switch (fields.method, fields.versionNeeded) {
    case (ZipRecord.stored, 10), (ZipRecord.stored, 20), (ZipRecord.deflated, 20): break
    case (ZipRecord.stored, _), (ZipRecord.deflated, _):
      throw ContainerError(.unsupportedFeature, record.name)
    default: throw ContainerError(.method, record.name)
    }
    guard fields.size <= ContainerRules.entryLimit,
      fields.compressedSize <= ContainerRules.containerLimit
    else { throw ContainerError(.entryTooLarge, record.name) }
    if case .signature = EntryName.role(of: record.name),
      fields.size > ContainerRules.signatureLimit
    {
      throw ContainerError(.signatureTooLarge, record.name)
    }
    guard fields.method == ZipRecord.deflated || fields.size == fields.compressedSize else {
      throw ContainerError(.contents, record.name)
    }
  }

  /// Where each entry's content stands, after the entries were found to tile the file.
  private static func contentRanges(
    of records: [Record],
    in bytes: [UInt8],
    upTo end: Int
  ) throws(ContainerError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(records.count)
    var position = 0
    for record in records {
      let nameStart = position + ZipRecord.localByteCount
      let contentStart = nameStart + Int(record.fields.nameLength)
      let contentEnd = contentStart + Int(record.fields.compressedSize)
      guard record.offset == position, contentEnd <= end else {
        throw ContainerError(.notContiguous, record.name)
      }
      guard LittleEndian.uint32(bytes, position) == ZipRecord.localSignature,
        ZipEntryFields(bytes, at: position + 4) == record.fields,
        bytes[nameStart..<contentStart].elementsEqual(record.name.utf8)
      else { throw ContainerError(.headersDiffer, record.name) }
      ranges.append(contentStart..<contentEnd)
      position = contentEnd
    }
    guard position == end else { throw ContainerError(.notContiguous) }
    return ranges
  }

  private static func content(
    of record: Record,
    in packed: ArraySlice<UInt8>
  ) throws(ContainerError) -> [UInt8] {
    let content: [UInt8]
    if record.fields.method == ZipRecord.stored {
      content = Array(packed)
    } else {
      let size = Int(record.fields.size)
      var isExact = false
      content = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        isExact = packed.withUnsafeBufferPointer { input in
          czip_inflate_exactly(input.baseAddress, input.count, buffer.baseAddress, size) == 1
        }
        count = isExact ? size : 0
      }
      guard isExact else { throw ContainerError(.contents, record.name) }
    }
    guard Checksum.crc32(content) == record.fields.checksum else {
      throw ContainerError(.checksum, record.name)
    }
    return content
  }
}
