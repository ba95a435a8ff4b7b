public import ReadinessAttestation
import ReadinessCore

/// The suppliers of whom a buyer expects files, from a spreadsheet.
///
/// The first row names the columns, in any order: `identifier` is needed; `name`, `tier`,
/// `reference`, `award` and `contract_start` are read where they are there; others are left alone.
/// An identifier is a register and a number (`GB-COH 01234567`), or a company number alone; several
/// have a bar between (`GB-COH 01234567 | VAT 337440071`). Days are `2026-12-20`.
public struct SupplierList: Sendable {
  /// The suppliers, in the order of the list.
  public let suppliers: [Supplier]
  /// Columns that were not read.
  public let ignored: [String]
  /// SHA-256 of the file, 64 hexadecimal digits in lower case.
  public let sha256: String
  private let places: [Identifier: Int]

  /// Why a list cannot be used.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// In words, safe to print.
    public let what: String

    /// As `line 7: …`.
    public var description: String { "line \(line): \(what)" }
  }

  /// Reads a list.
  ///
  /// - Throws: the first line that cannot be used; nothing is guessed.
  public init(csv bytes: [UInt8]) throws(Problem) {
    let rows: [[String]]
    do throws(CSV.Malformed) {
      rows = try CSV.rows(bytes)
    } catch {
      throw Problem(line: error.line, what: error.what)
    }
    guard let head = rows.first else { throw Problem(line: 1, what: "the list is empty") }
    let columns = try Columns(head)
    var suppliers: [Supplier] = []
    var places: [Identifier: Int] = [:]
    for (number, row) in zip(2..., rows.dropFirst()) {
      let supplier = try columns.supplier(row, line: number)
      for identifier in supplier.identifiers {
        if let other = places.updateValue(suppliers.count, forKey: identifier) {
          throw Problem(
            line: number,
            what: "\(identifier) stands in line \(suppliers[other].line) too"
          )
        }
      }
      suppliers.append(supplier)
    }
    guard !suppliers.isEmpty else { throw Problem(line: 1, what: "the list names no supplier") }
    self.suppliers = suppliers
    self.places = places
    ignored = columns.ignored
    sha256 = Digest.sha256Hex(bytes)
  }

  /// The place of the one supplier to whom these entries belong; `nil` for nobody, or for two.
  public func place(of identifiers: [Identifier]) -> Int? {
    let found = Set(identifiers.compactMap { places[$0] })
    return found.count == 1 ? found.first : nil
  }
}

/// Which column of the list is what.
private struct Columns {
  private enum Name: String, CaseIterable {
    case identifier
    case name
    case tier
    case reference
    case award
    case contractStart = "contract_start"
  }

  private var places: [Name: Int] = [:]
  private(set) var ignored: [String] = []

  init(_ head: [String]) throws(SupplierList.Problem) {
    for (place, text) in head.enumerated() {
      let plain = text.lowercased().filter { $0 != " " || !text.hasPrefix(" ") }
      let key = String(plain.map { $0 == " " || $0 == "-" ? "_" : $0 })
      guard let name = Name(rawValue: key) else {
        if !text.isEmpty { ignored.append(TextLayout.harmless(text)) }
        continue
      }
      guard places.updateValue(place, forKey: name) == nil else {
        throw SupplierList.Problem(line: 1, what: "the column \(name.rawValue) stands there twice")
      }
    }
    guard places[.identifier] != nil else {
      throw SupplierList.Problem(
        line: 1,
        what: "no column is called identifier; the first row must name the columns"
      )
    }
  }

  func supplier(_ row: [String], line: Int) throws(SupplierList.Problem) -> Supplier {
    Supplier(
      identifiers: try identifiers(cell(.identifier, row) ?? "", line: line),
      name: cell(.name, row) ?? "",
      tier: cell(.tier, row),
      reference: cell(.reference, row),
      award: try day(.award, row, line: line),
      contractStart: try day(.contractStart, row, line: line),
      line: line
    )
  }

  private func cell(_ name: Name, _ row: [String]) -> String? {
    guard let place = places[name], place < row.count else { return nil }
    let text = AnswerParser.trimmed(CSV.plain(row[place]))
    return text.isEmpty ? nil : text
  }

  private func day(
    _ name: Name,
    _ row: [String],
    line: Int
  ) throws(SupplierList.Problem) -> CalendarDate? {
    guard let text = cell(name, row) else { return nil }
    guard let day = CalendarDate(iso: text) else {
      throw SupplierList.Problem(
        line: line,
        what: "\(name.rawValue): \"\(TextLayout.harmless(text))\" is not a day such as 2026-12-20"
      )
    }
    return day
  }

  private func identifiers(
    _ text: String,
    line: Int
  ) throws(SupplierList.Problem) -> [Identifier] {
    var found: [Identifier] = []
    for part in text.split(separator: "|") {
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      let reading =
        switch words.count {
        case 1: IdentifierRules.read(scheme: "GB-COH", words[0])
        case 2: IdentifierRules.read(scheme: words[0], words[1])
        default: nil as IdentifierRules.Reading?
        }
      guard let identifier = reading?.identifier else {
        throw SupplierList.Problem(
          line: line,
          what: "\"\(TextLayout.harmless(String(part)))\" is not a register entry such as "
            + "GB-COH 01234567"
        )
      }
      if !found.contains(identifier) { found.append(identifier) }
    }
    guard !found.isEmpty else {
      throw SupplierList.Problem(line: line, what: "the identifier is missing")
    }
    return found
  }
}
