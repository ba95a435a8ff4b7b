import ReadinessCore

/// Reads who the firm is from its answers to section A1.
struct SubjectReader {
  private let answers: AnswerSheet

  init(_ answers: AnswerSheet) { self.answers = answers }

  func read() throws(StatementBuilder.Missing) -> (Statement.Subject, [String]) {
    guard let whole = text("A1.1") else {
      throw StatementBuilder.Missing(question: "A1.1", what: "the firm's legal name is missing")
    }
    guard let people = number("A1.3") else {
      throw StatementBuilder.Missing(question: "A1.3", what: "the head count is missing")
    }
    let (legalName, tradingNames) = Self.names(whole)
    var remarks: [String] = []
    var identifiers: [Identifier] = []
    // Only those kinds of organisation are asked for a number; an answer left over does not count.
    if let number = text("A1.4"), number.lowercased() != "none", isRegistered {
      let (identifier, remark) = try self.identifier(number)
      identifiers.append(identifier)
      remarks += remark
    }
    let subject = Statement.Subject(
      legalName: legalName,
      tradingNames: tradingNames,
      identifiers: identifiers,
      size: Self.size(people),
      otherEntities: try entities(&remarks)
    )
    return (subject, remarks)
  }

  private var isRegistered: Bool {
    guard case .value(.word(let kind))? = answers["A1.2"]?.content else { return true }
    return !["GOV", "SOL", "PRT", "SOC", "OTH"].contains(kind)
  }

  private func text(_ question: String) -> String? {
    guard case .value(.text(let text))? = answers[question]?.content else { return nil }
    let trimmed = AnswerParser.trimmed(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  private func number(_ question: String) -> Int? {
    if case .value(.number(let number))? = answers[question]?.content { number } else { nil }
  }

  /// "X Ltd trading as Y" is the legal name X Ltd and the trading name Y.
  private static func names(_ whole: String) -> (String, [String]) {
    let words = whole.split(separator: " ")
    for (index, word) in words.enumerated() where index > 0 {
      let two = word.lowercased() + " " + (words.dropFirst(index + 1).first?.lowercased() ?? "")
      let skip = two == "trading as" ? 2 : ["t/a", "t/as"].contains(word.lowercased()) ? 1 : 0
      guard skip > 0, index + skip < words.count else { continue }
      var legal = words[..<index].joined(separator: " ")
      while legal.last == "," || legal.last == "(" || legal.last == " " { legal.removeLast() }
      let trading = words[(index + skip)...].joined(separator: " ").filter { $0 != ")" }
      return (legal, [trading])
    }
    return (whole, [])
  }

  /// The register follows from the kind of organisation (facts: identifiers and their validation).
  private func identifier(
    _ number: String
  ) throws(StatementBuilder.Missing) -> (Identifier, [String]) {
    var schemes = ["GB-COH"]
    if case .value(.word(let kind))? = answers["A1.2"]?.content {
      switch kind {
      case "CHA": schemes = ["GB-COH", "GB-CHC", "GB-SC", "GB-NIC"]
      case "COP", "MTL": schemes = ["GB-COH", "GB-MPR"]
      default: break
      }
    }
    // A number of six or seven digits of a charity is the charity register's, not a company's.
    let plain = number.filter { !$0.isWhitespace }
    if schemes.count > 2, (6...7).contains(plain.count), plain.allSatisfy(\.isNumber) {
      schemes = ["GB-CHC"]
    }
    for scheme in schemes {
      if let reading = IdentifierRules.read(scheme: scheme, plain) {
        return (reading.identifier, reading.remarks.map { "\(reading.identifier): \($0.inWords)" })
      }
    }
    if let reading = IdentifierRules.read(scheme: "XI-DUNS", plain) {
      return (reading.identifier, ["\(reading.identifier): taken as a D-U-N-S number"])
    }
    throw StatementBuilder.Missing(
      question: "A1.4",
      what: "\"\(TextLayout.harmless(number))\" is not a company number we can read"
    )
  }

  private static func size(_ people: Int) -> Statement.Size {
    switch people {
    case ..<10: .micro
    case ..<50: .small
    case ..<250: .medium
    default: .large
    }
  }

  private func entities(
    _ remarks: inout [String]
  ) throws(StatementBuilder.Missing) -> [Statement.Entity] {
    guard answers["A1.6"]?.content == .value(.word("yes")),
      case .rows(let rows)? = answers["A1.6.1"]?.content
    else { return [] }
    var entities: [Statement.Entity] = []
    for row in rows {
      guard case .text(let name)? = row["name"] else { continue }
      var identifiers: [Identifier] = []
      if case .text(let number)? = row["number"], number.lowercased() != "none" {
        let (identifier, remark) = try self.identifier(number)
        identifiers.append(identifier)
        remarks += remark
      }
      entities.append(Statement.Entity(legalName: name, identifiers: identifiers))
    }
    return entities
  }
}
