import GRDB
import ReadinessAttestation
public import ReadinessCore

/// What the register comes to, over the newest file of each supplier.
public struct RegisterReport: Hashable, Sendable {
  /// How many files there are, old ones too.
  public internal(set) var files = 0
  /// The newest file of each supplier, the first 10,000 by name; empty where they were not asked for.
  public internal(set) var suppliers: [RegisterSupplier] = []
  /// How many suppliers there are.
  public internal(set) var supplierCount = 0
  /// How many of them came to each decision at the last look, commonest first.
  public internal(set) var decisions: [Tally] = []
  /// How many of them state each verdict, commonest first.
  public internal(set) var verdicts: [Tally] = []
  /// What somebody should look at: keys and evidence that unrelated suppliers share, keys that
  /// changed, dates that cannot be.
  public internal(set) var warnings: [Warning] = []
  /// The outcomes of each requirement by supplier, where suppliers have said them.
  public internal(set) var heat = Heat()

  /// How large it is, as `12 suppliers, 30 files`.
  var size: String {
    "\(supplierCount) supplier" + (supplierCount == 1 ? "" : "s") + ", \(files) file"
      + (files == 1 ? "" : "s")
  }

  /// A thing and how many there are.
  public struct Tally: Hashable, Sendable {
    /// The thing.
    public let what: String
    /// How many.
    public let count: Int
  }

  /// Something to look at.
  public struct Warning: Hashable, Sendable {
    /// The supplier.
    public let organisation: String
    /// Its name.
    public let name: String
    /// What it is, for programs.
    public let code: String
    /// What it is, in words.
    public let text: String
  }

  /// Requirements against suppliers.
  public struct Heat: Hashable, Sendable {
    /// The requirements that anybody has said something of, in order.
    public internal(set) var requirements: [String] = []
    /// The suppliers that have: name, and outcome by requirement.
    public internal(set) var rows: [Row] = []
    /// How many more suppliers there are than rows.
    public internal(set) var more = 0

    /// One supplier's outcomes.
    public struct Row: Hashable, Sendable {
      /// The supplier's name.
      public let name: String
      /// The outcome by requirement.
      public let outcomes: [String: Outcome]
    }
  }
}

extension Register {
  /// The most suppliers in the map: a page with more is of no use to anybody.
  static let mostRows = 500
  /// The most suppliers that a page lists.
  static let mostSuppliers = 10_000
  /// The most files looked at for warnings.
  static let mostWarnings = 500

  /// What the register comes to.
  ///
  /// - Parameter namesSuppliers: whether the suppliers are wanted by name.
  public func report(namesSuppliers: Bool = true) throws(RegisterError) -> RegisterReport {
    var report = RegisterReport()
    if namesSuppliers { report.suppliers = try suppliers(most: Self.mostSuppliers) }
    let counts = try counts()
    report.supplierCount = counts.reduce(0) { $0 + $1.count }
    report.decisions = Self.tallies(counts.map { ($0.decision, $0.count) })
    report.verdicts = Self.tallies(counts.map { ($0.verdict, $0.count) })
    report.files = try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") ?? 0 }
    report.heat = try heat()
    for file in try suspicious() {
      guard let entry = try self.entry(file) else { continue }
      let found = try examine(entry)
      for reason in found.doubts + found.remarks
      where reason.code != RegisterCode.seenBefore.rawValue {
        report.warnings.append(
          RegisterReport.Warning(
            organisation: entry.organisation,
            name: entry.name,
            code: reason.code,
            text: reason.text
          )
        )
      }
    }
    return report
  }

