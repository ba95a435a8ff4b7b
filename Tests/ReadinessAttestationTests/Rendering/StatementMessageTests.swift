import Testing

@testable import ReadinessAttestation

struct StatementMessageTests {
  private func message(_ statement: Statement) -> String {
    StatementMessage.text(
      statement,
      containerName: "pennard.asice",
      fingerprint: statement.signerCertificateSHA256
    )
  }

  private func unwrapped(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `the message says what it is, what it is not and how to check it`() {
    let text = unwrapped(message(SampleStatement.ready()))
    for part in [
      "Our own verdict: READY.", "WHAT IT IS NOT", "It is not a Cyber Essentials,",
      "20 February 2027",
      "readiness verify --trust TRUST pennard.asice", "9C9C 9C9C", "Example Director",
      "PPN 014", "Company number 04336774",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("WHAT IS MISSING"))
  }

  @Test func `a firm that is not ready says so, with its plan`() {
    let text = message(SampleStatement.notReady())
    #expect(text.contains("Our own verdict: NOT READY."))
    #expect(text.contains("  We are not ready today. We mean to put right:\n"))
    #expect(text.contains("  - Security update management, by 18 December 2026 (IT provider)\n"))
    var bare = SampleStatement.notReady()
    bare.improvementPlan = []
    #expect(message(bare).contains("have set no dates"))
  }

  @Test func `an incomplete statement asks not to be taken as a yes`() {
    let text = unwrapped(message(SampleStatement.incomplete()))
    #expect(text.contains("Please do not take this as a yes."))
  }

  @Test func `no line is longer than 72 columns`() {
    for statement in StatementRoundTripTests.samples.values {
      #expect(message(statement).split(separator: "\n").allSatisfy { $0.count <= 72 })
    }
  }

  @Test func `hostile names cannot reach a terminal`() {
    for name in HostileText.names {
      var statement = SampleStatement.full()
      statement.subject.legalName = name
      statement.declaration.name = name
      let text = StatementMessage.text(statement, containerName: name, fingerprint: name)
      #expect(!HiddenCharacters.occur(in: text.replacing("\n", with: "")))
    }
  }
}
