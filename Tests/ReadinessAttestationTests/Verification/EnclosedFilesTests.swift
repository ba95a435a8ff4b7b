import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// Files beside the statement, and signatures beside the firm's.
struct EnclosedFilesTests {
  private let firm: Firm
  private let statement: Statement
  private let disclosure: Disclosure

  init() throws {
    firm = try Firm()
    var statement = firm.statement()
    let files = SampleStatement.seal(&statement)
    self.statement = statement
    disclosure = try #require(files.first)
  }

  @Test func `a disclosed answer comes out verified`() throws {
    let result = try verdict(further: [entry(disclosure)])
    #expect(result.decision == .valid, "\(result.reasons)")
    guard case .verified(let attestation) = result.content else { return }
    #expect(attestation.disclosures.map(\.disclosure) == [disclosure])
  }

  @Test func `an answer that was not sealed is rejected`() throws {
    let other = Disclosure(.answer(question: disclosure.subject, "another"), salt: disclosure.salt)
    let result = try verdict(further: [entry(other)])
    #expect(result.reasons.map(\.step) == [.disclosure])
    #expect(result.codes == ["disclosure-differs"])
  }

  @Test func `an answer under another question's name is rejected`() throws {
    let moved = Container.Entry(name: "disclosure-A9.9.json", content: disclosure.bytes)
    #expect(try verdict(further: [moved]).codes == ["disclosure-misnamed"])
  }

  @Test func `a file that no signature covers is rejected and named`() throws {
    let result = try verdict(uncovered: [entry(disclosure)])
    #expect(result.codes == ["file-not-covered"])
    #expect(result.reasons.map(\.text) == ["\(disclosure.fileName): no signature covers the file"])
  }

  @Test func `a second signature is checked and shown apart, with the files it vouches for`() throws
  {
    let other = try Firm(organizationIdentifier: "NTRGB-09999999")
    let file = try Forgery.countersigning(
      firm.sealed(statement),
      by: other,
      further: [entry(disclosure)]
    )
    let result = judge(file)
    #expect(result.decision == .valid, "\(result.reasons)")
    #expect(result.remarks.last?.code == "countersigner-unknown")
    #expect(result.signers.map(\.role) == [.firm, .further])
    #expect(result.signers.map(\.trust) == [.pinnedCertificate, .unknown])
    #expect(
      result.signers.map(\.files) == [
        [EntryName.document, EntryName.rendering], [disclosure.fileName],
      ]
    )
  }

  @Test func `a second signature that does not hold is rejected`() throws {
    let file = try Forgery.countersigning(firm.sealed(statement), by: Firm())
    for name in [EntryName.manifest(2), EntryName.signature(2), EntryName.signature(1)] {
      let changed = try Forgery.changing(name, of: file) { $0[$0.count - 5] ^= 1 }
      #expect(judge(changed).decision == .rejected, "\(name)")
    }
  }

  @Test func `signatures cannot change places`() throws {
    let file = try Forgery.countersigning(firm.sealed(statement), by: Firm())
    let entries = try ContainerReader.read(file).entries
    let swapped = entries.map { entry in
      let other =
        switch entry.name {
        case EntryName.signature(1): EntryName.signature(2)
        case EntryName.signature(2): EntryName.signature(1)
        default: entry.name
        }
      return Container.Entry(name: other, content: entry.content)
    }
    let forged = try ContainerWriter.bytes(of: Container(entries: swapped))
    #expect(judge(forged).codes == [ManifestError.Code.digest.rawValue])
  }

  @Test func `what is mutilated at random is rejected and never stops the program`() throws {
    let file = try firm.sealed(statement)
    let signature = try #require(try ContainerReader.read(file)[EntryName.signature(1)])
    var random = SplitMix(state: 2_026)
    for _ in 0..<1_500 {
      #expect(judge(random.mutilated(file)).decision == .rejected)
      let changed = random.mutilated(signature)
      let forged = try Forgery.changing(EntryName.signature(1), of: file) { $0 = changed }
      #expect(judge(forged).decision == .rejected || changed == signature)
      _ = try? Certificate.read(random.mutilated(firm.certificate.der))
      _ = try? Certificate.read(random.mutilated(firm.certificate.pem))
    }
  }

  private func entry(_ disclosure: Disclosure) -> Container.Entry {
    .init(name: disclosure.fileName, content: disclosure.bytes)
  }

  private func judge(_ file: [UInt8]) -> Verification {
    guard let trust = try? firm.pinned() else { return .unreadable("", at: Firm.instant) }
    return Verifier(trust: trust, now: Firm.instant).verify(file)
  }

  private func verdict(
    further: [Container.Entry] = [],
    uncovered: [Container.Entry] = []
  ) throws -> Verification {
    judge(
      try Forgery.container(statement, further: further, uncovered: uncovered) {
        try SignatureWriter.sign(
          $0,
          key: firm.key,
          certificate: firm.certificate,
          at: Firm.instant
        )
      }
    )
  }
}

/// Random numbers that are the same every time.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// The bytes with some overwritten, taken out, put in or doubled.
  mutating func mutilated(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0...Int.random(in: 0..<4, using: &self) where !result.isEmpty {
      let place = Int.random(in: result.indices, using: &self)
      let end = min(result.count, place + Int.random(in: 1...40, using: &self))
      switch Int.random(in: 0..<5, using: &self) {
      case 0: result[place] = UInt8.random(in: 0...255, using: &self)
      case 1: result.removeSubrange(place..<end)
      case 2: result.insert(contentsOf: result[place..<end], at: place)
      case 3: result.removeSubrange(place...)
      default: for index in place..<end { result[index] = 0xFF }
      }
    }
    return result == bytes ? bytes + [0] : result
  }
}
