import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct StatementPageTests {
  private func page(
    _ statement: Statement = SampleStatement.full(),
    _ change: (inout Statement) -> Void = { _ in }
  ) -> String {
    var statement = statement
    change(&statement)
    return StatementPage.html(statement).text
  }

  @Test func `the same statement gives the same page`() {
    #expect(
      StatementPage.html(SampleStatement.full()) == StatementPage.html(SampleStatement.full())
    )
  }

  @Test func `the page of a statement read back is the same`() throws {
    for statement in StatementRoundTripTests.samples.values {
      let read = try StatementReader.read(StatementWriter.xml(statement))
      #expect(StatementPage.html(read) == StatementPage.html(statement))
    }
  }

  @Test func `the page loads and runs nothing`() {
    let text = page()
    #expect(
      text.contains(
        """
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'">
        """
      )
    )
    for word in ["<script", "src=", "href=", "url(", "@import", "<link", "<img", " on", "<form"] {
      let markup = text.replacing("style-src ", with: "").replacing("default-src ", with: "")
      if word == " on" {
        #expect(markup.firstMatch(of: /<[^>]* on[a-z]+=/) == nil)
      } else {
        #expect(!markup.contains(word), "\(word)")
      }
    }
  }

  @Test func `what this is not stands on every page in full`() {
    for statement in StatementRoundTripTests.samples.values {
      let text = page(statement)
      #expect(text.contains("<h2>What this is not</h2>"))
      #expect(text.contains("the firm's own view of its readiness"))
      #expect(text.contains("It does not meet any requirement to hold a certificate"))
    }
  }

  @Test func `no page calls the firm certified, accredited, approved or passed`() {
    for statement in StatementRoundTripTests.samples.values {
      for text in [
        page(statement),
        StatementMessage.text(statement, containerName: "a.asice", fingerprint: "00"),
      ] {
        let words = text.lowercased().split { !$0.isLetter }
        for word in ["certified", "accredited", "approved", "pass", "passed", "passes"] {
          #expect(!words.contains { $0 == word }, "\(word)")
        }
      }
    }
  }

  @Test func `hostile names are shown as text and nothing else`() {
    for name in HostileText.names {
      let text = page {
        $0.subject.legalName = name
        $0.subject.tradingNames = [name]
        $0.subject.otherEntities[0].legalName = name
        $0.scope.description = name
        $0.declaration = .init(name: name, role: name, authority: .board, words: name)
        $0.themes[0].title = name
        $0.requirements[0].title = name
        $0.improvementPlan[0].role = name
        $0.audience = .tender(name)
        $0.certificatesHeld[0].holder = name
        $0.certificatesHeld[0].body = name
        $0.certificatesHeld[0].registerChecks[0].result = name
        $0.certificatesHeld[0].registerChecks[0].url = name
      }
      #expect(!text.contains("<script"))
      #expect(!text.contains("<img"))
      #expect(!HiddenCharacters.occur(in: text.replacing("\n", with: "")))
      // Whatever the names are, the tags are those of the page for an ordinary name.
      #expect(
        Self.tags(text) == Self.tags(page { $0.certificatesHeld[0].registerChecks[0].url = "x" })
      )
    }
  }

  private static func tags(_ text: String) -> [String] {
    text.matches(of: /<[^>]*>/).map { String($0.output) }
  }

  @Test func `a bidirectional control is shown as its number`() {
    let text = page { $0.subject.legalName = "\u{202E}dtL" }
    #expect(text.contains("<h1><bdi>[U+202E]dtL</bdi></h1>"))
  }

  @Test func `fields that do not apply are left out`() {
    let text = page(SampleStatement.ready()) { $0.evidence = [] }
    for heading in [
      "Postcode", "Also covers", "Only for the tender", "Evidence", "Counting", "Answers to",
      "Certificate held", "What the firm means to put right", "Requirements", "Waiting",
    ] {
      #expect(!text.contains(">\(heading)<"), "\(heading)")
      #expect(!text.contains("<bdi>\(heading)</bdi>"), "\(heading)")
    }
    let full = page()
    for heading in ["Postcode", "Also covers", "Only for the tender", "Evidence", "Counting"] {
      #expect(full.contains("<bdi>\(heading)</bdi>"), "\(heading)")
    }
  }

  @Test func `the verdict is given in words with its reason`() {
    #expect(page(SampleStatement.ready()).contains("The firm's own verdict: ready"))
    let notReady = page(SampleStatement.notReady())
    #expect(notReady.contains("The firm's own verdict: not ready"))
    #expect(
      notReady.contains(
        "By its own answers: 1 question is an automatic fail and 2 questions are not met."
      )
    )
    #expect(
      page(SampleStatement.incomplete())
        .contains("There is no verdict yet: 9 questions are still open.")
    )
    #expect(
      page(SampleStatement.notReady()) { $0.scope.stands = false }
        .contains("and the scope does not hold by the scheme's rules.")
    )
  }

  @Test func `who declares is named with role and authority, the key in groups of four`() {
    let text = page()
    #expect(text.contains("Example Director, Managing director (board member or equivalent)"))
    #expect(text.contains("<code>9C9C 9C9C 9C9C"))
  }

  @Test func `tables have headings and every tag is closed`() {
    let text = page()
    for tag in ["table", "tr", "td", "th", "section", "p", "h2", "bdi", "pre", "code", "tbody"] {
      let opened = text.components(of: "<\(tag)>") + text.components(of: "<\(tag) ")
      #expect(opened > 0 && opened == text.components(of: "</\(tag)>"), "\(tag)")
    }
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
    #expect(text.components(of: "<h1>") == 1)
    #expect(text.contains("<th scope=\"row\">") && text.contains("<th scope=\"col\">"))
  }
}

extension String {
  /// How often a part occurs.
  fileprivate func components(of part: String) -> Int {
    ranges(of: part).count
  }
}
