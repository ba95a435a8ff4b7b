/// Tells by a file's first bytes which tool wrote it; its name plays no part.
public enum ScanRecognition {
  /// What a file is.
  public enum Answer: Hashable, Sendable {
    /// A report that is read.
    case format(ScanFormat)
    /// Something that is known and not read: what it is and what to do, in words.
    case refused(String)
    /// Nothing that is known.
    case unknown
  }

  /// How many of the file's first bytes are enough.
  public static let enough = 1 << 16

  /// Tells what a file is.
  ///
  /// - Parameter start: the file's first `enough` bytes, or the whole file where it is shorter.
  public static func recognise(_ start: [UInt8]) -> Answer {
    if let words = KnownMarks.refused(start) { return .refused(words) }
    let isMarked = start.starts(with: [0xEF, 0xBB, 0xBF])
    let text = start.dropFirst(isMarked ? 3 : 0).prefix(enough)
    switch text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
    case 0x3C: return recogniseXML(text)
    case 0x7B, 0x5B: return recogniseJSON(text)
    default: return recogniseLines(text)
    }
  }

  private static func recogniseXML(_ text: ArraySlice<UInt8>) -> Answer {
    let opening = XMLOpening(text)
    if opening.doctype.lowercased().contains("qualys") { return .refused(KnownMarks.qualys) }
    if let words = KnownMarks.roots[opening.root] { return .refused(words) }
    switch opening.root {
    case "NessusClientData_v2": return .format(.nessus)
    case "nmaprun": return .format(.nmap)
    case "get_reports_response": return .format(.greenbone)
    case "report":
      let marks = ["format_id=", "<report", "<scan_run_status", "<gmp>", "<omp>"]
      let rest = String(decoding: text[opening.end...], as: UTF8.self)
      let isOurs = opening.attributes.contains("format_id=") || marks.contains(where: rest.contains)
      return isOurs ? .format(.greenbone) : .unknown
    case "TestResult", "Benchmark":
      return opening.attributes.contains("http://checklists.nist.gov/xccdf/1.")
        ? .format(.xccdf) : .unknown
    case "asset-report-collection": return .format(.arf)
    default: return .unknown
    }
  }

  private static func recogniseJSON(_ text: ArraySlice<UInt8>) -> Answer {
    let keys = JSONOpening.keys(text)
    if keys.contains("matches") { return .format(.grype) }
    if let words = KnownMarks.keys.first(where: { keys.contains($0.key) }) {
      return .refused(words.value)
    }
    let trivy = ["SchemaVersion", "ArtifactName", "Results", "ClusterName"]
    if trivy.contains(where: keys.contains) { return .format(.trivy) }
    // Before version 0.20: a bare list of targets.
    return keys.contains("Target") ? .format(.trivy) : .unknown
  }

  private static func recogniseLines(_ text: ArraySlice<UInt8>) -> Answer {
    let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
    let marks = ["# Lynis Report", "lynis_version=", "report_version_major="]
    if lines.prefix(100).contains(where: { line in marks.contains { line.hasPrefix($0) } }) {
      return .format(.lynis)
    }
    if let first = lines.first, first.hasPrefix("Plugin ID") || first.hasPrefix("\"Plugin ID\"") {
      return .refused(KnownMarks.nessusTable)
    }
    return .unknown
  }
}
