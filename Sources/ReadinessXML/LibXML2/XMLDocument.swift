import CLibXML2
import CXMLSupport

/// libxml2's set-up for the whole process.
package enum LibXML2 {
  private static let started: Void = {
    xmlInitParser()
    cxml_refuse_external_entities()
  }()

  /// Once, before anything else is called.
  package static func start() { _ = started }
}

/// Reads XML that may be hostile into values.
///
/// Refused: any DOCTYPE (so no entity is ever defined), any encoding but UTF-8, more than
/// `limit` bytes, more than 64 levels, a tag of more than 64 KiB. Nothing is loaded from
/// elsewhere, neither from the network nor from a file.
public enum XMLDocument {
  /// The root element of a document that satisfies the schema.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - schema: what it must satisfy.
  ///   - limit: the largest size in bytes that is read.
  /// - Throws: every problem found, in the file's order.
  public static func read(
    _ bytes: [UInt8],
    schema: XMLSchema,
    limit: Int = 16 << 20
  ) throws(XMLReadingError) -> XMLElement {
    LibXML2.start()
    if let problem = firstObstacle(bytes, limit: limit) { throw XMLReadingError([problem]) }
    let builder = XMLTreeBuilder(bytes: bytes)
    builder.parse(schema: schema.compiled)
    if schema != .none, schema.compiled == nil {
      throw XMLReadingError([XMLProblem(at: nil, "the program's own schema cannot be compiled")])
    }
    guard builder.problems.isEmpty, let root = builder.root else {
      throw XMLReadingError(builder.problems)
    }
    return root
  }

  private static func firstObstacle(_ bytes: [UInt8], limit: Int) -> XMLProblem? {
    if bytes.isEmpty { return XMLProblem(at: nil, "the file is empty") }
    if bytes.count > limit {
      return XMLProblem(at: nil, "the file is larger than \(limit >> 20) MiB")
    }
    let start = XMLPosition(line: 1, column: 1)
    // libxml2 stops at a NUL and would not see what stands behind it.
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      return XMLProblem(at: nil, "the file is not UTF-8 text")
    }
    let body = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    guard body.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == 0x3C else {
      return XMLProblem(at: start, "this is not XML")
    }
    if body.starts(with: "<?xml".utf8) {
      let end = body.firstIndex(of: 0x3E) ?? body.endIndex
      let declaration = String(decoding: body[..<end], as: UTF8.self).lowercased()
      if declaration.contains("encoding"), !declaration.contains("utf-8") {
        return XMLProblem(at: start, "only the encoding UTF-8 is read")
      }
    }
    if longestTag(bytes) > 64 << 10 {
      return XMLProblem(at: nil, "a tag is longer than 64 KiB")
    }
    return nil
  }

  /// The length in bytes of the longest tag; comments, CDATA sections and instructions are none.
  ///
  /// A tag with very many attributes takes libxml2 quadratic time.
  private static func longestTag(_ bytes: [UInt8]) -> Int {
    let others: [(opening: [UInt8], closing: [UInt8])] = [
      (Array("<!--".utf8), Array("-->".utf8)), (Array("<![CDATA[".utf8), Array("]]>".utf8)),
      (Array("<?".utf8), Array("?>".utf8)),
    ]
    var longest = 0
    var index = 0
    while let open = bytes[index...].firstIndex(of: 0x3C) {
      if let other = others.first(where: { bytes[open...].starts(with: $0.opening) }) {
        index = end(of: other.closing, in: bytes, from: open + other.opening.count)
      } else {
        index = endOfTag(bytes, from: open + 1)
        longest = max(longest, index - open)
      }
    }
    return longest
  }

  /// Behind the next place at which `closing` stands; the end where it does not.
  private static func end(of closing: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    guard let last = closing.last else { return start }
    var index = start
    while let found = bytes[index...].firstIndex(of: last) {
      index = found + 1
      if index - closing.count >= start,
        bytes[(index - closing.count)..<index].elementsEqual(closing)
      {
        return index
      }
    }
    return bytes.count
  }

  /// Behind the `>` that ends a tag; one within quotes does not.
  private static func endOfTag(_ bytes: [UInt8], from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == 0x3E {
        return index + 1
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      }
    }
    return bytes.count
  }
}

/// U+FEFF in UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
