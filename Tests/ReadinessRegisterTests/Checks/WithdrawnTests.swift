import GRDB
import ReadinessAttestation
import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessRegister

/// Statements that their firm has taken back.
@Suite struct WithdrawnTests {
  private let folder: RunningFolder
  private let register: Register
  private let entry = RegisterEntry.made(firm: 1, sequence: 1_795_000_000)

  init() throws {
    folder = try RunningFolder()
    register = try Register(path: folder.path(of: "r.sqlite"))
  }

  private func withdrawal(
    of entry: RegisterEntry,
    by organisation: String? = nil,
    signer: String? = nil,
    sequence: Int = 1_795_000_900
  ) -> RegisterWithdrawal {
    RegisterWithdrawal(
      file: Digest.sha256Hex(Array("withdrawal \(sequence) \(signer ?? "")".utf8)),
      path: "inbox/withdrawal.asice",
      attestation: entry.attestation,
      organisation: organisation ?? entry.organisation,
      signer: signer ?? entry.signer,
      sequence: sequence,
      issued: Instant(unixSeconds: sequence),
      reason: "The backups did not run."
    )
  }

  private func codes(_ file: RegisterEntry) throws -> [String] {
    try register.examine(file).rejections.map(\.code)
  }

  @Test func `a statement that was taken back stays taken back, when it is sent alone`() throws {
    try register.add(entry)
    #expect(try codes(entry).isEmpty)
    let added = try register.add([], withdrawals: [(withdrawal(of: entry), .made())])
    #expect(added == Register.Added(new: 0, known: 0, withdrawals: 1))
    #expect(try codes(entry) == ["withdrawn"])
    let record = try #require(try register.files().first)
    #expect(record.decision == "rejected")
    #expect(
      record.reasons == [
        "register:withdrawn: the firm withdrew the statement on 2026-11-18: The backups did not run."
      ]
    )
  }

  @Test func `it is noted once, however often the withdrawal is seen`() throws {
    try register.add(entry)
    for _ in 1...3 {
      try register.add([], withdrawals: [(withdrawal(of: entry), .made())])
    }
    let looks = try register.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM verification")
    }
    #expect(looks == 2)
  }

  @Test func `a withdrawal comes first as well as last`() throws {
    try register.add([], withdrawals: [(withdrawal(of: entry), .made())])
    #expect(try codes(entry) == ["withdrawn"])
  }

  @Test func `nobody takes back another's, nor a later one with an older word`() throws {
    try register.add(entry)
    let others = [
      withdrawal(of: entry, by: "GB-COH-99", signer: String(repeating: "9", count: 64)),
      withdrawal(of: entry, sequence: entry.sequence - 1),
      withdrawal(of: .made(firm: 1, sequence: 1_795_000_001)),
    ]
    try register.add([], withdrawals: others.map { ($0, .made()) })
    #expect(try codes(entry).isEmpty)
    #expect(try register.files().map(\.decision) == ["valid"])
  }

  @Test func `by its number or by its key a firm is the same`() throws {
    try register.add([], withdrawals: [(withdrawal(of: entry, signer: "new"), .made())])
    #expect(try codes(entry) == ["withdrawn"])
    let other = RegisterEntry.made(firm: 2)
    try register.add([], withdrawals: [(withdrawal(of: other, by: "key x"), .made())])
    #expect(try codes(other) == ["withdrawn"])
  }

  @Test func `who is forgotten leaves no withdrawal behind`() throws {
    try register.add([(entry, .made())], withdrawals: [(withdrawal(of: entry), .made())])
    _ = try register.forget(entry.organisation, at: Instant(unixSeconds: 1_796_000_000))
    #expect(try codes(entry).isEmpty)
  }
}
