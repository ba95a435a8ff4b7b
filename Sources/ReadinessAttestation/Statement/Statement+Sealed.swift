public import ReadinessCore

extension Statement {
  /// The digests of one question's answer and note.
  ///
  /// Every question of the question set has both, asked or not, answered or not, so that the list
  /// tells nothing.
  public struct SealedAnswer: Hashable, Sendable {
    /// The question's id.
    public var question: String
    /// SHA-256 of the file `disclosure-A1.3.json`, in lower-case hexadecimal.
    public var digest: String
    /// SHA-256 of the file `note-A1.3.json`, in lower-case hexadecimal.
    public var noteDigest: String
    /// Whether the firm lets those who hold the disclosed answer pass it on.
    public var isPublic: Bool

    /// The digests for that question.
    public init(question: String, digest: String, noteDigest: String, isPublic: Bool = false) {
      self.question = question
      self.digest = digest
      self.noteDigest = noteDigest
      self.isPublic = isPublic
    }
  }

  /// The digest of an outcome that the chosen detail does not show.
  public struct SealedOutcome: Hashable, Sendable {
    /// What the outcome is of.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// A theme.
      case theme
      /// A requirement.
      case requirement
    }

    /// Theme or requirement.
    public var kind: Kind
    /// Its id.
    public var id: String
    /// SHA-256 of the file `outcome-SUM-5.json`, in lower-case hexadecimal.
    public var digest: String

    /// The digest for that theme or requirement.
    public init(kind: Kind, id: String, digest: String) {
      self.kind = kind
      self.id = id
      self.digest = digest
    }
  }

  /// A file that stands behind answers, by digest.
  public struct EvidenceDigest: Hashable, Sendable {
    /// SHA-256 of the file, in lower-case hexadecimal.
    public var sha256: String
    /// What kind of thing it is, in a word of the question set, as `policy` or `scan-report`.
    public var kind: String
    /// When it was made.
    public var madeOn: CalendarDate
    /// How strong it is.
    public var strength: Strength
    /// The questions it bears on.
    public var questions: [String]

    /// Evidence by its digest.
    public init(
      sha256: String,
      kind: String,
      madeOn: CalendarDate,
      strength: Strength,
      questions: [String] = []
    ) {
      self.sha256 = sha256
      self.kind = kind
      self.madeOn = madeOn
      self.strength = strength
      self.questions = questions
    }
  }

  /// What stands behind an answer, weakest first.
  ///
  /// All of it is the firm's own word.
  public enum Strength: String, CaseIterable, Hashable, Sendable {
    /// Somebody says so.
    case said
    /// It is written down.
    case documented
    /// A tool looked.
    case scanned
    /// Somebody independent tested; counts only under a trusted assessor's own signature.
    case independentlyTested = "independently-tested"

    /// Written as `independently tested`.
    public var inWords: String {
      switch self {
      case .said: "said"
      case .documented: "documented"
      case .scanned: "scanned"
      case .independentlyTested: "independently tested"
      }
    }
  }
}
