/// Texts, identifiers and the fixed words.
enum NameChecks {
  static func problems(_ statement: Statement) -> [StatementSense.Problem] {
    var problems = texts(statement).compactMap { field, text, limit -> StatementSense.Problem? in
      TextRules.isLine(text, limit: limit)
        ? nil
        : .init(
          .textNotAllowed,
          "\(field) is empty, longer than \(limit) characters, begins or ends with a space, or"
            + " holds control characters"
        )
    }
    if case .tender(let reference) = statement.audience, reference.lowercased() == "any" {
      problems.append(.init(.textNotAllowed, "a tender cannot be called \"any\""))
    }
    problems += identifiers(statement).filter { !IdentifierRules.isNormal($0) }.map {
      .init(.identifierNotValid, "\($0) is no entry that this register can have")
    }
    if !Disclaimer.known.contains(where: { $0.utf8.elementsEqual(statement.disclaimer.utf8) }) {
      problems.append(
        .init(.disclaimerUnknown, "the statement of what this is not has been changed")
      )
    }
    if statement.preparedBy.isEmpty {
      problems.append(.init(.textNotAllowed, "nobody is named as having prepared the answers"))
    }
    return problems
  }

  static func remarks(_ statement: Statement) -> [StatementSense.Remark] {
    var remarks: [StatementSense.Remark] = []
    for (field, text) in names(statement) {
      if HiddenCharacters.occur(in: text) {
        remarks.append(.init(.hiddenCharacters, "\(field) holds invisible characters: \(text)"))
      }
      if let looks = LetterLooks.remark(text) {
        remarks.append(.init(.unusualLetters, "\(field) \(looks): \(text)"))
      }
    }
    for identifier in identifiers(statement) {
      for remark in IdentifierRules.read(scheme: identifier.scheme, identifier.id)?.remarks ?? [] {
        remarks.append(.init(.identifier, "\(identifier): \(remark.inWords)"))
      }
    }
    if statement.subject.identifiers.isEmpty {
      remarks.append(.init(.noIdentifier, "the firm gives no entry in any register"))
    }
    return remarks
  }

  private static func identifiers(_ statement: Statement) -> [Identifier] {
    statement.subject.identifiers + statement.subject.otherEntities.flatMap(\.identifiers)
  }

  private static func names(_ statement: Statement) -> [(String, String)] {
    [("the legal name", statement.subject.legalName)]
      + statement.subject.tradingNames.map { ("a trading name", $0) }
      + statement.subject.otherEntities.map { ("another entity's name", $0.legalName) }
      + [("the name of who declares", statement.declaration.name)]
      + statement.certificatesHeld.flatMap {
        [("a certificate's holder", $0.holder), ("a certificate's issuer", $0.body)]
      }
  }

  /// Every text of the firm's own, with its limit in characters as in the schema.
  private static func texts(_ statement: Statement) -> [(String, String, Int)] {
    var texts = names(statement).map { ($0, $1, 150) }
    texts += [
      ("the scope", statement.scope.description, 2_000),
      ("the role of who declares", statement.declaration.role, 150),
      ("the declaration", statement.declaration.words, 2_000),
      ("the scheme", statement.questionnaire.scheme, 150),
    ]
    if case .tender(let reference) = statement.audience {
      texts.append(("the tender's reference", reference, 64))
    }
    texts += statement.themes.map { ("the title of \($0.theme)", $0.title, 150) }
    texts += statement.requirements.map { ("the title of \($0.requirement)", $0.title, 2_000) }
    texts += statement.improvementPlan.map { ("a role in the plan", $0.role, 150) }
    for certificate in statement.certificatesHeld {
      if let description = certificate.scopeDescription {
        texts.append(("a certificate's scope", description, 2_000))
      }
      for check in certificate.registerChecks {
        texts += [
          ("who made a register check", check.by, 150),
          ("the result of a register check", check.result, 150),
        ]
      }
    }
    return texts
  }
}
