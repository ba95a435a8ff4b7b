import ReadinessCore

/// The parts of a report as JSON; `ScanReportReader` reads each of them again.
extension ScanReportFile {
  static func json(_ device: ScannedDevice) -> JSONValue {
    var object = StoredObject()
    object.set("name", device.name)
    object.set("addresses", device.addresses)
    object.set("system", device.operatingSystem)
    object.set("platforms", device.platforms)
    object.set("scanned", device.scanned?.description)
    object.set("loggedIn", device.loggedIn)
    return object.json
  }

  static func json(_ problem: ScannedProblem) -> JSONValue {
    var object = StoredObject()
    object.set("id", problem.id)
    object.set("title", problem.title)
    object.set("product", problem.product)
    object.set("cves", problem.cves)
    if !problem.scores.isEmpty {
      object.set("scores", .array(problem.scores.map(json)))
    }
    object.set("vendorSeverity", problem.vendorSeverity)
    object.set("toolSeverity", problem.toolSeverity)
    object.set("fix", problem.fix.rawValue)
    object.set("fixPublished", problem.fixPublished?.description)
    if problem.unsupported { object.set("unsupported", true) }
    object.set("certainty", problem.certainty)
    return object.json
  }

  private static func json(_ score: CVSSScore) -> JSONValue {
    let parts: [JSONValue] = [.string(score.version.rawValue), .integer(score.tenths)]
    return .array(parts + (score.source.map { [.string($0)] } ?? []))
  }

  static func json(_ service: ReachableService) -> JSONValue {
    var object = StoredObject()
    object.set("device", Int(service.device))
    object.set("port", Int(service.port))
    object.set("transport", service.transport)
    object.set("name", service.name)
    object.set("product", service.product)
    if service.guessed { object.set("guessed", true) }
    return object.json
  }

  static func json(_ limit: ScanLimit) -> JSONValue {
    var object = StoredObject()
    switch limit {
    case .unfinished(let status):
      object.set("kind", "unfinished")
      object.set("status", status)
    case .notLoggedIn(let devices):
      object.set("kind", "not-logged-in")
      object.set("devices", .array(devices.map { .string($0) }))
    case .filtered(let shown, let found, let by):
      object.set("kind", "filtered")
      object.set("shown", shown)
      object.set("found", found)
      object.set("by", by)
    case .wrongPlatform(let rules):
      object.set("kind", "wrong-platform")
      object.set("rules", rules)
    case .nothingLookedAt:
      object.set("kind", "nothing-looked-at")
    case .failures(let count):
      object.set("kind", "failures")
      object.set("count", count)
    case .changedByHand(let count):
      object.set("kind", "changed-by-hand")
      object.set("count", count)
    }
    return object.json
  }
}

/// Members of an object that is being written; what is `nil` or an empty list is left out.
struct StoredObject {
  private var members: [JSONValue.Member] = []

  var json: JSONValue { .object(members) }

  mutating func set(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }

  mutating func set(_ name: String, _ text: String?) {
    if let text { set(name, .string(text)) }
  }

  mutating func set(_ name: String, _ number: Int?) {
    if let number { set(name, .integer(number)) }
  }

  mutating func set(_ name: String, _ flag: Bool?) {
    if let flag { set(name, .bool(flag)) }
  }

  mutating func set(_ name: String, _ texts: [String]) {
    if !texts.isEmpty { set(name, .array(texts.map { .string($0) })) }
  }
}
