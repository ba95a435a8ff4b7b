/// Reads the XML reports of Greenbone and OpenVAS, from before GMP 7 to 22.6.
public struct GreenboneImporter: ScanImporter {
  private let stream = XMLStream(.greenbone)
  private var reading = GreenboneReading()

  /// An importer that has read nothing.
  public init() {}

  /// Reads the next bytes of the file.
  public mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) throws(ScanImportError) {
    try stream.read(chunk) { event throws(ScanImportError) in try reading.take(event) }
  }

  /// Says that the file has ended.
  public mutating func finish() throws(ScanImportError) -> ScanReport {
    try stream.finish { event throws(ScanImportError) in try reading.take(event) }
    return try reading.finish(notUnderstood: stream.notUnderstood)
  }
}
