/// Where something stands in a file: line and column in characters, both from 1.
public struct XMLPosition: Hashable, Comparable, Sendable {
  /// Line, from 1.
  public let line: Int
  /// Column in characters, from 1.
  public let column: Int

  /// Earlier in the file comes first.
  public static func < (left: XMLPosition, right: XMLPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// One element of a document that was read: values only, nothing of the parser is left in it.
public struct XMLElement: Sendable {
  /// One attribute.
  public struct Attribute: Sendable {
    /// The name without a prefix.
    public let name: String
    /// The namespace; empty where there is none.
    public let namespace: String
    /// The value, entities resolved.
    public let value: String
  }

  /// The name without a prefix.
  public let name: String
  /// The namespace; empty where there is none.
  public let namespace: String
  /// In the order in which they stand.
  public let attributes: [Attribute]
  /// The place of the `<` of the start tag.
  public var position: XMLPosition { source.tag(before: place) }
  /// Where in the file the parser stood when it had read the start tag, in bytes.
  let place: Int
  let source: XMLSource
  /// The elements directly inside, in order.
  public internal(set) var children: [XMLElement] = []
  /// The characters directly inside, as they stand.
  public internal(set) var text = ""

  /// The value of an attribute without a namespace.
  public subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute && $0.namespace.isEmpty }?.value
  }

  /// The value of an attribute split at white space; empty where there is none.
  public func list(_ attribute: String) -> [String] {
    self[attribute]?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
  }

  /// The language given by `xml:lang`, if any.
  public var language: String? {
    attributes.first { $0.name == "lang" && $0.namespace == xmlNamespace }?.value
  }

  /// The first element of that name directly inside.
  public func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// All elements of that name directly inside.
  public func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The characters directly inside, with runs of white space folded to one space.
  public var folded: String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The namespace of `xml:lang`.
let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
