import ReadinessCore
import TestSupport
import Testing

/// What a firm typed, or was sent as a file of answers, is never obeyed by whoever reads a report.
struct HostileAnswerTests {
  /// Whether a text holds something that drives a terminal or turns the direction of text.
  private func isHarmful(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      let value = scalar.value
      return (value < 0x20 && scalar != "\n" && scalar != "\r") || (0x7F...0x9F).contains(value)
        || (0x202A...0x202E).contains(value)
    }
  }

  @Test func `no page sends controls to a terminal`() throws {
    let assessment = try ExampleFirm.hostile()
    #expect(!isHarmful(TextReport.text(assessment)))
    #expect(!isHarmful(TextPlan.text(Plan(assessment, directory: try ExampleFirm.directory()))))
    #expect(!isHarmful(HTMLReport.html(assessment)))
    #expect(!isHarmful(CSVReport.csv(assessment)))
    #expect(!isHarmful(JUnitReport.xml(assessment)))
    #expect(TextReport.text(assessment).contains("\\u{1b}[2J"))
  }

  @Test func `an answer of several lines cannot pose as a line of ours`() throws {
    let lines = TextReport.text(try ExampleFirm.hostile()).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("Verdict:") } == ["Verdict: not ready"])
    #expect(!lines.contains { $0.drop { $0 == " " }.hasPrefix("Verdict: ready") })
  }

  @Test func `markup in an answer is text in the page`() throws {
    let html = HTMLReport.html(try ExampleFirm.hostile())
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(html.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"))
    #expect(html.contains("&lt;/dd&gt;&lt;img src=x onerror=alert(1)&gt;"))
    #expect(html.contains("&amp;&lt;&gt;&quot;&#39;"))
  }

  @Test func `the page loads nothing and runs nothing`() throws {
    for assessment in try ExampleFirm.all() {
      let html = HTMLReport.html(assessment)
      #expect(html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"))
      for forbidden in ["<script", "<link", "<img", "<iframe", "url(", "@import", " src=", " on"] {
        let pieces = html.split(separator: "<style>")
        let body = forbidden == " on" ? tags(html) : String(pieces.joined())
        #expect(!body.contains(forbidden) || isEscaped(forbidden, html), "\(forbidden)")
      }
    }
  }

  /// All tags, without the text between them.
  private func tags(_ html: String) -> String {
    html.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }.joined(separator: "\n")
  }

  /// Whether it stands in text only.
  private func isEscaped(_ words: String, _ html: String) -> Bool { !tags(html).contains(words) }
}
