import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessAttestation

struct ProfileFileTests {
  /// The example in the document that specifies the format.
  private func example() throws -> [UInt8] {
    let document = String(
      decoding: try Repository.bytes("Sources/ReadinessAttestation/Profile/README.md"),
      as: UTF8.self
    )
    let start = try #require(document.firstRange(of: "```json\n"))
    let end = try #require(document[start.upperBound...].firstRange(of: "```\n"))
    return Array(document[start.upperBound..<end.lowerBound].utf8)
  }

  private func read(_ text: String) throws -> Profile {
    try ProfileFile.read(JSONReader.read(Array(text.utf8)))
  }

  private func place(_ text: String) throws -> String? {
    let value = try JSONReader.read(Array(text.utf8))
    do {
      _ = try ProfileFile.read(value)
      return nil
    } catch {
      return error.place
    }
  }

  @Test func `the document's example is read, means what it says, and is written the same`() throws
  {
    let bytes = try example()
    let profile = try ProfileFile.read(JSONReader.read(bytes))
    #expect(profile.identifiers == [Identifier(scheme: "GB-PPON", id: "PMZV-7732-XXTT")])
    #expect(profile.preparedBy == [.firm, .itProvider])
    #expect(profile.county == "DERBYS")
    #expect(profile.consentsToBeCounted)
    let certificate = try #require(profile.certificate("IASME-CE-123456"))
    #expect(certificate.scheme == .cyberEssentials)
    #expect(certificate.scopeKind == .part)
    #expect(certificate.expires == CalendarDate(iso: "2027-02-02"))
    #expect(certificate.registerChecks.map(\.result) == ["listed, same name"])
    #expect(ProfileFile.write(profile) == String(decoding: bytes, as: UTF8.self))
  }

