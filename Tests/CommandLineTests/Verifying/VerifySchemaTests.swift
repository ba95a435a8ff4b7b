import ReadinessCore
import TestSupport
import Testing

/// What `verify` writes for programs, against the schema that describes it.
@Suite struct VerifySchemaTests {
  private static let now = "2026-11-23T11:00:00Z"

  private static func schema() throws -> JSONValue {
    try JSONReader.read(Repository.bytes("Sources/ReadinessAttestation/verify.schema.json"))
  }

  /// The schema of one kind of line.
  private static func schema(of record: String) throws -> SchemaCheck {
    let definitions = try #require(try schema()["$defs"])
    return SchemaCheck(
      root: .object([
        .init("$ref", .string("#/$defs/\(record)Record")), .init("$defs", definitions),
      ])
    )
  }

  /// Files that hold, that are bound to a bid with an answer shown, older, taken back, broken and
  /// missing.
  private static func desk() throws -> Desk {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest(out: "old.asice").expect(0)
    try desk.attest(out: "new.asice", now: "2026-11-23T10:30:00Z").expect(0)
    try RunningProgram.run(
      [
        "present", "new.asice", "--buyer", "Example Prime plc", "--notice", "N-1", "--disclose",
        "A6.4,SUM-5", "--out", "bid.asice", "--passphrase-fd", "3",
      ],
      in: desk.folder,
      environment: ["READINESS_NOW": now],
      passphrase: Desk.passphrase
    ).expect(0)
    try desk.folder.write("garbage".utf8, as: "broken.asice")
    let list = """
      identifier,name,tier,reference,award,contract_start
      99999999,Example Ltd,csm,R-1,2026-12-20,2027-01-15
      09999999,Silent Ltd,,R-2,,
      """
    try desk.folder.write(list.utf8, as: "suppliers.csv")
    return desk
  }

  private static func verify(_ desk: Desk, _ more: [String]) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      [
        "verify", "old.asice", "new.asice", "bid.asice", "broken.asice", "gone.asice", "--trust",
        "firm/key/certificate.pem",
      ] + more,
      in: desk.folder,
      environment: ["READINESS_NOW": now]
    )
  }

  @Test(arguments: [
    [], ["--suppliers", "suppliers.csv"], ["--policy", "POLICY"],
    ["--suppliers", "suppliers.csv", "--policy", "POLICY", "--tender", "N-1"],
  ])
  func `every field of json and of each ndjson line is described`(options: [String]) throws {
    let desk = try Self.desk()
    let policy = Repository.path("Support/Policies/csm-v4-level-0.xml")
    let options = options.map { $0 == "POLICY" ? policy : $0 }
    let whole = try JSONReader.read(try Self.verify(desk, options + ["--format", "json"]).output)
    #expect(SchemaCheck(root: try Self.schema()).problems(with: whole) == [])
    #expect(whole["files"]?.array?.count == 5)
    #expect(whole["suppliers"]?.array?.isEmpty == false)

    let lines = try Self.verify(desk, options + ["--format", "ndjson"]).outputText
      .split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    var seen: Set<String> = []
    for line in lines {
      let record = try #require(line["record"]?.string)
      seen.insert(record)
      #expect(try Self.schema(of: record).problems(with: line) == [])
    }
    #expect(seen == ["file", "supplier", "summary"])
    #expect(lines.last?["record"]?.string == "summary")
  }
}
