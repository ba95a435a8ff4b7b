/// Builds HTML from text; all text is escaped, so that what a firm typed is never markup.
package enum HTML {
  /// An element; `content` is HTML already.
  package static func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String>,
    _ content: String
  ) -> String {
    let list = attributes.map { " \($0.key)=\"\(Markup.escaped($0.value))\"" }.joined()
    return "<\(name)\(list)>\(content)</\(name)>"
  }

  /// An element with text in it; line breaks in the text are kept.
  package static func text(
    _ name: String,
    _ attributes: KeyValuePairs<String, String>,
    _ text: String
  ) -> String {
    element(name, attributes, inline(text))
  }

  /// An element without attributes; `content` is HTML already.
  package static func element(_ name: String, _ content: String) -> String {
    element(name, [:], content)
  }

  /// An element without attributes, with text in it.
  package static func text(_ name: String, _ words: String) -> String { text(name, [:], words) }

  /// Text within an element.
  package static func inline(_ text: String) -> String {
    if TextLayout.isPlain(text) { return Markup.escaped(text) }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Markup.escaped(String($0)) }.joined(separator: "<br>")
  }

  /// A list; one item alone is a paragraph.
  package static func list(_ items: [String]) -> String {
    if items.count == 1, let only = items.first { return text("p", only) }
    return element("ul", items.map { text("li", $0) }.joined())
  }

  /// A table whose cells are HTML already.
  ///
  /// On a narrow screen each cell is named by its heading.
  package static func table(
    _ caption: String,
    class name: String = "",
    _ headings: [String],
    _ rows: [[String]]
  ) -> String {
    let head = headings.map { text("th", ["scope": "col"], $0) }.joined()
    let body = rows.map { cells in
      let row = zip(headings, cells).enumerated().map { index, pair in
        index == 0
          ? element("th", ["scope": "row", "data-label": pair.0], pair.1)
          : element("td", ["data-label": pair.0], pair.1)
      }.joined()
      return element("tr", row) + "\n"
    }.joined()
    return element(
      "table",
      ["class": name],
      text("caption", caption) + element("thead", element("tr", [:], head)) + "\n"
        + element("tbody", body)
    ) + "\n"
  }
}
