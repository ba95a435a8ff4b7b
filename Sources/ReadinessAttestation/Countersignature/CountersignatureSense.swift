extension Countersignature {
  /// What cannot be in it, beside that statement; `nil` where all is well.
  func problem(with statement: Statement) -> String? {
    guard TextRules.isLine(name, limit: 150),
      organisation.map({ TextRules.isLine($0, limit: 150) }) ?? true,
      TextRules.isLine(self.statement, limit: 2_000)
    else { return "a text is too long, or has characters or spaces where none may be" }
    guard testedQuestions.isEmpty || role == .assessor else {
      return "only an assessor tests"
    }
    guard Set(testedQuestions).count == testedQuestions.count else {
      return "a question stands there twice"
    }
    let known = Set(statement.sealedAnswers.map(\.question))
    if let unknown = testedQuestions.first(where: { !known.contains($0) }) {
      return "the statement has no question \(unknown)"
    }
    return nil
  }
}
