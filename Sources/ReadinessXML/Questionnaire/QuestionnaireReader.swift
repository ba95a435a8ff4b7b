public import ReadinessCore

/// Turns a questionnaire's file into values, or says everything that is wrong with its form.
///
/// The form is `Questionnaires/questionnaire.xsd`. Whether it makes sense (known ids, no cycles,
/// no contradictory rules) is `QuestionnaireChecks`' matter.
public struct QuestionnaireReader {
  /// The namespace of questionnaires.
  public static let namespace = "urn:readiness:questionnaire:1"

  private let language: String
  private let rootLanguage: String

  /// The questionnaire in a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; it may be hostile.
  ///   - sha256: the digest of `bytes`, lower-case hexadecimal.
  ///   - language: the wanted language; texts without it fall back to the file's own.
  /// - Throws: every problem of form.
  public static func read(
    _ bytes: [UInt8],
    sha256: String,
    language: String = "en-GB"
  ) throws(XMLReadingError) -> Questionnaire {
    try questionnaire(from: document(bytes), sha256: sha256, language: language)
  }

  /// The file's elements, after it satisfied the schema.
  static func document(_ bytes: [UInt8]) throws(XMLReadingError) -> XMLElement {
    do {
      return try XMLDocument.read(bytes, schema: .questionnaire)
    } catch {
      // Somebody else's XML is told as such, not as a hundred problems of ours.
      let root = try XMLDocument.read(bytes, schema: .none)
      guard root.name == "questionnaire", root.namespace == namespace else {
        throw XMLReadingError([
          XMLProblem(
            at: root.position,
            "this is not a questionnaire: its root element is \"\(root.name)\""
          )
        ])
      }
      throw error
    }
  }

  static func questionnaire(
    from root: XMLElement,
    sha256: String,
    language: String = "en-GB"
  ) -> Questionnaire {
    let reader = QuestionnaireReader(
      language: language,
      rootLanguage: root.language ?? "en-GB"
    )
    return reader.questionnaire(root, sha256: sha256)
  }

  private func questionnaire(_ root: XMLElement, sha256: String) -> Questionnaire {
    Questionnaire(
      id: root["id"] ?? "",
      scheme: root["scheme"] ?? "",
      edition: root["edition"] ?? "",
      version: root["version"] ?? "",
      validFrom: date(root["valid-from"]) ?? CalendarDate(dayNumber: 0),
      validUntil: date(root["valid-until"]),
      supersedes: root["supersedes"],
      buildsOn: root["builds-on"],
      tolerance: number(root["tolerance"]) ?? 0,
      title: text(root, "title"),
      about: text(root, "about"),
      sources: (root.first("sources")?.all("source") ?? []).map { element in
        Source(
          id: element["id"] ?? "",
          title: element.folded,
          date: element["date"],
          confidence: confidence(element["confidence"])
        )
      },
      themes: (root.first("themes")?.all("theme") ?? []).map { element in
        Theme(
          id: element["id"] ?? "",
          name: text(element, "name"),
          technical: element["technical"] == "yes"
        )
      },
      requirements: (root.first("requirements")?.all("requirement") ?? []).map(requirement),
      prices: root.first("price-bands").map(prices),
      previous: root.first("previous").map { element in
        PreviousEdition(
          edition: element["edition"] ?? "",
          version: element["version"] ?? "",
          gone: element.all("gone").compactMap { $0["id"] }
        )
      },
      sections: root.all("section").map { section in
        Section(
          id: section["id"] ?? "",
          title: text(section, "title"),
          intro: optionalText(section, "intro"),
          theme: section["theme"],
          questions: section.all("question").map(question)
        )
      },
      contradictions: root.all("contradiction").compactMap(contradiction),
      sha256: sha256
    )
  }

  private func requirement(_ element: XMLElement) -> Requirement {
    Requirement(
      id: element["id"] ?? "",
      theme: element["theme"] ?? "",
      short: text(element, "short"),
      notAsked: optionalText(element, "not-asked"),
      source: element["source"] ?? "",
      place: element["place"],
      confidence: confidence(element["confidence"])
    )
  }

  private func prices(_ element: XMLElement) -> PriceBands {
    PriceBands(
      bands: element.all("band").map { band in
        PriceBands.Band(
          size: band["size"] ?? "",
          from: number(band["from"]) ?? 0,
          to: number(band["to"]),
          pounds: number(band["pounds"]) ?? 0
        )
      },
      headCount: element["head-count"] ?? "",
      asOf: date(element["as-of"]) ?? CalendarDate(dayNumber: 0),
      confidence: confidence(element["confidence"]),
      note: text(element, "note")
    )
  }

