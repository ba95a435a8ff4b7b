import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessInterview

/// The shipped questions in a terminal of 80 columns and 24 lines.
struct QuestionScreenTests {
  private static let widths = [80, 66]

  private static func screen(_ answers: [String: AnswerContent] = [:], width: Int = 80) throws
    -> QuestionScreen
  {
    let assessor = try Pack.assessor()
    let session = InterviewSession(
      assessor: assessor,
      sheet: AnswerSheet(answers, for: assessor.questionnaire),
      scope: InterviewScope(),
      asOf: dateOfFacts
    )
    return QuestionScreen(session: session, width: width)
  }

  /// Everything that stands on the screen when a question is new: a blank line, the head, the
  /// section's introduction where it is the first of its section, the question, the keys, the
  /// prompt that is typed at.
  private static func whole(_ question: Question, _ screen: QuestionScreen) throws -> [String] {
    let section = try #require(try Pack.shipped().section(of: question.id))
    var lines = ["", screen.head(question)]
    if section.questions.first?.id == question.id, let intro = section.intro {
      lines += TextLayout.wrap(intro, width: screen.width) + [""]
    }
    lines += screen.lines(question)
    if question.kind == .text {
      lines.append("   Do not type passwords, or anything with a protective marking.")
    }
    return lines + screen.keys(question) + ["\(question.id)> "]
  }

  @Test func `every question fits on a screen of 24 lines with its options and keys`() throws {
    let screen = try Self.screen()
    for question in try Pack.shipped().questions {
      let lines = try Self.whole(question, screen)
      #expect(lines.count <= 24, "\(question.id) takes \(lines.count) lines")
    }
  }

  @Test(arguments: widths)
  func `no line of a question, its help or its keys is wider than the terminal`(
    width: Int
  ) throws {
    for answers in GoodSheet.all.map(\.value) {
      let screen = try Self.screen(answers, width: width)
      for question in try Pack.shipped().questions {
        let lines = try Self.whole(question, screen) + screen.help(question)
        for line in lines { #expect(TextLayout.width(line) <= width, "\(question.id): \(line)") }
      }
    }
  }

  @Test func `the choices of every part and column stay within 80 cells and 24 lines`() throws {
    let screen = try Self.screen()
    for question in try Pack.shipped().questions {
      for part in question.parts {
        let prompt = TextLayout.wrap(part.prompt, width: 80, first: "  \(part.id): ", rest: "    ")
        let lines = ["", ""] + prompt + screen.choices(part.kind, part.options)
        #expect(lines.count <= 24, "\(question.id) \(part.id)")
        #expect(lines.allSatisfy { TextLayout.width($0) <= 80 }, "\(question.id) \(part.id)")
      }
      for column in question.columns {
        let lines = screen.choices(column.kind, column.options)
        #expect(lines.count <= 20, "\(question.id) \(column.id)")
        #expect(lines.allSatisfy { TextLayout.width($0) <= 80 }, "\(question.id) \(column.id)")
      }
    }
  }

  @Test func `help says why, how to find out, what is good and what happens otherwise`() throws {
    let screen = try Self.screen()
    for question in try Pack.shipped().questions {
      let help = screen.help(question).joined(separator: "\n")
      for title in ["Why it matters: ", "How to find out: ", "A good answer: ", "If not: "] {
        #expect(help.contains(title), "\(question.id) lacks \(title)")
      }
    }
  }

  @Test func `help never says more of a mark than the pack is sure of`() throws {
    let screen = try Self.screen()
    for question in try Pack.shipped().questions where question.mark == .automaticFail {
      let help = screen.help(question).joined(separator: " ")
      let isSure = question.confidence == .high
      #expect(help.contains("this alone fails a real application") == isSure, "\(question.id)")
    }
  }

  @Test func `"not applicable" is offered where the pack allows it and nowhere else`() throws {
    let screen = try Self.screen()
    for question in try Pack.shipped().questions {
      let keys = screen.keys(question).joined(separator: "\n")
      #expect(keys.contains("x not applicable") == question.mayBeNotApplicable, "\(question.id)")
    }
  }

  @Test func `the head names the section and the progress`() throws {
    let screen = try Self.screen()
    let question = try #require(try Pack.shipped().question("A4.1"))
    let head = screen.head(question)
    #expect(head.hasPrefix("── A4 Firewalls ─"))
    #expect(head.hasSuffix("─ 0 of \(screen.session.questions.count) answered ──"))
    #expect(TextLayout.width(head) == 80)
  }

  @Test func `an answer and a note from somebody else's file cannot drive the terminal`() throws {
    let assessor = try Pack.assessor()
    var sheet = AnswerSheet([:], for: assessor.questionnaire)
    let hostile = "a\u{1B}]0;b\u{07}\u{9B}31m\u{202E}c"
    sheet.record(Answer(question: "A1.1", content: .text(hostile), note: hostile))
    let session = InterviewSession(
      assessor: assessor,
      sheet: sheet,
      scope: InterviewScope(),
      asOf: dateOfFacts
    )
    let question = try #require(try Pack.shipped().question("A1.1"))
    let lines = QuestionScreen(session: session, width: 80).lines(question)
    let scalars = lines.joined().unicodeScalars
    #expect(!scalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    #expect(!scalars.contains("\u{202E}"))
    #expect(lines.contains { $0.contains("Your answer so far: a\\u{1b}]0;b\\u{7}") })
  }
}
