/// The start of an XML file up to its root element's tag, read without a parser.
struct XMLOpening {
  /// The root element's name without a prefix; empty where there is none.
  private(set) var root = ""
  /// What stands in its tag behind the name.
  private(set) var attributes = ""
  /// What stands in the DOCTYPE.
  private(set) var doctype = ""
  /// Where the root element's tag ends.
  private(set) var end: Int

  /// Looks for the root element.
  init(_ text: ArraySlice<UInt8>) {
    end = text.endIndex
    var rest = text
    while let open = rest.firstIndex(of: 0x3C) {
      rest = rest[open...]
      if rest.starts(with: "<!--".utf8) {
        guard let close = Self.place(of: "-->", in: rest.dropFirst(4)) else { return }
        rest = rest[close...]
        continue
      }
      guard let close = rest.firstIndex(of: 0x3E) else { return }
      let inside = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
      rest = rest[(close + 1)...]
      if inside.hasPrefix("!DOCTYPE") {
        doctype = inside
      } else if inside.first != "?", inside.first != "!" {
        let name = inside.prefix { !$0.isWhitespace && $0 != "/" }
        root = name.split(separator: ":").last.map(String.init) ?? ""
        attributes = String(inside.dropFirst(name.count))
        end = close
        return
      }
    }
  }

  private static func place(of mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(mark.utf8)
    var index = bytes.startIndex
    while index + wanted.count <= bytes.endIndex {
      if bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index + wanted.count }
      index += 1
    }
    return nil
  }
}
