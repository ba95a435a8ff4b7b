/// The local names of elements or attributes that an importer wants.
///
/// The raw value is the name as it stands in the file, without a prefix.
protocol XMLName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// What becomes of an element.
enum XMLRole: Hashable, Sendable {
  /// `start` and `end` are told.
  case container
  /// One `leaf` is told, with the text before its first child: at most so many bytes.
  case leaf(most: Int)
  /// `start`, `leaf` and `end` are told.
  case mixed(most: Int)
  /// The element and everything in it is known and of no use.
  case skipped
}

/// Which elements and attributes an importer wants.
///
/// Every other element is counted as not understood, and what is in it is passed over.
struct XMLVocabulary<Element: XMLName, Attribute: XMLName>: Sendable {
  /// Which elements may be the root; a file with another root is refused.
  let roots: [Element]

  /// What becomes of each element that is wanted.
  let role: @Sendable (Element) -> XMLRole

  /// The local names of elements that are known and of no use, with everything in them.
  let skipped: [String]

  /// The addresses of the namespaces to tell apart; an event has the place in this list.
  var namespaces: [String] = []

  /// The most bytes that are kept of an attribute's value.
  var longestAttribute = 4_096

  /// Whether `<!DOCTYPE NAME>` without anything more is taken, and for which root element.
  ///
  /// It is never followed. Every other DOCTYPE is refused.
  var doctype: String?
}
