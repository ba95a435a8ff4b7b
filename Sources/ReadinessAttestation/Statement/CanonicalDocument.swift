import ReadinessXML

/// Documents that can be written in one way only.
enum CanonicalDocument {
  /// What a document says.
  ///
  /// Refused is whatever the schema refuses, values that cannot be, and a file that the writer
  /// would write otherwise: so no byte of it is free.
  ///
  /// - Parameters:
  ///   - bytes: exactly the bytes whose digest the signature covers.
  ///   - name: the file's name, for the error.
  ///   - schema: what the file must satisfy.
  ///   - limit: the largest size in bytes that is read.
  ///   - value: takes the values out of the root element.
  ///   - written: writes the values as the file.
  /// - Returns: the values.
  /// - Throws: the first kind of reason met, with every problem of that kind.
  static func read<Value>(
    _ bytes: [UInt8],
    name: String,
    schema: XMLSchema,
    limit: Int,
    value: (ElementReader) throws(StatementReadingError) -> Value,
    written: (Value) -> [UInt8]
  ) throws(StatementReadingError) -> Value {
    let root: XMLElement
    do throws(XMLReadingError) {
      root = try XMLDocument.read(bytes, schema: schema, limit: limit)
    } catch {
      throw StatementReadingError(.schemaViolated, error.problems).of(name)
    }
    do throws(StatementReadingError) {
      let value = try value(ElementReader(root))
      try compare(bytes, with: written(value))
      return value
    } catch {
      throw error.of(name)
    }
  }

  private static func compare(
    _ bytes: [UInt8],
    with expected: [UInt8]
  ) throws(StatementReadingError) {
    guard expected != bytes else { return }
    let same = zip(bytes, expected).prefix { $0 == $1 }.count
    let before = bytes.prefix(same)
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    throw StatementReadingError(
      .notCanonical,
      line: line,
      column: column,
      "the file is not written as the format lays down"
    )
  }
}
