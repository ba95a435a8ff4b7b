/// What a firm is about to do, beside what it lacks.
public enum Situation: String, Sendable, CaseIterable {
  /// Everything is in place for the certificate.
  case readyToApply = "ready-to-apply"
  /// Cyber Essentials Plus is asked for.
  case cyberEssentialsPlus = "ce-plus"
  /// A contract for the Ministry of Defence is at hand.
  case defenceContract = "mod-contract"
  /// It wants to sell to defence.
  case enterDefence = "enter-defence"
  /// There is no money for it.
  case noBudget = "no-budget"
  /// It is under attack.
  case incident
}

extension SupportDirectory {
  /// What to show for a need or in a situation, in order; `signpost` in the file.
  public struct Route: Sendable {
    /// For these needs.
    public let needs: [String]
    /// Or in this situation.
    public let situation: Situation?
    /// Only for firms of these sizes; empty is all.
    public let sizes: Set<String>
    /// These bodies first.
    public let first: [String]
    /// Then these.
    public let then: [String]
    /// What to bear in mind.
    public let advice: String

    /// A route.
    public init(
      needs: [String],
      situation: Situation?,
      sizes: Set<String>,
      first: [String],
      then: [String],
      advice: String
    ) {
      self.needs = needs
      self.situation = situation
      self.sizes = sizes
      self.first = first
      self.then = then
      self.advice = advice
    }
  }

  /// A text to show.
  public struct Notice: Sendable {
    /// Its id, as `dcc-level-0`.
    public let id: String
    /// Whether it is for defence suppliers only.
    public let isForDefence: Bool
    /// Only in this situation.
    public let situation: Situation?
    /// The day that it is about.
    public let date: CalendarDate?
    /// How sure we are.
    public let confidence: Confidence
    /// The bodies that it speaks of, in order.
    public let bodies: [String]
    /// Where it comes from.
    public let source: String
    /// Its title.
    public let title: String
    /// What it says.
    public let says: String

    /// A notice.
    public init(
      id: String,
      isForDefence: Bool,
      situation: Situation?,
      date: CalendarDate?,
      confidence: Confidence,
      bodies: [String],
      source: String,
      title: String,
      says: String
    ) {
      self.id = id
      self.isForDefence = isForDefence
      self.situation = situation
      self.date = date
      self.confidence = confidence
      self.bodies = bodies
      self.source = source
      self.title = title
      self.says = says
    }
  }
}
