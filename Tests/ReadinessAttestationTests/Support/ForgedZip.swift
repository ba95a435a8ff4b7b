@testable import ReadinessAttestation

/// A ZIP file written field by field, so that a test can spoil any one of them.
struct ForgedZip {
  struct Entry {
    var name: [UInt8]
    var content: [UInt8]
    var local: ZipEntryFields
    var directory: ZipEntryFields
    var localName: [UInt8]?
    var localExtra: [UInt8] = []
    var directoryExtra: [UInt8] = []
    var comment: [UInt8] = []
    var madeBy = ZipRecord.madeBy
    var disk: UInt16 = 0
    var internalAttributes: UInt16 = 0
    var attributes = ZipRecord.attributes
    var offset: Int?
    /// Bytes between this entry's content and the next header.
    var gap: [UInt8] = []
    /// Whether the directory leaves the entry out.
    var isHidden = false

    init(_ name: String, _ content: [UInt8]) {
      self.name = Array(name.utf8)
      self.content = content
      local = ZipEntryFields(
        checksum: Checksum.crc32(content),
        size: UInt32(content.count),
        nameLength: UInt16(name.utf8.count)
      )
      directory = local
    }

    /// Changes a field that stands in both headers.
    mutating func both(_ change: (inout ZipEntryFields) -> Void) {
      change(&local)
      change(&directory)
    }

    mutating func rename(_ bytes: [UInt8]) {
      name = bytes
      both { $0.nameLength = UInt16(bytes.count) }
    }
  }

  var entries: [Entry]
  var prefix: [UInt8] = []
  var beforeDirectory: [UInt8] = []
  var afterDirectory: [UInt8] = []
  var comment: [UInt8] = []
  var declaredComment: UInt16?
  var suffix: [UInt8] = []
  var diskNumbers: UInt32 = 0
  var entriesHere: UInt16?
  var entriesInAll: UInt16?
  var directorySize: Int?
  var directoryStart: Int?

  /// The files that every container holds, with contents that are not looked at here.
  static let good = ForgedZip(entries: [
    Entry("mimetype", ContainerRules.mediaType),
    Entry("attestation.xml", Array("<attestation/>".utf8)),
    Entry("attestation.html", Array("<html></html>".utf8)),
    Entry("META-INF/ASiCManifest001.xml", Array("manifest".utf8)),
    Entry("META-INF/signature001.p7s", Array("signature".utf8)),
  ])

  var bytes: [UInt8] {
    var file = prefix
    var directory: [UInt8] = []
    var listed: UInt16 = 0
    for entry in entries {
      if !entry.isHidden {
        listed += 1
        LittleEndian.append(ZipRecord.directorySignature, to: &directory)
        LittleEndian.append(entry.madeBy, to: &directory)
        entry.directory.append(to: &directory)
        LittleEndian.append(UInt16(entry.comment.count), to: &directory)
        LittleEndian.append(entry.disk, to: &directory)
        LittleEndian.append(entry.internalAttributes, to: &directory)
        LittleEndian.append(entry.attributes, to: &directory)
        LittleEndian.append(UInt32(entry.offset ?? file.count), to: &directory)
        directory += entry.name + entry.directoryExtra + entry.comment
      }
      LittleEndian.append(ZipRecord.localSignature, to: &file)
      entry.local.append(to: &file)
      file += (entry.localName ?? entry.name) + entry.localExtra + entry.content + entry.gap
    }
    file += beforeDirectory
    let start = file.count
    file += directory + afterDirectory
    LittleEndian.append(ZipRecord.endSignature, to: &file)
    LittleEndian.append(diskNumbers, to: &file)
    LittleEndian.append(entriesHere ?? listed, to: &file)
    LittleEndian.append(entriesInAll ?? listed, to: &file)
    LittleEndian.append(UInt32(directorySize ?? directory.count), to: &file)
    LittleEndian.append(UInt32(directoryStart ?? start), to: &file)
    LittleEndian.append(declaredComment ?? UInt16(comment.count), to: &file)
    return file + comment + suffix
  }

  /// The error with which the reader refuses these bytes, or `nil` where it does not.
  static func refusal(_ bytes: [UInt8]) -> ContainerError.Code? {
    do throws(ContainerError) {
      _ = try ContainerReader.read(bytes)
      return nil
    } catch {
      return error.code
    }
  }

  /// The good container with one thing changed.
  static func refusal(changing change: (inout ForgedZip) -> Void) -> ContainerError.Code? {
    var zip = good
    change(&zip)
    return refusal(zip.bytes)
  }

  /// An entry in one deflate block without compression, which needs no compressor.
  static func deflated(_ name: String, _ content: [UInt8]) -> ForgedZip.Entry {
    var entry = Entry(name, content)
    let count = UInt16(content.count)
    var block: [UInt8] = [1]
    LittleEndian.append(count, to: &block)
    LittleEndian.append(~count, to: &block)
    entry.content = block + content
    entry.both {
      $0.method = 8
      $0.versionNeeded = 20
      $0.compressedSize = UInt32(block.count + content.count)
    }
    return entry
  }
}
