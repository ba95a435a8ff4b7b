import CZipSupport

/// Writes containers: everything stored, every field fixed, so that the same files always give the
/// same bytes (profile 3.1).
public enum ContainerWriter {
  /// The bytes of a container of these files, `mimetype` put first.
  ///
  /// - Throws: where the reader would refuse the result for its size.
  public static func bytes(of container: Container) throws(ContainerError) -> [UInt8] {
    let first = Container.Entry(name: EntryName.mediaType, content: ContainerRules.mediaType)
    let entries = [first] + container.entries
    try checkLimits(entries)
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let fields = ZipEntryFields(
        checksum: Checksum.crc32(entry.content),
        size: UInt32(entry.content.count),
        nameLength: UInt16(entry.name.utf8.count)
      )
      LittleEndian.append(ZipRecord.directorySignature, to: &directory)
      LittleEndian.append(ZipRecord.madeBy, to: &directory)
      fields.append(to: &directory)
      // Comment length, disk number, internal attributes.
      for _ in 0..<3 { LittleEndian.append(UInt16(0), to: &directory) }
      LittleEndian.append(ZipRecord.attributes, to: &directory)
      LittleEndian.append(UInt32(file.count), to: &directory)
      directory += entry.name.utf8

      LittleEndian.append(ZipRecord.localSignature, to: &file)
      fields.append(to: &file)
      file += entry.name.utf8
      file += entry.content
    }
    let end = file.count
    file += directory
    LittleEndian.append(ZipRecord.endSignature, to: &file)
    for value in [0, 0, UInt16(entries.count), UInt16(entries.count)] {
      LittleEndian.append(value, to: &file)
    }
    LittleEndian.append(UInt32(directory.count), to: &file)
    LittleEndian.append(UInt32(end), to: &file)
    LittleEndian.append(UInt16(0), to: &file)
    guard file.count <= ContainerRules.containerLimit else { throw ContainerError(.tooLarge) }
    return file
  }

  private static func checkLimits(_ entries: [Container.Entry]) throws(ContainerError) {
    guard entries.count <= ContainerRules.entryCountLimit else {
      throw ContainerError(.tooManyEntries)
    }
    for entry in entries {
      guard entry.content.count <= ContainerRules.entryLimit else {
        throw ContainerError(.entryTooLarge, entry.name)
      }
      if case .signature = EntryName.role(of: entry.name),
        entry.content.count > ContainerRules.signatureLimit
      {
        throw ContainerError(.signatureTooLarge, entry.name)
      }
    }
  }
}

/// The checksum of ZIP.
enum Checksum {
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { czip_crc32($0.baseAddress, $0.count) }
  }
}
