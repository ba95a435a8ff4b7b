/// Reads what `nmap -oX` writes.
public struct NmapImporter: ScanImporter {
  /// An importer that has read nothing.
  public init() {}

  /// Reads the next bytes of the file.
  public mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) throws(ScanImportError) {}

  /// Says that the file has ended.
  public mutating func finish() throws(ScanImportError) -> ScanReport {
    ScanReport(format: .nmap)
  }
}
