public import ReadinessCore

/// What a list of devices or programs says, as rows of the question set's tables.
public struct Inventory: Sendable {
  /// How the list is written, for people.
  public let style: String
  /// How many rows it has.
  public internal(set) var rowsRead = 0
  /// By question: the rows of its table.
  ///
  /// Like devices are one row with their number.
  public internal(set) var tables: [String: [[String: Value]]] = [:]
  /// The questions that the list is evidence for, tables first, in the pack's order.
  public internal(set) var questions: [String] = []
  /// Programs that no table asks for, each once, with version and number.
  public internal(set) var others: [Item] = []
  /// The rows that each device named in the list gives to tables.
  var builds: [String: [LateDevice.Row]] = [:]
  /// What the list calls its devices, where it names them.
  public internal(set) var devices: Set<String> = []
  /// Rows that were not understood: the product's words, with how many rows.
  public internal(set) var notUnderstood: [String: Int] = [:]

  /// A program or system.
  public struct Item: Hashable, Sendable {
    /// Its name.
    public let product: String
    /// Its version; empty where the list gives none.
    public let version: String
    /// On how many devices.
    public internal(set) var count: Int
  }

  init(style: String) {
    self.style = style
  }
}

/// Why a list cannot be read.
public struct InventoryError: Error, Equatable, Sendable {
  /// In words.
  public let what: String
  /// The line, from 1; `nil` where the whole file is meant.
  public let line: Int?

  init(_ what: String, line: Int? = nil) {
    self.what = what
    self.line = line
  }
}
