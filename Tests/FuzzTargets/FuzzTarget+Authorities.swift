import ReadinessAttestation
import ReadinessCore
import TestSupport

/// A programme's file and its stamp, made once: what the bytes of the fuzzer are held against.
///
/// `Tests/Fuzz/Kept` has the file, the answer of a time-stamp authority, and both roots.
private struct KeptFile {
  let file: [UInt8]
  let answer: [UInt8]
  let programme: TrustStore
  let stamps: TimeStampTrust
  /// A day after the certificates begin.
  let now: Instant

  static let only: KeptFile? = {
    do {
      let root = try Certificate.read(Repository.bytes("\(folder)/stamp-root.pem"))
      guard let began = root.first?.notBefore else { return nil }
      return KeptFile(
        file: try Repository.bytes("\(folder)/programme.asice"),
        answer: try Repository.bytes("\(folder)/stamp.tsr"),
        programme: try TrustStore.read([
          TrustFile(name: "root", bytes: Repository.bytes("\(folder)/programme-root.pem"))
        ]),
        stamps: TimeStampTrust(certificates: root),
        now: began.adding(seconds: 86_400)
      )
    } catch {
      return nil
    }
  }()

  private static let folder = "Tests/Fuzz/Kept"

  /// When the answer says that the file was signed; `nil` where it is no answer for it.
  func stampedAt(_ answer: [UInt8]) -> Instant?? {
    guard
      let stamped = try? TimeStamper.stamp(
        file,
        with: answer,
        request: nil,
        trust: stamps,
        at: now
      )
    else { return nil }
    var verifier = Verifier(trust: .none, now: now)
    verifier.timeStampTrust = stamps
    return .some(verifier.verify(stamped).signers.first?.stampedAt)
  }

  static let time: Instant? = only.flatMap { $0.stampedAt($0.answer) ?? nil }
}

extension FuzzTarget {
  static func timeStamp(_ bytes: [UInt8]) {
    if let request = TimeStampRequest(bytes) { hold(request.der == bytes, "no byte is free") }
    guard let kept = KeptFile.only, let time = KeptFile.time else {
      return hold(false, "the kept file is there, with a stamp that holds")
    }
    guard let stampedAt = kept.stampedAt(bytes) else { return }
    hold(stampedAt == time, "nobody but the authority sets a time")
  }

  static func revocation(_ bytes: [UInt8]) {
    guard let lists = try? RevocationList.read(bytes) else { return }
    guard let kept = KeptFile.only else { return hold(false, "the kept file is there") }
    for mode in [RevocationMode.require, .ifPresent] {
      let rules = RevocationRules(mode: mode, lists: lists)
      let result = Verifier(trust: kept.programme, now: kept.now, revocation: rules)
        .verify(kept.file)
      hold(result.decision != .rejected, "a list by nobody in the chain revokes nothing")
      hold(mode != .require || result.decision == .undecided, "one list is not enough for two")
    }
  }
}
