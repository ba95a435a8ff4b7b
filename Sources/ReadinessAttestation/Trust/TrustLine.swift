public import ReadinessCore

/// One key that a person has confirmed: a line of a trust file.
///
/// Written as fingerprint, identifiers, who confirmed it and when, with semicolons between:
/// `9c1e…; GB-COH 04336774, VAT 337440071; Example Buyer, by telephone; 2026-11-20`. The fingerprint
/// alone makes a line too: it proves the key and nobody's identity. A last field may say when the key
/// was seen first: `first seen 2026-11-18`.
public struct TrustLine: Hashable, Sendable {
  /// SHA-256 of the signer's certificate (DER), 32 bytes.
  public let sha256: [UInt8]
  /// The organisation's entries in registers that were confirmed; none for a bare fingerprint.
  public let identifiers: [Identifier]
  /// Who confirmed it, and how.
  public let confirmedBy: String?
  /// When.
  public let confirmedOn: CalendarDate?
  /// When the key was first taken up, where that was written down.
  public let firstSeen: CalendarDate?

  /// A key that somebody confirmed.
  public init(
    sha256: [UInt8],
    identifiers: [Identifier] = [],
    confirmedBy: String? = nil,
    confirmedOn: CalendarDate? = nil,
    firstSeen: CalendarDate? = nil
  ) {
    self.sha256 = sha256
    self.identifiers = identifiers
    self.confirmedBy = confirmedBy
    self.confirmedOn = confirmedOn
    self.firstSeen = firstSeen
  }

  /// The line as a trust file holds it, without a line end.
  public var text: String {
    var fields = [Hex.text(sha256)]
    if !identifiers.isEmpty || confirmedBy != nil || confirmedOn != nil {
      fields.append(identifiers.map { "\($0.scheme) \($0.id)" }.joined(separator: ", "))
      fields.append(confirmedBy ?? "")
      fields.append(confirmedOn?.description ?? "")
      if let firstSeen { fields.append("first seen \(firstSeen)") }
    }
    return fields.joined(separator: "; ")
  }
}

extension TrustLine {
  /// Why a line is not one.
  struct Problem: Error {
    let text: String
  }

  /// The line that this text is, or `nil` where it is none.
  ///
  /// - Parameter text: without a line end.
  public static func read(_ text: some StringProtocol) -> TrustLine? {
    try? TrustLine(text: Substring(text))
  }

  /// The entry of a register that a person types as `GB-COH 04336774`; `nil` where it cannot be.
  public static func identifier(_ text: some StringProtocol) -> Identifier? {
    identifier(trimmed(Substring(text)))
  }

  /// Reads a line.
  ///
  /// - Throws: the first thing that is wrong, in words.
  init(text: Substring) throws(Problem) {
    let fields = text.split(separator: ";", omittingEmptySubsequences: false).map(Self.trimmed)
    guard let first = fields.first, let digest = Self.fingerprint(first) else {
      throw Problem(text: "the line does not begin with a SHA-256 fingerprint (64 hex digits)")
    }
    let words = "first seen "
    guard
      fields.count == 1 || fields.count == 4 || fields.count == 5 && fields[4].hasPrefix(words)
    else {
      throw Problem(text: "a line is: fingerprint; identifiers; who confirmed it; when")
    }
    guard fields.count > 1 else {
      self.init(sha256: digest)
      return
    }
    var identifiers: [Identifier] = []
    for part in fields[1].split(separator: ",", omittingEmptySubsequences: false)
    where !fields[1].isEmpty {
      guard let identifier = Self.identifier(Self.trimmed(part)) else {
        throw Problem(text: "not an identifier such as GB-COH 04336774")
      }
      identifiers.append(identifier)
    }
    guard !fields[2].isEmpty else { throw Problem(text: "it is not said who confirmed the key") }
    guard let day = CalendarDate(iso: fields[3]) else {
      throw Problem(text: "the day of confirmation is not written as 2026-11-20")
    }
    var firstSeen: CalendarDate?
    if fields.count == 5 {
      guard let seen = CalendarDate(iso: fields[4].dropFirst(words.count)) else {
        throw Problem(text: "the last field is not written as: first seen 2026-11-18")
      }
      firstSeen = seen
    }
    self.init(
      sha256: digest,
      identifiers: identifiers,
      confirmedBy: String(fields[2]),
      confirmedOn: day,
      firstSeen: firstSeen
    )
  }

  /// Reads a fingerprint as `sha256sum` or `openssl x509 -fingerprint -sha256` prints it.
  public static func fingerprint(_ text: some StringProtocol) -> [UInt8]? {
    let digits = Array(text.utf8).split(separator: 0x3D).last ?? []
    let plain = digits.filter { $0 != 0x3A && $0 != 0x20 }
    guard let bytes = Hex.bytes(String(decoding: plain, as: UTF8.self)), bytes.count == 32 else {
      return nil
    }
    return bytes
  }

  /// Reads `GB-COH 04336774`, `GB-COH-04336774` or, as certificates write it, `NTRGB-04336774`.
  private static func identifier(_ text: Substring) -> Identifier? {
    if let named = Identifier(organizationIdentifier: text) { return named }
    if let space = text.firstIndex(of: " ") {
      return IdentifierRules.read(
        scheme: String(text[..<space]),
        String(text[text.index(after: space)...])
      )?.identifier
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    let count = first.utf8.count == 2 ? 2 : 1
    guard parts.count > count else { return nil }
    return IdentifierRules.read(
      scheme: parts.prefix(count).joined(separator: "-"),
      parts.dropFirst(count).joined(separator: "-")
    )?.identifier
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let last = text.lastIndex(where: { !isSpace($0) }) else { return "" }
    return text[...last].drop(while: isSpace)
  }
}
