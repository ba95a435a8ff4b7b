import ReadinessCore
import ReadinessEvidence

/// Which scan format a file is in, told by its first bytes.
enum EvidenceRecognition {
  /// The format that begins so, if it is one that is read.
  static func format(of head: [UInt8]) -> ScanFormat? {
    let text = String(decoding: head, as: UTF8.self)
    if text.contains("<NessusClientData_v2") { return .nessus }
    if text.contains("<nmaprun") { return .nmap }
    return nil
  }

  /// The format of a file that is kept as a file for people.
  static func format(of entry: EvidenceEntry, _ path: String) -> ScanFormat? {
    guard case .file(.text) = entry.kind, let file = try? IncomingFile(path),
      let head = try? file.next()
    else { return nil }
    return format(of: head)
  }
}
