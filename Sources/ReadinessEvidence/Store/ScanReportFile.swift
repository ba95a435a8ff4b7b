import ReadinessCore

/// A scan report as it is kept beside the copy of the tool's own file.
///
/// The form is `scan.schema.json` in this folder; its README shows it by example. A report is
/// written in pieces and never as one value, since a large scan has a million findings.
public enum ScanReportFile {
  /// The value of `format`; another form gets another number.
  public static let format = "readiness-scan-1"

  /// How many bytes a piece has at least, but for the last.
  static let pieceSize = 1 << 16

  /// Writes a report.
  ///
  /// The same report always gives the same bytes: one line for each device, problem and run of
  /// findings.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - write: takes the next bytes of the file, at most about 64 KiB at a time.
  /// - Throws: what `write` throws.
  public static func write<Failure: Error>(
    _ report: ScanReport,
    to write: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = ScanReportWriter(write: write)
    try writer.write(report)
  }

  /// The bytes of a report, for a small one.
  public static func bytes(of report: ScanReport) -> [UInt8] {
    var bytes: [UInt8] = []
    write(report) { (piece) throws(Never) in bytes += piece }
    return bytes
  }

  /// Reads a report that was written here.
  ///
  /// - Throws: where it is not exactly such a file. Nothing is guessed or left out.
  public static func read(_ bytes: [UInt8]) throws(StoredFileError) -> ScanReport {
    try ScanReportReader.read(try StoredFile.value(bytes, format: format))
  }
}

/// Writes the pieces of a report.
private struct ScanReportWriter<Failure: Error> {
  let write: ([UInt8]) throws(Failure) -> Void
  private var pending: [UInt8] = []

  init(write: @escaping ([UInt8]) throws(Failure) -> Void) {
    self.write = write
  }

  mutating func write(_ report: ScanReport) throws(Failure) {
    try add("{\"format\":\"\(ScanReportFile.format)\",\n\"scan\":\"\(report.format.rawValue)\"")
    try member("version", report.formatVersion)
    try member("tool", report.tool)
    try member("started", report.started?.description)
    try member("ended", report.ended?.description)
    try list("devices", report.devices, ScanReportFile.json)
    try list("problems", report.problems, ScanReportFile.json)
    try findings(report.findings)
    try list("services", report.services, ScanReportFile.json)
    try list("checks", report.checks) {
      [.integer(Int($0.device)), .string($0.result), .integer($0.count)]
    }
    if report.informational != 0 { try add(",\n\"informational\":\(report.informational)") }
    try list("limits", report.limits, ScanReportFile.json)
    let counts = report.notUnderstood.sorted { $0.key < $1.key }
    try list("notUnderstood", counts) { [.string($0.key), .integer($0.value)] }
    try add("}\n")
    try write(pending)
  }

  private mutating func add(_ text: String) throws(Failure) {
    pending.append(contentsOf: text.utf8)
    guard pending.count >= ScanReportFile.pieceSize else { return }
    try write(pending)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func member(_ name: String, _ text: String?) throws(Failure) {
    guard let text else { return }
    try add(",\n\"\(name)\":" + JSONWriter.line(.string(text)))
  }

  private mutating func list<Element>(
    _ name: String,
    _ elements: [Element],
    _ json: (Element) -> JSONValue
  ) throws(Failure) {
    guard !elements.isEmpty else { return }
    try add(",\n\"\(name)\":[")
    for (index, element) in elements.enumerated() {
      try add((index == 0 ? "\n" : ",\n") + JSONWriter.line(json(element)))
    }
    try add("]")
  }

  /// Runs of findings on one device, each as the device's place and a text of `problem` or
  /// `problem:port`; runs are at most 4,096 long, so that no text is large.
  private mutating func findings(_ findings: [ScanFinding]) throws(Failure) {
    guard !findings.isEmpty else { return }
    try add(",\n\"findings\":[")
    var index = 0
    while index < findings.count {
      let device = findings[index].device
      try add((index == 0 ? "\n[" : ",\n[") + "\(device),\"")
      var length = 0
      while index < findings.count, findings[index].device == device, length < 4_096 {
        let finding = findings[index]
        let port = finding.port == 0 ? "" : ":\(finding.port)"
        try add((length == 0 ? "" : " ") + "\(finding.problem)" + port)
        index += 1
        length += 1
      }
      try add("\"]")
    }
    try add("]")
  }
}
