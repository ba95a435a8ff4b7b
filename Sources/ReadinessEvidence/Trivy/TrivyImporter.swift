/// Reads Trivy's JSON: reports of today, the bare list of old versions, and clusters.
public struct TrivyImporter: ScanImporter {
  private var stream = JSONStream<TrivyPlace>()
  private var reader = TrivyReader()

  /// An importer that has read nothing.
  public init() {}

  /// Reads the next bytes of the file.
  public mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) throws(ScanImportError) {
    try stream.read(chunk, into: &reader)
  }

  /// Says that the file has ended.
  public mutating func finish() throws(ScanImportError) -> ScanReport {
    try stream.finish()
    return try reader.finish()
  }
}
