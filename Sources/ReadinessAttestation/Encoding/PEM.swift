/// Text armour of RFC 7468: Base64 between a `BEGIN` and an `END` line.
///
/// OpenSSL's own reader would ask for a pass phrase on the terminal where an old-style header says
/// so; this one knows no headers.
enum PEM {
  struct Block: Hashable {
    let label: String
    let content: [UInt8]
  }

  /// Whether the bytes contain at least one block.
  static func isPresent(in bytes: [UInt8]) -> Bool {
    lines(of: bytes).contains { $0.hasPrefix(opening) }
  }

  /// All blocks in their order, or `nil` where one is broken; text between blocks is passed over.
  static func blocks(in bytes: [UInt8]) -> [Block]? {
    var blocks: [Block] = []
    var label: String?
    var body = ""
    for line in lines(of: bytes) {
      if let open = label {
        if line == "-----END \(open)-----" {
          guard let content = Base64.bytes(body), !content.isEmpty else { return nil }
          blocks.append(Block(label: open, content: content))
          label = nil
          body = ""
        } else {
          guard !line.hasPrefix("-----") else { return nil }
          body += line
        }
      } else if line.hasPrefix(opening) {
        guard line.hasSuffix("-----"), line.utf8.count > opening.utf8.count + 5 else { return nil }
        label = String(line.dropFirst(opening.count).dropLast(5))
      }
    }
    return label == nil ? blocks : nil
  }

  /// One block, 64 characters to the line.
  static func text(_ block: Block) -> [UInt8] {
    var text = opening + block.label + "-----\n"
    var rest = Base64.text(block.content)[...]
    while !rest.isEmpty {
      text += rest.prefix(64) + "\n"
      rest = rest.dropFirst(64)
    }
    return Array((text + "-----END \(block.label)-----\n").utf8)
  }

  private static let opening = "-----BEGIN "

  /// The lines without white space at their ends; a byte that is not UTF-8 spoils its line only.
  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.map { line in
      let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      let end = line.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? line.startIndex
      return String(decoding: line[..<end].drop(while: isSpace), as: UTF8.self)
    }
  }
}
