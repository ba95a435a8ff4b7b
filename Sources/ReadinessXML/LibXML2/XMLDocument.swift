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
    if bytes.count > 64 << 10, TagLength.longest(in: bytes) > 64 << 10 {
      return XMLProblem(at: nil, "a tag is longer than 64 KiB")
    }
    return nil
  }
}

/// U+FEFF in UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
