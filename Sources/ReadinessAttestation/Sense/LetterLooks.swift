/// Whether a name is written in letters that may be taken for others.
///
/// A rough look by fixed ranges, for a remark and nothing more: firms are matched by identifier
/// and fingerprint, never by name (profile 7).
enum LetterLooks {
  private static let scripts: [(name: String, ranges: [ClosedRange<UInt32>])] = [
    (
      "Latin",
      [
        0x41...0x5A, 0x61...0x7A, 0xAA...0xAA, 0xBA...0xBA, 0xC0...0xD6, 0xD8...0xF6,
        0xF8...0x24F, 0x1E00...0x1EFF,
      ]
    ),
    ("Greek", [0x370...0x373, 0x376...0x37D, 0x37F...0x3FF, 0x1F00...0x1FFF]),
    ("Cyrillic", [0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F]),
    ("Armenian", [0x530...0x58F]),
    ("Hebrew", [0x590...0x5FF]),
    ("Arabic", [0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF]),
    ("Cherokee", [0x13A0...0x13FF, 0xAB70...0xABBF]),
  ]

  /// Forms of letters that stand for letters but are not: phonetic, styled, full width.
  private static let lookAlikes: [ClosedRange<UInt32>] = [
    0x250...0x2AF, 0x1D00...0x1DBF, 0x2100...0x214F, 0x2160...0x2188, 0x2460...0x24FF,
    0x2C60...0x2C7F, 0xA720...0xA7FF, 0xAB30...0xAB6F, 0xFF01...0xFF5E, 0x1D400...0x1D7FF,
    0x1F100...0x1F1FF,
  ]

  /// What is unusual, to follow the field's name in a sentence, or `nil`.
  static func remark(_ text: String) -> String? {
    var found: [String] = []
    for scalar in text.unicodeScalars where scalar.value >= 0x41 {
      let value = scalar.value
      // ℠ and ™ are signs of trade, not look-alikes.
      if value == 0x2120 || value == 0x2122 { continue }
      if lookAlikes.contains(where: { $0.contains(value) }) {
        return "holds characters made to look like letters"
      }
      guard let script = scripts.first(where: { $0.ranges.contains { $0.contains(value) } }),
        !found.contains(script.name)
      else { continue }
      found.append(script.name)
    }
    if found.count > 1 { return "mixes \(found.joined(separator: " and ")) letters" }
    if let only = found.first, only != "Latin" { return "is written in \(only) letters" }
    return nil
  }
}
