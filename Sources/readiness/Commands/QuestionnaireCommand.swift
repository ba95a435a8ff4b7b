import ArgumentParser
import ReadinessCore
import ReadinessXML

/// For those who write question sets.
struct QuestionnaireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "Check a question set that you write or change.",
    subcommands: [Check.self]
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
        let (questionnaire, problems) = try QuestionnaireChecks.check(bytes, sha256: "")
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
}
