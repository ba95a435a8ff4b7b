import ReadinessCore
import Testing

struct JSONReaderTests {
  private func refusal(_ text: String) -> JSONReadingError? {
    do {
      _ = try JSONReader.read(Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test func `every kind of value is read`() throws {
    let text = """
      {"null":null,"yes":true,"no":false,"number":-42,"text":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9é",
       "list":[1,[],{}],"":0}
      """
    let value = try JSONReader.read(Array(text.utf8))
    #expect(
      value
        == .object([
          .init("null", .null), .init("yes", true), .init("no", false), .init("number", -42),
          .init("text", "\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{E9}"),
          .init("list", [1, [], .object([])]), .init("", 0),
        ])
    )
    #expect(value["number"]?.integer == -42)
    #expect(value["list"]?.array?.count == 3)
    #expect(value["missing"] == nil)
    #expect(value["list"]?["number"] == nil)
  }

  @Test(arguments: [
    ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("0", 0), ("-0", 0),
  ])
  func `whole numbers are read to the last digit`(text: String, number: Int) throws {
    #expect(try JSONReader.read(Array(text.utf8)).integer == number)
  }

  @Test func `a pair of surrogates is one character`() throws {
    #expect(
      try JSONReader.read(Array(#""\ud83d\uDE00\ud800\udc00\udbff\udfff""#.utf8)).string
        == "\u{1F600}\u{10000}\u{10FFFF}"
    )
  }

  @Test(arguments: [
    ("", "the text ends too early", 1, 1),
    (" \n ", "the text ends too early", 2, 2),
    ("[1", "a comma or ] is expected here", 1, 3),
    ("[1,", "the text ends too early", 1, 4),
    ("{\"a\":", "the text ends too early", 1, 6),
    ("nul", "a value is expected here", 1, 1),
    ("True", "a value is expected here", 1, 1),
    ("[1,]", "a value is expected here", 1, 4),
    ("'a'", "a value is expected here", 1, 1),
    ("// a", "a value is expected here", 1, 1),
    ("{\"a\":1,}", "a name is expected here", 1, 8),
    ("{a:1}", "a name is expected here", 1, 2),
    ("{1:1}", "a name is expected here", 1, 2),
    ("{\"a\" 1}", "a colon is expected here", 1, 6),
    ("{\"a\":1 \"b\":2}", "a comma or } is expected here", 1, 8),
    ("[1 2]", "a comma or ] is expected here", 1, 4),
    ("[1}", "a comma or ] is expected here", 1, 3),
    ("1 2", "something stands after the end", 1, 3),
    ("{}{}", "something stands after the end", 1, 3),
    ("nullx", "something stands after the end", 1, 5),
    ("01", "this is not a whole number that fits", 1, 1),
    ("[-]", "this is not a whole number that fits", 1, 2),
    ("-01", "this is not a whole number that fits", 1, 1),
    ("9223372036854775808", "this is not a whole number that fits", 1, 1),
    ("-9223372036854775809", "this is not a whole number that fits", 1, 1),
    ("1.5", "only whole numbers are read", 1, 2),
    ("10e3", "only whole numbers are read", 1, 3),
    ("1E3", "only whole numbers are read", 1, 2),
    ("+1", "a value is expected here", 1, 1),
    ("NaN", "a value is expected here", 1, 1),
    ("\"abc", "a text has no closing quote", 1, 5),
    ("\"abc\\", "a text has no closing quote", 1, 6),
    ("\"a\tb\"", "a control character stands in a text", 1, 3),
    ("\"a\nb\"", "a control character stands in a text", 1, 3),
    ("\"\\x\"", "an unknown escape", 1, 3),
    ("\"\\u12G4\"", "four hexadecimal digits are expected here", 1, 4),
    ("\"\\u+123\"", "four hexadecimal digits are expected here", 1, 4),
    ("\"\\u12", "four hexadecimal digits are expected here", 1, 4),
    ("{\"a\":1,\"a\":2}", "the name \"a\" stands twice", 1, 8),
    ("{\"a\":1,\"\\u0061\":2}", "the name \"a\" stands twice", 1, 8),
    ("[{\"a\":1},\n {\"b\":1,\"b\":1}]", "the name \"b\" stands twice", 2, 9),
    ("{\n \"é\": 1,\n \"ü\": x}", "a value is expected here", 3, 7),
    ("[\r\n\t?]", "a value is expected here", 2, 2),
    ("[\"日本\", 😀]", "a value is expected here", 1, 8),
  ])
  func `what is not our JSON is refused at its line and column`(
    text: String,
    what: String,
    line: Int,
    column: Int
  ) throws {
    let error = try #require(refusal(text))
    #expect(error.what == what)
    #expect("\(error.line):\(error.column)" == "\(line):\(column)")
  }

  @Test(arguments: [
    #""\ud800""#, #""\udfff""#, #""\udc00\ud800""#, #""\ud800\ud800""#, #""\ud800A""#,
    #""\ud800\n""#, #""\ud800\u0041""#, #""\udbff x""#,
  ])
  func `half a surrogate is refused`(text: String) throws {
    let error = try #require(refusal(text))
    #expect(error.what == "a lone surrogate")
    #expect(error.line == 1 && error.column > 1)
  }

  @Test func `sixty-four levels are read and one more is refused`() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(refusal(nested(64)) == nil)
    let tooDeep = try #require(refusal(nested(65)))
    #expect(tooDeep.what == "more than 64 levels of nesting")
    #expect(tooDeep.line == 1 && tooDeep.column == 65)
    let objects = String(repeating: "{\"a\":", count: 70) + "1" + String(repeating: "}", count: 70)
    #expect(refusal(objects)?.what == "more than 64 levels of nesting")
    #expect(refusal(String(repeating: "[", count: 1_000_000)) != nil)
  }

  @Test(
    arguments: [
      [0xFF], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
      [0x22, 0xC3, 0x22], [0xFE, 0xFF, 0x00, 0x31], [0x22, 0xE2, 0x82, 0x22],
    ] as [[UInt8]]
  )
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let error = #expect(throws: JSONReadingError.self) { try JSONReader.read(bytes) }
    #expect(error?.what == "the text is not UTF-8")
    #expect(error?.line == 1 && error?.column == 1)
  }

  @Test func `a byte order mark is no part of the text`() throws {
    #expect(try JSONReader.read(Array("\u{FEFF}[1]".utf8)) == [1])
    #expect(refusal("\u{FEFF}[?]")?.column == 2)
  }
}
