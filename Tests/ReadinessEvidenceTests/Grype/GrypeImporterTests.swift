import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

@Suite struct GrypeImporterTests {
  static func report(_ vulnerability: String, more: String = "") throws -> ScanReport {
    try Reading.report(
      .grype,
      #"""
      {"matches":[{"vulnerability":{"id":"CVE-2024-90001",\#(vulnerability)}\#(more),
        "artifact":{"name":"p","version":"1"}}],"source":{"type":"directory","target":"/srv"}}
      """#
    )
  }

  static func problem(_ vulnerability: String, more: String = "") throws -> ScannedProblem {
    try #require(try report(vulnerability, more: more).problems.first)
  }

  @Test func `the sample and the second reading agree`() throws {
    try Reading.expectAgreement(.grype, Reading.sample("grype-minimal.json"))
  }

  @Test(arguments: MadeGrype.Variant.allCases, 0..<8)
  func `every variant and the second reading agree`(variant: MadeGrype.Variant, seed: Int) throws {
    var made = MadeGrype(seed: UInt64(seed))
    try Reading.expectAgreement(.grype, Array(made.report(variant).utf8))
  }

  @Test(arguments: [
    ("fixed", ReportedFix.available), ("not-fixed", .none), ("wont-fix", .never),
    ("unknown", .unknown), ("", .unknown),
  ])
  func `fix state says what becomes of a fix`(state: String, fix: ReportedFix) throws {
    #expect(try Self.problem(#""fix":{"versions":[],"state":"\#(state)"}"#).fix == fix)
  }

  @Test func `version 0_7 has no fix state, and names the version where there is a fix`() throws {
    #expect(try Self.problem(#""fixedInVersion":"1.3""#).fix == .available)
    #expect(try Self.problem(#""fixedInVersion":"""#).fix == .unknown)
    #expect(try Self.problem(#""severity":"High""#).fix == .unknown)
  }

  @Test func `the date on which a fix was first seen never starts the fourteen days`() throws {
    let problem = try Self.problem(
      #""fix":{"versions":["2"],"state":"fixed","available":[{"version":"2","date":"2024-04-01"}]}"#
    )
    #expect(problem.fix == .available)
    #expect(problem.fixPublished == nil)
  }

  @Test func `scores stand at the match and at related flaws, each with its version`() throws {
    let problem = try Self.problem(
      #""cvss":[{"version":"2.0","metrics":{"baseScore":10}}],"namespace":"debian:distro:debian:12""#,
      more: #"""
        ,"relatedVulnerabilities":[{"id":"CVE-2024-90002","namespace":"nvd:cpe",
          "cvss":[{"version":"3.1","metrics":{"baseScore":7.5}},{"vector":"CVSS:4.0/AV:N",
          "metrics":{"baseScore":8.1}}]}]
        """#
    )
    #expect(
      problem.scores == [
        CVSSScore(version: .v2, tenths: 100, source: "debian:distro:debian:12"),
        CVSSScore(version: .v3, tenths: 75, source: "nvd:cpe"),
        CVSSScore(version: .v4, tenths: 81, source: "nvd:cpe"),
      ]
    )
    #expect(problem.cves == ["CVE-2024-90001", "CVE-2024-90002"])
  }

  @Test(arguments: [
    ("debian:distro:debian:12", "High"), ("nvd:cpe", nil), ("github:language:python", nil),
  ])
  func `a severity counts as the vendor's only from the system's vendor`(
    namespace: String,
    severity: String?
  ) throws {
    let problem = try Self.problem(#""severity":"High","namespace":"\#(namespace)""#)
    #expect(problem.vendorSeverity == severity)
    #expect(problem.toolSeverity == "High")
  }

  @Test func `no match may be no package looked at`() throws {
    let report = try Reading.report(.grype, #"{"matches":[],"source":null}"#)
    #expect(report.limits == [.nothingLookedAt])
  }

  @Test func `ignored matches are a filter`() throws {
    let report = try Self.report(#""severity":"Low""#)
    #expect(report.limits.isEmpty)
    let filtered = try Reading.report(
      .grype,
      #"{"matches":[],"ignoredMatches":[{"vulnerability":{"id":"CVE-2024-1"}},{}]}"#
    )
    #expect(filtered.limits.contains(.filtered(shown: 0, found: 2, by: "ignore rules")))
  }

  @Test func `the target of an image is its name, and of a folder its path`() throws {
    let image = try Reading.report(
      .grype,
      #"{"matches":[],"source":{"type":"image","target":{"userInput":"alpine:3","layers":[]}}}"#
    )
    #expect(image.devices.map(\.name) == ["alpine:3"])
    #expect(try Self.report(#""severity":"Low""#).devices.map(\.name) == ["/srv"])
  }

  @Test func `an unknown field and an odd alert are counted`() throws {
    let report = try Reading.report(
      .grype,
      #"{"matches":[],"new":1,"alertsByPackage":[{"alerts":[{"type":"odd"}]}]}"#
    )
    #expect(report.notUnderstood == ["new": 1, "alert odd": 1])
  }

  @Test(arguments: ["{}", "[]", #"{"Results":[]}"#, #"{"matches":[],"descriptor":{"name":"x"}}"#])
  func `other JSON is not a report of Grype`(text: String) {
    #expect(Reading.error(.grype, Array(text.utf8))?.kind == .notThisFormat)
  }
}
