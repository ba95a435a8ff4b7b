import ReadinessCore
import TestSupport
import Testing

struct JSONWriterTests {
  private static let sample: JSONValue = .object([
    .init("b", [1, [], .object([]), "é"]), .init("a", .object([.init("x", .null)])),
    .init("flag", false),
  ])

  @Test func `one line has no spaces and keeps the order of members`() {
    #expect(
      JSONWriter.line(Self.sample) == #"{"b":[1,[],{},"é"],"a":{"x":null},"flag":false}"#
    )
  }

  @Test func `the pretty form is indented by two and ends with one line feed`() {
    #expect(
      JSONWriter.pretty(Self.sample) == """
        {
          "b": [
            1,
            [],
            {},
            "é"
          ],
          "a": {
            "x": null
          },
          "flag": false
        }

        """
    )
  }

  @Test func `exactly quotes, backslashes and controls are escaped`() {
    var text = ""
    for value in UInt32(0)...0x9F {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    text += "/\u{2028}\u{2029}\u{FEFF}\u{10FFFF}"
    let expected =
      ##""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\n\u000b\u000c\r\u000e\u000f"##
      + ##"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d"##
      + ##"\u001e\u001f !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"##
      + "abcdefghijklmnopqrstuvwxyz{|}~"
      + String(String.UnicodeScalarView((UInt32(0x7F)...0x9F).compactMap(Unicode.Scalar.init)))
      + "/\u{2028}\u{2029}\u{FEFF}\u{10FFFF}\""
    #expect(Array(JSONWriter.line(.string(text)).utf8) == Array(expected.utf8))
  }

  @Test func `what is written reads back equal, in both forms, and writes the same again`() throws {
    var generator = ValueGenerator(seed: 7)
    for _ in 0..<1_000 {
      let value = generator.value(depth: 0)
      let line = JSONWriter.line(value)
      let pretty = JSONWriter.pretty(value)
      let fromLine = try JSONReader.read(Array(line.utf8))
      let fromPretty = try JSONReader.read(Array(pretty.utf8))
      try #require(fromLine == value && fromPretty == value, "\(line)")
      try #require(Array(JSONWriter.line(fromPretty).utf8) == Array(line.utf8))
      try #require(!line.utf8.contains(0x0A), "a line must be one line")
    }
  }
}

/// Makes JSON values that look random and are the same in every run.
private struct ValueGenerator {
  private var numbers: DeterministicNumbers

  init(seed: UInt64) { numbers = DeterministicNumbers(seed: seed) }

  mutating func value(depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 4 ? 4 : 6), using: &numbers) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &numbers))
    case 2: return .integer(Int.random(in: .min ... .max, using: &numbers))
    case 3: return .string(text())
    case 4:
      return .array(
        (0..<Int.random(in: 0...4, using: &numbers)).map { _ in value(depth: depth + 1) }
      )
    default:
      // A counter keeps the names of one object apart.
      return .object(
        (0..<Int.random(in: 0...4, using: &numbers)).map {
          .init("\($0)" + text(), value(depth: depth + 1))
        }
      )
    }
  }

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &numbers) {
      let ranges: [ClosedRange<UInt32>] = [
        0...0x7F, 0x80...0x7FF, 0x800...0xD7FF, 0x10000...0x10FFFF,
      ]
      let range = ranges[Int.random(in: 0..<4, using: &numbers)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &numbers)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
