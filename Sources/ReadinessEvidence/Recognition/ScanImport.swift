/// Takes in scan reports of every format that is read.
public enum ScanImport {
  /// Reads a whole report.
  ///
  /// - Parameters:
  ///   - format: the report's format, as `ScanRecognition` found it.
  ///   - next: gives the file's next bytes, in pieces of any size; `nil` at the end.
  /// - Throws: `ScanImportError`, or what `next` throws.
  public static func read(
    format: ScanFormat,
    from next: () throws -> [UInt8]?
  ) throws -> ScanReport {
    switch format {
    case .nessus: try read(NessusImporter(), from: next)
    case .nmap: try read(NmapImporter(), from: next)
    case .greenbone, .xccdf, .arf, .lynis, .trivy, .grype:
      throw ScanImportError(.notThisFormat, "reports of this format are not read yet")
    }
  }

  private static func read(
    _ importer: some ScanImporter,
    from next: () throws -> [UInt8]?
  ) throws -> ScanReport {
    var importer = importer
    while let chunk = try next() {
      // `withUnsafeBufferPointer`, not `withUnsafeBytes`: it hands typed errors on.
      try chunk.withUnsafeBufferPointer { bytes throws(ScanImportError) in
        try importer.read(bytes)
      }
    }
    return try importer.finish()
  }
}
