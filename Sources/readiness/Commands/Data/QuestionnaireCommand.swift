import ArgumentParser
import ReadinessCore
import ReadinessXML

/// For those who write question sets.
struct QuestionnaireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "Check a question set that you write or change.",
    discussion: """
      Examples:
        readiness questionnaire check my-set.xml
        readiness questionnaire show --question A6.4
      """,
    subcommands: [List.self, Show.self, Check.self, Compare.self]
  )

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say everything that is wrong with a questionnaire, with line and column.",
      discussion: """
        Example:
          readiness questionnaire check Questionnaires/CyberEssentials.xml

        Exit codes: 0 nothing is wrong; 2 something is; 1 the file cannot be read.
        """
    )

    @Argument(help: "The questionnaire's XML file.")
    var file: String

    func run() throws {
      let bytes = try Files.read(file, limit: 16 << 20)
      do {
        let (questionnaire, problems) = try QuestionnaireChecks.check(
          bytes,
          sha256: "",
          base: Packs.shipped(id:)
        )
        guard problems.isEmpty else { throw XMLReadingError(problems) }
        let own = questionnaire.questions.count { $0.isOwn }
        Console.print(
          "\(file): nothing wrong: \(questionnaire.scheme) \(questionnaire.edition) "
            + "\(questionnaire.version), \(questionnaire.questions.count - own) questions and "
            + "\(own) of our own, \(questionnaire.requirements.count) requirements, "
            + "\(questionnaire.contradictions.count) cross-checks"
        )
      } catch let error as XMLReadingError {
        for problem in error.problems {
          Console.print(problem.text(file: file, bytes: bytes))
        }
        let count = error.problems.count
        Console.note("\(count) problem\(count == 1 ? "" : "s")")
        throw ExitStatus.no
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the question sets that come with the program.",
      discussion: """
        Example:
          readiness questionnaire list
        """
    )

    func run() throws {
      let folder = try DataLocations.root() + "/Questionnaires"
      for name in try Files.names(in: folder) where name.hasSuffix(".xml") {
        let pack = try Packs.questionnaire("\(folder)/\(name)")
        let until = pack.validUntil.map { " to \($0)" } ?? ""
        Console.print(
          "\(name): \(pack.scheme) \(pack.edition) \(pack.version), from \(pack.validFrom)\(until), "
            + "\(pack.questions.count { !$0.isOwn }) questions"
        )
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a question set, or one question, with its rules and remedies.",
      discussion: """
        Examples:
          readiness questionnaire show
          readiness questionnaire show --question A6.4
          readiness questionnaire show --questionnaire CyberEssentialsPlus
        """
    )

    @Option(help: "One question, as A6.4.")
    var question: String?

    @Option(help: "Another question set, as CyberEssentialsPlus, or its XML file.")
    var questionnaire: String?

    func run() throws {
      let pack = try Packs.questionnaire(questionnaire)
      guard let id = question else {
        for section in pack.sections {
          Console.print("\(section.id)  \(section.title)")
          for question in section.questions {
            for line in TextLayout.wrap(
              question.words.prompt,
              width: Console.width,
              first: "  " + TextLayout.pad(question.id, to: 10),
              rest: String(repeating: " ", count: 12)
            ) {
              Console.print(line)
            }
          }
        }
        return
      }
      guard let found = pack.questions.first(where: { $0.id.lowercased() == id.lowercased() })
      else {
        throw Failure(
          "there is no question \(TextLayout.harmless(id))",
          hint: "readiness questionnaire show lists them"
        )
      }
      QuestionSheet.show(found)
    }
  }

  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say which questions are the same, reworded, new or gone between two sets.",
      discussion: """
        Example:
          readiness questionnaire compare OLD.xml NEW.xml
        """
    )

    @Argument(help: "The old set's XML file.")
    var old: String

    @Argument(help: "The new set's XML file.")
    var new: String

    func run() throws {
      let before = try Packs.questionnaire(old)
      let after = try Packs.questionnaire(new)
      let oldIDs = Set(before.questions.map(\.id))
      var used: Set<String> = []
      for question in after.questions {
        // Between versions of one edition a question keeps its id.
        let was = before.edition == after.edition ? question.id : question.was
        guard let was, oldIDs.contains(was) else {
          Console.print("new       \(question.id)")
          continue
        }
        used.insert(was)
        let isSame =
          before.edition == after.edition
          ? before.question(was)?.words.prompt == question.words.prompt : question.carry == .same
        let name = was == question.id ? question.id : "\(was) -> \(question.id)"
        Console.print((isSame ? "same      " : "reworded  ") + name)
      }
      for question in before.questions where !used.contains(question.id) {
        Console.print("gone      \(question.id)")
      }
    }
  }
}

/// One question with everything that the pack says of it.
enum QuestionSheet {
  static func show(_ question: Question) {
    func add(_ title: String, _ text: String) {
      for line in TextLayout.wrap(
        text,
        width: Console.width,
        first: TextLayout.pad(title, to: 14),
        rest: String(repeating: " ", count: 14)
      ) {
        Console.print(line)
      }
    }
    add(question.id, question.words.prompt)
    add("why", question.words.why)
    add("find out", question.words.findOut)
    add("good", question.words.compliant)
    if let caution = question.words.caution { add("note", caution) }
    for option in question.options { add("option \(option.id)", option.text) }
    for part in question.parts { add("part", "\(part.id): \(part.prompt)") }
    for column in question.columns { add("column", "\(column.id): \(column.prompt)") }
    add("mark", "\(question.mark.rawValue), \(question.confidence.rawValue) confidence")
    for (index, step) in (question.flow?.steps ?? []).enumerated() {
      add("step \(index + 1)", "\(step.gives.rawValue): \(step.because)")
    }
    if let last = question.flow?.otherwise {
      add("otherwise", "\(last.gives.rawValue): \(last.because)")
    }
    for rule in question.rules { add("rule", "\(rule.gives.rawValue): \(rule.because)") }
    if !question.requirements.isEmpty {
      add("maps to", question.requirements.joined(separator: " "))
    }
    if !question.restsOn.isEmpty { add("rests on", question.restsOn.joined(separator: " ")) }
    for hint in question.evidence {
      add("evidence", "\(hint.text) (fresh for \(hint.staleAfterDays) days)")
    }
    for remedy in question.remedies {
      add(
        "remedy",
        (remedy.id.map { $0 + ": " } ?? "") + remedy.text
          + " (\(remedy.effort.inWords), \(remedy.cost.inWords))"
      )
    }
    add("sources", question.sources.joined(separator: " "))
    if let was = question.was { add("before", "\(was) (\(question.carry.rawValue))") }
  }
}
