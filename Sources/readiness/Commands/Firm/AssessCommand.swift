import ArgumentParser
import ReadinessCore
import ReadinessInterview

/// The interview, or answers from a file.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Answer the questions; leave and come back any time.",
    discussion: """
      Examples:
        readiness assess my-firm                      begin, or carry on
        readiness assess my-firm --first              only what can fail outright
        readiness assess my-firm --section A4         one section
        readiness assess my-firm --questionnaire CyberEssentialsPlus
        readiness assess my-firm --answers it.csv     take in a sheet that came back
        readiness assess my-firm --answers all.json   fill in, no prompts

      Every answer is on disk before the next question shows. Nothing is ever sent
      anywhere.

      Exit codes: 0 ready; 2 not ready; 3 incomplete; 1 could not.
      """
  )

  @Argument(help: "The firm's folder; it is made if it is not there.")
  var folder: String

  @Flag(help: "Ask only what can fail outright (under ten minutes).")
  var first = false

  @Flag(help: "Ask only what has no answer yet, or \"don't know\".")
  var onlyOpen = false

  @Option(help: "Ask only the questions of one section, as A4.")
  var section: String?

  @Option(help: "Take answers from a file: JSON, or a sheet made by readiness ask.")
  var answers: String?

  @Option(help: "Where an incoming answer differs from yours: keep mine, or take theirs.")
  var choose: Choice?

  @Option(help: "Who answers, as kept with each answer.")
  var by: String?

  @Option(help: "Another question set, as CyberEssentialsPlus, or its XML file.")
  var questionnaire: String?

  @Flag(help: "Plain lines only (this is how it always works at present).")
  var plain = false

  enum Choice: String, ExpressibleByArgument {
    case mine
    case theirs
  }

  func run() throws {
    let assessor = try Packs.assessor(questionnaire, folder: folder)
    let today = try Clock.now().day
    try checkSection(assessor.questionnaire)
    let incoming = try answers.map { try read($0, assessor.questionnaire) }
    let workspace = try Workspace.locked(folder, create: true, for: assessor.questionnaire)
    var sheet = try workspace.answers(assessor.questionnaire)
    if let incoming {
      sheet = try takeIn(incoming, sheet, workspace, assessor)
    }
    if Console.isInteractive {
      try interview(&sheet, workspace, assessor, today)
    } else if answers == nil {
      try interviewFromPipe(&sheet, workspace, assessor, today)
    }
    let judge = try FirmJudge(workspace, assessor)
    StatusReport(
      judge: judge,
      sheet: sheet,
      folder: folder,
      asOf: today,
      named: questionnaire
    ).show()
    let assessment = judge.assess(sheet, asOf: today)
    if let open = firstOpen(assessor, sheet, today), assessment.verdict != .ready,
      !Console.isInteractive
    {
      Console.note("readiness: questions are open; the first is \(open.id)")
      throw ExitStatus.open
    }
    try Verdicts.exit(assessment.verdict)
  }

  private func checkSection(_ questionnaire: Questionnaire) throws(Failure) {
    guard let section, !questionnaire.sections.contains(where: { $0.id == section }) else { return }
    throw Failure(
      "there is no section \(section)",
      status: .usage,
      hint: "the sections are " + questionnaire.sections.map(\.id).joined(separator: ", ")
    )
  }

  private func scope() -> InterviewScope {
    var scope = InterviewScope()
    scope.onlyFirst = first
    scope.onlyOpen = onlyOpen
    scope.section = section
    return scope
  }

  private func interview(
    _ sheet: inout AnswerSheet,
    _ workspace: Workspace,
    _ assessor: Assessor,
    _ today: CalendarDate
  ) throws {
    let session = InterviewSession(
      assessor: assessor,
      sheet: sheet,
      scope: scope(),
      asOf: today
    )
    let command =
      "readiness assess \(folder)" + (questionnaire.map { " --questionnaire \($0)" } ?? "")
    Interruption.sayOnLeaving("\nSaved. Carry on any time with: \(command)\n")
    if sheet.answers.isEmpty {
      for line in TextLayout.wrap(assessor.questionnaire.about, width: Console.width) {
        Console.print(line)
      }
      Console.print()
      let words = "Answer truthfully; \"don't know\" is an answer. Nothing leaves this machine."
      for line in TextLayout.wrap(words, width: Console.width) { Console.print(line) }
    }
    let interview = TerminalInterview<Failure>(
      session: session,
      terminal: StandardTerminal(),
      by: by,
      now: { (try? Clock.now()) ?? Instant(unixSeconds: 0) },
      save: { (sheet) throws(Failure) in try workspace.save(sheet, assessor.questionnaire) }
    )
    let end = try interview.run()
    sheet = interview.session.sheet
    try workspace.save(sheet, assessor.questionnaire)
    Console.print()
    if case .left = end { Console.print("Saved. Carry on any time with: \(command)") }
  }

  /// Without a terminal there is no prompt: the first open question is named.
  private func interviewFromPipe(
    _ sheet: inout AnswerSheet,
    _ workspace: Workspace,
    _ assessor: Assessor,
    _ today: CalendarDate
  ) throws {
    guard let open = firstOpen(assessor, sheet, today) else { return }
    try workspace.save(sheet, assessor.questionnaire)
    throw Failure(
      "questions are open and there is no terminal to ask at; the first is \(open.id)",
      status: .open,
      hints: [
        "run it in a terminal, or give answers with --answers FILE",
        "readiness ask \(folder) --of it-provider --out sheet.csv makes a sheet to fill in",
      ]
    )
  }

  private func firstOpen(
    _ assessor: Assessor,
    _ sheet: AnswerSheet,
    _ today: CalendarDate
  ) -> Question? {
    let session = InterviewSession(
      assessor: assessor,
      sheet: sheet,
      scope: scope(),
      asOf: today
    )
    return session.questions.first(where: session.isOpen)
  }

  // MARK: Answers from a file

  private func takeIn(
    _ incoming: [Answer],
    _ sheet: AnswerSheet,
    _ workspace: Workspace,
    _ assessor: Assessor
  ) throws -> AnswerSheet {
    var merge = AnswerMerge(incoming, into: sheet, assessor.questionnaire)
    Console.note(
      "\(answers ?? ""): \(merge.filled.count) filled in, \(merge.same.count) the same, "
        + "\(merge.differences.count) different"
    )
    for difference in merge.differences { try settle(difference, &merge) }
    try workspace.save(merge.sheet, assessor.questionnaire)
    return merge.sheet
  }

  private func settle(
    _ difference: AnswerMerge.Difference,
    _ merge: inout AnswerMerge
  ) throws {
    let question = difference.question
    Console.note("")
    for line in TextLayout.wrap(question.words.prompt, first: question.id + "  ", rest: "  ") {
      Console.note(line)
    }
    Console.note("  yours:  " + shown(difference.mine, question))
    Console.note("  theirs: " + shown(difference.theirs, question))
    var choice = choose
    if choice == nil, Console.isInteractive {
      let terminal = StandardTerminal()
      while choice == nil {
        guard let typed = terminal.ask("keep yours (1) or take theirs (2)? ") else { break }
        choice = ["1": .mine, "2": .theirs][AnswerParser.trimmed(typed)]
      }
    }
    switch choice {
    case .theirs: merge.take(difference)
    case .mine: break
    case nil: Console.note("  nothing changed; choose with --choose mine or --choose theirs")
    }
  }

  /// In one line; it came from somebody else, so nothing in it may drive the terminal.
  private func shown(_ answer: Answer, _ question: Question) -> String {
    if case .rows(let rows) = answer.content, !rows.isEmpty {
      let texts = rows.map { AnswerText.row($0, of: question) }
      return TextLayout.harmless(texts.joined(separator: " | "))
    }
    return TextLayout.harmless(AnswerText.text(answer.content, of: question))
  }

  private func read(_ path: String, _ questionnaire: Questionnaire) throws -> [Answer] {
    let bytes = try Files.read(path, limit: 16 << 20)
    let now = try Clock.now()
    let firstByte = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if firstByte == 0x7B {
      return try Workspace.readAnswers(path, questionnaire).answers.values.map { answer in
        Answer(
          question: answer.question,
          content: answer.content,
          note: answer.note,
          by: answer.by ?? by,
          at: answer.at ?? now
        )
      }.sorted { $0.question < $1.question }
    }
    do {
      let (answers, problems) = try ReplySheet.read(bytes, questionnaire)
      for problem in problems { Console.note("readiness: \(path): \(problem) (left out)") }
      return answers.filter { canBeRead($0, path, questionnaire) }.map {
        Answer(
          question: $0.question,
          content: $0.content,
          note: $0.note,
          by: by ?? "reply sheet",
          at: now
        )
      }
    } catch {
      throw Failure(
        "\(path):\(error.line): \(error.what)",
        hint: "give a sheet made by readiness ask, or a JSON file of answers"
      )
    }
  }
}

extension AssessCommand {
  /// Whether our own file of answers may hold it; one that it refused to read would lock the firm
  /// out of all its answers.
  private func canBeRead(_ answer: Answer, _ path: String, _ questionnaire: Questionnaire) -> Bool {
    guard let question = questionnaire.question(answer.question) else { return false }
    do {
      _ = try AnswersFile.read(AnswersFile.answerJSON(answer.content), nil, question)
      return true
    } catch {
      Console.note("readiness: \(path): \(answer.question): \(error.what) (left out)")
      return false
    }
  }
}

/// Exit codes of verdicts.
enum Verdicts {
  /// Leaves with the verdict's exit code.
  static func exit(_ verdict: Verdict) throws {
    switch verdict {
    case .ready: return
    case .notReady: throw ExitStatus.no
    case .incomplete: throw ExitStatus.open
    }
  }
}
