import ReadinessEvidence

extension FuzzTarget {
  static func scan(_ bytes: [UInt8]) {
    let whole = report(bytes, inPiecesOf: max(1, bytes.count))
    hold(report(bytes, inPiecesOf: 7) == whole, "the size of the pieces changes nothing")
  }

  /// What is read of a report; `nil` where it is refused.
  private static func report(_ bytes: [UInt8], inPiecesOf size: Int) -> ScanReport? {
    var rest = bytes[...]
    return try? ScanImport.read {
      defer { rest = rest.dropFirst(size) }
      return rest.isEmpty ? nil : Array(rest.prefix(size))
    }
  }
}
