/// Reads results of XCCDF 1.1 and 1.2: alone, or in the benchmark that they are of.
public struct XCCDFImporter: ScanImporter {
  private let stream = XMLStream(.xccdf)
  private var reading: XCCDFReading

  /// An importer that has read nothing.
  ///
  /// - Parameter phrases: which rules ask for updates.
  public init(phrases: ScanPhrases) { reading = XCCDFReading(.xccdf, phrases) }

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
  private var reading: XCCDFReading

  /// An importer that has read nothing.
  ///
  /// - Parameter phrases: which rules ask for updates.
  public init(phrases: ScanPhrases) { reading = XCCDFReading(.arf, phrases) }

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
