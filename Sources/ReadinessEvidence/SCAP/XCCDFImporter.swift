/// Reads results of XCCDF 1.1 and 1.2: alone, or in the benchmark that they are of.
public struct XCCDFImporter: ScanImporter {
  private let stream = XMLStream(.xccdf)
  private var reading = XCCDFReading(.xccdf)

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

/// Reads asset report collections with XCCDF results in them.
public struct ARFImporter: ScanImporter {
  private let stream = XMLStream(.xccdf)
  private var reading = XCCDFReading(.arf)

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
