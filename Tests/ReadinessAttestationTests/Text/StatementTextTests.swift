import Testing

@testable import ReadinessAttestation

struct StatementTextTests {
  @Test func `what was typed on several lines becomes one`() {
    #expect(
      StatementText.line("  Head office\r\n\tand\u{2028}  the yard \n", limit: 99)
        == "Head office and the yard"
    )
    #expect(StatementText.line("Red\u{1B}[31m\u{0}", limit: 99) == "Red [31m")
    #expect(StatementText.line("abc def", limit: 4) == "abc")
    #expect(StatementText.line(" \n ", limit: 4).isEmpty)
  }

  @Test func `whatever was typed, what is left may stand in a statement`() {
    for text in HostileText.names + ["\u{1F468}\u{200D}\u{1F469}", "e\u{301}e\u{301}e\u{301}"] {
      for limit in 1...12 {
        let line = StatementText.line(text, limit: limit)
        #expect(line.isEmpty || TextRules.isLine(line, limit: limit))
      }
    }
  }

  @Test func `hidden characters are shown by their number`() {
    #expect(
      VisibleText.of("a\u{202E}b\u{1B}c\nd\u{E0041}") == "a[U+202E]b[U+001B]c[U+000A]d[U+E0041]"
    )
    #expect(VisibleText.of("Llŷn 日本 €") == "Llŷn 日本 €")
  }
}
