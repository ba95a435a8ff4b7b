import ReadinessAttestation
import ReadinessCore
import ReadinessRegister

/// Fills registers, and times that.
enum RegisterBenchmark {
  /// `register-add FILE FIRST COUNT` adds so many files to a register, in one transaction.
  ///
  /// It says how many microseconds that took. One file in five is an older firm's second.
  static func add(_ arguments: [String]) throws {
    guard arguments.count == 3, let first = Int(arguments[1]), let count = Int(arguments[2]) else {
      throw UsageError.use("register-add FILE FIRST COUNT")
    }
    let files = (first..<first + max(1, count)).map { number in
      (entry: entry(number), check: check(number))
    }
    let register = try Register(path: arguments[0])
    let before = Stopwatch.microseconds()
    try register.add(files)
    print("add \(Stopwatch.microseconds() - before)")
  }

  private static func entry(_ number: Int) -> RegisterEntry {
    let firm = number % 5 == 4 ? number / 2 : number
    let sequence = 1_795_000_000 + number * 37
    let moment = Instant(unixSeconds: sequence)
    let organisation = Identifier(scheme: "GB-COH", id: String(10_000_000 + firm))
    let key = digest("key \(firm)")
    var evidence: [String: CalendarDate] = [:]
    for place in 0..<3 { evidence[digest("evidence \(firm) \(place)")] = moment.day }
    return RegisterEntry(
      file: digest("file \(number)"),
      path: "inbox/\(number).asice",
      organisation: organisation.description,
      name: "Supplier \(firm) Ltd",
      identifiers: [organisation],
      confirmed: [organisation],
      anchor: "authority \(digest("root"))",
      attestation: "urn:example:\(number)",
      sequence: sequence,
      issued: moment,
      judgedOn: moment.day,
      validUntil: moment.adding(seconds: 90 * 86_400),
      verdict: "ready",
      questionnaire: "Cyber Essentials Danzell 16.2",
      signer: key,
      signerKey: key,
      signerSubject: "O=Supplier \(firm) Ltd",
      trust: "vouched for by a programme",
      signedAt: moment,
      evidence: evidence,
      certificates: [
        "CE-\(firm)": .init(scheme: "ce", expires: moment.day.adding(days: 60 + number % 300))
      ],
      // One firm in a hundred shows how it stands on each requirement.
      outcomes: firm % 100 == 0 ? outcomes(firm / 100) : [:]
    )
  }

  private static func outcomes(_ shift: Int) -> [String: String] {
    var outcomes: [String: String] = [:]
    for place in 0..<79 {
      outcomes["REQ-\(place / 10)\(place % 10)"] = (shift + place) % 7 == 0 ? "not met" : "met"
    }
    return outcomes
  }

  private static func digest(_ text: String) -> String { Digest.sha256Hex(Array(text.utf8)) }

  private static func check(_ number: Int) -> RegisterCheck {
    RegisterCheck(
      at: Instant(unixSeconds: 1_799_000_000),
      program: "readiness benchmark",
      policy: Digest.sha256Hex([1]),
      trust: Digest.sha256Hex([2]),
      decision: number % 3 == 0 ? "does not meet policy" : "meets policy",
      reasons: number % 3 == 0 ? ["policy:CERT-1:no-certificate: the firm names none"] : []
    )
  }
}
