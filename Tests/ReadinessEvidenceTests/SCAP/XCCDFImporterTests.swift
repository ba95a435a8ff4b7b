import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

@Suite struct XCCDFImporterTests {
  static func run(
    _ results: String,
    fields: String = #"end-time="2024-05-03T10:00:05Z""#,
    inner: String = "<target>pc-03</target>"
  ) -> String {
    """
    <TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="r" \
    start-time="2024-05-03T10:00:00Z" \(fields)>\(inner)\(results)</TestResult>
    """
  }

  static func result(_ result: String, more: String = "", id: String = "rule_1") -> String {
    """
    <rule-result idref="\(id)" severity="high"><result>\(result)</result>\(more)</rule-result>
    """
  }

  static func report(_ results: String) throws -> ScanReport {
    try Reading.report(.xccdf, run(results))
  }

  static func collection(_ content: String) -> String {
    """
    <arf:asset-report-collection xmlns:arf="http://scap.nist.gov/schema/asset-reporting-format/1.1">\
    <arf:reports><arf:report id="a"><arf:content>\(content)</arf:content></arf:report></arf:reports>\
    </arf:asset-report-collection>
    """
  }

  @Test func `the samples and the second reading agree`() throws {
    try Reading.expectAgreement(.xccdf, Reading.sample("xccdf-minimal.xml"))
    try Reading.expectAgreement(.arf, Reading.sample("arf-minimal.xml"))
  }

  @Test(arguments: ["1.1", "1.2"], MadeXCCDF.Place.allCases)
  func `results in every place and the second reading agree`(
    version: String,
    place: MadeXCCDF.Place
  ) throws {
    for seed in 0..<12 as Range<UInt64> {
      var made = MadeXCCDF(version: version, seed: seed)
      let format: ScanFormat = place == .collection ? .arf : .xccdf
      try Reading.expectAgreement(format, Array(made.file(place).utf8))
    }
  }

  @Test func `every rule notapplicable is the wrong platform, not a clean device`() throws {
    let report = try Self.report(
      Self.result("notapplicable") + Self.result("notapplicable") + Self.result("notselected")
    )
    #expect(report.findings.isEmpty)
    #expect(report.limits == [.wrongPlatform(rules: 2)])
  }

  @Test func `rules of which none was checked are nothing looked at`() throws {
    let unchecked = Self.result("notchecked") + Self.result("notapplicable")
    #expect(try Self.report(unchecked).limits == [.nothingLookedAt])
    #expect(try Self.report(Self.result("notselected")).limits == [.nothingLookedAt])
    #expect(try Self.report("").limits == [.nothingLookedAt])
  }

  @Test func `each way to end is counted, and only fail is a problem`() throws {
    let ways = [
      "pass", "fail", "error", "unknown", "notapplicable", "notchecked", "notselected",
      "informational", "fixed",
    ]
    let report = try Self.report(ways.map { Self.result($0, id: "rule_\($0)") }.joined())
    #expect(report.checks.map(\.result) == ways)
    #expect(report.problems.map(\.id) == ["rule_fail"])
    #expect(report.limits == [.failures(2)])
  }

  @Test func `an override is a result changed by hand`() throws {
    let override = """
      <override time="2024-05-03T10:00:00" authority="Jo"><old-result>fail</old-result>\
      <new-result>pass</new-result><remark>Agreed</remark></override>
      """
    let report = try Self.report(Self.result("pass", more: override))
    #expect(report.checks.map(\.result) == ["pass"])
    #expect(report.limits == [.changedByHand(1)])
  }

  @Test func `titles come from the benchmark, where it is in the file`() throws {
    let sample = try Reading.report(.xccdf, Reading.sample("xccdf-minimal.xml"))
    #expect(sample.problems.map(\.title) == ["The firewall is on"])
    #expect(try Self.report(Self.result("fail")).problems.map(\.title) == ["rule_1"])
  }

  @Test func `a run without an end is unfinished`() throws {
    let report = try Reading.report(.xccdf, Self.run(Self.result("pass"), fields: ""))
    #expect(report.limits == [.unfinished(status: "no end-time")])
  }

  @Test func `of several results of a device and profile the newest counts`() throws {
    let older = Self.run(Self.result("fail"), fields: #"end-time="2024-05-01T10:00:00Z""#)
    let newer = Self.run(Self.result("pass"), fields: #"end-time="2024-05-03T10:00:00Z""#)
    let other = Self.run(Self.result("fail"), inner: "<target>pc-04</target>")
    let space = #"xmlns="http://checklists.nist.gov/xccdf/1.2""#
    for runs in [older + newer + other, newer + other + older] {
      let report = try Reading.report(.xccdf, "<Benchmark \(space)>\(runs)</Benchmark>")
      #expect(report.devices.map(\.name) == ["pc-03", "pc-04"])
      #expect(report.findings.map(\.device) == [1])
      #expect(report.notUnderstood == ["older TestResult of the same device and profile": 1])
    }
  }

  @Test func `OVAL and OCIL results in a collection are counted as not understood`() throws {
    let ocil = #"<ocil xmlns="http://scap.nist.gov/schema/ocil/2.0"><results/></ocil>"#
    let oval = #"<oval_results xmlns="http://oval.mitre.org/x"><results/></oval_results>"#
    let report = try Reading.report(
      .arf,
      Self.collection(Self.run(Self.result("pass")) + ocil + oval)
    )
    #expect(report.notUnderstood == ["ocil": 1, "oval_results": 1])
    #expect(report.limits.isEmpty)
    let alone = try Reading.report(.arf, Self.collection(ocil))
    #expect(alone.notUnderstood == ["ocil": 1])
    #expect(alone.limits == [.nothingLookedAt])
  }

  @Test func `an OCIL file is recognised and refused by name`() throws {
    let bytes = try Reading.sample("ocil-minimal.xml")
    guard case .refused(let words) = ScanRecognition.recognise(bytes) else {
      Issue.record("it is not refused")
      return
    }
    #expect(words.contains("OCIL"))
    #expect(Reading.error(.xccdf, bytes)?.kind == .notThisFormat)
  }

  @Test func `a benchmark without results, and another version, are refused by name`() {
    let space = "http://checklists.nist.gov/xccdf/1.2"
    let rules = Reading.error(.xccdf, Array(#"<Benchmark xmlns="\#(space)"/>"#.utf8))
    #expect(rules?.kind == .notThisFormat)
    #expect(rules?.what.contains("TestResult") == true)
    for namespace in ["http://checklists.nist.gov/xccdf/1.0", "http://example.test/"] {
      let other = Reading.error(.xccdf, Array(#"<TestResult xmlns="\#(namespace)"/>"#.utf8))
      #expect(other?.kind == .notThisFormat)
    }
  }

  @Test func `the same file is read the same, wherever the pieces are cut`() throws {
    let bytes = try Reading.sample("xccdf-minimal.xml")
    let whole = try Reading.report(.xccdf, bytes)
    for piece in [1, 3, 17] { #expect(try Reading.report(.xccdf, bytes, piece: piece) == whole) }
  }

  @Test(arguments: [("xccdf-minimal.xml", ScanFormat.xccdf), ("arf-minimal.xml", .arf)])
  func `a file cut anywhere is cut short`(name: String, format: ScanFormat) throws {
    let bytes = try Reading.sample(name)
    let end = try #require(bytes.lastIndex(of: 0x3C))
    for count in stride(from: 400, to: end, by: 31) {
      #expect(Reading.error(format, Array(bytes[..<count]))?.kind == .cutShort)
    }
  }
}