  @Test func `nothing is chosen for the firm`() throws {
    let profile = try read(#"{"format":"readiness-profile-1"}"#)
    #expect(profile == Profile())
    #expect(profile.county == nil && profile.postcode == nil && !profile.consentsToBeCounted)
    #expect(try read(ProfileFile.write(Profile())) == Profile())
  }

  @Test(arguments: [
    ("[]", "the file"), ("{}", "format"), (#"{"format":"readiness-profile-2"}"#, "format"),
    (#"{"format":"readiness-profile-1","countme":true}"#, "countme"),
    (#"{"format":"readiness-profile-1","countMe":"yes"}"#, "countMe"),
    (#"{"format":"readiness-profile-1","tradingNames":"A"}"#, "tradingNames"),
    (#"{"format":"readiness-profile-1","tradingNames":[""]}"#, "tradingNames[0]"),
    (#"{"format":"readiness-profile-1","tradingNames":["A\nB"]}"#, "tradingNames[0]"),
    (#"{"format":"readiness-profile-1","postcode":"DE4"}"#, "postcode"),
    (#"{"format":"readiness-profile-1","postcode":"de4 3ab"}"#, "postcode"),
    (#"{"format":"readiness-profile-1","preparedBy":["cousin"]}"#, "preparedBy[0]"),
    (#"{"format":"readiness-profile-1","preparedBy":["firm","firm"]}"#, "preparedBy"),
    (#"{"format":"readiness-profile-1","county":"<b>"}"#, "county"),
    (
      #"{"format":"readiness-profile-1","identifiers":[{"scheme":"VAT","id":"123456789"}]}"#,
      "identifiers[0]"
    ),
    (#"{"format":"readiness-profile-1","identifiers":[7]}"#, "identifiers[0]"),
    (#"{"format":"readiness-profile-1","certificates":[{}]}"#, "certificates[0].scheme"),
  ])
  func `what is wrong is told with its place`(text: String, expected: String) throws {
    #expect(try place(text) == expected)
  }

  /// A certificate with one member changed or left out.
  private func certificate(_ name: String, _ value: String?) -> String {
    var members = [
      ("scheme", #""ce""#), ("number", #""IASME-CE-1""#), ("holder", #""A Ltd""#),
      ("issued", #""2026-02-03""#), ("expires", #""2027-02-02""#), ("body", #""B Ltd""#),
      ("scope", #""whole""#),
    ]
    members.removeAll { $0.0 == name }
    if let value { members.append((name, value)) }
    let text = members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
    return #"{"format":"readiness-profile-1","certificates":[{\#(text)}]}"#
  }

  @Test(arguments: [
    ("number", nil), ("number", #""A""#), ("number", #""../../etc""#), ("number", #""<x>""#),
    ("scheme", #""CE""#), ("issued", #""2026-02-30""#), ("expires", #""2026-01-01""#),
    ("holder", #"" A Ltd""#), ("body", nil), ("scope", #""most""#), ("level", #""<0>""#),
    ("requirements", #""""#), ("registerChecks", "[1]"), ("registerCheck", "[]"),
  ])
  func `a certificate that a statement could not carry is refused`(
    name: String,
    value: String?
  ) throws {
    #expect(try place(certificate("holder", #""A Ltd""#)) == nil)
    let found = try #require(try place(certificate(name, value)))
    #expect(found.hasPrefix("certificates[0]."))
  }

  @Test func `a part needs words, and a number stands once`() throws {
    #expect(
      try place(certificate("scope", #""part""#)) == "certificates[0].scopeDescription"
    )
    var profile = try read(certificate("level", #""0""#))
    profile.certificates += profile.certificates
    #expect(profile.problems.map(\.place) == ["certificates[1].number"])
  }

  @Test func `a web address is one, and no longer than a statement may carry`() throws {
    func url(_ text: String) throws -> String? {
      try place(
        certificate(
          "registerChecks",
          #"[{"by":"Jo","on":"2026-11-20","result":"listed","url":"\#(text)"}]"#
        )
      )
    }
    #expect(try url("https://register.example/1") == nil)
    for text in ["javascript:alert(1)", "https://", "https://a b", "file:///etc/passwd"] {
      #expect(try url(text) == "certificates[0].registerChecks[0].url", "\(text)")
    }
    #expect(try url("https://" + String(repeating: "a", count: 491)) != nil)
  }

  @Test func `a great many of anything is refused, not read`() throws {
    let names = Array(repeating: "\"A\"", count: 101).joined(separator: ",")
    #expect(
      try place(#"{"format":"readiness-profile-1","tradingNames":[\#(names)]}"#) == "tradingNames"
    )
  }

  @Test func `what a message repeats of the file cannot drive a terminal`() throws {
    let value = try JSONReader.read(
      Array(#"{"format":"readiness-profile-1","county":"\u001b[2J"}"#.utf8)
    )
    #expect {
      try ProfileFile.read(value)
    } throws: { error in
      !"\(error)".unicodeScalars.contains("\u{1B}")
    }
  }

  @Test func `the schema refuses and takes what the reader does`() throws {
    try #require(Tool.exists("python3"))
    let schema = Repository.path("Sources/ReadinessAttestation/Profile/profile.schema.json")
    let good = [String(decoding: try example(), as: UTF8.self), certificate("level", #""0""#)]
    let bad = [
      "{}", certificate("number", #""A""#), certificate("scope", #""most""#),
      certificate("body", nil), certificate("other", "1"),
      #"{"format":"readiness-profile-1","county":"<b>"}"#,
    ]
    let folder = try TemporaryFolder()
    for (index, text) in (good + bad).enumerated() {
      try folder.write(Array(text.utf8), as: "\(index).json")
    }
    let script = """
      import json,sys
      try: import jsonschema
      except ImportError: print("none"); sys.exit(0)
      validator = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
      print("".join("y" if validator.is_valid(json.load(open(f))) else "n" for f in sys.argv[2:]))
      """
    let files = (good + bad).indices.map { "\($0).json" }
    let said = try Tool.succeed(
      ["python3", "-W", "ignore", "-c", script, schema] + files,
      in: folder
    )
    let text = String(decoding: said, as: UTF8.self)
    #expect(text == "yynnnnnn\n" || text == "none\n")
  }
}
