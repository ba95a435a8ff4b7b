/// What stands where in Grype's JSON, from version 0.7 to today's.
enum GrypePlace: JSONPlace {
  case root
  case matches, match, ignoredMatches, ignoredMatch
  case vulnerability, id, severity, namespace, fixedInVersion
  case fix, fixState, fixVersions, fixVersion
  case scores, score, scoreSource, scoreVersion, scoreVector, metrics, baseScore
  case oldScoreV2, oldScoreV3
  case relatedVulnerabilities, relatedVulnerability
  case artifact, package, installed
  case source, target, imageName
  case distro, distroName, distroVersion
  case descriptor, tool, toolVersion, timestamp
  case alertsByPackage, packageAlerts, alerts, alert, alertKind, alertMessage

  var shapes: JSONShapes {
    switch self {
    case .root, .match, .ignoredMatch, .vulnerability, .fix, .score, .metrics, .oldScoreV2,
      .oldScoreV3, .relatedVulnerability, .artifact, .source, .distro, .descriptor, .packageAlerts,
      .alert:
      .object
    case .matches, .ignoredMatches, .fixVersions, .scores, .relatedVulnerabilities,
      .alertsByPackage, .alerts:
      .array
    case .target: [.text, .object]
    case .baseScore: .number
    default: .text
    }
  }

  var element: Self {
    switch self {
    case .matches: .match
    case .ignoredMatches: .ignoredMatch
    case .fixVersions: .fixVersion
    case .scores: .score
    case .relatedVulnerabilities: .relatedVulnerability
    case .alertsByPackage: .packageAlerts
    case .alerts: .alert
    default: self
    }
  }

  func member(_ name: String) -> JSONMember<Self> {
    // What is in the target and in an ignored match differs by version and is of no use.
    if let place = Self.members[self]?[name] { return .wanted(place) }
    if self == .target || self == .ignoredMatch { return .known }
    return Self.known[self]?.contains(name) == true ? .known : .unknown
  }

  private static let members: [Self: [String: Self]] = [
    .root: [
      "matches": .matches, "ignoredMatches": .ignoredMatches, "source": .source,
      "distro": .distro, "descriptor": .descriptor, "alertsByPackage": .alertsByPackage,
    ],
    .match: [
      "vulnerability": .vulnerability, "relatedVulnerabilities": .relatedVulnerabilities,
      "artifact": .artifact,
    ],
    .vulnerability: [
      "id": .id, "severity": .severity, "namespace": .namespace, "fix": .fix, "cvss": .scores,
      "fixedInVersion": .fixedInVersion, "fixed-in-version": .fixedInVersion,
      "cvssV2": .oldScoreV2, "cvss-v2": .oldScoreV2, "cvssV3": .oldScoreV3, "cvss-v3": .oldScoreV3,
    ],
    .fix: ["state": .fixState, "versions": .fixVersions],
    .score: [
      "source": .scoreSource, "version": .scoreVersion, "vector": .scoreVector, "metrics": .metrics,
    ],
    .metrics: ["baseScore": .baseScore],
    .oldScoreV2: ["baseScore": .baseScore, "base-score": .baseScore],
    .oldScoreV3: ["baseScore": .baseScore, "base-score": .baseScore],
    .relatedVulnerability: ["id": .id, "namespace": .namespace, "cvss": .scores],
    .artifact: ["name": .package, "version": .installed],
    .source: ["target": .target],
    .target: ["userInput": .imageName],
    .distro: ["name": .distroName, "version": .distroVersion],
    .descriptor: ["name": .tool, "version": .toolVersion, "timestamp": .timestamp],
    .packageAlerts: ["alerts": .alerts],
    .alert: ["type": .alertKind, "message": .alertMessage],
  ]

  private static let known: [Self: Set<String>] = [
    .match: ["matchDetails"],
    .vulnerability: [
      "advisories", "cwes", "dataSource", "description", "epss", "knownExploited", "links", "risk",
      "urls",
    ],
    .fix: ["available"],
    .score: ["type", "vendorMetadata"],
    .metrics: ["exploitabilityScore", "impactScore"],
    .oldScoreV2: [
      "exploitabilityScore", "impactScore", "exploitability-score", "impact-score", "vector",
    ],
    .oldScoreV3: [
      "exploitabilityScore", "impactScore", "exploitability-score", "impact-score", "vector",
    ],
    .relatedVulnerability: [
      "cwes", "dataSource", "description", "epss", "knownExploited", "links", "risk", "severity",
      "urls",
    ],
    .artifact: [
      "cpes", "id", "language", "licenses", "locations", "metadata", "metadataType", "purl", "type",
      "upstreams",
    ],
    .source: ["type"],
    .distro: ["idLike"],
    .descriptor: ["configuration", "db", "vulnerabilityDbStatus"],
    .packageAlerts: ["package"],
    .alert: ["metadata"],
  ]
}
