/// What may stand once only.
enum RepetitionChecks {
  static func problems(_ statement: Statement) -> [StatementSense.Problem] {
    // Lower case, since the ids become file names.
    let outcomes =
      statement.themes.map(\.theme) + statement.requirements.map(\.requirement)
      + statement.sealedOutcomes.map(\.id)
    let lists: [(String, [String])] = [
      ("the question", statement.sealedAnswers.map { $0.question.lowercased() }),
      ("the theme or requirement", outcomes.map { $0.lowercased() }),
      ("the certificate", statement.certificatesHeld.map { $0.number.lowercased() }),
      ("the preparer", statement.preparedBy.map(\.rawValue)),
      // Two entries of one register would let a firm be found under another's number.
      ("an identifier of", statement.subject.identifiers.map(\.scheme)),
    ]
    let entities = statement.subject.otherEntities.map {
      ("an identifier of", $0.identifiers.map(\.scheme))
    }
    return (lists + entities).flatMap { what, values in
      repeated(values).map { .init(.repeated, "\(what) \($0) stands twice") }
    }
  }

  private static func repeated(_ values: [String]) -> [String] {
    guard values.count > 1 else { return [] }
    var seen = Set<String>(minimumCapacity: values.count)
    return values.filter { !seen.insert($0).inserted }
  }
}
