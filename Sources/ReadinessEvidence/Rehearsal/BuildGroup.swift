public import ReadinessCore

/// Devices of the same system, edition and feature version: a sample is drawn from each such group.
public struct BuildGroup: Sendable {
  /// Devices that stand in one row of a table.
  public struct Lot: Hashable, Sendable {
    /// The question whose table it is.
    public let question: String
    /// Which row, from 1.
    public let row: Int
    /// The make as the firm wrote it; may be empty.
    public let make: String
    /// How many there are.
    public let count: Int
  }

  /// From 1, in the order of the tables.
  public let number: Int
  /// What kind of device it is.
  public let kind: PlusChecklist.Kind
  /// System, version and edition, as the support data names them where it knows them.
  public let build: String
  /// What tells it from other groups; the same words whatever the order of rows.
  public let key: String
  /// The rows that it is made of, in their order.
  public internal(set) var lots: [Lot]
  /// How the maker's support stands.
  public let support: SupportJudgement

  /// How many devices there are.
  public var count: Int { lots.reduce(0) { $0 + $1.count } }

  /// The device at a place from 0: its row, its make and its number in the row.
  public func device(at place: Int) -> SampledDevice {
    var place = place
    for lot in lots {
      if place < lot.count {
        return SampledDevice(
          question: lot.question,
          row: lot.row,
          make: lot.make,
          number: place + 1
        )
      }
      place -= lot.count
    }
    return SampledDevice(question: "", row: 0, make: "", number: place + 1)
  }
}

/// A device that was drawn: the tables give numbers of devices and no names, so it is the first,
/// second … of its row.
public struct SampledDevice: Hashable, Sendable {
  /// The question whose table it is.
  public let question: String
  /// Which row, from 1.
  public let row: Int
  /// The make as the firm wrote it; may be empty.
  public let make: String
  /// Which of the row's devices, from 1.
  public let number: Int

  /// Whether another device stands in the same row.
  func isBeside(_ other: SampledDevice) -> Bool {
    question == other.question && row == other.row
  }

  /// The device in a few words.
  ///
  /// Its make, its number and its row, as `Dell no. 3 (A2.6 row 1)`.
  public var inWords: String {
    (make.isEmpty ? "" : make + " ") + "no. \(number) (\(question) row \(row))"
  }
}

/// Groups the devices of the answers by build.
struct BuildGrouper {
  /// More devices than this are not counted: no small firm has them, and a slip of the keyboard must
  /// not cost the machine.
  static let most = 1_000_000

  private(set) var groups: [BuildGroup] = []
  /// Rows whose number of devices is not known, as "A2.6 row 3".
  private(set) var notCounted: [String] = []
  private var places: [String: Int] = [:]
  /// The tables that are asked, by their questions.
  private(set) var tables: [String: (question: Question, kind: PlusChecklist.Kind)] = [:]
  let horizon: SupportHorizon
  private let support: SupportData

  init(_ assessment: Assessment, _ checklist: PlusChecklist, support: SupportData) {
    self.support = support
    horizon = SupportHorizon(data: support, asOf: assessment.asOf)
    for table in checklist.deviceTables {
      // A table that is not asked says nothing, whatever was once written in it.
      guard assessment.result(table.question) != nil,
        let question = assessment.questionnaire.question(table.question),
        case .rows(let rows)? = assessment.answers[table.question]?.content
      else { continue }
      tables[question.id] = (question, table.kind)
      for (index, row) in rows.enumerated() { add(row, index + 1, of: question, table) }
    }
  }

  private mutating func add(
    _ row: [String: Value],
    _ number: Int,
    of question: Question,
    _ table: PlusChecklist.DeviceTable
  ) {
    guard let id = question.columns.first(where: { $0.role == .quantity })?.id,
      case .number(let count)? = row[id], count > 0,
      total + count <= Self.most
    else {
      notCounted.append("\(question.id) row \(number)")
      return
    }
    var make = ""
    if case .text(let text)? = row[table.name] { make = Self.folded(text) }
    let (key, build, judgement) = self.key(of: row, in: question, kind: table.kind)
    let lot = BuildGroup.Lot(question: question.id, row: number, make: make, count: count)
    if let place = places[key] {
      groups[place].lots.append(lot)
    } else {
      places[key] = groups.count
      groups.append(
        BuildGroup(
          number: groups.count + 1,
          kind: table.kind,
          build: build,
          key: key,
          lots: [lot],
          support: judgement
        )
      )
    }
  }

  /// What tells a row's group from others, and how its maker's support stands.
  func key(
    of row: [String: Value],
    in question: Question,
    kind: PlusChecklist.Kind
  ) -> (text: String, build: String, support: SupportJudgement) {
    func text(_ role: Column.Role) -> String {
      guard let id = question.columns.first(where: { $0.role == role })?.id,
        case .text(let text)? = row[id]
      else { return "" }
      return Self.folded(text)
    }
    let judgement = horizon.judgement(of: row, in: question)
    let build = self.build(judgement, text(.product), text(.version), text(.edition))
    return ("\(kind.rawValue) \(build.lowercased())", build, judgement)
  }

  private var total: Int { groups.reduce(0) { $0 + $1.count } }

  /// System, version and edition; in the support data's words where it knows product and version.
  private func build(
    _ judgement: SupportJudgement,
    _ product: String,
    _ version: String,
    _ edition: String
  ) -> String {
    guard let name = judgement.product, let release = judgement.version else {
      return [product, version, edition].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return self.name(name, release, edition: edition)
  }

  /// A build in the support data's words.
  func name(_ name: String, _ release: String, edition: String) -> String {
    let known = support.products.first { $0.name == name }
    // "Professional" is Pro; "Pro for Workstations", though supported as long, is another edition.
    let plain = edition.lowercased()
    let words = edition.split(separator: " ").count
    let spelling = known?.editions.values.first { spellings in
      spellings.first?.split(separator: " ").count == words
        && spellings.contains { $0.lowercased() == plain }
    }
    return [name, release, spelling?.first ?? edition].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
