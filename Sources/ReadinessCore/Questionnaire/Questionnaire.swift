/// One question set: what is asked, when, which answers are good and what to do otherwise.
///
/// Read from a file of `Questionnaires/`; the format's README says what each part means.
public struct Questionnaire: Sendable {
  /// Stable identifier, as `cyber-essentials`.
  public let id: String
  /// The scheme's name.
  public let scheme: String
  /// The edition's name, as `Danzell`.
  public let edition: String
  /// The edition's version, as `16.2`.
  public let version: String
  /// First day on which the set is used.
  public let validFrom: CalendarDate
  /// Last day, where it is known.
  public let validUntil: CalendarDate?
  /// The edition that it replaced.
  public let supersedes: String?
  /// The id of the question set that this one builds on, if it does.
  ///
  /// Its verdict is never better than that of the other.
  public let buildsOn: String?
  /// How many major shortfalls are let through before the verdict is "not ready".
  public let tolerance: Int
  /// Title for people.
  public let title: String
  /// What the set is and is not.
  public let about: String
  /// Where rules come from.
  public let sources: [Source]
  /// The themes, in order.
  public let themes: [Theme]
  /// The requirements, in order.
  public let requirements: [Requirement]
  /// What the real certificate costs, where known.
  public let prices: PriceBands?
  /// The edition whose answers carry over.
  public let previous: PreviousEdition?
  /// The sections, in the order in which they are asked.
  public let sections: [Section]
  /// Pairs of answers that cannot both be true.
  public let contradictions: [Contradiction]
  /// SHA-256 of the file's bytes, lower-case hexadecimal.
  public let sha256: String

  /// All questions in the order in which they are asked.
  public let questions: [Question]
  private let places: [String: Int]
  private let requirementPlaces: [String: Int]

