import ReadinessCore

/// Tells problems of operating systems and firmware from those of other software.
struct ProblemKinds {
  private let rules: ScanRules
  private let horizon: SupportHorizon

  init(rules: ScanRules, support: SupportData, asOf: CalendarDate) {
    self.rules = rules
    horizon = SupportHorizon(data: support, asOf: asOf)
  }

  /// What a problem is in.
  ///
  /// In this order: the kind that a platform name has (`cpe:/o` and `cpe:/h`, or `cpe:/a`), the
  /// category of the product in the support data, the beginning of the title. What none of them
  /// tells is other software: most programs are in nobody's list.
  func kind(of problem: ScannedProblem) -> ScanRules.Kind {
    if let product = problem.product {
      let name = product.lowercased()
      for prefix in ["cpe:/", "cpe:2.3:"] where name.hasPrefix(prefix) {
        switch name.dropFirst(prefix.count).first {
        case "o", "h": return .systems
        case "a": return .software
        default: break
        }
      }
      if let known = horizon.system(product, subscription: nil) {
        return rules.systemCategories.contains(known.category) ? .systems : .software
      }
    }
    let title = problem.title.lowercased()
    return rules.systemBeginnings.contains { title.hasPrefix($0) } ? .systems : .software
  }
}
