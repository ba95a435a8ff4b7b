public import ReadinessCore

/// What scan reports are worth, as data: read from `Support/ScanRules.xml`.
public struct ScanRules: Sendable {
  /// What a problem is in.
  public enum Kind: String, Hashable, Sendable {
    /// An operating system or firmware.
    case systems
    /// Any other software.
    case software
    /// Either.
    case any
  }

  /// What was seen, as far as it bears on answers.
  public enum Matter: String, Hashable, Sendable {
    /// A fix that counts was late when the scan saw it missing.
    case late
    /// The same, where the report does not show for sure that the fix counts.
    case lateUnrated = "late-unrated"
    /// The same, seen so long ago that it may have been put right.
    case lateBefore = "late-before"
    /// A fix exists, but the report does not say since when.
    case dateUnknown = "date-unknown"
    /// Something else keeps the report from settling it.
    case undecided
    /// The vendor no longer supports it.
    case unsupported
    /// The vendor may no longer support it.
    case unsupportedOpen = "unsupported-open"
    /// A device has a system that stands in no table.
    case notListed = "not-listed"
    /// There are more devices of a system than the tables count.
    case moreThanListed = "more-than-listed"
    /// A device stands in no inventory.
    case notInInventory = "not-in-inventory"
    /// Something stands in an inventory and in no table.
    case inventoryDiffers = "inventory-differs"
  }

  /// What is said, and of which questions, where something was seen.
  public struct Rule: Sendable {
    /// The observation's id.
    public let id: String
    /// What was seen.
    public let matter: Matter
    /// In what.
    public let kind: Kind
    /// The questions; the first is the one that is lowered.
    public let questions: [String]
    /// What it does to the first.
    public let weight: Observation.Weight
    /// What is said; `{findings}`, `{flaws}`, `{devices}` and `{days}` are filled in.
    public let says: String
    /// Keys of the question set's sources.
    public let sources: [String]
  }

  /// The tables of devices that a scan must cover to stand behind an answer.
  public struct Cover: Sendable {
    /// The question.
    public let question: String
    /// What must be free of objections.
    public let kind: Kind
    /// The tables.
    public let tables: [String]
  }

  /// The rules' version.
  public let version: String
  /// A fix is late when more than so many days lie between its release and the scan.
  public let days: Int
  /// The CVSS version 3 base score, in tenths, from which a fix counts.
  public let scoreAtLeast: Int
  /// What the tool is less sure of than so many per cent leaves an answer open.
  public let certaintyAtLeast: Int
  /// What was seen at most so many days before the judgement contradicts.
  public let recentDays: Int
  /// What was seen more than so many days before the judgement takes no part.
  public let oldestDays: Int
  /// What vendors call flaws whose fixes count; lower case.
  public let qualifyingWords: Set<String>
  /// What vendors call flaws that do not count by that word; lower case.
  public let lesserWords: Set<String>
  /// What tools call remarks that are no flaws; lower case.
  public let remarkWords: Set<String>
  /// Categories of the support data that are operating systems or firmware.
  public let systemCategories: Set<String>
  /// How titles of problems in operating systems and firmware begin; lower case.
  public let systemBeginnings: [String]
  /// What set phrases of scanners say.
  public let phrases: ScanPhrases
  /// What a clean scan must cover.
  public let covers: [Cover]
  /// The answer that says that old software is kept apart without internet.
  public let cutOff: (question: String, part: String, word: String)
  /// The tables that scanned devices must stand in.
  public let deviceTables: [String]
  /// In the file's order.
  public let rules: [Rule]
}
