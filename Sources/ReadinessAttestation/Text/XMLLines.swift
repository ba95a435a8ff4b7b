/// XML with one element per line and no choice left: no indentation, no empty text, `"` quotes.
struct XMLLines {
  /// A name and a value; an attribute without a value is left out.
  typealias Attribute = (name: String, value: String?)

  private var text: MarkupText

  /// What was written so far.
  var bytes: [UInt8] { text.bytes }

  init(reserving count: Int) { text = MarkupText(reserving: count) }

  mutating func declaration() { text.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

  mutating func open(_ name: String, _ attributes: [Attribute]) {
    start(name, attributes)
    text.markup(">\n")
  }

  mutating func close(_ name: String) {
    text.markup("</")
    text.markup(name)
    text.markup(">\n")
  }

  /// An element that holds text, or nothing.
  mutating func line(_ name: String, _ attributes: [Attribute] = [], text content: String? = nil) {
    start(name, attributes)
    guard let content else {
      text.markup("/>\n")
      return
    }
    text.markup(">")
    text.xml(content)
    close(name)
  }

  /// An empty element that stands there hundreds of times: without a list of attributes.
  mutating func empty(_ name: String, _ attributes: (inout XMLLines) -> Void) {
    text.markup("<")
    text.markup(name)
    attributes(&self)
    text.markup("/>\n")
  }

  /// An attribute within ``empty(_:_:)``; left out without a value.
  mutating func attribute(_ name: String, _ value: String?) {
    guard let value else { return }
    text.markup(" ")
    text.markup(name)
    text.markup("=\"")
    text.xml(value)
    text.markup("\"")
  }

  private mutating func start(_ name: String, _ attributes: [Attribute]) {
    text.markup("<")
    text.markup(name)
    for attribute in attributes { self.attribute(attribute.name, attribute.value) }
  }
}
