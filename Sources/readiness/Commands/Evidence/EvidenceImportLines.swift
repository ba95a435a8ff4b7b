import ReadinessCore
import ReadinessEvidence

/// What is said of each imported file.
enum EvidenceImportLines {
  /// One line for the file, then what to know of it.
  static func show(_ result: EvidenceImportRun.Result) {
    let name = result.path
    switch result.outcome {
    case .takenIn(let entry, let report):
      line("\(name): \(entry.kind.inWords), \(report.summary)")
      for limit in report.limits {
        EvidenceWords.print("cannot determine: \(limit.inWords)")
      }
      if let words = report.notUnderstoodInWords { EvidenceWords.print(words) }
      if entry.made == nil, entry.expires == nil {
        EvidenceWords.print("it gives no date: add it again with --made, or it is never fresh")
      }
    case .known(let entry):
      let other = entry.name == Files.name(of: name) ? "" : ", as \(entry.name)"
      line("\(name): already there\(other)")
    case .refused(let what, let hint):
      line("\(name): not taken in: \(what)")
      if let hint { EvidenceWords.print("hint: \(hint)") }
    }
  }

  /// One line, however long: programs take these lines apart.
  private static func line(_ text: String) { Console.print(TextLayout.harmless(text)) }

  static func json(_ result: EvidenceImportRun.Result) -> JSONValue {
    var members: [JSONValue.Member] = [.init("path", .string(result.path))]
    func add(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }
    switch result.outcome {
    case .takenIn(let entry, let report):
      add("outcome", "taken in")
      add("entry", EvidenceIndex.json(entry))
      add("devices", .integer(report.devices.count))
      add("problems", .integer(report.problems.count))
      add("findings", .integer(report.findings.count))
      add("services", .integer(report.services.count))
      add("limits", .array(report.limits.map { .string($0.inWords) }))
      let counts = report.notUnderstood.sorted { $0.key < $1.key }.map { name, count in
        JSONValue.object([.init("name", .string(name)), .init("count", .integer(count))])
      }
      add("notUnderstood", .array(counts))
    case .known(let entry):
      add("outcome", "already there")
      add("entry", EvidenceIndex.json(entry))
    case .refused(let what, _):
      add("outcome", "not taken in")
      add("reason", .string(what))
    }
    return .object(members)
  }
}
