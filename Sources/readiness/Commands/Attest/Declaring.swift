import ReadinessAttestation
import ReadinessCore

extension AttestCommand {
  /// Reads the declaration out and takes it from a named senior person.
  func declaration(
    _ builder: StatementBuilder,
    _ assessment: Assessment,
    _ choices: StatementBuilder.Choices
  ) throws -> Statement.Declaration {
    let words = StatementBuilder.declarationWords(assessment.verdict)
    for line in KeyCommand.Create.readBack(builder.subject) { Console.print(line) }
    for remark in builder.remarks { Console.print("Note:       " + remark) }
    Console.print("Judged on:  \(assessment.asOf.inWords)")
    Console.print("Verdict:    \(assessment.verdict.rawValue)")
    for (name, value) in StatementFacts.lines(choices) {
      let label = name.prefix(1).uppercased() + name.dropFirst() + ":"
      for line in TextLayout.wrap(
        value,
        width: Console.width,
        first: TextLayout.pad(label, to: 12),
        rest: String(repeating: " ", count: 12)
      ) {
        Console.print(line)
      }
    }
    Console.print("This is a readiness self-assessment, not a certificate.")
    Console.print()
    Console.print("A senior person declares:")
    for line in TextLayout.wrap(words, width: Console.width, first: "  ", rest: "  ") {
      Console.print(line)
    }
    Console.print()
    let authority: Statement.Declaration.Authority = delegated ? .delegated : .board
    if let declare, let role {
      return Statement.Declaration(name: declare, role: role, authority: authority, words: words)
    }
    guard Console.isInteractive else {
      throw Failure(
        "there is no terminal to declare at",
        status: .usage,
        hint: "give --declare \"NAME\" --role \"ROLE\""
      )
    }
    let terminal = StandardTerminal()
    func asked(_ prompt: String) throws -> String {
      while true {
        guard let line = terminal.ask(prompt) else { throw Failure("nothing was signed") }
        let typed = AnswerParser.trimmed(line)
        guard let problem = StatementLine.problem(typed, limit: 150) else { return typed }
        Console.note("it \(problem): type it again")
      }
    }
    let name = try asked("Name of the senior person: ")
    let position = try asked("Role, as Managing director: ")
    let consent = try asked("Do you, \(name), declare this? Type yes: ")
    guard consent.lowercased() == "yes" else { throw Failure("nothing was declared or signed") }
    return Statement.Declaration(name: name, role: position, authority: authority, words: words)
  }
}
