/// The start of a JSON file, read without a parser.
enum JSONOpening {
  /// The keys of the outermost object, or of the first objects in the outermost list, as far as
  /// the bytes go.
  static func keys(_ text: ArraySlice<UInt8>) -> Set<String> {
    var keys: Set<String> = []
    var depth = 0
    var wanted = 1
    var last = ""
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case 0x5B, 0x7B:
        if depth == 0, text[index] == 0x5B { wanted = 2 }
        depth += 1
      case 0x5D, 0x7D: depth -= 1
      case 0x22:
        let start = index + 1
        index = start
        while index < text.endIndex, text[index] != 0x22 {
          index += text[index] == 0x5C ? 2 : 1
        }
        let end = min(index, text.endIndex)
        last = depth == wanted ? String(decoding: text[start..<end].prefix(64), as: UTF8.self) : ""
      case 0x3A: if depth == wanted, !last.isEmpty { keys.insert(last) }
      default: break
      }
      index += 1
    }
    return keys
  }
}
