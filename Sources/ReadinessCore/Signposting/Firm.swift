/// What the answers say about the firm itself, for headings, prices and signposts.
///
/// The ids are the scheme's own (`A1.1` is the name), or those of our own questions in the Cyber
/// Essentials set. A question set without them tells nothing here, and nothing is guessed.
public struct Firm: Sendable {
  /// Its legal name.
  public let name: String?
  /// Its number in the register.
  public let registration: String?
  /// The postcode at the end of its registered address.
  public let postcode: Postcode?
  /// How many people work there.
  public let headCount: Int?
  /// `micro`, `small`, `medium` or `large`, by the head count.
  public let size: String?
  /// The sectors of the support directory that it belongs to; `nil` where it is not known.
  public let sectors: Set<String>?
  /// Whether it supplies defence or wants to; `nil` where it is not known.
  public let isDefenceSupplier: Bool?

  /// What the answers say.
  public init(_ answers: AnswerSheet, _ questionnaire: Questionnaire) {
    func text(_ question: String) -> String? {
      guard case .value(.text(let text))? = answers[question]?.content, !text.isEmpty else {
        return nil
      }
      return text
    }
    func words(_ question: String) -> [String] {
      switch answers[question]?.content {
      case .value(.word(let word))?: [word]
      case .value(.words(let words))?: words
      default: []
      }
    }
    name = text("A1.1")
    registration = text("A1.4")
    postcode = text("A1.5").flatMap { Postcode(endOf: $0) }
    var people: Int?
    if let prices = questionnaire.prices,
      case .value(.number(let number))? = answers[prices.headCount]?.content
    {
      people = number
    }
    headCount = people
    size = people.flatMap { questionnaire.prices?.band(for: $0)?.size }
    let business = words("A1.7").first
    sectors = business.flatMap { Self.sectors[$0] }
    isDefenceSupplier =
      switch words("A1.7-defence").first {
      case "yes": true
      case "no": false
      default: business == "defence" || words("A1.10").contains("government") ? true : nil
      }
  }

  /// What an assessment's answers say; where it builds on another, that one's.
  public init(_ assessment: Assessment) {
    let said = assessment.base ?? assessment
    self.init(said.answers, said.questionnaire)
  }

  /// Lines of business of the question set, as sectors of the support directory.
  ///
  /// One that says
  /// nothing ("other") is left out, so that nobody is left out for it.
  private static let sectors: [String: Set<String>] = [
    "manufacturing": ["manufacturing"], "engineering": ["manufacturing"],
    "aerospace": ["aerospace", "manufacturing"], "defence": ["defence"],
    "automotive": ["automotive", "manufacturing"], "electronics": ["manufacturing", "technology"],
    "materials": ["manufacturing"], "it": ["technology", "telecoms", "cyber"],
    "research": ["research", "technology"], "education": ["research"], "health": ["health"],
    "construction": [], "energy": [], "transport": [], "consulting": [], "public": [],
    "finance": [], "trade": [], "charity": ["charity"],
  ]
}
