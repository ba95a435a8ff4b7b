import ReadinessAttestation
import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessRegister

@Suite struct ExaminingTests {
  private let folder: RunningFolder
  private let register: Register

  init() throws {
    folder = try RunningFolder()
    register = try Register(path: folder.path(of: "r.sqlite"))
  }

  private func codes(_ reasons: [ReadinessAttestation.Reason]) -> [String] { reasons.map(\.code) }

  @Test func `an older statement sent again is rejected, whoever has seen it before`() throws {
    let old = RegisterEntry.made(firm: 1, sequence: 1_795_000_000)
    let new = RegisterEntry.made(firm: 1, sequence: 1_795_000_500)
    try register.add(old, new)
    for file in [old, RegisterEntry.made(firm: 1, sequence: 1_795_000_100)] {
      let found = try register.examine(file)
      #expect(codes(found.rejections) == ["rollback"])
      #expect(found.rejections.first?.step == .register)
    }
    #expect(try register.examine(new).rejections.isEmpty)
  }

  @Test func `an older statement beside the newer one is only superseded`() throws {
    let old = RegisterEntry.made(firm: 1, sequence: 1_795_000_000)
    let new = RegisterEntry.made(firm: 1, sequence: 1_795_000_500)
    try register.add(old, new)
    let found = try register.examine(old) { $0 == new.file }
    #expect(found.rejections.isEmpty)
    #expect(codes(found.remarks) == ["seen-before", "superseded"])
  }

  @Test func `another firm's sequence, or another anchor's, is no rollback`() throws {
    try register.add(.made(firm: 1, sequence: 1_795_000_500))
    var other = RegisterEntry.made(firm: 1, sequence: 1_795_000_000)
    other.anchor = "key another"
    #expect(try register.examine(other).rejections.isEmpty)
    #expect(try register.examine(.made(firm: 2, sequence: 1)) == RegisterFindings())
  }

  @Test func `the same file again is noted and nothing more`() throws {
    let file = RegisterEntry.made(firm: 1)
    try register.add(file)
    let found = try register.examine(file)
    #expect(found.rejections.isEmpty && found.doubts.isEmpty)
    #expect(codes(found.remarks) == ["seen-before"])
    #expect(try register.add([(file, .made())]) == .init(new: 0, known: 1))
  }

  @Test func `one sequence for two statements leaves doubt, for two bids it does not`() throws {
    let first = RegisterEntry.made(firm: 1)
    try register.add(first)
    var bid = first
    bid.file = "another"
    #expect(try register.examine(bid) == RegisterFindings())
    bid.attestation = "urn:another"
    #expect(codes(try register.examine(bid).doubts) == ["sequence-used-twice"])
  }

  @Test func `dates in another order than sequences leave doubt`() throws {
    try register.add(.made(firm: 1, sequence: 1_795_000_000, issued: 1_795_000_000))
    let odd = RegisterEntry.made(firm: 1, sequence: 1_795_000_500, issued: 1_794_000_000)
    #expect(codes(try register.examine(odd).doubts) == ["dates-cannot-be"])
  }

  @Test func `other days for the same certificate or evidence are remarked on`() throws {
    let first = RegisterEntry.made(firm: 1, evidence: ["e1"])
    var second = RegisterEntry.made(firm: 1, sequence: 1_795_000_500, evidence: ["e1"])
    let day = first.judgedOn
    var held = first
    held.certificates["N-1"] = .init(scheme: "CE", expires: day.adding(days: 200))
    try register.add(held)
    second.certificates = held.certificates
    #expect(try register.examine(second) == RegisterFindings())
    second.certificates["N-1"] = .init(scheme: "CE", expires: day.adding(days: 300))
    second.evidence["e1"] = day.adding(days: -9)
    let found = try register.examine(second)
    #expect(codes(found.remarks) == ["dates-changed", "dates-changed"])
    #expect(found.remarks.first?.text.contains("N-1 ends on \(day.adding(days: 200))") == true)
  }

  @Test func `a firm does not become another by writing down its entries`() throws {
    try register.add(.made(firm: 1, sequence: 1_795_000_500))
    var copy = RegisterEntry.made(firm: 2, sequence: 1_795_000_000, key: "k")
    copy.identifiers.append(Identifier(scheme: "GB-COH", id: "10000001"))
    #expect(try register.examine(copy) == RegisterFindings())
    try register.add(copy)
    #expect(try register.organisations(meant: "10000001") == ["GB-COH-10000001"])
    // It shares a key with a third firm, and is not related by what it wrote down itself.
    var third = RegisterEntry.made(firm: 3, key: "k")
    third.identifiers.append(Identifier(scheme: "GB-COH", id: "10000001"))
    #expect(codes(try register.examine(third).doubts) == ["key-shared"])
  }

  @Test func `a changed key is remarked on`() throws {
    try register.add(.made(firm: 1))
    let other = RegisterEntry.made(firm: 1, sequence: 1_795_000_500, key: "other")
    #expect(codes(try register.examine(other).remarks) == ["key-changed"])
  }

  @Test func `one key at unrelated suppliers leaves doubt, at related ones it does not`() throws {
    let group = Identifier(scheme: "GB-CHC", id: "1000000")
    try register.add(.made(firm: 1, key: "k", identifiers: [group]))
    let stranger = RegisterEntry.made(firm: 2, key: "k")
    #expect(codes(try register.examine(stranger).doubts) == ["key-shared"])
    let sister = RegisterEntry.made(firm: 3, key: "k", identifiers: [group])
    #expect(try register.examine(sister) == RegisterFindings())
  }

  @Test func `one piece of evidence at unrelated suppliers is remarked on, and reported`() throws {
    try register.add(.made(firm: 1, evidence: ["e1"]))
    let second = RegisterEntry.made(firm: 2, evidence: ["e1", "e2"])
    #expect(codes(try register.examine(second).remarks) == ["evidence-shared"])
    try register.add(second)
    let report = try register.report()
    #expect(report.warnings.map(\.code) == ["evidence-shared", "evidence-shared"])
    #expect(report.warnings.map(\.organisation) == ["GB-COH-10000001", "GB-COH-10000002"])
  }
}
