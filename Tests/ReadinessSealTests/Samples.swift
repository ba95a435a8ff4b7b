import ReadinessAttestation
import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessSeal

/// Results with salts that are easy to tell apart.
enum Sample {
  static let now = Instant(unixSeconds: 1_795_860_000)

  static func digest(_ name: String) -> String { Digest.sha256Hex(Array(name.utf8)) }

  static func result(
    _ name: String,
    _ decision: Decision = .valid,
    _ reasons: [String] = [],
    salt: UInt8 = 0
  ) throws -> SealedResult {
    SealedResult(
      file: decision == .unreadable ? nil : digest(name),
      decision: decision,
      reasons: reasons,
      salt: try #require(Salt([UInt8](repeating: salt, count: 16)))
    )
  }

  /// So many results of files `file-0`, `file-1` and so on.
  static func leaves(_ count: Int = 7) throws -> SealLeaves {
    try SealLeaves(
      try (0..<count).map { number in
        try result(
          "file-\(number)",
          number % 3 == 1 ? .doesNotMeetPolicy : .valid,
          number % 3 == 1 ? ["policy/not-disclosed", "policy/too-old"] : [],
          salt: UInt8(truncatingIfNeeded: number)
        )
      }
    )
  }

  static func seal(_ leaves: SealLeaves) -> Seal {
    Seal(
      made: now,
      judgedAt: now,
      program: "0.1.0",
      policySHA256: digest("policy"),
      trustSHA256: digest("trust"),
      revocation: .require,
      leaves: leaves
    )
  }
}

extension RangeReplaceableCollection where Element == UInt8 {
  var text: String { String(decoding: self, as: UTF8.self) }
}
