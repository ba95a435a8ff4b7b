/// Small pieces of a page: every text that comes from outside goes through here, and is escaped.
struct PageBuilder {
  private var out: MarkupText

  /// What was written so far.
  var bytes: [UInt8] { out.bytes }

  init() { out = MarkupText(reserving: 16 << 10) }

  /// Markup of our own.
  mutating func markup(_ text: String) { out.markup(text) }

  /// Text from outside, escaped.
  mutating func text(_ text: String) { out.html(text) }

  /// A line of the program's words, which may hold text from outside: escaped as a whole.
  mutating func element(_ tag: String, _ text: String, class name: String? = nil) {
    open(tag, class: name)
    out.html(text)
    close(tag)
  }

  mutating func open(_ tag: String, class name: String? = nil) {
    out.markup("<")
    out.markup(tag)
    if let name {
      out.markup(" class=\"")
      out.markup(name)
      out.markup("\"")
    }
    out.markup(">")
  }

  mutating func close(_ tag: String) {
    out.markup("</")
    out.markup(tag)
    out.markup(">\n")
  }

  /// The head row of a table.
  mutating func head(_ titles: [String]) {
    out.markup("<thead><tr>")
    for title in titles { cell("th scope=\"col\"", "th", title) }
    out.markup("</tr></thead>\n")
  }

  /// A row whose first cell is its heading; the texts are set apart from the page's direction.
  mutating func row(_ heading: String, _ cells: [String], strong: Bool = false) {
    out.markup("<tr>")
    cell("th scope=\"row\"", "th", heading)
    for text in cells {
      out.markup(strong ? "<td class=\"bad\"><bdi>" : "<td><bdi>")
      out.html(text)
      out.markup("</bdi></td>")
    }
    out.markup("</tr>\n")
  }

  /// A row of several lines in one cell.
  mutating func row(_ heading: String, lines: [String]) {
    guard !lines.isEmpty else { return }
    out.markup("<tr>")
    cell("th scope=\"row\"", "th", heading)
    out.markup("<td>")
    for (index, text) in lines.enumerated() {
      out.markup(index == 0 ? "<bdi>" : "<br><bdi>")
      out.html(text)
      out.markup("</bdi>")
    }
    out.markup("</td></tr>\n")
  }

  private mutating func cell(_ open: String, _ close: String, _ text: String) {
    out.markup("<\(open)><bdi>")
    out.html(text)
    out.markup("</bdi></\(close)>")
  }
}
