/// Reads `.nessus` files of version 2, from 2009 to today.
public struct NessusImporter: ScanImporter {
  /// An importer that has read nothing.
  public init() {}

  /// Reads the next bytes of the file.
  public mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) throws(ScanImportError) {}

  /// Says that the file has ended.
  public mutating func finish() throws(ScanImportError) -> ScanReport {
    ScanReport(format: .nessus)
  }
}
