/// One `result`, as it is read.
struct GreenboneResult {
  /// The test's own id; a CVE number where no test stands behind it.
  var id: String?
  var host: String?
  var hostName: String?
  /// What the test found, as a platform name.
  var product: String?

  private(set) var port = ""
  private var name: String?
  private var testName: String?
  private var threat: String?
  private var severity: String?
  private var originalSeverity: String?
  private var cvssBase: String?
  private var solution: String?
  private var tags = GreenboneTags("")
  private var certainty: Int?
  private var cves: [String] = []
  private var scores: [CVSSScore] = []
  private var score = Score()

  private struct Score {
    var version = CVSSVersion.unknown
    var text: String?
    var vector: String?
    var origin: String?
  }

  /// What a result is.
  enum Kind {
    case problem, note, falsePositive, failure
  }

  /// Takes a field of the result, wherever it stands in it.
  mutating func take(
    _ event: XMLEvent<GreenboneElement, GreenboneAttribute>,
    in path: [GreenboneElement]
  ) {
    // Mixed elements are open themselves when their text is told.
    let isMixed = event.element == .port || event.element == .severity
    let parents = path.dropLast(isMixed ? 1 : 0)
    guard let parent = parents.last, let above = parents.dropLast().last else { return }
    let text = event.text.string
    switch (above, parent, event.element) {
    case (.results, .result, .name): name = KeptText.some(text)
    case (.results, .result, .port): port = text
    case (.results, .result, .threat): threat = KeptText.some(text, most: 40)
    case (.results, .result, .severity): severity = KeptText.some(text, most: 20)
    case (.results, .result, .originalSeverity): originalSeverity = KeptText.some(text, most: 20)
    case (.result, .quality, .value): certainty = event.text.integer
    case (.result, .test, .name): testName = KeptText.some(text)
    case (.result, .test, .cvssBase): cvssBase = KeptText.some(text, most: 20)
    case (.result, .test, .tags): tags = GreenboneTags(text)
    case (.result, .test, .solution): solution = event.attributes[.type]?.string
    case (.result, .test, .cve):
      for part in text.split(separator: ",") { add(cve: part.filter { !$0.isWhitespace }) }
    case (.test, .references, .reference):
      if let type = event.attributes[.type], type == "cve", let id = event.attributes[.id] {
        add(cve: id.string)
      }
    case (.severities, .severity, .score): score.text = text
    case (.severities, .severity, .value): score.vector = text
    case (.severities, .severity, .origin): score.origin = KeptText.some(text, most: 40)
    default: break
    }
  }

  /// Adds a CVE number; `NOCVE` and the like are none.
  private mutating func add(cve text: String) {
    guard let cve = KeptText.cve(text), cves.count < 200, !cves.contains(cve) else { return }
    cves.append(cve)
  }

  /// One of the test's scores begins.
  ///
  /// - Parameter type: `cvss_base_v2`, `cvss_base_v3` and so on.
  mutating func beginScore(_ type: String?) {
    let number = type.flatMap { $0.split(separator: "_v").last } ?? ""
    score = Score(version: CVSSVersion(number: number))
  }

  /// One of the test's scores ends.
  mutating func endScore(in version: String?) {
    guard scores.count < 20, var text = score.text else { return }
    // GMP 20 and 21 count in tenths.
    let isOld = version?.hasPrefix("GMP 20.") == true || version?.hasPrefix("GMP 21.") == true
    if isOld, !text.contains("."), let last = text.popLast() {
      text = (text.isEmpty ? "0" : text) + "." + String(last)
    }
    guard let tenths = CVSSScore.tenths(text) else { return }
    var version = score.version
    if version == .unknown { version = CVSSVersion(vector: score.vector ?? "") }
    scores.append(CVSSScore(version: version, tenths: tenths, source: score.origin))
  }

  /// Whether a person changed how bad it is.
  var wasChanged: Bool {
    if let severity, let originalSeverity { return severity != originalSeverity }
    return kindBySeverity == nil ? threat == "False Positive" : severity == "-1.0"
  }

  /// What it is: 0 is a note, -1 a false positive, -3 a check that failed.
  var kind: Kind { kindBySeverity ?? kindByThreat }

  private var kindBySeverity: Kind? {
    guard let severity else { return nil }
    if severity.hasPrefix("-3") { return .failure }
    if severity.hasPrefix("-") { return .falsePositive }
    return CVSSScore.tenths(severity) == 0 && cves.isEmpty ? .note : .problem
  }

  /// Before there was a number.
  private var kindByThreat: Kind {
    switch threat {
    case "Log", "Debug": .note
    case "False Positive": .falsePositive
    case "Error": .failure
    default: .problem
    }
  }

  /// The problem; `nil` where it has neither id nor name.
  var problem: ScannedProblem? {
    let name = testName ?? name
    guard let id = id.flatMap({ KeptText.some($0, most: 100) }) ?? cves.first ?? name else {
      return nil
    }
    var problem = ScannedProblem(id: id, title: name ?? id)
    problem.product = product
    problem.add(cve: id)
    for cve in cves { problem.add(cve: cve) }
    problem.scores = allScores
    problem.toolSeverity = threat
    problem.certainty = certainty.flatMap { (0...100).contains($0) ? $0 : nil }
    problem.unsupported = problem.title.contains("End of Life")
    problem.fix =
      switch solution ?? tags.solutionType {
      case "VendorFix": .available
      case "Mitigation", "Workaround": .workaround
      case "NoneAvailable": .none
      case "WillNotFix": .never
      default: .unknown
      }
    return problem
  }

  /// The scores with their vectors; before GMP 22 one number, whose vector stands in the tags.
  private var allScores: [CVSSScore] {
    guard scores.isEmpty else { return scores }
    let number = cvssBase ?? originalSeverity ?? severity
    guard let tenths = number.flatMap({ CVSSScore.tenths($0) }) else { return [] }
    let version = CVSSVersion(vector: tags.vector ?? "")
    return tenths > 0 || version != .unknown ? [CVSSScore(version: version, tenths: tenths)] : []
  }
}

/// The fields of `nvt/tags` that are needed: `key=value|key=value`.
struct GreenboneTags {
  /// The vector of the test's score.
  private(set) var vector: String?
  /// What kind of solution there is.
  private(set) var solutionType: String?

  /// Reads them.
  init(_ text: String) {
    for field in text.split(separator: "|") {
      guard let equals = field.firstIndex(of: "=") else { continue }
      let value = field[field.index(after: equals)...]
      switch field[..<equals].drop(while: \.isWhitespace) {
      case "cvss_base_vector": vector = KeptText.some(value, most: 200)
      case "solution_type": solutionType = KeptText.some(value, most: 40)
      default: continue
      }
    }
  }
}
