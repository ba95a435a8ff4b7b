/// Takes in scan reports of every format that is read.
public enum ScanImport {
  /// Reads a whole report of whichever format it is.
  ///
  /// - Parameters:
  ///   - phrases: what scanners say in set words.
  ///   - next: gives the file's next bytes, in pieces of any size; `nil` at the end.
  /// - Throws: `ScanImportError`, or what `next` throws.
  public static func read(
    phrases: ScanPhrases,
    from next: () throws -> [UInt8]?
  ) throws -> ScanReport {
    var start: [UInt8] = []
    while start.count < ScanRecognition.enough, let chunk = try next() { start += chunk }
    if start.isEmpty { throw ScanImportError(.cutShort, "the file is empty") }
    switch ScanRecognition.recognise(start) {
    case .refused(let what): throw ScanImportError(.notThisFormat, "this is \(what)")
    case .unknown:
      throw ScanImportError(.notThisFormat, "this is no scan report that is known")
    case .format(let format):
      var first: [UInt8]? = start
      return try read(format: format, phrases: phrases) {
        guard let chunk = first else { return try next() }
        first = nil
        return chunk
      }
    }
  }

  /// Reads a whole report.
  ///
  /// - Parameters:
  ///   - format: the report's format, as `ScanRecognition` found it.
  ///   - phrases: what scanners say in set words.
  ///   - next: gives the file's next bytes, in pieces of any size; `nil` at the end.
  /// - Throws: `ScanImportError`, or what `next` throws.
  public static func read(
    format: ScanFormat,
    phrases: ScanPhrases,
    from next: () throws -> [UInt8]?
  ) throws -> ScanReport {
    switch format {
    case .nessus: try read(NessusImporter(phrases: phrases), from: next)
    case .nmap: try read(NmapImporter(), from: next)
    case .lynis: try read(LynisImporter(phrases: phrases), from: next)
    case .trivy: try read(TrivyImporter(), from: next)
    case .grype: try read(GrypeImporter(), from: next)
    case .greenbone: try read(GreenboneImporter(), from: next)
    case .xccdf: try read(XCCDFImporter(phrases: phrases), from: next)
    case .arf: try read(ARFImporter(phrases: phrases), from: next)
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
