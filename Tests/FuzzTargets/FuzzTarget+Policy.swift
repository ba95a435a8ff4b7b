import ReadinessPolicy

extension FuzzTarget {
  static func policy(_ bytes: [UInt8]) {
    guard let policy = try? PolicyReader.read(bytes) else { return }
    hold(!policy.clauses.isEmpty, "something is demanded")
    hold(
      !policy.inWords.contains { line in line.text.unicodeScalars.contains { $0.value < 0x20 } },
      "no control in its words"
    )
  }
}
