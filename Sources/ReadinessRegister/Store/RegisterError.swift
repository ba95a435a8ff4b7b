import GRDB

/// Why a register cannot be used.
public struct RegisterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong: lower case, no full stop.
  public let what: String
  /// What to do next.
  public let hint: String

  /// As `what`.
  public var description: String { what }

  init(_ what: String, hint: String) {
    self.what = what
    self.hint = hint
  }

  init(_ error: any Error, path: String) {
    if let known = error as? RegisterError {
      self = known
      return
    }
    guard let failure = error as? DatabaseError else {
      self.init("\(path) cannot be used as a register", hint: "\(error)")
      return
    }
    let (what, hint) =
      switch failure.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED:
        ("is in use by another program, and was for half a minute", "try again")
      case .SQLITE_NOTADB, .SQLITE_CORRUPT:
        (
          "is no register, or is broken",
          "make it again into a new file: readiness register rebuild"
        )
      case .SQLITE_FULL:
        ("could not be written", "the disk is full: make room, then try again; nothing was lost")
      case .SQLITE_IOERR:
        (
          "could not be read or written",
          "is the disk full, or gone? make room, then try again; nothing was lost"
        )
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
        (
          "cannot be opened, or may not be written",
          "check its name, and that you may write the file and its folder"
        )
      default: ("cannot be used as a register", failure.message ?? "\(failure.resultCode)")
      }
    self.init("\(path) \(what)", hint: hint)
  }
}
