/// Reads XML that may be hostile and of any size, in constant memory.
///
/// Give the file's pieces to `read` in order, then call `finish` once.
final class XMLStream<Element: XMLName, Attribute: XMLName> {
  private let vocabulary: XMLVocabulary<Element, Attribute>

  /// A reader that has read nothing.
  init(_ vocabulary: XMLVocabulary<Element, Attribute>) {
    self.vocabulary = vocabulary
  }

  /// Reads the next bytes, and tells each event in them in the file's order.
  ///
  /// - Throws: where the file cannot be used, or what the closure throws.
  func read(
    _ chunk: UnsafeBufferPointer<UInt8>,
    each: (XMLEvent<Element, Attribute>) throws(ScanImportError) -> Void
  ) throws(ScanImportError) {}

  /// Says that the file has ended, and tells the events that were left.
  ///
  /// - Throws: `cutShort` where the root element is still open.
  func finish(
    each: (XMLEvent<Element, Attribute>) throws(ScanImportError) -> Void
  ) throws(ScanImportError) {}

  /// The names of elements that are not in the vocabulary, each with how often it stood there.
  ///
  /// The names of elements within such an element are not in it.
  var notUnderstood: [String: Int] { [:] }
}
