import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

@Suite struct TrivyImporterTests {
  static func report(_ flaw: String, result: String = #""Class":"os-pkgs","Type":"debian""#) throws
    -> ScanReport
  {
    try Reading.report(
      .trivy,
      #"{"SchemaVersion":2,"ArtifactName":"a","Results":[{"Target":"t",\#(result),"Vulnerabilities":[\#(flaw)]}]}"#
    )
  }

  static func problem(_ fields: String) throws -> ScannedProblem {
    let flaw =
      #"{"VulnerabilityID":"CVE-2024-90001","PkgName":"p","InstalledVersion":"1",\#(fields)}"#
    return try #require(try report(flaw).problems.first)
  }

  @Test func `the sample and the second reading agree`() throws {
    try Reading.expectAgreement(.trivy, Reading.sample("trivy-minimal.json"))
  }

  @Test(arguments: MadeTrivy.Variant.allCases, 0..<8)
  func `every variant and the second reading agree`(variant: MadeTrivy.Variant, seed: Int) throws {
    var made = MadeTrivy(seed: UInt64(seed))
    try Reading.expectAgreement(.trivy, Array(made.report(variant).utf8))
  }

  @Test func `PublishedDate is of the flaw and never starts the fourteen days`() throws {
    let problem = try Self.problem(
      #""PublishedDate":"2024-04-01T00:00:00Z","LastModifiedDate":"2024-04-02T00:00:00Z","FixedVersion":"2""#
    )
    #expect(problem.fix == .available)
    #expect(problem.fixPublished == nil)
  }

  @Test func `no FixedVersion is no fix`() throws {
    #expect(try Self.problem(#""Severity":"HIGH""#).fix == .none)
    #expect(try Self.problem(#""FixedVersion":"","Severity":"HIGH""#).fix == .none)
  }

  @Test(arguments: [
    ("fixed", ReportedFix.available), ("affected", .none), ("will_not_fix", .never),
    ("end_of_life", .never), ("unknown", .unknown), ("fix_deferred", .none),
  ])
  func `Status says what becomes of a fix`(status: String, fix: ReportedFix) throws {
    let problem = try Self.problem(#""Status":"\#(status)""#)
    #expect(problem.fix == fix)
    #expect(problem.unsupported == (status == "end_of_life"))
  }

  @Test func `scores of versions 2, 3 and 4 stay apart, with their sources`() throws {
    let problem = try Self.problem(
      #""CVSS":{"nvd":{"V2Score":10,"V3Score":6.9},"redhat":{"V40Score":7.0}}"#
    )
    #expect(
      problem.scores == [
        CVSSScore(version: .v2, tenths: 100, source: "nvd"),
        CVSSScore(version: .v3, tenths: 69, source: "nvd"),
        CVSSScore(version: .v4, tenths: 70, source: "redhat"),
      ]
    )
  }

  @Test func `a severity counts as the vendor's only from the system's vendor`() throws {
    let fields = #""Severity":"HIGH","SeveritySource":"#
    #expect(try Self.problem(fields + #""debian""#).vendorSeverity == "HIGH")
    #expect(try Self.problem(fields + #""nvd""#).vendorSeverity == nil)
    #expect(try Self.problem(fields + #""ghsa""#).vendorSeverity == nil)
    let unknown = #""Severity":"UNKNOWN","SeveritySource":"debian""#
    #expect(try Self.problem(unknown).vendorSeverity == nil)
  }

  @Test(arguments: [#""Vulnerabilities":null"#, #""Vulnerabilities":[]"#, #""Class":"os-pkgs""#])
  func `Vulnerabilities may be null, empty or absent`(field: String) throws {
    let report = try Reading.report(
      .trivy,
      #"{"SchemaVersion":2,"ArtifactName":"a","Results":[{"Target":"t",\#(field)}]}"#
    )
    #expect(report.findings.isEmpty)
    #expect(report.limits.isEmpty)
  }

  @Test(arguments: [
    "[]", #"{"SchemaVersion":2,"ArtifactName":"a"}"#, #"{"ArtifactName":"a","Results":null}"#,
    #"{"ArtifactName":"a","Results":[{"Target":"Dockerfile","Class":"config"}]}"#,
  ])
  func `a report that looked at no package is no evidence of a clean device`(text: String) throws {
    #expect(try Reading.report(.trivy, text).limits == [.nothingLookedAt])
  }

  @Test func `CreatedAt is the day of the scan, and old reports have none`() throws {
    let new = try Reading.report(.trivy, Reading.sample("trivy-minimal.json"))
    #expect(new.started == CalendarDate(iso: "2024-05-03"))
    #expect(new.devices.first?.scanned == CalendarDate(iso: "2024-05-03"))
    let old = try Reading.report(.trivy, #"[{"Target":"alpine:3.10","Vulnerabilities":null}]"#)
    #expect(old.started == nil)
    #expect(old.devices.map(\.name) == ["alpine:3.10"])
  }

  @Test func `a system past its end of life is unsupported`() throws {
    let report = try Reading.report(
      .trivy,
      #"{"ArtifactName":"a","Results":[],"Metadata":{"OS":{"Family":"alpine","Name":"3.10","EOSL":true}}}"#
    )
    #expect(report.problems.map(\.unsupported) == [true])
    #expect(report.devices.first?.operatingSystem == "alpine 3.10")
  }

  @Test func `resources of a cluster that could not be looked at are failures`() throws {
    let report = try Reading.report(
      .trivy,
      #"""
      {"ClusterName":"c","Resources":[{"Namespace":"n","Kind":"Pod","Name":"web","Error":"no image"},
       {"Namespace":"n","Kind":"Pod","Name":"web","Results":[{"Target":"t","Class":"os-pkgs"}]}]}
      """#
    )
    #expect(report.devices.map(\.name) == ["n/Pod/web"])
    #expect(report.limits == [.failures(1)])
  }

  @Test func `what was left out by ignore rules is a filter`() throws {
    let report = try Self.report(
      "",
      result: #""Class":"os-pkgs","ExperimentalModifiedFindings":[{"Type":"vulnerability"}]"#
    )
    #expect(report.limits == [.filtered(shown: 0, found: 1, by: "ignore rules")])
  }

  @Test func `secrets, an unknown field and another schema are counted`() throws {
    let report = try Reading.report(
      .trivy,
      #"{"SchemaVersion":3,"ArtifactName":"a","Results":[{"Target":"t","Secrets":[{}],"New":1}]}"#
    )
    #expect(report.notUnderstood == ["SchemaVersion 3": 1, "Secrets": 1, "New": 1])
  }

  @Test func `the same flaw on two devices is one problem and two findings`() throws {
    let flaw = #"{"VulnerabilityID":"CVE-2024-90001","PkgName":"p","InstalledVersion":"1"}"#
    let report = try Reading.report(
      .trivy,
      #"[{"Target":"a","Vulnerabilities":[\#(flaw)]},{"Target":"b","Vulnerabilities":[\#(flaw)]}]"#
    )
    #expect(report.problems.count == 1)
    #expect(report.findings.map(\.device) == [0, 1])
  }

  @Test(arguments: ["{}", #"{"matches":[]}"#, "1", "\"x\"", "null", "[1]", "[{}]"])
  func `other JSON is not a report of Trivy`(text: String) {
    #expect(Reading.error(.trivy, Array(text.utf8))?.kind == .notThisFormat)
  }
}
