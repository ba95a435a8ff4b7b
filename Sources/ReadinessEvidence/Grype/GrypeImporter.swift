/// Reads Grype's JSON, from version 0.7 on.
public struct GrypeImporter: ScanImporter {
  private var stream = JSONStream<GrypePlace>()
  private var reader = GrypeReader()

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
