import GRDB
import ReadinessAttestation
import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessRegister

/// Registers of every earlier version: `Versions` has one of each as `sqlite3 .dump` writes it.
@Suite struct VersionTests {
  private let folder: RunningFolder

  init() throws { folder = try RunningFolder() }

  /// Makes the register of a version, from its dump.
  private func register(of version: Int) throws -> String {
    let path = folder.path(of: "\(version).sqlite")
    let dump = try Repository.bytes("Tests/ReadinessRegisterTests/Store/Versions/\(version).sql")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      // The dump names its tables by the alphabet, and so a table before the one it refers to.
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: String(decoding: dump, as: UTF8.self))
    }
    try queue.close()
    return path
  }

  /// The tables and indices of a register, as they were declared, with blanks made one.
  private func tables(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try String.fetchAll(
        db,
        sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
      ).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }
  }

  @Test(arguments: Array(1...RegisterSchema.versions.count))
  func `a register of every version opens with all that was in it`(version: Int) throws {
    let path = try register(of: version)
    let register = try Register(path: path)
    #expect(try register.suppliers().map(\.name) == ["Old Ltd", "Other Ltd"])
    let files = try register.files(of: "GB-COH-10000001")
    #expect(files.map(\.sequence) == [1_795_428_000, 1_795_341_600])
    #expect(files.map(\.decision) == ["valid", "valid"])
    #expect(files.map(\.verifiedAt) == ["2026-11-23T10:00:00Z", "2026-11-22T10:00:00Z"])
    let entry = try #require(try register.entry(String(repeating: "2", count: 64)))
    #expect(
      entry.identifiers.map(\.description).sorted() == ["GB-CHC-1000000", "GB-COH-10000001"]
    )
    #expect(entry.confirmed.map(\.description) == ["GB-COH-10000001"])
    #expect(entry.outcomes == (version < 2 ? [:] : ["FW-1": "met", "FW-2": "not met"]))
    #expect(entry.certificates.keys.sorted() == (version < 2 ? [] : ["N-2"]))
    #expect(try register.lookUps()["GB-COH-10000001"]?.count == (version < 3 ? nil : 1))
    // It is as good as a new one.
    #expect(try register.add(.made(firm: 3, evidence: ["e"])) == .init(new: 1, known: 0))
    #expect(try register.report().files == 4)
    let fresh = folder.path(of: "fresh.sqlite")
    _ = try Register(path: fresh)
    #expect(try tables(path) == (try tables(fresh)))
  }

  @Test(arguments: Array(1...RegisterSchema.versions.count))
  func `a version that was there once never changes`(version: Int) throws {
    let then = folder.path(of: "then.sqlite")
    _ = try Register(path: then, upTo: RegisterSchema.versions[version - 1])
    #expect(try tables(then) == (try tables(try register(of: version))))
  }
}
