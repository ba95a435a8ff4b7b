/// What is recognised and not read, and what to do about it.
enum KnownMarks {
  /// Root elements.
  static let roots = [
    "NessusClientData":
      "a Nessus report of version 1, from 2009 or before; export it as “.nessus” version 2",
    "ASSET_DATA_REPORT": qualys, "HOST_LIST_VM_DETECTION_OUTPUT": qualys, "SCAN": qualys,
    "ocil":
      "a questionnaire of SCAP (OCIL), not a scan; give the XCCDF or ARF results of the same run",
    "oval_results": oval, "oval_definitions": oval, "oval_system_characteristics": oval,
    "data-stream-collection":
      "the rules of a SCAP run, without its results; give the XCCDF or ARF results",
    "html": "a page for people to read; export the scan in the tool's XML or JSON",
    "bom": materials,
  ]

  /// Keys of JSON files.
  static let keys = [
    "bomFormat": materials, "spdxVersion": materials,
    "runs": "a SARIF file, which leaves out what is needed; give the tool's own JSON",
  ]

  /// A Qualys report: every one of them asks for a file on another computer.
  static let qualys = "a Qualys report, which is not read; use another export or scanner"

  /// A table that Nessus writes.
  static let nessusTable = "a table from Nessus, without the dates; export it as “.nessus”"

  private static let oval = "OVAL results alone; give the XCCDF or ARF results of the same run"
  private static let materials = "a list of parts (SBOM), not a scan; scan it and give the result"

  /// What the first bytes say of a file that is no text in UTF-8.
  static func refused(_ start: [UInt8]) -> String? {
    if start.starts(with: [0x1F, 0x8B]) || start.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || start.starts(with: [0xFD, 0x37, 0x7A]) || start.starts(with: [0x42, 0x5A, 0x68])
    {
      return "a packed file; unpack it first"
    }
    if start.starts(with: "%PDF".utf8) {
      return "a page for people to read; export the scan in the tool's XML or JSON"
    }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      return "text in UTF-16, as some Windows programs save it; save it as UTF-8"
    }
    return nil
  }
}
