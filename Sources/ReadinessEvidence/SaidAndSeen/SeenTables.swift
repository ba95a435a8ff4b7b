import ReadinessCore

/// What scans show, as tables: by question, by finding, by device, by product.
struct SeenTables {
  /// How many rows a table has at most.
  static let most = 500

  private let review: FixReview
  private let seen: [Observation]
  private let questionnaire: Questionnaire
  private let coverage: Coverage
  private let rules: ScanRules

  init(
    _ review: FixReview,
    _ seen: [Observation],
    _ questionnaire: Questionnaire,
    _ coverage: Coverage,
    _ rules: ScanRules
  ) {
    self.review = review
    self.seen = seen
    self.questionnaire = questionnaire
    self.coverage = coverage
    self.rules = rules
  }

  func all(_ listed: ListedSystems) -> [SeenTable] {
    [questions(listed), findings, groups(byDevice: true), groups(byDevice: false)]
  }

  // MARK: By question

  /// The outcome that the scans alone come to; it is never "met".
  private func questions(_ listed: ListedSystems) -> SeenTable {
    var ids: [String] = []
    for rule in rules.rules where rule.weight != .noted {
      if let first = rule.questions.first, !ids.contains(first),
        questionnaire.question(first) != nil
      {
        ids.append(first)
      }
    }
    ids.sort()
    let rows = ids.map { id -> [String] in
      let own = seen.filter { $0.questions.first == id }
      let worst =
        own.first { $0.weight == .contradicts } ?? own.first { $0.weight == .leavesOpen }
        ?? own.first { $0.weight == .agrees }
      guard let worst else {
        let total = listed.isComplete ? " of \(listed.total)" : ""
        return [
          id, Outcome.cannotDetermine.rawValue,
          "Nothing was found, but scans that logged in looked at \(coverage.devices)\(total) "
            + "devices only.",
        ]
      }
      let outcome =
        switch worst.weight {
        case .contradicts:
          questionnaire.question(id)?.mark == .automaticFail
            ? Outcome.automaticFail.rawValue : Outcome.notMet.rawValue
        case .leavesOpen: Outcome.cannotDetermine.rawValue
        case .agrees, .noted: "nothing against it"
        }
      return [id, outcome, worst.says]
    }
    return SeenTable(
      id: "questions",
      title: "What the scans alone come to",
      columns: [
        .init("question", "Question"), .init("outcome", "Outcome"), .init("reason", "Why"),
      ],
      rows: rows,
      left: 0
    )
  }

  // MARK: By finding

  private var findings: SeenTable {
    let rows = review.findings.prefix(Self.most).compactMap { finding -> [String]? in
      guard let device = review.device(of: finding), let problem = review.problem(of: finding)
      else { return nil }
      return [
        device.name, problem.title, product(problem), finding.kind.rawValue,
        FixWords.standing(finding.fix), FixWords.rating(finding.fix.rating),
        problem.fixPublished?.description ?? "", finding.fix.lastDay?.description ?? "",
        finding.scanned?.description ?? "", problem.cves.prefix(5).joined(separator: " "),
        review.scans[finding.scan].name,
      ]
    }
    return SeenTable(
      id: "findings",
      title: "Findings under the 14 days, the worst first",
      columns: [
        .init("device", "Device"), .init("problem", "Problem"), .init("product", "Product"),
        .init("kind", "In"), .init("standing", "How it stands"), .init("rating", "Rated"),
        .init("fixPublished", "Fix of"), .init("lastDay", "Last day"),
        .init("scanned", "Scanned"), .init("cves", "CVE"), .init("report", "Report"),
      ],
      rows: rows,
      left: max(0, review.findings.count - Self.most)
    )
  }

  private func product(_ problem: ScannedProblem) -> String {
    problem.product.map(FixWords.product) ?? problem.title
  }

  // MARK: By device and product

  private func groups(byDevice: Bool) -> SeenTable {
    var order: [String] = []
    var groups: [String: [ReviewedFinding]] = [:]
    for finding in review.findings {
      guard let device = review.device(of: finding), let problem = review.problem(of: finding)
      else { continue }
      let key = byDevice ? device.name : product(problem)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(finding)
    }
    // Findings come the worst first, so groups do too.
    let rows = order.prefix(Self.most).map { key in
      let own = groups[key] ?? []
      let others = Set(
        own.compactMap { finding in
          byDevice
            ? review.problem(of: finding).map(product) : review.device(of: finding)?.name
        }
      )
      return [
        key, own.first.map { FixWords.standing($0.fix) } ?? "", String(late(own)),
        String(own.count), String(others.count),
      ]
    }
    return SeenTable(
      id: byDevice ? "devices" : "products",
      title: byDevice ? "By device, the worst first" : "By product, the worst first",
      columns: [
        byDevice ? .init("device", "Device") : .init("product", "Product"),
        .init("worst", "The worst"), .init("late", "Late"), .init("findings", "Findings"),
        byDevice ? .init("products", "Products") : .init("devices", "Devices"),
      ],
      rows: rows,
      left: max(0, order.count - Self.most)
    )
  }

  private func late(_ findings: [ReviewedFinding]) -> Int {
    findings.count { if case .late = $0.fix.standing { true } else { false } }
  }
}
