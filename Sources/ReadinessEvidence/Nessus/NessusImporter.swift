/// Reads `.nessus` files of version 2, from 2009 to today.
///
/// What each field means, and what a report of this kind cannot tell, stands in the folder's
/// README.
public struct NessusImporter: ScanImporter {
  private let stream = XMLStream(.nessus)
  private var reading: NessusReading

  /// An importer that has read nothing.
  ///
  /// - Parameter phrases: what plug-ins say in set words.
  public init(phrases: ScanPhrases) { reading = NessusReading(phrases) }

  /// Reads the next bytes of the file.
  public mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) throws(ScanImportError) {
    try stream.read(chunk) { event throws(ScanImportError) in try reading.take(event) }
  }

  /// Says that the file has ended.
  public mutating func finish() throws(ScanImportError) -> ScanReport {
    try stream.finish { event throws(ScanImportError) in try reading.take(event) }
    return reading.finish(notUnderstood: stream.notUnderstood)
  }
}