  /// A questionnaire from its parts; identifiers are taken to be unique.
  public init(
    id: String,
    scheme: String,
    edition: String,
    version: String,
    validFrom: CalendarDate,
    validUntil: CalendarDate?,
    supersedes: String?,
    buildsOn: String? = nil,
    tolerance: Int,
    title: String,
    about: String,
    sources: [Source],
    themes: [Theme],
    requirements: [Requirement],
    prices: PriceBands?,
    previous: PreviousEdition?,
    sections: [Section],
    contradictions: [Contradiction],
    sha256: String
  ) {
    self.id = id
    self.scheme = scheme
    self.edition = edition
    self.version = version
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.supersedes = supersedes
    self.buildsOn = buildsOn
    self.tolerance = tolerance
    self.title = title
    self.about = about
    self.sources = sources
    self.themes = themes
    self.requirements = requirements
    self.prices = prices
    self.previous = previous
    self.sections = sections
    self.contradictions = contradictions
    self.sha256 = sha256
    let questions = sections.flatMap(\.questions)
    self.questions = questions
    places = Dictionary(
      questions.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    requirementPlaces = Dictionary(
      requirements.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The question of that id.
  public func question(_ id: String) -> Question? { places[id].map { questions[$0] } }

  /// Where the question of that id stands among `questions`.
  public func place(of id: String) -> Int? { places[id] }

  /// The requirement of that slug.
  public func requirement(_ id: String) -> Requirement? {
    requirementPlaces[id].map { requirements[$0] }
  }

  /// The section in which a question stands.
  public func section(of question: String) -> Section? {
    sections.first { $0.questions.contains { $0.id == question } }
  }
}

/// How sure we are of something.
public enum Confidence: String, Sendable, CaseIterable {
  /// A primary document, agreed by another source.
  case high
  /// One good source, or several secondary ones that agree.
  case medium
  /// One secondary source, an inference, or sources that conflict.
  case low
}

/// Where a rule comes from.
public struct Source: Sendable {
  /// Its key, as `S4`.
  public let id: String
  /// What it is.
  public let title: String
  /// Its date as written, where known.
  public let date: String?
  /// How good it is.
  public let confidence: Confidence

  /// A source.
  public init(id: String, title: String, date: String?, confidence: Confidence) {
    self.id = id
    self.title = title
    self.date = date
    self.confidence = confidence
  }
}

/// A theme, such as firewalls.
public struct Theme: Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public let name: String
  /// Whether it is one of the scheme's five technical control themes.
  public let technical: Bool

  /// A theme.
  public init(id: String, name: String, technical: Bool) {
    self.id = id
    self.name = name
    self.technical = technical
  }
}

/// The smallest statement under a theme that can be false.
public struct Requirement: Sendable {
  /// Our slug, as `SUM-5`.
  public let id: String
  /// The id of its theme.
  public let theme: String
  /// What it asks, in short.
  public let short: String
  /// Why no question asks for it, where none does.
  public let notAsked: String?
  /// Key of its source.
  public let source: String
  /// Provision and page in the source.
  public let place: String?
  /// How sure we are.
  public let confidence: Confidence

  /// A requirement.
  public init(
    id: String,
    theme: String,
    short: String,
    notAsked: String?,
    source: String,
    place: String?,
    confidence: Confidence
  ) {
    self.id = id
    self.theme = theme
    self.short = short
    self.notAsked = notAsked
    self.source = source
    self.place = place
    self.confidence = confidence
  }
}

/// What the scheme's certificate costs by head count, in pounds without VAT.
public struct PriceBands: Sendable {
  /// One band.
  public struct Band: Sendable {
    /// `micro`, `small`, `medium` or `large`.
    public let size: String
    /// The fewest people.
    public let from: Int
    /// The most people; `nil` is no limit.
    public let to: Int?
    /// Pounds without VAT.
    public let pounds: Int

    /// A band.
    public init(size: String, from: Int, to: Int?, pounds: Int) {
      self.size = size
      self.from = from
      self.to = to
      self.pounds = pounds
    }
  }

  /// From the smallest.
  public let bands: [Band]
  /// The question that holds the head count.
  public let headCount: String
  /// When the prices were last seen.
  public let asOf: CalendarDate
  /// How sure we are.
  public let confidence: Confidence
  /// What to bear in mind.
  public let note: String

  /// Price bands.
  public init(
    bands: [Band],
    headCount: String,
    asOf: CalendarDate,
    confidence: Confidence,
    note: String
  ) {
    self.bands = bands
    self.headCount = headCount
    self.asOf = asOf
    self.confidence = confidence
    self.note = note
  }

  /// The band for so many people.
  public func band(for people: Int) -> Band? {
    bands.first { people >= $0.from && people <= ($0.to ?? .max) }
  }
}

/// The edition that came before.
public struct PreviousEdition: Sendable {
  /// Its name.
  public let edition: String
  /// Its version.
  public let version: String
  /// Its questions that have no successor.
  public let gone: [String]

  /// A previous edition.
  public init(edition: String, version: String, gone: [String]) {
    self.edition = edition
    self.version = version
    self.gone = gone
  }
}

/// A group of questions that are asked together.
public struct Section: Sendable {
  /// Its id, as `A4`.
  public let id: String
  /// Its heading.
  public let title: String
  /// A few words before the first question.
  public let intro: String?
  /// The id of its theme, if it has one.
  public let theme: String?
  /// In the order in which they are asked.
  public let questions: [Question]

  /// A section.
  public init(id: String, title: String, intro: String?, theme: String?, questions: [Question]) {
    self.id = id
    self.title = title
    self.intro = intro
    self.theme = theme
    self.questions = questions
  }
}

/// Two or more answers that cannot all be true.
public struct Contradiction: Sendable {
  /// Its id.
  public let id: String
  /// The questions whose answers are shown side by side.
  public let questions: [String]
  /// What does not fit, in words for the firm.
  public let says: String
  /// When it holds.
  public let condition: Condition
  /// The question that is judged down, if any, and how.
  public let lowers: (question: String, to: Rule.Gives, mark: Mark?)?
  /// Keys of its sources.
  public let sources: [String]

  /// A contradiction.
  public init(
    id: String,
    questions: [String],
    says: String,
    condition: Condition,
    lowers: (question: String, to: Rule.Gives, mark: Mark?)?,
    sources: [String]
  ) {
    self.id = id
    self.questions = questions
    self.says = says
    self.condition = condition
    self.lowers = lowers
    self.sources = sources
  }
}