  /// How many suppliers there are of each decision and verdict.
  private func counts() throws(RegisterError) -> [(decision: String, verdict: String, count: Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT v.decision, e.verdict, count(*) FROM \(RegisterRecord.tables)
          WHERE \(Self.newest) GROUP BY 1, 2
          """
      ).map { row in
        let cells = Cells(row)
        return (cells.text(0), cells.text(1), cells.integer(2))
      }
    }
  }

  private static func tallies(_ things: [(what: String, count: Int)]) -> [RegisterReport.Tally] {
    things.reduce(into: [String: Int]()) { $0[$1.what, default: 0] += $1.count }
      .map { RegisterReport.Tally(what: $0.key.isEmpty ? "unknown" : $0.key, count: $0.value) }
      .sorted { (-$0.count, $0.what) < (-$1.count, $1.what) }
  }

  private func heat() throws(RegisterError) -> RegisterReport.Heat {
    try read { db in
      var heat = RegisterReport.Heat()
      let telling = "FROM entry e WHERE e.outcomes <> '' AND \(Self.newest)"
      let count = try Int.fetchOne(db, sql: "SELECT count(*) \(telling)") ?? 0
      // The outcomes are long: they are read of those alone that have a row.
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT name, outcomes FROM entry WHERE id IN (
            SELECT e.id \(telling) ORDER BY e.name, e.organisation LIMIT ?)
          ORDER BY name, organisation
          """,
        arguments: [Self.mostRows]
      )
      heat.more = count - rows.count
      var names: Set<String> = []
      for row in rows {
        let cells = Cells(row)
        let outcomes = Self.outcomes(cells.text(1)).compactMapValues { Outcome(kebab: $0) }
        names.formUnion(outcomes.keys)
        heat.rows.append(RegisterReport.Heat.Row(name: cells.text(0), outcomes: outcomes))
      }
      heat.requirements = names.sorted { Self.place($0) < Self.place($1) }
      return heat
    }
  }

  /// Requirements in their order: `MP-9` comes before `MP-10`.
  private static func place(_ requirement: String) -> (String, Int, String) {
    let digits = requirement.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let number = Int(requirement.suffix(digits)) ?? 0
    return (String(requirement.dropLast(digits)), number, requirement)
  }

  static func outcomes(_ text: String) -> [String: String] {
    var outcomes: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { outcomes[parts[0]] = parts[1] }
    }
    return outcomes
  }

  /// The newest files of suppliers of whom something may be odd, found in one go over the tables.
  private func suspicious() throws(RegisterError) -> [String] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          WITH odd (organisation) AS (
            SELECT organisation FROM entry WHERE signer_key IN (
              SELECT signer_key FROM entry GROUP BY signer_key
              HAVING count(DISTINCT organisation) > 1)
            UNION SELECT organisation FROM entry GROUP BY organisation
              HAVING count(DISTINCT signer_key) > 1
            UNION SELECT e.organisation FROM evidence x JOIN entry e ON e.id = x.entry
              WHERE x.sha256 IN (
                SELECT y.sha256 FROM evidence y JOIN entry o ON o.id = y.entry
                GROUP BY y.sha256 HAVING count(DISTINCT o.organisation) > 1)
            UNION SELECT e.organisation FROM certificate x JOIN entry e ON e.id = x.entry
              WHERE x.number IN (
                SELECT y.number FROM certificate y JOIN entry o ON o.id = y.entry
                GROUP BY y.number HAVING count(DISTINCT o.organisation) > 1)
            UNION SELECT organisation FROM (
              SELECT organisation, sequence, issued, attestation, lag(sequence) OVER w AS last,
                lag(issued) OVER w AS made, lag(attestation) OVER w AS other
              FROM entry WINDOW w AS (PARTITION BY organisation, anchor ORDER BY sequence, issued))
              WHERE (last = sequence AND other <> attestation)
                OR (last < sequence AND made > issued))
          SELECT e.file FROM entry e JOIN odd ON odd.organisation = e.organisation
          WHERE \(Self.newest) ORDER BY e.name, e.organisation LIMIT ?
          """,
        arguments: [Self.mostWarnings]
      ).map { Cells($0).text(0) }
    }
  }
}
