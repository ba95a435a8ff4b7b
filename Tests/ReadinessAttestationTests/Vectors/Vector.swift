import ReadinessCore

@testable import ReadinessAttestation

/// One file and what a verifier must say of it, as a text file beside the file itself.
///
/// Lines `name: value`, in the order of ``text``; the format's document explains them.
struct Vector {
  var what: String
  var file: String
  var at = Firm.instant
  var trust: [String] = []
  var roots: String?
  var assessors: [String] = []
  var lists: String?
  var revocation: RevocationMode?
  var stamps: String?
  var bid = BidDemand()
  var with: String?
  var expect: String
  var stamped: Instant?
  var remarks: [String] = []

  /// The text file.
  var text: String {
    var lines = [("what", what), ("file", file), ("at", at.description)]
    func add(_ name: String, _ value: String?) {
      if let value { lines.append((name, value)) }
    }
    for line in trust { add("trust", line) }
    add("roots", roots)
    for line in assessors { add("assessors", line) }
    add("lists", lists)
    add("revocation", revocation?.rawValue)
    add("stamps", stamps)
    add("tender", bid.notice)
    add("challenge", bid.challenge)
    add("with", with)
    add("expect", expect)
    add("stamped", stamped?.description)
    for line in remarks { add("remark", line) }
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
      guard take(line[..<colon.lowerBound], value) else { return nil }
    }
    guard !file.isEmpty, !expect.isEmpty else { return nil }
  }

  private mutating func take(_ name: Substring, _ value: String) -> Bool {
    switch name {
    case "what": what = value
    case "file": file = value
    case "at":
      guard let instant = Instant(iso: value) else { return false }
      at = instant
    case "trust": trust.append(value)
    case "roots": roots = value
    case "assessors": assessors.append(value)
    case "lists": lists = value
    case "revocation":
      guard let mode = RevocationMode(rawValue: value) else { return false }
      revocation = mode
    case "stamps": stamps = value
    case "tender": bid.notice = value
    case "challenge": bid.challenge = value
    case "with": with = value
    case "expect": expect = value
    case "stamped":
      guard let instant = Instant(iso: value) else { return false }
      stamped = instant
    case "remark": remarks.append(value)
    default: return false
    }
    return true
  }

  /// What the verifier says.
  ///
  /// - Parameter read: the bytes of the file of that name.
  func judged(_ read: (_ name: String) throws -> [UInt8]) throws -> Verification {
    var verifier = Verifier(
      trust: try Self.store(trust, roots.map(read)),
      now: at,
      revocation: RevocationRules(
        mode: revocation,
        lists: try lists.map { try RevocationList.read(read($0)) } ?? []
      )
    )
    verifier.assessors = try Self.store(assessors, nil)
    verifier.timeStampTrust = TimeStampTrust(
      certificates: try stamps.map { try Certificate.read(read($0)) } ?? []
    )
    verifier.bid = bid
    let result = verifier.verify(try read(file))
    return try with.map { result.considering([verifier.verify(try read($0))]) } ?? result
  }

  /// The decision and the reasons in the words of `expect`.
  static func words(_ result: Verification) -> String {
    ([result.decision.rawValue] + result.reasons.map { words($0) }).joined(separator: ", ")
  }

  /// A remark in the words of `remark`.
  static func words(_ reason: ReadinessAttestation.Reason) -> String {
    "\(reason.step.rawValue) \(reason.code)"
  }

  private static func store(_ lines: [String], _ certificates: [UInt8]?) throws -> TrustStore {
    var files = certificates.map { [TrustFile(name: "roots", bytes: $0)] } ?? []
    if !lines.isEmpty {
      let text = lines.map { $0 + "\n" }.joined()
      files.append(TrustFile(name: "lines", bytes: Array(text.utf8)))
    }
    return files.isEmpty ? .none : try TrustStore.read(files)
  }
}
