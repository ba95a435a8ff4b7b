import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

@Suite struct LynisImporterTests {
  static func report(_ lines: String) throws -> ScanReport {
    try Reading.report(.lynis, "lynis_version=3.0.8\nhostname=a\n\(lines)\nfinish=true\n")
  }

  @Test func `the sample and the second reading agree`() throws {
    try Reading.expectAgreement(.lynis, Reading.sample("lynis-minimal.dat"))
  }

  @Test(arguments: 0..<16)
  func `made reports and the second reading agree`(seed: Int) throws {
    var made = MadeLynis(seed: UInt64(seed))
    try Reading.expectAgreement(.lynis, Array(made.report().utf8))
  }

  @Test func `the same report is read the same, wherever the pieces are cut`() throws {
    let bytes = try Reading.sample("lynis-minimal.dat")
    let whole = try Reading.report(.lynis, bytes)
    for piece in 1...9 { #expect(try Reading.report(.lynis, bytes, piece: piece) == whole) }
  }

  @Test func `a run without finish=true is unfinished`() throws {
    let report = try Reading.report(.lynis, "lynis_version=3.0.8\nhostname=a\n")
    #expect(report.limits == [.unfinished(status: "no finish=true")])
    #expect(try Self.report("").limits.isEmpty)
  }

  @Test func `a vulnerable package has a name and no date`() throws {
    let report = try Self.report("vulnerable_packages_found=1\nvulnerable_package[]=openssl")
    #expect(report.problems.map(\.product) == ["openssl"])
    #expect(report.problems.map(\.fix) == [.unknown])
    #expect(report.problems.map(\.fixPublished) == [nil])
  }

  @Test func `vulnerable packages without their names are a problem all the same`() throws {
    let report = try Self.report("vulnerable_packages_found=1")
    #expect(report.problems.map(\.id) == ["vulnerable_packages_found"])
    #expect(try Self.report("vulnerable_packages_found=0").problems.isEmpty)
  }

  @Test func `a firewall, malware scanner or updates that are off are problems`() throws {
    let report = try Self.report(
      "firewall_active=0\nmalware_scanner_installed=1\nunattended_upgrade_option_available=0"
    )
    #expect(
      report.problems.map(\.id) == ["firewall_active", "unattended_upgrade_option_available"]
    )
    #expect(try Self.report("firewall_active=maybe").notUnderstood.values.reduce(0, +) == 1)
  }

  @Test func `advice is split at bars, and its text may hold an equals sign`() throws {
    let report = try Self.report("suggestion[]=SSH-7408|Set AllowTcpForwarding=no|sshd|text:x|")
    let problem = try #require(report.problems.first)
    #expect(problem.id == "SSH-7408")
    #expect(problem.title == "Set AllowTcpForwarding=no")
    #expect(problem.toolSeverity == "suggestion")
    #expect(problem.fix == .workaround)
  }

  @Test func `local times give the day as it is written`() throws {
    let report = try Self.report("report_datetime_end=2024-05-03 23:59:59")
    #expect(report.ended == CalendarDate(iso: "2024-05-03"))
  }

  @Test func `what is not understood is counted and a line too long is named`() throws {
    let long = String(repeating: "x", count: 20_000)
    let report = try Self.report(
      "odd=1\nodd=2\nno sign\nhostname=\(long)\ninstalled_packages_array=\(long)"
    )
    #expect(
      report.notUnderstood == [
        "odd": 2, "a line without =": 1, "hostname: the line is too long": 1,
      ]
    )
  }

  @Test func `other text is not a report of Lynis, and NUL or UTF-16 are refused`() {
    #expect(Reading.error(.lynis, Array("a=b\n".utf8))?.kind == .notThisFormat)
    #expect(Reading.error(.lynis, [])?.kind == .notThisFormat)
    let wide = Array("lynis_version=3\nfinish=true\n".utf8).flatMap { [$0, 0] as [UInt8] }
    #expect(Reading.error(.lynis, [0xFF, 0xFE] + wide)?.kind == .broken)
    #expect(Reading.error(.lynis, Array("lynis_version=3\n\0\n".utf8))?.line == 2)
  }
}
