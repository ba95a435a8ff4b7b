import ReadinessCore

/// Texts of a report in the form in which they are kept.
enum KeptText {
  /// One line without control characters and doubled spaces, of at most so many characters.
  static func line(_ text: some StringProtocol, most: Int = 200) -> String {
    if isPlain(text.utf8, most: most) { return String(text) }
    var line = String.UnicodeScalarView()
    var space = false
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator:
        space = true
      default:
        if space, !line.isEmpty { line.append(" ") }
        space = false
        line.append(scalar)
      }
    }
    let whole = String(line)
    return whole.count <= most ? whole : whole.prefix(most - 1) + "…"
  }

  /// Whether it is such a line already, told from its bytes alone: most texts are.
  private static func isPlain(_ bytes: some Collection<UInt8>, most: Int) -> Bool {
    var count = 0
    var before: UInt8 = 0x20
    for byte in bytes {
      count += 1
      guard (0x20...0x7E).contains(byte), byte != 0x20 || before != 0x20, count <= most else {
        return false
      }
      before = byte
    }
    return count == 0 || before != 0x20
  }

  /// The same, or `nil` where nothing is left.
  static func some(_ text: some StringProtocol, most: Int = 200) -> String? {
    let line = line(text, most: most)
    return line.isEmpty ? nil : line
  }

  /// The day of an ISO 8601 time as it is written, whatever zone it is in.
  static func day(_ text: some StringProtocol) -> CalendarDate? {
    let date = text.prefix(10)
    let rest = text.dropFirst(10).utf8.first
    guard rest == nil || rest == 0x54 || rest == 0x20 else { return nil }
    return CalendarDate(iso: date)
  }

  /// The text as a CVE number, where it is one.
  static func cve(_ text: some StringProtocol) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "CVE", parts[1].utf8.count == 4,
      (4...19).contains(parts[2].utf8.count),
      parts.dropFirst().allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return String(text)
  }
}
