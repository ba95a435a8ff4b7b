import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// What binds an attestation to one bid.
struct PresentationTests {
  private let firm: Firm
  private let statement: Statement
  private let disclosures: [Disclosure]
  private static let made = Firm.instant.adding(seconds: 3_600)
  private static let notice = "ocds-h6vhtk-06d396"

  init() throws {
    firm = try Firm()
    var statement = firm.statement()
    disclosures = SampleStatement.seal(&statement)
    self.statement = statement
  }

  @Test func `the file for a bid holds the original's bytes, the binding and what is shown`() throws
  {
    let original = try firm.sealed(statement)
    let before = try ContainerReader.read(original).entries
    let after = try ContainerReader.read(present(original)).entries
    #expect(after.starts(with: before))
    #expect(
      after.dropFirst(before.count).map(\.name) == [
        "presentation.xml", "disclosure-A1.2.json", EntryName.manifest(2), EntryName.signature(2),
      ]
    )
  }

  @Test func `the bid that it was made for is met`() throws {
    let result = judge(try present(), .init(notice: Self.notice, challenge: "7Q4M"))
    #expect(result.decision == .valid, "\(result.reasons)")
    #expect(result.signers.map(\.role) == [.firm, .presenter])
    guard case .verified(let attestation) = result.content else { return }
    #expect(attestation.presentation == presentation())
    #expect(attestation.disclosures.map(\.disclosure.subject) == ["A1.2"])
    #expect(attestation.disclosures.map(\.signature) == [2])
  }

  @Test func `a file made for another notice is flagged`() throws {
    let result = judge(try present(), .init(notice: "ocds-h6vhtk-000001"))
    #expect(result.decision == .doesNotMeetPolicy)
    #expect(result.codes == ["made-for-another-notice"])
    // Look-alikes and capital letters are other references.
    for other in [Self.notice.uppercased(), "ocds-h6vhtk-06d39б", Self.notice + " "] {
      #expect(judge(try present(), .init(notice: other)).decision == .doesNotMeetPolicy)
    }
  }

  @Test func `a file made for one notice says so to whoever does not ask`() throws {
    let result = judge(try present(), .init())
    #expect(result.decision == .valid)
    #expect(result.remarks.last?.code == "made-for-one-notice")
  }

  @Test func `a stripped binding is no match`() throws {
    let stripped = try firm.sealed(statement)
    let result = judge(stripped, .init(notice: Self.notice))
    #expect(result.decision == .doesNotMeetPolicy)
    #expect(result.codes == ["not-bound-to-this-notice"])
    // Taking out the file alone breaks the second manifest.
    let bid = try present()
    let entries = try ContainerReader.read(bid).entries.filter { $0.name != "presentation.xml" }
    let forged = try ContainerWriter.bytes(of: Container(entries: entries))
    #expect(judge(forged, .init(notice: Self.notice)).codes == ["file-missing"])
  }

  @Test func `another challenge, or none, is no match`() throws {
    let other = judge(try present(), .init(notice: Self.notice, challenge: "7Q4N"))
    #expect(other.codes == ["challenge-differs"])
    let none = judge(
      try present(presentation { $0.challenge = nil }),
      .init(notice: Self.notice, challenge: "7Q4M")
    )
    #expect(none.decision == .doesNotMeetPolicy)
    #expect(none.codes == ["challenge-not-answered"])
  }

  @Test func `a statement for one tender is bound without a presentation`() throws {
    var statement = self.statement
    statement.audience = .tender(Self.notice)
    let file = try firm.sealed(statement)
    #expect(judge(file, .init(notice: Self.notice)).decision == .valid)
    #expect(judge(file, .init(notice: "other")).codes == ["made-for-another-notice"])
    // And cannot be presented for another.
    let forged = try present(file, presentation { $0.notice = "other" }, judged: false)
    #expect(judge(forged, .init(notice: "other")).codes == ["presentation-not-valid"])
  }

  @Test func `nobody but the firm binds its statement to a bid`() throws {
    let thief = try Firm()
    let forged = try present(by: thief, judged: false)
    #expect(judge(forged, .init(notice: Self.notice)).codes == ["presentation-by-another-key"])
  }

  @Test func `a presentation of another statement is rejected`() throws {
    let other = presentation { $0.attestation = "11111111-2222-4333-8444-555555555555" }
    #expect(
      judge(try present(other, judged: false)).codes == ["presentation-of-another-attestation"]
    )
  }

  @Test
  func `a presentation before the statement, after its end, or ahead of the clock is rejected`()
    throws
  {
    for seconds in [-601, 91 * 86_400, 2 * 86_400] {
      let other = presentation { $0.made = Firm.instant.adding(seconds: seconds) }
      #expect(judge(try present(other, judged: false)).codes == ["presentation-not-valid"])
    }
  }

  @Test func `an answer that was not sealed so is not presented`() throws {
    let other = Disclosure(.answer(question: "A1.2", "another"), salt: disclosures[0].salt)
    #expect(throws: AttestationSigner.Failure.self) {
      try Presenter.present(
        firm.sealed(statement),
        presentation(),
        disclosing: [other],
        key: firm.key,
        certificate: firm.certificate
      )
    }
  }

  @Test func `the same presentation written otherwise is refused`() throws {
    let xml = PresentationDocument.xml(presentation()).text
    #expect(try PresentationDocument.read(Array(xml.utf8)) == presentation())
    for other in [
      xml + " ", xml.replacing("<buyer>", with: "<buyer >"), xml.replacing("06d", with: "06&#100;"),
      xml.replacing("<?xml", with: "<!DOCTYPE a [<!ENTITY e \"x\">]>\n<?xml"),
      xml.replacing("made=", with: "more=\"\" made="),
      xml.replacing(":presentation:1", with: ":p:2"),
    ] {
      #expect(throws: StatementReadingError.self) {
        try PresentationDocument.read(Array(other.utf8))
      }
    }
  }

  @Test func `sha256sum of a disclosure prints the digest in the statement`() throws {
    let folder = try TemporaryFolder()
    try folder.write(try present(), as: "bid.asice")
    try Tool.succeed(["unzip", "-q", "bid.asice"], in: folder)
    let printed = try Tool.succeed(["sha256sum", "disclosure-A1.2.json"], in: folder).text
    let digest = String(printed.prefix(64))
    let found = try Tool.run(["grep", "-c", "\"\(digest)\"", "attestation.xml"], in: folder)
    #expect(found.output.text == "1\n")
  }

  // MARK: Making and judging

  private func presentation(_ change: (inout Presentation) -> Void = { _ in }) -> Presentation {
    var presentation = Presentation(
      attestation: statement.id,
      made: Self.made,
      buyer: "An Invented Prime plc",
      notice: Self.notice,
      challenge: "7Q4M"
    )
    change(&presentation)
    return presentation
  }

  private func present(
    _ file: [UInt8]? = nil,
    _ presentation: Presentation? = nil,
    by signer: Firm? = nil,
    judged: Bool = true
  ) throws -> [UInt8] {
    let signer = signer ?? firm
    let presentation = presentation ?? self.presentation()
    let file = try file ?? firm.sealed(statement)
    let shown = disclosures.filter { $0.fileName == "disclosure-A1.2.json" }
    guard judged else {
      let entry = Container.Entry(
        name: "presentation.xml",
        content: PresentationDocument.xml(presentation)
      )
      return try FurtherSignature.unjudged(
        [entry],
        to: file,
        key: signer.key,
        certificate: signer.certificate,
        at: Self.made
      )
    }
    return try Presenter.present(
      file,
      presentation,
      disclosing: shown,
      key: signer.key,
      certificate: signer.certificate
    )
  }

  private func present(_ presentation: Presentation, judged: Bool = true) throws -> [UInt8] {
    try present(nil, presentation, judged: judged)
  }

  private func judge(_ file: [UInt8], _ bid: BidDemand = .init()) -> Verification {
    guard let trust = try? firm.pinned() else { return .unreadable("", at: Self.made) }
    var verifier = Verifier(trust: trust, now: Self.made.adding(seconds: 60))
    verifier.bid = bid
    return verifier.verify(file)
  }
}
