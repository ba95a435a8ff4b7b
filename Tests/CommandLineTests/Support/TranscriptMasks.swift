/// Hides what differs from run to run, so that equal things stay equal.
///
/// The first digest that is met becomes `<digest-1>`, wherever and however it stands again.
struct TranscriptMasks {
  private var names: [String: [String]] = [:]

  private mutating func name(_ kind: String, _ value: String) -> String {
    var known = names[kind] ?? []
    if let place = known.firstIndex(of: value) { return "<\(kind)-\(place + 1)>" }
    known.append(value)
    names[kind] = known
    return "<\(kind)-\(known.count)>"
  }

  mutating func mask(_ line: String) -> String {
    var line = line
    // A fingerprint as openssl prints it.
    line = replace(line, /(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/) {
      ("digest", $0.lowercased().filter { $0 != ":" })
    }
    // A fingerprint to be read out: two lines of eight groups.
    line = replace(line, /(?:[0-9a-fA-F]{4} ){7}[0-9a-fA-F]{4}/) { ("groups", $0.lowercased()) }
    line = replace(line, /[0-9a-f]{64}/) { ("digest", $0) }
    line = replace(line, /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/) { ("id", $0) }
    line = replace(line, /[0-9a-fA-F]{32}/) { ("serial", $0.lowercased()) }
    line = line.replacing(/"salt":"[^"]*"/, with: "\"salt\":\"<salt>\"")
    // A thread's address in an error of OpenSSL's.
    line = line.replacing(/[0-9A-F]{16}:error/, with: "<thread>:error")
    // A signature is now and then a byte shorter.
    return line.replacing(/[0-9]+ bytes/, with: "<some> bytes")
  }

  private mutating func replace(
    _ line: String,
    _ pattern: Regex<Substring>,
    _ name: (String) -> (kind: String, value: String)
  ) -> String {
    var masked = ""
    var rest = Substring(line)
    while let match = rest.firstMatch(of: pattern) {
      let (kind, value) = name(String(match.output))
      masked += rest[..<match.range.lowerBound] + self.name(kind, value)
      rest = rest[match.range.upperBound...]
    }
    return masked + rest
  }
}
