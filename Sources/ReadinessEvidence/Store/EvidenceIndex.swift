public import ReadinessCore

/// Which files a firm keeps as evidence: `evidence/index.json`.
///
/// The form is `index.schema.json` in this folder; its README shows it by example. Entries stand in
/// the order in which they were taken in, and no file stands twice.
public struct EvidenceIndex: Hashable, Sendable {
  /// The value of `format`.
  public static let format = "readiness-evidence-1"

  /// The file's name in the evidence folder.
  public static let fileName = "index.json"

  /// How the name of what was read in a scan ends, behind the digest.
  public static let scanEnding = ".scan.json"

  /// The entries.
  public private(set) var entries: [EvidenceEntry] = []
  private var places: [String: Int] = [:]

  /// An index without entries.
  public init() {}

  /// The entry of a file, where there is one.
  public subscript(sha256: String) -> EvidenceEntry? { places[sha256].map { entries[$0] } }

  /// Puts an entry in, or in the place of the one with the same digest.
  public mutating func put(_ entry: EvidenceEntry) {
    if let place = places[entry.sha256] {
      entries[place] = entry
    } else {
      places[entry.sha256] = entries.count
      entries.append(entry)
    }
  }

  /// Takes an entry out; the others stay in their order.
  public mutating func remove(_ sha256: String) {
    guard places[sha256] != nil else { return }
    entries.removeAll { $0.sha256 == sha256 }
    places = [:]
    for (place, entry) in entries.enumerated() { places[entry.sha256] = place }
  }

  /// The digest in the name of a copy, or of what was read in one; `nil` for another name.
  public static func digest(inName name: String) -> String? {
    let digest = name.hasSuffix(scanEnding) ? String(name.dropLast(scanEnding.count)) : name
    return isDigest(digest) ? digest : nil
  }

  /// The entries that are for a question.
  public func entries(for question: String) -> [EvidenceEntry] {
    entries.filter { $0.questions.contains(question) }
  }

  /// Whether a text has the form of a digest, and so may name a file.
  public static func isDigest(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  // MARK: The file

  /// The file's bytes; the same index always gives the same.
  public var bytes: [UInt8] {
    let entries = entries.map(Self.json)
    let value = JSONValue.object([
      .init("format", .string(Self.format)), .init("entries", .array(entries)),
    ])
    return Array(JSONWriter.pretty(value).utf8)
  }

  /// An entry as it stands in the index.
  public static func json(_ entry: EvidenceEntry) -> JSONValue {
    var object = StoredObject()
    object.set("sha256", entry.sha256)
    object.set("size", entry.size)
    object.set("name", entry.name)
    switch entry.kind {
    case .file(let form):
      object.set("kind", "file")
      object.set("form", form.rawValue)
    case .scan(let format, let limits):
      object.set("kind", "scan")
      object.set("form", format.rawValue)
      if limits > 0 { object.set("limits", limits) }
    case .inventory:
      object.set("kind", "inventory")
    }
    object.set("questions", .array(entry.questions.map { .string($0) }))
    object.set("shows", entry.shows)
    object.set("made", entry.made?.description)
    object.set("expires", entry.expires?.description)
    object.set("imported", entry.imported.description)
    return object.json
  }

  /// Reads an index.
  ///
  /// - Throws: where it is not exactly such a file.
  public static func read(_ bytes: [UInt8]) throws(StoredFileError) -> EvidenceIndex {
    let value = try StoredFile.value(bytes, format: format)
    var members = try StoredMembers(value, "the file")
    _ = members.take("format")
    var index = EvidenceIndex()
    for (number, value) in try members.list("entries").enumerated() {
      let entry = try entry(value, "entries[\(number)]")
      guard index[entry.sha256] == nil else {
        throw StoredFileError("entries[\(number)] stands twice")
      }
      index.put(entry)
    }
    try members.end()
    return index
  }

  private static func entry(
    _ value: JSONValue,
    _ place: String
  ) throws(StoredFileError) -> EvidenceEntry {
    var members = try StoredMembers(value, place)
    let sha256 = try members.needed("sha256")
    // It names a file, so nothing else may pass.
    guard isDigest(sha256) else { throw members.wrong("sha256", "64 hexadecimal digits") }
    guard let size = try members.number("size") else { throw members.wrong("size", "a number") }
    let name = try members.needed("name")
    let kind = try kind(&members)
    guard let imported = Instant(iso: try members.needed("imported")) else {
      throw members.wrong("imported", "a time as 2026-11-22T09:00:00Z")
    }
    var entry = EvidenceEntry(
      sha256: sha256,
      size: size,
      name: name,
      kind: kind,
      imported: imported
    )
    entry.questions = try members.texts("questions")
    entry.shows = try members.text("shows")
    entry.made = try members.day("made")
    entry.expires = try members.day("expires")
    try members.end()
    return entry
  }

  private static func kind(
    _ members: inout StoredMembers
  ) throws(StoredFileError) -> EvidenceKind {
    switch try members.needed("kind") {
    case "file": return .file(try members.word("form", EvidenceFileForm.self))
    case "scan":
      return .scan(
        try members.word("form", ScanFormat.self),
        limits: try members.number("limits") ?? 0
      )
    case "inventory": return .inventory
    default: throw members.wrong("kind", "file, scan or inventory")
    }
  }
}
