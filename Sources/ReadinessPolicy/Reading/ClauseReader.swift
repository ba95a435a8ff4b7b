import ReadinessAttestation
import ReadinessCore
import ReadinessXML

/// Takes values out of a policy's elements, after the file satisfied the schema.
struct ClauseReader {
  /// What the schema let through and cannot be.
  private(set) var problems: [XMLProblem] = []
  /// Where tiers, clauses and exemptions stand, in their order in the policy.
  private(set) var places = PolicyPlaces()

  mutating func policy(_ root: XMLElement, sha256: String) -> Policy {
    var clauses: [Clause] = []
    var exemptions: [Policy.Exemption] = []
    for element in root.children {
      switch element.name {
      case "title", "about": break
      case "source": places.sources.append(element.position)
      case "tier": places.tiers.append(element.position)
      case "exemption":
        places.exemptions.append(element.position)
        exemptions.append(exemption(element))
      default:
        guard let demand = demand(element) else {
          problem(element, "a clause \"\(element.name)\" is not known")
          continue
        }
        places.clauses.append(element.position)
        clauses.append(
          Clause(
            id: element["id"] ?? "",
            tiers: element["tiers"] == nil ? nil : element.list("tiers"),
            why: element.first("why")?.folded,
            sources: element.list("sources"),
            demand: demand
          )
        )
      }
    }
    return Policy(
      id: root["id"] ?? "",
      version: root["version"] ?? "",
      title: root.first("title")?.folded ?? "",
      about: root.first("about")?.folded ?? "",
      owner: root["owner"] ?? "",
      issued: date(root, "issued") ?? CalendarDate(dayNumber: 0),
      until: date(root, "until"),
      sha256: sha256,
      sources: root.all("source").map { source($0) },
      tiers: root.all("tier").map {
        Policy.Tier(
          id: $0["id"] ?? "",
          title: $0["title"] ?? "",
          isDefault: $0["default"] == "yes"
        )
      },
      clauses: clauses,
      exemptions: exemptions
    )
  }

  // MARK: Parts

  private mutating func source(_ element: XMLElement) -> Policy.Source {
    Policy.Source(
      id: element["id"] ?? "",
      confidence: element["confidence"].flatMap(Confidence.init) ?? .low,
      asOf: date(element, "as-of") ?? CalendarDate(dayNumber: 0),
      url: element["url"],
      text: element.folded
    )
  }

  private mutating func exemption(_ element: XMLElement) -> Policy.Exemption {
    let suppliers: [Identifier] = element.all("supplier").compactMap { entry in
      let reading = IdentifierRules.read(scheme: entry["scheme"] ?? "", entry["id"] ?? "")
      if reading == nil {
        problem(entry, "no such entry can exist in the register \(entry["scheme"] ?? "")")
      }
      return reading?.identifier
    }
    return Policy.Exemption(
      id: element["id"] ?? "",
      clause: element["clause"] ?? "",
      suppliers: suppliers,
      owner: element["owner"] ?? "",
      until: date(element, "until") ?? CalendarDate(dayNumber: 0),
      reason: element.first("reason")?.folded ?? ""
    )
  }

  private mutating func demand(_ element: XMLElement) -> Clause.Demand? {
    switch element.name {
    case "questionnaire": return .questionnaire(element.all("accept").map { accepted($0) })
    case "verdict": return .verdict(choice(element, "not-ready") ?? .refused)
    case "outcomes":
      var wanted: [Statement.SealedOutcome.Kind: [String]] = [:]
      if element["themes"] != nil { wanted[.theme] = element.list("themes") }
      if element["requirements"] != nil { wanted[.requirement] = element.list("requirements") }
      return .outcomes(wanted)
    case "answers":
      return .answers(element.list("questions"), areMet: element["met"] != "no")
    case "evidence":
      return .evidence(
        element.list("questions"),
        choice(element, "strength") ?? .independentlyTested,
        withinDays: number(element, "days")
      )
    case "age": return .age(days: number(element, "days") ?? 0)
    case "scope": return .scope(parts(element) ?? .refused)
    case "identifiers":
      return .identifiers(
        element.list("registers"),
        all: element["need"] != "any",
        areConfirmed: element["confirmed"] == "yes"
      )
    case "supplier": return .supplier
    case "signer":
      return .signer(
        Clause.SignerDemand(
          kinds: choices(element, "kinds"),
          programmes: element.list("programmes"),
          isStamped: element["stamped"] == "yes"
        )
      )
    case "countersigned":
      return .countersigned(choices(element, "roles"), all: element["need"] != "any")
    case "declared": return .declared(choices(element, "by"))
    case "certificate": return .certificate(certificate(element))
    case "binding": return .binding(challenge: element["challenge"] == "yes")
    default: return nil
    }
  }

  private mutating func accepted(_ element: XMLElement) -> Clause.AcceptedQuestionnaire {
    Clause.AcceptedQuestionnaire(
      id: element["questionnaire"] ?? "",
      edition: element["edition"],
      version: element["version"],
      sha256: element["sha256"],
      until: date(element, "until")
    )
  }

  private mutating func certificate(_ element: XMLElement) -> Clause.CertificateDemand {
    Clause.CertificateDemand(
      schemes: choices(element, "schemes"),
      level: number(element, "level"),
      days: choices(element, "holds-on"),
      spareDays: number(element, "spare-days") ?? 0,
      scope: parts(element),
      requirementsVersions: element.list("requirements-versions"),
      lookUpDays: number(element, "look-up-days"),
      byAward: element["by-award"] == "yes",
      asksForEquivalent: element["equivalent"] == "yes"
    )
  }

  /// What is to be made of a part; `nil` where nothing is said.
  private mutating func parts(_ element: XMLElement) -> Clause.Parts? {
    let named = element.all("part").map(\.folded)
    if element["parts"] != "named", let part = element.first("part") {
      problem(part, "a part is named, and parts=\"named\" is not said")
    }
    switch element["parts"] {
    case "asked": return .asked
    case "refused": return .refused
    case "named":
      if named.isEmpty { problem(element, "parts=\"named\", and no part is named") }
      return .named(named)
    default: return nil
    }
  }

  // MARK: Values

  private func choice<Choice: RawRepresentable<String>>(
    _ element: XMLElement,
    _ attribute: String
  ) -> Choice? {
    element[attribute].flatMap { Choice(rawValue: $0) }
  }

  private func choices<Choice: RawRepresentable<String>>(
    _ element: XMLElement,
    _ attribute: String
  ) -> [Choice] {
    element.list(attribute).compactMap { Choice(rawValue: $0) }
  }

  private mutating func number(_ element: XMLElement, _ attribute: String) -> Int? {
    guard let text = element[attribute] else { return nil }
    let plain = text.filter { !$0.isWhitespace }
    guard let value = Int(plain), (0...3_660).contains(value) else {
      problem(element, "\(attribute): the number cannot be")
      return nil
    }
    return value
  }

  private mutating func date(_ element: XMLElement, _ attribute: String) -> CalendarDate? {
    guard let text = element[attribute] else { return nil }
    guard let date = CalendarDate(iso: text) else {
      problem(element, "\(attribute): a day is written as 2026-11-22")
      return nil
    }
    return date
  }

  private mutating func problem(_ element: XMLElement, _ what: String) {
    problems.append(XMLProblem(at: element.position, what))
  }
}

/// Where the parts of a policy stand in its file.
struct PolicyPlaces {
  var sources: [XMLPosition] = []
  var tiers: [XMLPosition] = []
  var clauses: [XMLPosition] = []
  var exemptions: [XMLPosition] = []
}
