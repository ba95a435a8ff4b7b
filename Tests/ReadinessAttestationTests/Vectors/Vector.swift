import ReadinessCore

@testable import ReadinessAttestation

/// One file and what a verifier must say of it, as a text file beside the file itself.
///
/// Lines `name: value`, in this order: `what`, `file`, `at`, `trust` and `assessors` (lines of a
/// trust file, any number), `tender` and `challenge` where they are demanded, `with` (another file
/// given together with it), `expect` (the decision, then `step code` for each reason).
struct Vector {
  var what: String
  var file: String
  var at = Firm.instant
  var trust: [String] = []
  var assessors: [String] = []
  var bid = BidDemand()
  var with: String?
  var expect: String

  /// The text file.
  var text: String {
    var lines = [("what", what), ("file", file), ("at", at.description)]
    lines += trust.map { ("trust", $0) } + assessors.map { ("assessors", $0) }
    if let notice = bid.notice { lines.append(("tender", notice)) }
    if let challenge = bid.challenge { lines.append(("challenge", challenge)) }
    if let with { lines.append(("with", with)) }
    lines.append(("expect", expect))
    return lines.map { "\($0.0): \($0.1)\n" }.joined()
  }

  init(what: String, file: String, expect: String) {
    self.what = what
    self.file = file
    self.expect = expect
  }

  /// Reads the text file; `nil` where it is none.
  init?(text: String) {
    self.init(what: "", file: "", expect: "")
    for line in text.split(separator: "\n") {
      guard let colon = line.firstRange(of: ": ") else { return nil }
      let value = String(line[colon.upperBound...])
      switch line[..<colon.lowerBound] {
      case "what": what = value
      case "file": file = value
      case "at":
        guard let instant = Instant(iso: value) else { return nil }
        at = instant
      case "trust": trust.append(value)
      case "assessors": assessors.append(value)
      case "tender": bid.notice = value
      case "challenge": bid.challenge = value
      case "with": with = value
      case "expect": expect = value
      default: return nil
      }
    }
    guard !file.isEmpty, !expect.isEmpty else { return nil }
  }

  /// What the verifier says, in the words of `expect`.
  func found(_ bytes: [UInt8], with other: [UInt8]?) throws -> String {
    var verifier = Verifier(trust: try Self.store(trust), now: at)
    verifier.assessors = try Self.store(assessors)
    verifier.bid = bid
    var result = verifier.verify(bytes)
    if let other { result = result.considering([verifier.verify(other)]) }
    let reasons = result.reasons.map { "\($0.step.rawValue) \($0.code)" }
    return ([result.decision.rawValue] + reasons).joined(separator: ", ")
  }

  private static func store(_ lines: [String]) throws -> TrustStore {
    let text = lines.map { $0 + "\n" }.joined()
    return lines.isEmpty
      ? .none : try TrustStore.read([TrustFile(name: "vector", bytes: Array(text.utf8))])
  }
}
