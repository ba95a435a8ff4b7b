/// Reads one scan report of one format, piece by piece.
///
/// Give each piece of the file to `read`, in order, then call `finish` once. After an error
/// nothing more may be given to it. Memory does not grow with the file, only with what is kept.
public protocol ScanImporter {
  /// Reads the next bytes of the file; pieces may be cut anywhere.
  ///
  /// - Throws: as soon as it is clear that the file cannot be used.
  mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) throws(ScanImportError)

  /// Says that the file has ended.
  ///
  /// - Throws: where the file ended too early, or held no report of this format.
  mutating func finish() throws(ScanImportError) -> ScanReport
}
