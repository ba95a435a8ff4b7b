import ReadinessAttestation
import ReadinessCore

extension Policy {
  /// The policy in plain words, one paragraph a line, with how far each is set in.
  public var inWords: [(indent: Int, text: String)] {
    var lines: [(Int, String)] = [
      (0, title), (0, "\(id), version \(version), by \(owner), \(issued.inWords)"),
      (0, "SHA-256 \(sha256)"),
    ]
    if let until { lines.append((0, "Not to be used after \(until.inWords).")) }
    lines += [(0, ""), (0, about), (0, "")]
    for tier in tiers {
      lines.append(
        (0, "Tier \(tier.id): \(tier.title)\(tier.isDefault ? " (if none is said)" : "")")
      )
    }
    if !tiers.isEmpty { lines.append((0, "")) }
    lines.append((0, "All of these are demanded:"))
    for clause in clauses {
      let tiers = clause.tiers.map { " (only tier \($0.joined(separator: ", ")))" } ?? ""
      lines.append((2, "\(clause.id)\(tiers): \(clause.demand.inWords)"))
      if let why = clause.why { lines.append((4, "Why: \(why)")) }
      if !clause.sources.isEmpty {
        lines.append((4, "Source: \(clause.sources.map(confidence).joined(separator: ", "))"))
      }
    }
    lines.append(
      (2, "Always: every question is answered. Incomplete answers never meet a policy.")
    )
    if !exemptions.isEmpty { lines += [(0, ""), (0, "Exempt:")] }
    for exemption in exemptions {
      let firms = exemption.suppliers.map(\.description).joined(separator: ", ")
      lines.append(
        (
          2,
          "\(exemption.id): \(firms) from \(exemption.clause), until \(exemption.until.inWords), "
            + "by \(exemption.owner): \(exemption.reason)"
        )
      )
    }
    if !sources.isEmpty { lines += [(0, ""), (0, "Sources:")] }
    for source in sources {
      lines.append(
        (
          2,
          "\(source.id) (\(source.confidence.rawValue) confidence, as of \(source.asOf)): "
            + source.text + (source.url.map { " \($0)" } ?? "")
        )
      )
    }
    return lines.map { ($0.0, VisibleText.of($0.1)) }
  }

  private func confidence(_ id: String) -> String {
    guard let source = sources.first(where: { $0.id == id }) else { return id }
    return "\(id) (\(source.confidence.rawValue) confidence)"
  }
}
