import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

/// The example firm's scans through the built program; the expectations are those of
/// `Evidence/Example/README.md`, section "What scans say to it".
struct SaidAgainstSeenTests {
  /// A firm with those answers and scans taken in.
  private func desk(
    _ example: (file: String, now: String) = Desk.november,
    _ scans: String...
  ) throws -> Desk {
    let desk = try Desk()
    try desk.makeFirm(from: example)
    let files = scans.map { Repository.path("Evidence/Example/Scans/\($0)") }
    try RunningProgram.run(
      ["evidence", "import", "firm"] + files,
      in: desk.folder,
      environment: ["READINESS_NOW": example.now]
    ).expect(0)
    return desk
  }

  private func novemberDesk() throws -> Desk {
    try desk(Desk.november, "computers-november.nessus", "router-november.xml")
  }

  private func report(_ desk: Desk, now: String = Desk.november.now) throws -> JSONValue {
    let run = try desk.readiness("report", "firm", "--format", "json", now: now)
    return try JSONReader.read(run.output)
  }

  private func outcomes(_ report: JSONValue) -> [String: String] {
    var outcomes: [String: String] = [:]
    for entry in report["outcomes"]?.array ?? [] {
      outcomes[entry["question"]?.string ?? ""] = entry["outcome"]?.string
    }
    return outcomes
  }

  @Test func `November's scans contradict A6.4 and settle A6.2 in every command`() throws {
    let desk = try novemberDesk()
    let report = try report(desk)
    #expect(outcomes(report)["A6.4"] == "automatic fail")
    #expect(outcomes(report)["A6.2"] == "not met")
    #expect(report["counts"]?["automaticFail"]?.integer == 4)
    #expect(report["counts"]?["met"]?.integer == 71)
    let found = report["contradictions"]?.array ?? []
    #expect(found.compactMap { $0["id"]?.string } == ["not-listed", "late-systems"])
    #expect(found.allSatisfy { $0["kind"]?.string == "seen" })

    let status = try desk.readiness("status", "firm")
    #expect(
      status.outputText.contains("4 fail outright, 14 not met, 3 cannot be determined")
    )
    let words = status.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("What was seen speaks against 2 of your answers or lists."))
    #expect(try desk.readiness("plan", "firm").outputText.contains("A6.4"))
  }

  @Test func `the text report shows said beside seen, and what is no clean bill`() throws {
    let run = try novemberDesk().readiness("report", "firm")
    let text = run.outputText
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("\nSaid against seen\n-----------------\n"))
    #expect(words.contains("EX-PC-03: KB5990001: Windows 11 Version 25H2 Security Update"))
    #expect(
      words.contains("late by 24 days (CVSS v3 8.8; fix of 2026-10-13; scanned on 2026-11-20")
    )
    #expect(words.contains("It did not log in to 1 device (EX-SPARE-01)"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `html, csv and junit show it too`() throws {
    let desk = try novemberDesk()
    func text(_ format: String) throws -> String {
      try desk.readiness("report", "firm", "--format", format).outputText
    }
    #expect(try text("html").contains("<h2 id=\"seen\">Said against seen</h2>"))
    #expect(try text("html").contains("late by 24 days"))
    let csv = try text("csv")
    #expect(csv.contains("said against seen"))
    #expect(csv.contains("documented"))
    let junit = try XMLDocument.read(Array(try text("junit").utf8), schema: .none)
    let suite = junit.all("testsuite").first { $0["name"] == "Said against seen" }
    #expect(suite?["tests"] == "2")
    #expect(suite?["failures"] == "1")
    #expect(suite?["skipped"] == "1")
  }

  @Test func `a signed statement has the verdict with what was seen, and no device in it`() throws {
    let desk = try desk(Desk.january, "computers-november.nessus")
    try desk.makeKey(now: Desk.january.now)
    let report = try report(desk, now: Desk.january.now)
    #expect(report["verdict"]?.string == "incomplete")
    #expect(report["counts"]?["cannotDetermine"]?.integer == 5)
    let refused = try desk.attest(now: Desk.january.now)
    refused.expect(1)
    #expect(refused.errorText.contains("the assessment is incomplete: 5 questions are open"))
    let signed = try desk.attest(now: Desk.january.now, "--incomplete")
    signed.expect(0)
    #expect(signed.outputText.contains("Signed bid.asice: verdict incomplete."))
    let xml = try RunningProcess(
      ["unzip", "-p", "bid.asice", "attestation.xml"],
      in: desk.folder.path
    ).succeed()
    #expect(!xml.outputText.contains("EX-"))
    #expect(!xml.outputText.contains("KB5990001"))
  }

  @Test func `January's scan leaves the firm ready, and documents what it covers in part`() throws {
    let desk = try desk(
      Desk.january,
      "computers-november.nessus",
      "router-november.xml",
      "computers-january.nessus"
    )
    let report = try report(desk, now: Desk.january.now)
    #expect(report["verdict"]?.string == "ready")
    let outcome = report["outcomes"]?.array?.first { $0["question"]?.string == "A6.4" }
    #expect(outcome?["strength"]?.string == "documented")
    #expect(outcome?["strengthDate"]?.string == "2027-01-02")
    #expect(outcome?["strengthAgeDays"]?.integer == 2)
  }

  @Test func `what was read in a scan and is broken is said, and judges nothing`() throws {
    let desk = try novemberDesk()
    for name in try desk.folder.names(in: "firm/evidence") where name.hasSuffix(".scan.json") {
      try desk.folder.write("{".utf8, as: "firm/evidence/\(name)")
    }
    let report = try report(desk)
    #expect(outcomes(report)["A6.4"] == "met")
    let sources = report["seen"]?["reports"]?.array ?? []
    #expect(sources.count == 2)
    #expect(sources.allSatisfy { $0["counts"] == .bool(false) })
  }
}
