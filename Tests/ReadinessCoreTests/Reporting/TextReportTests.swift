import ReadinessCore
import TestSupport
import Testing

struct TextReportTests {
  @Test func `the verdict comes before the counts, and no percentage is told`() throws {
    let text = TextReport.text(try ExampleFirm.notReady())
    let verdict = try #require(text.firstRange(of: "Verdict: not ready"))
    let counts = try #require(text.firstRange(of: "How many of each"))
    #expect(verdict.lowerBound < counts.lowerBound)
    #expect(!text.contains("%"))
    #expect(!text.contains("per cent"))
  }

  @Test func `each verdict is said in one plain sentence`() throws {
    #expect(
      ReportWords.meaning(of: try ExampleFirm.notReady())
        == "If you applied with these answers, you would very likely be turned down: 3 answers "
        + "fail outright and 13 more fall short."
    )
    #expect(
      ReportWords.meaning(of: try ExampleFirm.ready())
        == "Going by your answers, everything that the question set asks for is in place."
    )
    let assessor = try SmallPack.assessor(
      (1...10).map { SmallPack.question("Q\($0)", "yes-no", "good=\"yes\"") }
        + [
          SmallPack.question(
            "Q11",
            "yes-no",
            "good=\"yes\"",
            when: "<answer of=\"Q1\" is=\"yes\"/>"
          )
        ]
    )
    #expect(
      ReportWords.meaning(of: assessor.assess(["Q2": .yes, "Q3": .dontKnow]))
        == "Nothing you have told us falls short so far, but 9 answers are missing or unclear: "
        + "Q3, Q1, Q4, Q5, Q6, Q7, Q8 and 2 more; 1 question waits for another answer."
    )
  }

  @Test func `a shortfall that the tolerance lets through is not called in place`() throws {
    let assessor = try SmallPack.assessor(
      [SmallPack.question("Q1", "yes-no", "good=\"yes\"")],
      tolerance: 1
    )
    let assessment = assessor.assess(["Q1": .no])
    #expect(
      ReportWords.meaning(of: assessment)
        == "1 answer falls short, which this question set lets through but only an assessor can "
        + "settle."
    )
  }

  @Test func `a finding explains itself: answer, rule, sureness, sources and all ways`() throws {
    let text = TextReport.text(try ExampleFirm.notReady())
    let finding = try #require(text.split(separator: "\n2. ").first?.split(separator: "\n1. ").last)
    for words in [
      "Likely automatic fail: A6.1", "- no", "Windows 11 24H2 Home and Pro ended",
      "Said by IT provider on 17 November 2026", "[S1 S6 S8", "A2.6 row 5: Microsoft Windows 10",
      "This alone is likely to fail a real application.", "How sure we are: fairly sure",
      "one of these 4 ways", "- Upgrade:", "- Extended updates:", "- Cut off:", "- Retire:",
      "Work: half a day. Money: £100 to £1,000.", "Scope:", "Insurance:",
      "readiness signpost --need UM",
    ] {
      #expect(finding.contains(words), "\(words)")
    }
  }

  @Test func `the tolerance is named, and that the scheme's own is not public`() throws {
    let text = TextReport.text(try ExampleFirm.ready(), width: 2_000)
    #expect(
      text.contains(
        "How many shortfalls the scheme itself lets through is not public; this report lets "
          + "through none."
      )
    )
  }

  @Test func `answers that do not fit are shown with both answers and only the rows that matter`()
    throws
  {
    let text = TextReport.text(try ExampleFirm.contradicting(), width: 2_000)
    let part = try #require(
      text.split(separator: "Answers that do not fit together").last?
        .split(separator: "Requirements by theme").first
    )
    #expect(part.contains("A6.1  Does the maker"))
    #expect(part.contains("You say: yes"))
    #expect(part.contains("You say: row 1: Dell · Microsoft Windows · 11 25H2 · Pro"))
    #expect(!part.contains("macOS"))
    #expect(!part.contains("A2.7"))
  }

  @Test func `the support dates say how old they are`() throws {
    let text = TextReport.text(try ExampleFirm.notReady(), width: 2_000)
    #expect(text.contains("The support dates are those of 22 August 2026"))
    #expect(text.contains("93 days before the date of judgement"))
    #expect(
      text.contains("Extended only (counts as not supported). The last supported day was 14 Oct")
    )
  }

  @Test func `no line is wider than the page, and no word of ours is a certificate's`() throws {
    for assessment in try ExampleFirm.all() {
      for width in [40, 80] {
        let text = TextReport.text(assessment, width: width)
        #expect(text.split(separator: "\n").allSatisfy { TextLayout.width($0) <= width })
        let flowing = text.replacing("\n", with: " ")
        #expect(flowing.contains("This is a self-assessment, not a certificate."))
        for word in ["certified", "accredited", " passes", " passed", " pass "] {
          #expect(!text.contains(word), "\(word)")
        }
      }
    }
  }
}
