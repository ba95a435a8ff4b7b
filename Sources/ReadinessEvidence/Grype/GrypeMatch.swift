/// One entry of `matches`.
struct GrypeMatch {
  private var id: String?
  private var severity: String?
  private var namespace: String?
  private var fixedInVersion: String?
  private var fixState: String?
  private var fixVersions = 0
  private var package: String?
  private var installed: String?
  private var related: [String] = []
  private var scores: [CVSSScore] = []

  private var inRelated = false
  private var relatedNamespace: String?
  private var score = Score()
  /// The scores whose namespace is not known until their object ends.
  private var unsettled: [Score] = []

  private struct Score {
    var version = CVSSVersion.unknown
    var vectorVersion = CVSSVersion.unknown
    var source: String?
    var tenths: Int?
  }

  /// An object or array of the entry begins.
  mutating func begin(_ place: GrypePlace) {
    switch place {
    case .score: score = Score()
    case .oldScoreV2: score = Score(version: .v2)
    case .oldScoreV3: score = Score(version: .v3)
    case .vulnerability: unsettled = []
    case .relatedVulnerability:
      unsettled = []
      inRelated = true
      relatedNamespace = nil
    default: break
    }
  }

  /// An object or array of the entry ends.
  mutating func end(_ place: GrypePlace) {
    switch place {
    case .score, .oldScoreV2, .oldScoreV3:
      if unsettled.count < 20 { unsettled.append(score) }
    case .vulnerability: settle(namespace)
    case .relatedVulnerability:
      settle(relatedNamespace)
      inRelated = false
    default: break
    }
  }

  private mutating func settle(_ namespace: String?) {
    for score in unsettled where scores.count < 40 {
      guard let tenths = score.tenths else { continue }
      let version = score.version == .unknown ? score.vectorVersion : score.version
      scores.append(CVSSScore(version: version, tenths: tenths, source: score.source ?? namespace))
    }
    unsettled = []
  }

  /// Takes the number of the score that is read just now; `false` where it is none from 0 to 10.
  mutating func take(score number: String) -> Bool {
    score.tenths = JSONNumber.tenths(number)
    return score.tenths != nil
  }

  /// Takes a text at one of the entry's places.
  mutating func take(_ text: String?, at place: GrypePlace) {
    switch place {
    case .id:
      if !inRelated {
        id = text
      } else if let text, related.count < 100 {
        related.append(text)
      }
    case .namespace:
      if inRelated { relatedNamespace = text } else { namespace = text }
    case .severity: severity = text
    case .fixedInVersion: fixedInVersion = text
    case .fixState: fixState = text
    case .fixVersion: fixVersions += text == nil ? 0 : 1
    case .package: package = text
    case .installed: installed = text
    case .scoreSource: score.source = text
    case .scoreVersion: score.version = CVSSVersion(number: text ?? "")
    case .scoreVector: score.vectorVersion = CVSSVersion(vector: text ?? "")
    default: break
    }
  }

  /// The problem; `nil` where it has no id.
  var problem: ScannedProblem? {
    guard let id else { return nil }
    let words = [package, installed].compactMap { $0 }
    let product = words.isEmpty ? nil : words.joined(separator: " ")
    let title = KeptText.line(product.map { "\(id) in \($0)" } ?? id)
    var problem = ScannedProblem(id: id, title: title)
    problem.product = product
    for id in [id] + related { problem.add(cve: id) }
    for score in scores { problem.add(score) }
    problem.toolSeverity = severity
    if let severity, severity != "Unknown", isOfVendor { problem.vendorSeverity = severity }
    problem.fix =
      switch fixState {
      case "fixed": .available
      case "not-fixed": .none
      case "wont-fix": .never
      // Version 0.7 has no state, and names the version where there is a fix.
      default: fixVersions > 0 || fixedInVersion != nil ? .available : .unknown
      }
    return problem
  }

  /// Whether the severity is that of the system's own vendor.
  ///
  /// `debian:distro:debian:12` is; `nvd:cpe` and `github:language:python` are not.
  private var isOfVendor: Bool {
    guard let namespace else { return false }
    return namespace.contains(":distro:")
  }
}
