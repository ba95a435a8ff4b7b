import ReadinessAttestation
import ReadinessCore

/// The folder that a programme's authority keeps.
///
/// `log.jsonl` is what happened; everything else but the keys can be made from it again.
final class AuthorityFolder {
  /// The folder.
  let folder: String
  /// What happened so far.
  private(set) var log: AuthorityLog
  private let lock: FolderLock?

  var logFile: String { folder + "/log.jsonl" }
  var issuingKeyFile: String { folder + "/issuing-key.pem" }
  var rootKeyFile: String { folder + "/root-key.pem" }
  /// One line to the buyer who gets the lists.
  var recipientsFile: String { folder + "/recipients.txt" }
  /// The firms' certificates.
  var issuedFolder: String { folder + "/issued" }
  /// What the buyers need.
  var buyersFolder: String { folder + "/for-buyers" }
  var rootFile: String { buyersFolder + "/programme-root.pem" }
  var listsFile: String { buyersFolder + "/programme-crls.pem" }

  private init(folder: String, log: AuthorityLog, lock: FolderLock?) {
    self.folder = folder
    self.log = log
    self.lock = lock
  }

  /// A new folder for a programme that begins.
  static func new(_ folder: String) throws(Failure) -> AuthorityFolder {
    if Files.exists(folder + "/log.jsonl") {
      throw Failure(
        "\(folder) holds a programme's authority already",
        hint: "readiness authority status \(folder) shows it"
      )
    }
    if Files.isFolder(folder), try !Files.names(in: folder).isEmpty {
      throw Failure("\(folder) is not empty", hint: "name a folder that is not there yet")
    }
    try Files.makeFolder(folder)
    return AuthorityFolder(folder: folder, log: AuthorityLog(), lock: try FolderLock(folder))
  }

  /// The folder of a programme that has begun.
  ///
  /// - Parameter locked: for a command that changes it.
  static func existing(_ folder: String, locked: Bool) throws(Failure) -> AuthorityFolder {
    let file = folder + "/log.jsonl"
    guard Files.exists(file) else {
      throw Failure(
        "\(folder) holds no programme's authority",
        hint: "begin one with: readiness authority init \(folder) --name \"NAME\""
      )
    }
    let lock = locked ? try FolderLock(folder) : nil
    let bytes = try Files.read(file, limit: 256 << 20)
    do {
      return AuthorityFolder(folder: folder, log: try AuthorityLog.read(bytes), lock: lock)
    } catch {
      throw Failure(
        "\(file): \(error)",
        status: .rejected,
        hint: "somebody or something changed the log: take it from your last copy, and find out why"
      )
    }
  }

  /// The certificate of one of its authorities.
  func certificate(of part: AuthorityPart) throws(Failure) -> Certificate {
    guard let certificate = log.certificate(of: part) else {
      throw Failure(
        "\(logFile) names no \(part.rawValue) certificate",
        hint: "take the log from your last copy"
      )
    }
    return certificate
  }

  /// Puts events on disk, all or none.
  func record(_ events: [AuthorityEvent], at instant: Instant) throws(Failure) {
    var next = log
    for event in events { next.append(event, at: instant) }
    try Files.write(next.bytes, to: logFile)
    log = next
  }

  /// Opens a key of the authority, and checks that it is the one.
  func key(
    _ part: AuthorityPart,
    _ path: String,
    _ descriptor: Int32?
  ) throws(Failure) -> SigningKey {
    guard Files.exists(path) else {
      throw Failure(
        "the \(part.rawValue) key is not at \(path)",
        hint: part == .root
          ? "put the stick in, and name the file with --root-key"
          : "take it from your last copy"
      )
    }
    let bytes = try Files.read(path, limit: 1 << 20)
    var passphrase = try Passphrase.ask(
      descriptor,
      prompt: "Pass phrase of the \(part.rawValue) key: "
    )
    let key: SigningKey
    do {
      key = try SigningKey.open(bytes, passphrase: &passphrase)
    } catch {
      guard error.code == .wrongPassphrase else { throw Failure("\(path): \(error)") }
      throw Failure(
        "that is not the pass phrase of \(path)",
        hint: "try again; nothing was changed"
      )
    }
    guard key.belongs(to: try certificate(of: part)) else {
      throw Failure("\(path) is another key than the \(part.rawValue) certificate's")
    }
    return key
  }

  /// Whom to send the lists to.
  func recipients() throws(Failure) -> [String] {
    guard Files.exists(recipientsFile) else { return [] }
    let bytes = try Files.read(recipientsFile, limit: 1 << 20)
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { TextLayout.harmless(String($0)) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }
}