  private func question(_ element: XMLElement) -> Question {
    let id = element["id"] ?? ""
    return Question(
      id: id,
      isOwn: element["own"] == "yes",
      was: element["was"],
      carry: element["carry"].flatMap(Question.Carry.init)
        ?? (element["was"] == nil ? .new : .same),
      kind: element["type"].flatMap(Question.Kind.init) ?? .text,
      good: element["good"].flatMap(Question.Good.init),
      limits: Limits(
        format: element["format"],
        maxLength: number(element["max-length"]),
        mayBeBlank: element["blank"] == "yes",
        range: range(element),
        unit: element["unit"]
      ),
      mayBeNotApplicable: element["not-applicable"] == "yes",
      mark: element["mark"].flatMap(Mark.init) ?? .information,
      confidence: confidence(element["confidence"]),
      sources: element.list("source"),
      requirements: element.list("maps"),
      restsOn: element.list("rests-on"),
      who: element.list("who").compactMap(Question.Role.init),
      needs: element.list("needs"),
      isFirst: element["first"] == "yes",
      when: element.first("when")?.children.first.flatMap { condition($0, of: id) },
      words: Words(
        prompt: text(element, "prompt"),
        why: text(element, "why"),
        findOut: text(element, "find-out"),
        compliant: text(element, "compliant"),
        caution: optionalText(element, "caution")
      ),
      options: options(element),
      parts: element.all("part").map { part($0, of: id) },
      columns: element.all("column").map(column),
      flow: element.first("flow").map { flow($0, of: id) },
      rules: element.all("rule").compactMap { rule($0, of: id) },
      evidence: inLanguage(element.all("evidence")).map {
        EvidenceHint(
          text: $0.folded,
          staleAfterDays: number($0["stale-after-days"]) ?? 365,
          sources: $0.list("by").compactMap(EvidenceSource.init)
        )
      },
      remedies: element.all("remedy").map(remedy)
    )
  }

  private func part(_ element: XMLElement, of question: String) -> Part {
    Part(
      id: element["id"] ?? "",
      kind: element["type"].flatMap(Question.Kind.init) ?? .text,
      isNeeded: element["needed"] != "no",
      good: element["good"].flatMap(Question.Good.init),
      range: range(element),
      maxAge: number(element["max-age-months"]).map { .months($0) }
        ?? number(element["max-age-days"]).map { .days($0) },
      unit: element["unit"],
      when: element.first("when")?.children.first.flatMap { condition($0, of: question) },
      prompt: text(element, "prompt"),
      options: options(element)
    )
  }

  private func column(_ element: XMLElement) -> Column {
    Column(
      id: element["id"] ?? "",
      kind: element["type"].flatMap(Question.Kind.init) ?? .text,
      role: element["role"].flatMap(Column.Role.init),
      isNeeded: element["needed"] == "yes",
      prompt: text(element, "prompt"),
      options: options(element)
    )
  }

  private func options(_ element: XMLElement) -> [Option] {
    inLanguage(element.all("option")).map {
      Option(
        id: $0["id"] ?? "",
        text: $0.folded,
        good: $0["good"].flatMap(Question.Good.init)
      )
    }
  }

  private func rule(_ element: XMLElement, of question: String) -> Rule? {
    guard let gives = element["gives"].flatMap(Rule.Gives.init),
      let condition = element.children.last.flatMap({ condition($0, of: question) })
    else { return nil }
    return Rule(
      gives: gives,
      mark: element["mark"].flatMap(Mark.init),
      confidence: element["confidence"].flatMap(Confidence.init),
      because: text(element, "because"),
      condition: condition,
      sources: element.list("source")
    )
  }

  private func flow(_ element: XMLElement, of question: String) -> Flow {
    let last = element.first("otherwise")
    return Flow(
      names: element.list("names"),
      steps: element.all("step").compactMap { step in
        step.children.last.flatMap { condition($0, of: question) }.map { condition in
          Flow.Step(
            gives: step["gives"].flatMap(Rule.Gives.init) ?? .cannotDetermine,
            because: text(step, "because"),
            condition: condition,
            confidence: step["confidence"].flatMap(Confidence.init)
          )
        }
      },
      otherwise: (
        last?["gives"].flatMap(Rule.Gives.init) ?? .cannotDetermine,
        last.map { text($0, "because") } ?? ""
      )
    )
  }

  private func remedy(_ element: XMLElement) -> Remedy {
    Remedy(
      id: element["id"],
      text: text(element, "do"),
      scope: optionalText(element, "scope"),
      insurance: optionalText(element, "insurance"),
      effort: element["effort"].flatMap(Effort.init) ?? .days,
      cost: element["cost"].flatMap(Cost.init) ?? .free
    )
  }

  private func contradiction(_ element: XMLElement) -> Contradiction? {
    guard let condition = element.children.last.flatMap({ condition($0, of: "") }) else {
      return nil
    }
    let lowers = element["lowers"].map { question in
      (
        question: question, to: element["to"].flatMap(Rule.Gives.init) ?? .adverse,
        mark: element["mark"].flatMap(Mark.init)
      )
    }
    return Contradiction(
      id: element["id"] ?? "",
      questions: element.list("questions"),
      says: text(element, "says"),
      condition: condition,
      lowers: lowers,
      sources: element.list("source")
    )
  }

  private func range(_ element: XMLElement) -> Bounds {
    Bounds(atLeast: number(element["at-least"]), atMost: number(element["at-most"]))
  }

  // MARK: Small values

  func number(_ text: String?) -> Int? { text.flatMap { Int($0) } }

  private func date(_ text: String?) -> CalendarDate? { text.flatMap { CalendarDate(iso: $0) } }

  private func confidence(_ text: String?) -> Confidence {
    text.flatMap(Confidence.init) ?? .low
  }

  private func text(_ element: XMLElement, _ name: String) -> String {
    inLanguage(element.all(name)).map(\.folded).joined(separator: "\n")
  }

  private func optionalText(_ element: XMLElement, _ name: String) -> String? {
    let words = text(element, name)
    return words.isEmpty ? nil : words
  }

  /// Those in the wanted language; where there is none, those in the file's own.
  private func inLanguage(_ elements: [XMLElement]) -> [XMLElement] {
    let wanted = elements.filter { ($0.language ?? rootLanguage) == language }
    return wanted.isEmpty
      ? elements.filter { ($0.language ?? rootLanguage) == rootLanguage } : wanted
  }
}
