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

/// The part of JSON Schema that our schema uses, and one thing more: a member that the schema does
/// not describe is a problem.
private struct SchemaCheck {
  let root: JSONValue

  func problems(with value: JSONValue) -> [String] { problems(value, root, "") }

  private func problems(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    var found: [String] = []
    if let reference = schema["$ref"]?.string {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let target = root["$defs"]?[name] else { return ["\(place): no \(reference)"] }
      found += problems(value, target, place)
    }
    if let any = schema["anyOf"]?.array,
      !any.contains(where: { problems(value, $0, place).isEmpty })
    {
      found.append("\(place): fits none")
    }
    if let types = schema["type"]?.array ?? schema["type"].map({ [$0] }),
      !types.contains(where: { $0.string == type(of: value) })
    {
      found.append("\(place): is no \(types)")
    }
    if let constant = schema["const"], constant != value { found.append("\(place): is not that") }
    if let allowed = schema["enum"]?.array, !allowed.contains(value) {
      found.append("\(place): \(value) is not allowed")
    }
    found += membersAndElements(value, schema, place)
    return found
  }

  private func membersAndElements(
    _ value: JSONValue,
    _ schema: JSONValue,
    _ place: String
  ) -> [String] {
    var found: [String] = []
    for name in schema["required"]?.array?.compactMap(\.string) ?? [] where value[name] == nil {
      found.append("\(place): lacks \(name)")
    }
    if let properties = schema["properties"], let members = value.members {
      for member in members {
        if let inner = properties[member.name] {
          found += problems(member.value, inner, "\(place)/\(member.name)")
        } else {
          found.append("\(place)/\(member.name): not described")
        }
      }
    }
    if let items = schema["items"], let elements = value.array {
      for (index, element) in elements.enumerated() {
        found += problems(element, items, "\(place)/\(index)")
      }
      if elements.count < schema["minItems"]?.integer ?? 0 { found.append("\(place): too few") }
    }
    return found
  }

  private func type(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .integer: "integer"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
