import ReadinessCore
import Testing

@testable import ReadinessAttestation

/// No byte of a file is free.
struct ChangedByteTests {
  @Test func `a changed byte at any place of the file is rejected`() async throws {
    let firm = try Firm()
    let file = try firm.sealed()
    let verifier = Verifier(trust: try firm.pinned(), now: Firm.instant)
    let unnoticed = await unnoticed(file.count) { place in
      var changed = file
      changed[place] ^= place % 2 == 0 ? 0x01 : 0x80
      return verifier.verify(changed).decision != .rejected
    }
    #expect(unnoticed.isEmpty, "unnoticed at \(unnoticed)")
  }

  @Test(arguments: [EntryName.document, EntryName.rendering, EntryName.manifest(1)])
  func `a changed byte at any place of a file inside is rejected, checksums made to fit`(
    name: String
  ) async throws {
    let firm = try Firm()
    let file = try firm.sealed()
    let verifier = Verifier(trust: try firm.pinned(), now: Firm.instant)
    let count = try #require(try ContainerReader.read(file)[name]).count
    let unnoticed = await unnoticed(count) { place in
      guard let changed = try? Forgery.changing(name, of: file, { $0[place] ^= 0x01 }) else {
        return true
      }
      return verifier.verify(changed).decision != .rejected
    }
    #expect(unnoticed.isEmpty, "unnoticed at \(unnoticed)")
  }

  @Test func `a changed bit at any place of the signature is rejected, checksums made to fit`()
    async throws
  {
    let firm = try Firm()
    let file = try firm.sealed()
    let verifier = Verifier(trust: try firm.pinned(), now: Firm.instant)
    let name = EntryName.signature(1)
    let count = try #require(try ContainerReader.read(file)[name]).count
    let unnoticed = await unnoticed(count * 8) { place in
      let mask = UInt8(1) << UInt8(place % 8)
      guard let changed = try? Forgery.changing(name, of: file, { $0[place / 8] ^= mask }) else {
        return true
      }
      // A changed certificate is not the pinned one any more: what holds of it is nobody's.
      return verifier.verify(changed).decision != .rejected
    }
    #expect(unnoticed.isEmpty, "unnoticed at \(unnoticed)")
  }

  /// The places at which the body says that nothing was noticed, in parallel.
  private func unnoticed(
    _ count: Int,
    _ body: @escaping @Sendable (Int) -> Bool
  ) async -> [Int] {
    await withTaskGroup(of: [Int].self) { group in
      let size = max(1, count / 16)
      for start in stride(from: 0, to: count, by: size) {
        group.addTask { (start..<min(start + size, count)).filter(body) }
      }
      return await group.reduce(into: []) { $0 += $1 }.sorted()
    }
  }
}
