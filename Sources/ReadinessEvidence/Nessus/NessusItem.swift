/// One result of one plug-in on one device, as bytes: a string is made only for what is kept.
///
/// The bytes that tell the problem are one key, the same for every device that has it.
struct NessusItem {
  /// Which field a part of the key is.
  enum Field: UInt8 {
    case plugin, severity, title, product, cve, scoreV2, scoreV3, scoreV4, source, sourceV3
    case patched, solution, unsupported
  }

  /// The parts one after another: field, length (two bytes), bytes.
  private(set) var key: [UInt8] = []

  /// The port; 0 is the device itself.
  var port: UInt16 = 0

  /// Whether anything in it is a flaw rather than a note.
  var isProblem = false

  /// Whether it is a check of the configuration: its severity is then no severity.
  var isCompliance = false

  /// How that check ended.
  var complianceResult: String?

  /// Whether it is the scan's record of itself, plug-in 19506.
  var isScanRecord = false

  /// Forgets the item before.
  mutating func clear() {
    key.removeAll(keepingCapacity: true)
    port = 0
    isProblem = false
    isCompliance = false
    complianceResult = nil
    isScanRecord = false
  }

  /// Adds a part; no part is longer than the vocabulary allows.
  mutating func add(_ field: Field, _ text: XMLText) {
    let bytes = text.trimmed.bytes
    key.append(field.rawValue)
    key.append(UInt8(truncatingIfNeeded: bytes.count >> 8))
    key.append(UInt8(truncatingIfNeeded: bytes.count))
    key.append(contentsOf: bytes)
  }

  /// The problem that the key tells.
  func problem(_ phrases: ScanPhrases) -> ScannedProblem {
    var problem = ScannedProblem(id: "", title: "")
    var sources: (any: String?, v3: String?) = (nil, nil)
    var solution = ""
    var index = 0
    while index + 3 <= key.count {
      let field = Field(rawValue: key[index])
      let count = Int(key[index + 1]) << 8 | Int(key[index + 2])
      let text = String(decoding: key[(index + 3)..<(index + 3 + count)], as: UTF8.self)
      index += 3 + count
      switch field {
      case .plugin: problem.id = KeptText.line(text, most: 40)
      case .severity:
        problem.toolSeverity = Self.severityWords[text] ?? KeptText.line(text, most: 40)
      case .title: problem.title = KeptText.line(text)
      case .product:
        let first = text.split(whereSeparator: \.isNewline).first ?? ""
        problem.product = problem.product ?? KeptText.some(first)
      case .cve: problem.add(cve: text)
      case .scoreV2: add(.v2, text, to: &problem)
      case .scoreV3: add(.v3, text, to: &problem)
      case .scoreV4: add(.v4, text, to: &problem)
      case .source: sources.any = KeptText.some(text, most: 80)
      case .sourceV3: sources.v3 = KeptText.some(text, most: 80)
      case .patched: problem.fixPublished = NessusDates.day(Array(text.utf8))
      case .solution: solution = text
      case .unsupported: problem.unsupported = problem.unsupported || text == "true"
      case nil: continue
      }
    }
    for index in problem.scores.indices {
      let isV3 = problem.scores[index].version == .v3
      problem.scores[index].source = (isV3 ? sources.v3 : nil) ?? sources.any
    }
    problem.unsupported = problem.unsupported || phrases.saysUnsupported(problem.title)
    problem.fix = problem.fixPublished != nil ? .available : phrases.fix(solution)
    return problem
  }

  private static let severityWords = [
    "0": "info", "1": "low", "2": "medium", "3": "high", "4": "critical",
  ]

  /// Adds a score, unless there is one on that version or the text is none.
  private func add(_ version: CVSSVersion, _ text: String, to problem: inout ScannedProblem) {
    guard let tenths = CVSSScore.tenths(text),
      !problem.scores.contains(where: { $0.version == version })
    else { return }
    problem.add(CVSSScore(version: version, tenths: tenths))
  }
}
