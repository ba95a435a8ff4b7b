import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// The log of a programme's authority.
struct AuthorityLogTests {
  private let programme: SampleProgramme
  private let log: AuthorityLog

  init() throws {
    programme = try SampleProgramme()
    var log = AuthorityLog()
    log.append(
      .began(part: .root, certificate: programme.root),
      at: SampleProgramme.began
    )
    log.append(.began(part: .issuing, certificate: programme.issuing), at: SampleProgramme.began)
    log.append(
      .issued(
        certificate: programme.firm,
        keyFingerprint: programme.firmKey.publicKeyFingerprint,
        why: "member; \"met\" on site\u{1B}[2J"
      ),
      at: SampleProgramme.began
    )
    log.append(
      .listed(part: .issuing, number: 1, base: nil, until: Firm.instant),
      at: SampleProgramme.began
    )
    log.append(
      .revoked(
        serial: programme.firm.serial,
        entry: RevokedEntry(
          revokedAt: Firm.instant,
          reason: .keyCompromise,
          invalidFrom: Firm.instant.adding(seconds: -60)
        ),
        why: "laptop stolen"
      ),
      at: Firm.instant
    )
    log.append(
      .listed(part: .issuing, number: 2, base: 1, until: Firm.instant.adding(seconds: 60)),
      at: Firm.instant
    )
    self.log = log
  }

  @Test func `a log reads back with all that happened`() throws {
    let read = try AuthorityLog.read(log.bytes)
    #expect(read.entries == log.entries)
    #expect(read.bytes == log.bytes)
    #expect(read.certificate(of: .root) == programme.root)
    #expect(read.certificate(of: .issuing) == programme.issuing)
    #expect(read.issued.map(\.certificate) == [programme.firm])
    #expect(read.issued.first?.revoked?.reason == .keyCompromise)
    #expect(read.listEntries(of: .issuing).map(\.serial) == [SampleProgramme.firmSerial])
    #expect(read.listEntries(of: .root).isEmpty)
    #expect(read.lastList(of: .issuing)?.number == 1)
    #expect(read.lastList(of: .root) == nil)
    #expect(read.nextListNumber(of: .issuing) == 3)
    #expect(read.nextListNumber(of: .root) == 1)
  }

  @Test func `no line can be changed, taken out or put elsewhere`() throws {
    let lines = log.bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    for index in lines.indices.dropLast() {
      var without = lines
      without.remove(at: index)
      #expect(throws: AuthorityLog.Problem.self) {
        try AuthorityLog.read(without.flatMap { $0 })
      }
      var swapped = lines
      swapped.swapAt(index, index + 1)
      #expect(throws: AuthorityLog.Problem.self) {
        try AuthorityLog.read(swapped.flatMap { $0 })
      }
    }
    let words = Bytes.replacing(Array("stolen".utf8), with: Array("resold".utf8), in: log.bytes)
    let error = #expect(throws: AuthorityLog.Problem.self) { try AuthorityLog.read(words) }
    #expect(error?.line == 6)
    for cut in 1..<log.bytes.count where log.bytes[cut - 1] != 0x0A {
      #expect(throws: AuthorityLog.Problem.self) {
        try AuthorityLog.read(Array(log.bytes[..<cut]))
      }
    }
  }

  @Test func `the chain of lines can be checked with sha256sum`() throws {
    let folder = try TemporaryFolder()
    try folder.write(log.bytes, as: "log.jsonl")
    for number in 1..<log.entries.count {
      let command = "sed -n \(number)p log.jsonl | tr -d '\\n' | sha256sum | cut -c 1-64"
      let digest = try Tool.succeed(["sh", "-c", command], in: folder).text
      let next = try Tool.succeed(["sed", "-n", "\(number + 1)p", "log.jsonl"], in: folder).text
      #expect(next.hasSuffix("\"previous\":\"\(digest.dropLast())\"}\n"))
    }
  }

  @Test func `terminal escapes do not stand in the log`() {
    #expect(!log.bytes.contains(0x1B))
  }
}
