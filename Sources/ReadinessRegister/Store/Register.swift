import GRDB
import Glibc

/// What a buyer has verified, kept in one SQLite file that several analysts use at once.
///
/// The files that were verified are the truth; all of it but look-ups and log can be made again from
/// them. May be used from several threads.
public final class Register: Sendable {
  /// Where it lies.
  public let path: String
  private let queue: DatabaseQueue
  /// How many seconds others are waited for.
  private static let patience = 30

  /// Opens a register, makes it where there is none, and brings an older one up to date.
  ///
  /// Others who write at the same time are waited for, half a minute at most.
  ///
  /// - Throws: where the file is something else, is broken, or is of a later program's making.
  public init(path: String) throws(RegisterError) {
    self.path = path
    do {
      queue = try Self.opened(path, upTo: nil)
    } catch {
      throw RegisterError(error, path: path)
    }
  }

  /// - Parameter version: the version of the schema to stop at; `nil` for the newest.
  init(path: String, upTo version: String?) throws {
    self.path = path
    queue = try Self.opened(path, upTo: version)
  }

  private static func opened(_ path: String, upTo version: String?) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(patience))
    configuration.prepareDatabase { db in
      // What is forgotten is overwritten; what a foreign file brings along is not run.
      try db.execute(
        sql: "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;"
      )
    }
    // Two programs that make the same register at once: the later one finds it made.
    for _ in 0..<20 {
      do {
        return try prepared(path, configuration, upTo: version)
      } catch let error as DatabaseError
        where [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_ERROR, .SQLITE_CONSTRAINT]
        .contains(error.resultCode)
      {
        usleep(50_000)
      }
    }
    return try prepared(path, configuration, upTo: version)
  }

  private static func prepared(
    _ path: String,
    _ configuration: Configuration,
    upTo version: String?
  ) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let migrator = RegisterSchema.migrator
    let isNew = try queue.read { db in
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      let mark = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      guard tables == 0 || mark == RegisterSchema.applicationID else {
        throw RegisterError(
          "\(path) is a database of something else",
          hint: "name the register, or a file that is not there yet"
        )
      }
      guard try tables == 0 || !migrator.hasBeenSuperseded(db) else {
        throw RegisterError(
          "\(path) was made by a later version of this program",
          hint: "use that version"
        )
      }
      return tables == 0
    }
    if isNew {
      try queue.writeWithoutTransaction { db in
        // The mark comes before the first table, so that nobody sees tables without it.
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        try db.execute(sql: "PRAGMA application_id = \(RegisterSchema.applicationID)")
      }
    }
    if let version {
      try migrator.migrate(queue, upTo: version)
    } else if try !queue.read({ try migrator.hasCompletedMigrations($0) }) {
      try migrator.migrate(queue)
    }
    settleLate(queue)
    return queue
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
    do { return try queue.read(body) } catch { throw RegisterError(error, path: path) }
  }

  /// All or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
    do { return try queue.write(body) } catch { throw RegisterError(error, path: path) }
  }

  /// Writes the whole file anew and empties the log of writes, so that no old page is left.
  ///
  /// Overwriting what is deleted is not enough: SQLite copies rows when it shares pages out anew.
  ///
  /// - Returns: whether that was possible; not while somebody else reads, or on a full disk. Then the
  ///   next who opens the register does it.
  func settle() -> Bool { (try? queue.writeWithoutTransaction { try Self.settle($0) }) ?? false }

  private static func settle(_ db: Database) throws -> Bool {
    try db.execute(sql: "VACUUM; PRAGMA user_version = 0;")
    let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    guard let row, Cells(row).integer(0) == 0 else {
      try db.execute(sql: "PRAGMA user_version = \(RegisterSchema.unsettled)")
      return false
    }
    return true
  }

  /// Does what ``settle()`` could not do when something was forgotten; nobody waits for it.
  private static func settleLate(_ queue: DatabaseQueue) {
    try? queue.writeWithoutTransaction { db in
      guard try Int.fetchOne(db, sql: "PRAGMA user_version") == RegisterSchema.unsettled else {
        return
      }
      try db.execute(sql: "PRAGMA busy_timeout = 100")
      _ = try? settle(db)
      try db.execute(sql: "PRAGMA busy_timeout = \(patience * 1_000)")
    }
  }
}

/// A row's cells; a cell of another kind than expected is empty rather than the program's end.
struct Cells {
  private let row: Row

  init(_ row: Row) { self.row = row }

  private func value(_ place: Int) -> DatabaseValue? {
    guard place < row.count else { return nil }
    let value: DatabaseValue = row[place]
    return value
  }

  func text(_ place: Int) -> String { optionalText(place) ?? "" }

  func optionalText(_ place: Int) -> String? {
    guard case .string(let text) = value(place)?.storage else { return nil }
    return text
  }

  func integer(_ place: Int) -> Int {
    guard case .int64(let number) = value(place)?.storage else { return 0 }
    return Int(number)
  }
}
