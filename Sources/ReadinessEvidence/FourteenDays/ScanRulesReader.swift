import ReadinessCore
public import ReadinessXML

/// Turns the rules for scan reports into values; their form is `Support/scan-rules.xsd`.
public enum ScanRulesReader {
  /// The rules in a file.
  ///
  /// - Parameter bytes: the whole file; it may be hostile.
  /// - Throws: every problem of form.
  public static func read(_ bytes: [UInt8]) throws(XMLReadingError) -> ScanRules {
    let root = try XMLDocument.read(bytes, schema: .scanRules)
    func number(_ element: String, _ attribute: String) -> Int {
      root.first(element)?[attribute].flatMap { Int($0) } ?? 0
    }
    func words(_ element: String, _ inner: String) -> [String] {
      root.first(element)?.all(inner).map { $0.folded.lowercased() } ?? []
    }
    let cutOff = root.first("cut-off")
    return ScanRules(
      version: root["version"] ?? "",
      days: number("clock", "days"),
      scoreAtLeast: root.first("clock")?["score-at-least"].flatMap { CVSSScore.tenths($0) } ?? 0,
      certaintyAtLeast: number("clock", "certainty-at-least"),
      recentDays: number("age", "recent-days"),
      oldestDays: number("age", "oldest-days"),
      qualifyingWords: Set(words("vendor-words", "qualifies")),
      lesserWords: Set(words("vendor-words", "below")),
      remarkWords: Set(words("tool-words", "remark")),
      systemCategories: Set(words("systems", "category")),
      systemBeginnings: words("systems", "begins"),
      phrases: phrases(root.first("phrases")),
      covers: root.all("cover").map { element in
        ScanRules.Cover(
          question: element["question"] ?? "",
          kind: kind(element),
          tables: element.list("tables")
        )
      },
      cutOff: (cutOff?["question"] ?? "", cutOff?["part"] ?? "", cutOff?["is"] ?? ""),
      deviceTables: root.first("devices")?.list("tables") ?? [],
      rules: root.all("observe").map(rule)
    )
  }

  private static func phrases(_ element: XMLElement?) -> ScanPhrases {
    func words(_ name: String, _ attribute: String? = nil, is value: String = "") -> [String] {
      element?.all(name).filter { attribute == nil || $0[attribute ?? ""] == value }
        .map(\.folded) ?? []
    }
    return ScanPhrases(
      updates: words("solution", "says", is: "update"),
      noUpdates: words("solution", "says", is: "none"),
      unsupported: words("unsupported"),
      updateChecksBegin: words("update-check", "id", is: "begins"),
      updateChecksEnd: words("update-check", "id", is: "ends")
    )
  }

  private static func rule(_ element: XMLElement) -> ScanRules.Rule {
    ScanRules.Rule(
      id: element["id"] ?? "",
      matter: element["what"].flatMap(ScanRules.Matter.init) ?? .undecided,
      kind: kind(element),
      questions: element.list("questions"),
      weight: weight(element["weight"] ?? ""),
      says: element.first("says")?.folded ?? "",
      sources: element.list("source")
    )
  }

  private static func kind(_ element: XMLElement) -> ScanRules.Kind {
    element["of"].flatMap(ScanRules.Kind.init) ?? .any
  }

  private static func weight(_ word: String) -> Observation.Weight {
    switch word {
    case "contradicts": .contradicts
    case "leaves-open": .leavesOpen
    default: .noted
    }
  }
}
