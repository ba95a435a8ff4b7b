import ReadinessCore
import ReadinessEvidence
import ReadinessXML
import TestSupport

/// A firm that answers everything well, with four computers in one row, and scans of it.
struct SeenFirm {
  let asOf = day("2026-11-22")

  private static let support = Result {
    try SupportDataReader.read(
      Repository.bytes("Support/EndOfSupport.xml"),
      sha256: Pack.noDigest
    )
  }

  func assessor() throws -> Assessor {
    Assessor(questionnaire: try Pack.shipped(), support: try Self.support.get())
  }

  func sheet(
    _ change: (inout [String: AnswerContent]) -> Void = { _ in }
  ) throws -> AnswerSheet {
    var sheet = GoodSheet.usual
    sheet["A2.5"] = .notApplicable(reason: "None of ours.")
    sheet["A2.6"] = .rows([GoodSheet.computer("11 25H2", edition: "Pro")])
    sheet["A2.6.1-any"] = .no
    sheet["A2.6.1"] = nil
    sheet["A2.7-any"] = .no
    sheet["A2.7"] = nil
    sheet["A2.8-any"] = .no
    sheet["A2.8"] = nil
    change(&sheet)
    return AnswerSheet(sheet, for: try Pack.shipped())
  }

  func seen(
    _ scans: [NamedScan],
    _ sheet: AnswerSheet? = nil,
    inventory: String? = nil
  ) throws -> Observations {
    let reader = InventoryReader(
      columns: try InventoryColumns.read(Repository.bytes("Support/InventoryColumns.xml")),
      questionnaire: try Pack.shipped(),
      support: try Self.support.get()
    )
    let inventories = try inventory.map { [try reader.read(Array($0.utf8))] } ?? []
    return try SaidAndSeen(assessor: assessor(), rules: Scans.rules()).observations(
      sheet ?? self.sheet(),
      scans: scans,
      inventories: inventories,
      asOf: asOf
    )
  }

  func outcome(
    _ question: String,
    _ scans: [NamedScan],
    _ sheet: AnswerSheet? = nil
  ) throws -> Outcome? {
    let sheet = try sheet ?? self.sheet()
    return try assessor()
      .assess(sheet, asOf: asOf, observations: seen(scans, sheet)).result(question)?.outcome
  }

  let windows = "Microsoft Windows 11 Pro Build 26200"

  func computers(_ count: Int) -> [ScannedDevice] {
    (0..<count).map { Scans.device("pc-\($0)", windows) }
  }

  func scan(
    _ problems: [ScannedProblem],
    devices: Int = 1,
    limits: [ScanLimit] = []
  ) -> NamedScan {
    Scans.scan(on: "2026-11-20", computers(devices), problems, limits: limits)
  }

  /// A list of computers as the answers have them, by those names.
  static func list(_ names: String..., version: String = "11 25H2") -> String {
    "Device name,Operating system,OS version\n"
      + names.map { "\($0),Windows,\(version)\n" }.joined()
  }
}
