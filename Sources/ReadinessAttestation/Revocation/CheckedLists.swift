import Synchronization

/// What was found out about lists once, kept for the files that follow.
///
/// Lists are known by their digest. Forgets everything when it grows too large, since files can
/// enclose any number of different lists.
final class CheckedLists: Sendable {
  private struct Pair: Hashable {
    let list: [UInt8]
    let issuer: [UInt8]
  }

  private struct Memory {
    var signed: [Pair: Bool] = [:]
    var enclosed: [[UInt8]: RevocationList] = [:]
  }

  private static let most = 512
  private let memory = Mutex(Memory())

  /// Whether that authority signed the list.
  func isSigned(_ list: RevocationList, by issuer: Certificate) -> Bool {
    let pair = Pair(list: list.sha256, issuer: issuer.sha256)
    if let known = memory.withLock({ $0.signed[pair] }) { return known }
    // Not under the lock: at worst two threads find out the same thing.
    let isSigned = list.isSigned(by: issuer)
    memory.withLock { memory in
      if memory.signed.count >= Self.most { memory.signed = [:] }
      memory.signed[pair] = isSigned
    }
    return isSigned
  }

  /// The lists that came with a signature; those that cannot be read are left out.
  func lists(_ enclosed: [[UInt8]]) -> [RevocationList] {
    enclosed.compactMap { der in
      let digest = Digest.sha256(der)
      if let known = memory.withLock({ $0.enclosed[digest] }) { return known }
      guard let list = try? RevocationList(der: der) else { return nil }
      memory.withLock { memory in
        if memory.enclosed.count >= Self.most { memory.enclosed = [:] }
        memory.enclosed[digest] = list
      }
      return list
    }
  }
}
