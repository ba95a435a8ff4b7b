/// Writes JSON so that the same value always gives the same bytes.
public enum JSONWriter {
  /// One line, no spaces, members in their order, exact escapes, no line end.
  ///
  /// Escaped are `"`, `\`, and the controls below U+0020 (as `\n`, `\r`, `\t`, else `\u00xx`);
  /// everything else stands as UTF-8.
  public static func line(_ value: JSONValue) -> String {
    var out = ""
    write(value, indent: nil, level: 0, into: &out)
    return out
  }

  /// Indented by two spaces, with a final line feed.
  public static func pretty(_ value: JSONValue) -> String {
    var out = ""
    write(value, indent: 2, level: 0, into: &out)
    return out + "\n"
  }

  private static func write(
    _ value: JSONValue,
    indent: Int?,
    level: Int,
    into out: inout String
  ) {
    switch value {
    case .null: out += "null"
    case .bool(let flag): out += flag ? "true" : "false"
    case .integer(let number): out += String(number)
    case .string(let text): quote(text, into: &out)
    case .array(let elements):
      writeItems(elements, "[", "]", indent: indent, level: level, into: &out) { element, out in
        write(element, indent: indent, level: level + 1, into: &out)
      }
    case .object(let members):
      writeItems(members, "{", "}", indent: indent, level: level, into: &out) { member, out in
        quote(member.name, into: &out)
        out += indent == nil ? ":" : ": "
        write(member.value, indent: indent, level: level + 1, into: &out)
      }
    }
  }

  private static func writeItems<Item>(
    _ items: [Item],
    _ open: String,
    _ close: String,
    indent: Int?,
    level: Int,
    into out: inout String,
    each: (Item, inout String) -> Void
  ) {
    out += open
    for (index, item) in items.enumerated() {
      if index > 0 { out += "," }
      if let indent { out += "\n" + String(repeating: " ", count: indent * (level + 1)) }
      each(item, &out)
    }
    if let indent, !items.isEmpty {
      out += "\n" + String(repeating: " ", count: indent * level)
    }
    out += close
  }

  private static func quote(_ text: String, into out: inout String) {
    out += "\""
    defer { out += "\"" }
    // Nearly every text has nothing to escape.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      out += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..<"\u{20}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
