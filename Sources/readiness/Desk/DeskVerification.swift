import ReadinessAttestation
import ReadinessCore
import ReadinessDesk
import ReadinessPolicy
import Synchronization

/// Judges many files on several threads.
struct DeskVerification: Sendable {
  let verifier: Verifier
  let policy: PolicyDesk?
  let list: SupplierList?
  let threads: Int
  let register: RegisterDesk?

  /// Judges the files and hands them over one by one, in their order.
  ///
  /// A withdrawal counts for all files given with it, in whichever order they come: so those are
  /// read first.
  ///
  /// - Parameters:
  ///   - paths: the files.
  ///   - telling: makes of a file what is told of it; called on several threads.
  ///   - each: takes a file's number, the file and what is told of it; called on one thread at a time.
  func run<Told: Sendable>(
    _ paths: [String],
    telling: @escaping @Sendable (VerifiedFile) -> Told,
    each: @escaping @Sendable (Int, VerifiedFile, Told) -> Void
  ) {
    let withdrawals = self.withdrawals(among: paths)
    Parallel.ordered(paths.count, threads: threads) { number in
      let file = VerifiedFile(path: paths[number], verifier: verifier)
      let judged = judged(considered(file, withdrawals))
      return (judged, telling(judged))
    } each: { number, done in
      each(number, done.0, done.1)
    }
  }

  /// Judges the files and hands them over one by one, in their order.
  func run(_ paths: [String], each: @escaping @Sendable (Int, VerifiedFile) -> Void) {
    run(paths, telling: { _ in }, each: { number, file, _ in each(number, file) })
  }

  /// The same file with what the others say of it, and the register where there is one.
  private func considered(_ file: VerifiedFile, _ withdrawals: Withdrawals) -> VerifiedFile {
    guard let register else { return file.considering(withdrawals) }
    let known = file.kept().considering(withdrawals).considering(register)
    return register.isMadeAgain ? known.remembered(by: verifier) : known
  }

  /// The same file with what the policy makes of it, for the supplier whose file it is.
  private func judged(_ file: VerifiedFile) -> VerifiedFile {
    guard var desk = policy else { return file }
    if let register, let entry = file.entry {
      desk.circumstances.lookUps += register.lookUps(of: entry)
    }
    if let list, case .verified(let verified) = file.verification.content,
      let place = list.place(of: verified.confirmedIdentifiers)
    {
      let supplier = list.suppliers[place]
      desk.circumstances.supplier = supplier.identifiers
      desk.circumstances.tier = supplier.tier ?? desk.circumstances.tier
      desk.circumstances.award = supplier.award ?? desk.circumstances.award
      desk.circumstances.contractStart =
        supplier.contractStart ?? desk.circumstances.contractStart
    }
    return file.judged(by: desk)
  }

  private func withdrawals(among paths: [String]) -> Withdrawals {
    let likely = self.likely(among: paths)
    let found = Findings()
    Parallel.ordered(likely.count, threads: threads) { number in
      VerifiedFile(path: likely[number], verifier: verifier).verification
    } each: { _, verification in
      found.add(verification)
    }
    return found.withdrawals
  }

  /// The files that may be withdrawals; a short look at many, and so by all threads of the machine.
  private func likely(among paths: [String]) -> [String] {
    let size = 256
    let places = Array(stride(from: 0, to: paths.count, by: size))
    let found = Paths()
    Parallel.ordered(places.count, threads: Parallel.cores) { number in
      let start = places[number]
      return paths[start..<min(start + size, paths.count)].filter(WithdrawalPeek.mayBe)
    } each: { _, likely in
      found.add(likely)
    }
    return found.all
  }
}

/// The withdrawals among the files, by the statement that they take back.
struct Withdrawals: Sendable {
  fileprivate var byStatement: [String: [Verification]] = [:]

  /// Those that are about this file's statement.
  func about(_ verification: Verification) -> [Verification] {
    switch verification.content {
    case .verified(let attestation): byStatement[attestation.statement.id] ?? []
    case .unverified(let attestation): byStatement[attestation.statement.id] ?? []
    case .none, .withdrawal: []
    }
  }

  fileprivate mutating func add(_ verification: Verification) {
    guard case .withdrawal(let withdrawal) = verification.content else { return }
    byStatement[withdrawal.attestation, default: []].append(verification)
  }
}

/// Collects paths while threads work.
private final class Paths: Sendable {
  private let state = Mutex<[String]>([])

  var all: [String] { state.withLock { $0 } }

  func add(_ paths: [String]) { state.withLock { $0 += paths } }
}

/// Collects while threads work.
private final class Findings: Sendable {
  private let state = Mutex(Withdrawals())

  var withdrawals: Withdrawals { state.withLock { $0 } }

  func add(_ verification: Verification) { state.withLock { $0.add(verification) } }
}
