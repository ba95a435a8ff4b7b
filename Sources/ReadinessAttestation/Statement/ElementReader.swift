import ReadinessCore
import ReadinessXML

/// Takes typed values out of one element, or says where one is missing or impossible.
///
/// The schema has seen the element before; what is missing here all the same is an error, never
/// a trap, so that a slip in the schema cannot stop the program.
struct ElementReader {
  private let element: XMLElement
  /// Where the elements of a name stand among many; `nil` where they are few.
  private let places: [String: [Int]]?

  init(_ element: XMLElement) {
    self.element = element
    places =
      element.children.count > 8
      ? Dictionary(grouping: element.children.indices) { element.children[$0].name } : nil
  }

  /// The text inside.
  var content: String { element.text }

  func children(_ name: String) -> [ElementReader] {
    guard let places else { return element.all(name).map(ElementReader.init) }
    return (places[name] ?? []).map { ElementReader(element.children[$0]) }
  }

  func optionalChild(_ name: String) -> ElementReader? {
    guard let places else { return element.first(name).map(ElementReader.init) }
    return places[name]?.first.map { ElementReader(element.children[$0]) }
  }

  func child(_ name: String) throws(StatementReadingError) -> ElementReader {
    guard let child = optionalChild(name) else {
      throw error(.schemaViolated, "the element \(name) is missing")
    }
    return child
  }

  /// What `read` makes of every element of that name directly inside.
  func all<Value>(
    _ name: String,
    _ read: (ElementReader) throws(StatementReadingError) -> Value
  ) throws(StatementReadingError) -> [Value] {
    var values: [Value] = []
    for child in children(name) { values.append(try read(child)) }
    return values
  }

  func optionalText(_ attribute: String) -> String? { element[attribute] }

  func text(_ attribute: String) throws(StatementReadingError) -> String {
    guard let value = element[attribute] else {
      throw error(.schemaViolated, "the attribute \(attribute) is missing")
    }
    return value
  }

  func integer(_ attribute: String) throws(StatementReadingError) -> Int {
    try value(attribute) { Int($0) }
  }

  func date(_ attribute: String) throws(StatementReadingError) -> CalendarDate {
    try value(attribute) { CalendarDate(iso: $0) }
  }

  func optionalDate(_ attribute: String) throws(StatementReadingError) -> CalendarDate? {
    element[attribute] == nil ? nil : try date(attribute)
  }

  func instant(_ attribute: String) throws(StatementReadingError) -> Instant {
    try value(attribute) { Instant(iso: $0) }
  }

  /// A SHA-256 digest in lower-case hexadecimal.
  func digest(_ attribute: String) throws(StatementReadingError) -> String {
    try value(attribute) { TextRules.isHex($0, digits: 64) ? $0 : nil }
  }

  func flag(_ attribute: String) throws(StatementReadingError) -> Bool {
    try value(attribute) { $0 == "yes" ? true : $0 == "no" ? false : nil }
  }

  func choice<Choice: RawRepresentable<String>>(
    _ attribute: String
  ) throws(StatementReadingError) -> Choice {
    try value(attribute) { Choice(rawValue: $0) }
  }

  func optionalChoice<Choice: RawRepresentable<String>>(
    _ attribute: String
  ) throws(StatementReadingError) -> Choice? {
    guard element[attribute] != nil else { return nil }
    let choice: Choice = try choice(attribute)
    return choice
  }

  /// Several choices with one space between.
  func choices<Choice: RawRepresentable<String>>(
    _ attribute: String
  ) throws(StatementReadingError) -> [Choice] {
    try value(attribute) { text in
      let choices = text.split(separator: " ").map { Choice(rawValue: String($0)) }
      return choices.contains { $0 == nil } ? nil : choices.compactMap(\.self)
    }
  }

  private func value<Value>(
    _ attribute: String,
    _ convert: (String) -> Value?
  ) throws(StatementReadingError) -> Value {
    guard let value = convert(try text(attribute)) else {
      throw error(.valueImpossible, "\(attribute) has a value that cannot be")
    }
    return value
  }

  private func error(_ code: StatementReadingError.Code, _ what: String) -> StatementReadingError {
    StatementReadingError(
      code,
      line: element.position.line,
      column: element.position.column,
      what
    )
  }
}
