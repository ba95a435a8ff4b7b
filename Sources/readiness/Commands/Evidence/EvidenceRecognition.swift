import ReadinessCore
import ReadinessEvidence

extension EvidenceEntry {
  /// The scan format of a file that was kept as a file for people, where it is one.
  func scanFormat(of path: String) -> ScanFormat? {
    guard case .file = kind, let file = try? IncomingFile(path), let start = try? file.next(),
      case .format(let format) = ScanRecognition.recognise(start)
    else { return nil }
    return format
  }
}
