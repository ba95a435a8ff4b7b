import FoundationEssentials
import Glibc
import ReadinessCore
import TestSupport
import Testing

struct ReportSchemaTests {
  private func schema() throws -> JSONValue {
    try JSONReader.read(Repository.bytes("Questionnaires/report.schema.json"))
  }

  @Test func `every report fits the schema, and the schema describes every member`() throws {
    let schema = SchemaCheck(root: try schema())
    for assessment in try ExampleFirm.all() {
      #expect(schema.problems(with: JSONReport.json(assessment)) == [])
    }
  }

  @Test func `the schema refuses what is no report`() throws {
    let schema = SchemaCheck(root: try schema())
    guard case .object(let members) = JSONReport.json(try ExampleFirm.notReady()) else { return }
    func changed(_ name: String, _ value: JSONValue?) -> JSONValue {
      .object(members.compactMap { $0.name == name ? value.map { .init(name, $0) } : $0 })
    }
    #expect(!schema.problems(with: changed("verdict", nil)).isEmpty)
    #expect(!schema.problems(with: changed("verdict", "certified")).isEmpty)
    #expect(!schema.problems(with: changed("counts", ["1"])).isEmpty)
    #expect(!schema.problems(with: changed("format", "readiness-report-2")).isEmpty)
    #expect(!schema.problems(with: changed("findings", [1])).isEmpty)
  }

  @Test(.enabled(if: system("python3 -c 'import jsonschema' >/dev/null 2>&1") == 0))
  func `another program's validator agrees`() throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.path + "/readiness-schema-\(getpid())"
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: folder) }
    for (index, assessment) in try ExampleFirm.all().enumerated() {
      let text = JSONWriter.pretty(JSONReport.json(assessment))
      _ = manager.createFile(atPath: "\(folder)/\(index).json", contents: Data(text.utf8))
    }
    let script =
      "import json,sys,glob,jsonschema;"
      + "s=json.load(open(sys.argv[1]));jsonschema.Draft202012Validator.check_schema(s);"
      + "[jsonschema.validate(json.load(open(f)),s) for f in glob.glob(sys.argv[2]+'/*.json')]"
    let path = Repository.path("Questionnaires/report.schema.json")
    #expect(system("python3 -W ignore -c \"\(script)\" '\(path)' '\(folder)'") == 0)
  }
}
