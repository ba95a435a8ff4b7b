import ReadinessCore
import TestSupport
import Testing

extension Desk {
  /// The interview in a terminal.
  func interview(
    _ more: String...,
    firm: String = "firm",
    columns: Int = 80,
    rows: Int = 24
  ) throws -> RunningTerminal {
    try RunningTerminal(["assess", firm] + more, in: folder, columns: columns, rows: rows)
  }

  /// Expects that the file on disk is valid JSON and holds exactly these answers.
  func expectOnDisk(
    _ answers: [String: AnswerContent],
    _ when: String,
    firm: String = "firm",
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let found = folder.has("\(firm)/answers.json") ? try self.answers(firm) : [:]
    #expect(found == answers, "\(when)", sourceLocation: location)
  }
}

extension RunningTerminal {
  /// Waits for a question, a part or a cell to be asked.
  ///
  /// - Returns: the screen at that moment.
  @discardableResult
  func asks(_ what: String) throws -> [String] { try prompt(what + ">") }
}
