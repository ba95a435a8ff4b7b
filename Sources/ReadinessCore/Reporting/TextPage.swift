/// Lines for a terminal, never wider than the page, with nothing in them that drives it.
struct TextPage {
  let width: Int
  private(set) var lines: [String] = []

  init(width: Int) { self.width = max(width, 40) }

  /// The whole text, with a final line feed.
  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func blank() { if lines.last?.isEmpty == false { lines.append("") } }

  /// A heading with a rule of `mark` under it.
  mutating func heading(_ title: String, _ mark: Character = "-") {
    blank()
    let start = lines.count
    add(title)
    let longest = lines[start...].map { TextLayout.width($0) }.max() ?? 0
    lines.append(String(repeating: mark, count: longest))
  }

  /// Text, wrapped; `first` stands before its first line, `rest` before the others.
  mutating func add(_ text: String, first: String = "", rest: String? = nil) {
    let rest = rest ?? String(repeating: " ", count: TextLayout.width(first))
    let room = width - max(TextLayout.width(first), TextLayout.width(rest))
    // An answer of several lines must not look like lines of ours.
    let safe = TextLayout.harmless(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    let text = TextLayout.breakable(safe, at: room)
    lines += TextLayout.wrap(text, width: width, first: first, rest: rest)
  }

  /// A label with what it is about, indented.
  mutating func add(_ label: String, _ text: String, indent: Int) {
    let gap = String(repeating: " ", count: indent)
    add("\(label): \(text)", first: gap, rest: gap + "  ")
  }

  /// A point of a list.
  mutating func point(_ text: String, indent: Int) {
    add(text, first: String(repeating: " ", count: indent) + "- ")
  }
}
