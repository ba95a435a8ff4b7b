/// One thing that happens while a file is read.
///
/// It is only good until the closure that it was given to returns.
struct XMLEvent<Element: XMLName, Attribute: XMLName> {
  /// What happens.
  let kind: XMLEventKind

  /// Whose.
  let element: Element

  /// The place of the element's namespace in the vocabulary's list.
  ///
  /// -1 is none, -2 one that is not in the list.
  let namespace: Int

  /// How many elements are open around it: 0 for the root.
  let depth: Int

  /// The text of a `leaf`, cut at its limit; empty otherwise.
  let text: XMLText

  /// The values of the wanted attributes; on `start` and on the `leaf` of a leaf.
  let attributes: XMLAttributes<Attribute>
}

/// What can happen while a file is read.
enum XMLEventKind: UInt8 {
  /// A container begins.
  case start
  /// The text of an element is complete.
  case leaf
  /// A container ends.
  case end
}
