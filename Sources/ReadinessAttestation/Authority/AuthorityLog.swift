public import ReadinessCore

/// What a programme's authority has done: an append-only list, one line of JSON to the event.
///
/// Each line carries the SHA-256 of the one before, so that nothing can be changed or taken out
/// without changing every line after it; whoever notes down the last line's digest can show it.
public struct AuthorityLog: Sendable {
  /// One line.
  public struct Entry: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// When it happened.
    public let at: Instant
    /// What happened.
    public let event: AuthorityEvent
    /// SHA-256 of the line without its line feed, in hexadecimal.
    public let digest: String
  }

  /// The lines in their order.
  public private(set) var entries: [Entry] = []
  /// The whole log as it is kept in a file.
  public private(set) var bytes: [UInt8] = []

  /// A log in which nothing has happened.
  public init() {}

  /// The last line's digest; of an empty log, 64 zeros.
  public var lastDigest: String { entries.last?.digest ?? String(repeating: "0", count: 64) }

  /// Adds a line at the end.
  public mutating func append(_ event: AuthorityEvent, at instant: Instant) {
    let value = JSONValue.object(
      [
        .init("number", .integer(entries.count + 1)), .init("at", .string(instant.description)),
        .init("event", .string(event.name)),
      ] + event.members + [.init("previous", .string(lastDigest))]
    )
    let line = Array(JSONWriter.line(value).utf8)
    entries.append(
      Entry(
        number: entries.count + 1,
        at: instant,
        event: event,
        digest: Digest.sha256Hex(line)
      )
    )
    bytes += line + [0x0A]
  }

  /// What is wrong with a log.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// What is wrong, in words.
    public let text: String

    /// Such as `line 3: it does not follow on the line before`.
    public var description: String { "line \(line): \(text)" }
  }

  /// Reads a log and checks that nothing in it was changed.
  ///
  /// Every line is written again and must be the same bytes.
  public static func read(_ bytes: [UInt8]) throws(Problem) -> AuthorityLog {
    var log = AuthorityLog()
    var rest = bytes[...]
    while !rest.isEmpty {
      let number = log.entries.count + 1
      guard let end = rest.firstIndex(of: 0x0A) else {
        throw Problem(line: number, text: "it is cut off")
      }
      let line = Array(rest[..<end])
      rest = rest[(end + 1)...]
      guard let value = try? JSONReader.read(line), let at = value["at"]?.string,
        let instant = Instant(iso: at), let event = AuthorityEvent(value)
      else { throw Problem(line: number, text: "it is no line of this log") }
      let start = log.bytes.count
      guard value["previous"]?.string == log.lastDigest else {
        throw Problem(line: number, text: "it does not follow on the line before")
      }
      log.append(event, at: instant)
      guard log.bytes[start...].dropLast().elementsEqual(line) else {
        throw Problem(line: number, text: "it is not written as this program writes it")
      }
    }
    return log
  }
}

/// The two authorities of a programme.
public enum AuthorityPart: String, CaseIterable, Hashable, Sendable {
  /// The root, whose key is used a few times a year.
  case root
  /// The one that vouches for the firms.
  case issuing
}

/// One thing that an authority did.
public enum AuthorityEvent: Hashable, Sendable {
  /// The programme began, or has a new issuing authority.
  case began(part: AuthorityPart, certificate: Certificate)
  /// A firm's certificate was issued: for which key, as confirmed how, and why.
  case issued(certificate: Certificate, keyFingerprint: String, why: String)
  /// A certificate was revoked.
  case revoked(serial: String, entry: RevokedEntry, why: String)
  /// A list was made; a delta list where it adds to another one.
  case listed(part: AuthorityPart, number: Int, base: Int?, until: Instant)
}
