import ReadinessAttestation
import ReadinessCore

/// A folder of what an analyst trusts: confirmed keys, programmes' roots, revocation lists.
struct TrustFolder {
  /// A confirmed key.
  struct Key {
    let line: TrustLine
    /// The file's name and the line in it, from 1.
    let file: String
    let number: Int

    var fingerprint: String { Hex.text(line.sha256) }
  }

  /// A certificate: a programme's root, or a firm's own.
  struct Root {
    let certificate: Certificate
    let file: String
    /// Who confirmed it and when, where that was written down.
    let note: TrustLine?
  }

  /// A revocation list.
  struct List {
    let list: RevocationList
    let file: String

    var fingerprint: String { Hex.text(list.sha256) }
  }

  let path: String
  private(set) var keys: [Key] = []
  private(set) var roots: [Root] = []
  private(set) var lists: [List] = []

  /// The file that keys are added to.
  static let keysFile = "keys.txt"

  /// Reads the folder as a verifier does, which must take it as it is.
  init(_ path: String) throws(Failure) {
    self.path = path
    guard Files.isFolder(path) else {
      throw Failure(
        Files.exists(path) ? "\(path) is a file, not a folder" : "there is no folder \(path)",
        hint: "readiness trust add \(path) FILE makes it"
      )
    }
    _ = try TrustFiles.read([path])
    for file in try TrustFiles.contents([path]) {
      lists += file.lists.map { List(list: $0, file: file.name) }
      if !file.lists.isEmpty { continue }
      let texts = Self.lines(file.bytes)
      if let certificates = try? Certificate.read(file.bytes) {
        let notes = texts.compactMap { TrustLine.read($0.drop { $0 == "#" || $0 == " " }) }
        roots += certificates.map { certificate in
          Root(
            certificate: certificate,
            file: file.name,
            note: notes.last { $0.sha256 == certificate.sha256 }
          )
        }
        continue
      }
      for (place, text) in texts.enumerated() {
        guard let line = TrustLine.read(text) else { continue }
        keys.append(Key(line: line, file: file.name, number: place + 1))
      }
    }
  }

  /// The lines of a text file, numbered as the trust store numbers them.
  static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  /// When a key was first taken up that is there, or was and has been removed since.
  func firstSeen(_ sha256: [UInt8]) -> CalendarDate? {
    let here =
      keys.map(\.line).filter { $0.sha256 == sha256 }
      + roots.compactMap(\.note).filter { $0.sha256 == sha256 }
    let removed = (try? Files.read(file(Self.keysFile))).map(Self.lines) ?? []
    let before = removed.filter { $0.hasPrefix("# removed ") }
      .compactMap { text in
        text.firstIndex(of: ":").flatMap { TrustLine.read(text[$0...].dropFirst()) }
      }
      .filter { $0.sha256 == sha256 }
    return (here + before).compactMap { $0.firstSeen ?? $0.confirmedOn }.min()
  }

  private func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Adds a key, in place of the line that the key has already.
  func add(_ line: TrustLine) throws(Failure) {
    if let old = keys.first(where: { $0.line.sha256 == line.sha256 }) {
      try replace(old, with: line.text)
    } else {
      try append(line.text)
    }
  }

  private func replace(_ key: Key, with text: String) throws(Failure) {
    var texts = Self.lines(try Files.read(file(key.file))).map(String.init)
    let place = key.number - 1
    guard texts.indices.contains(place), TrustLine.read(texts[place]) == key.line else {
      throw Failure("\(file(key.file)) was changed meanwhile", hint: "try again")
    }
    texts[place] = text
    try write(texts, to: key.file)
  }

  private func append(_ text: String) throws(Failure) {
    let name = file(Self.keysFile)
    var texts = [
      "# fingerprint; entries in registers; who confirmed it, and how; when; first seen when"
    ]
    if Files.exists(name) { texts = Self.lines(try Files.read(name)).map(String.init) }
    while texts.last?.isEmpty == true { texts.removeLast() }
    try write(texts + [text, ""], to: Self.keysFile)
  }

  private func write(_ texts: [String], to name: String) throws(Failure) {
    try Files.write(texts.joined(separator: "\n").utf8, to: file(name))
  }

  /// Adds a programme's root, with a note of who confirmed it above it.
  func add(_ root: Certificate, _ note: TrustLine) throws(Failure) {
    try Files.write(
      Array("# \(note.text)\n".utf8) + root.pem,
      to: file("root-\(root.fingerprint.prefix(16)).pem")
    )
  }

  /// Adds a revocation list.
  func add(_ list: RevocationList) throws(Failure) {
    try Files.write(list.pem, to: file("list-\(Hex.text(list.sha256).prefix(16)).pem"))
  }

  /// Takes a key out, and keeps its line as a comment.
  func remove(_ key: Key, on day: CalendarDate) throws(Failure) {
    try replace(key, with: "# removed \(day): \(key.line.text)")
    // What was seen is looked for in one file only.
    if key.file != Self.keysFile { try append("# removed \(day): \(key.line.text)") }
  }

  /// Takes a root out, and keeps the note.
  func remove(_ root: Root, on day: CalendarDate) throws(Failure) {
    let note = root.note ?? TrustLine(sha256: root.certificate.sha256)
    try append("# removed \(day): \(note.text)")
    let rest = roots.filter { $0.file == root.file && $0.certificate != root.certificate }
    let notes = rest.compactMap(\.note).flatMap { Array("# \($0.text)\n".utf8) }
    try replace(root.file, rest.isEmpty ? [] : notes + rest.flatMap(\.certificate.pem))
  }

  /// Takes a list out.
  func remove(_ list: List) throws(Failure) {
    let rest = lists.filter { $0.file == list.file && $0.list != list.list }
    try replace(list.file, rest.flatMap(\.list.pem))
  }

  private func replace(_ name: String, _ bytes: [UInt8]) throws(Failure) {
    if bytes.isEmpty {
      try Files.remove(file(name))
    } else {
      try Files.write(bytes, to: file(name))
    }
  }
}
