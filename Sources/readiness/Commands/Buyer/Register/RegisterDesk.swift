import Glibc
import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import ReadinessRegister
import Synchronization

/// A register in the hands of a run over files: asked about each of them, then added to in one go.
final class RegisterDesk: Sendable {
  private struct State {
    var files: [(entry: RegisterEntry, check: RegisterCheck)] = []
    var withdrawals: [(withdrawal: RegisterWithdrawal, check: RegisterCheck)] = []
    var failure: RegisterError?
    /// The digests of all files of the run; made when first needed.
    var beside: Set<String>?
  }

  let register: Register
  private let paths: [String]
  /// Whether the register is made again from the files: then what it says of them does not count.
  let isMadeAgain: Bool
  private let policy: String?
  private let trust: String
  private let lookUps: [String: [Circumstances.LookUp]]
  private let state = Mutex(State())

  /// - Parameters:
  ///   - path: the register; made where there is none.
  ///   - paths: the files of the run.
  ///   - policy: SHA-256 of the policy by which they are judged; `nil` without one.
  ///   - trust: the digest of what the run trusts.
  ///   - isMadeAgain: whether the register is made again from the files.
  init(
    path: String,
    paths: [String],
    policy: String?,
    trust: String,
    isMadeAgain: Bool = false
  ) throws(Failure) {
    self.isMadeAgain = isMadeAgain
    let opened = try RegisterFile.open(path, makes: true)
    register = opened
    self.paths = paths
    self.policy = policy
    self.trust = trust
    do {
      lookUps = try opened.lookUps()
    } catch {
      throw Failure(error)
    }
  }

  /// What the register says of a file.
  func findings(on entry: RegisterEntry) -> RegisterFindings {
    guard !isMadeAgain else { return RegisterFindings() }
    do {
      return try register.examine(entry) { digest in isBeside(digest) }
    } catch {
      state.withLock { if $0.failure == nil { $0.failure = error } }
      return RegisterFindings()
    }
  }

  /// The look-ups that were noted for the supplier.
  func lookUps(of entry: RegisterEntry) -> [Circumstances.LookUp] {
    lookUps[entry.organisation] ?? []
  }

  /// Keeps a judged file to be added.
  func take(_ file: VerifiedFile) {
    guard file.entry != nil || file.withdrawal != nil else { return }
    let check = RegisterCheck(
      file.judged,
      by: "readiness \(Product.version)",
      policy: policy,
      trust: trust
    )
    state.withLock { state in
      if let entry = file.entry { state.files.append((entry, check)) }
      if let withdrawal = file.withdrawal { state.withdrawals.append((withdrawal, check)) }
    }
  }

  /// The files to be added.
  var files: [(entry: RegisterEntry, check: RegisterCheck)] { state.withLock { $0.files } }

  /// The withdrawals to be added.
  var withdrawals: [(withdrawal: RegisterWithdrawal, check: RegisterCheck)] {
    state.withLock { $0.withdrawals }
  }

  /// Adds what was taken.
  ///
  /// - Throws: also where the register could not be asked about a file: then nothing is added.
  func add() throws(Failure) -> Register.Added {
    if let failure = state.withLock({ $0.failure }) { throw Failure(failure) }
    do {
      return try register.add(files, withdrawals: withdrawals)
    } catch {
      throw Failure(error)
    }
  }

  private func isBeside(_ digest: String) -> Bool {
    state.withLock { state in
      if let beside = state.beside { return beside.contains(digest) }
      var all: Set<String> = []
      for path in paths {
        if let bytes = try? Files.read(path, limit: 16 << 20) {
          all.insert(Digest.sha256Hex(bytes))
        }
      }
      state.beside = all
      return all.contains(digest)
    }
  }
}

/// Opens registers.
enum RegisterFile {
  /// - Parameter makes: whether one is made where there is none.
  static func open(_ path: String, makes: Bool = false) throws(Failure) -> Register {
    if !Files.exists(path) {
      guard makes else {
        throw Failure(
          "there is no register \(path)",
          hint: "make it: readiness register add \(path) inbox/ --trust TRUST"
        )
      }
      // It names suppliers: for nobody else's eyes unless its owner says so.
      let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw Files.failure("cannot make \(path)", errno) }
      close(descriptor)
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure("\(path) is not a file", hint: "name the register's file")
    }
    do {
      return try Register(path: path)
    } catch {
      throw Failure(error)
    }
  }

  /// The one supplier that somebody means.
  static func supplier(_ text: String, in register: Register) throws(Failure) -> String {
    let found: [String]
    do {
      found = try register.organisations(meant: text)
    } catch {
      throw Failure(error)
    }
    guard let only = found.first else {
      throw Failure(
        "the register knows no supplier \"\(text)\"",
        hint: "readiness register list \(register.path) names them"
      )
    }
    guard found.count == 1 else {
      throw Failure(
        "\"\(text)\" may be any of \(found.joined(separator: ", "))",
        status: .usage,
        hint: "name the one that you mean"
      )
    }
    return only
  }
}

extension Failure {
  init(_ error: RegisterError) { self.init(error.what, hint: error.hint) }
}
