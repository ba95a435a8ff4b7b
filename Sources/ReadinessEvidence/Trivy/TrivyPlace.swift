/// What stands where in Trivy's JSON, from the bare list of old versions to today's.
enum TrivyPlace: JSONPlace {
  case root
  case schemaVersion, createdAt, artifactName, tool, toolVersion
  case metadata, system, systemFamily, systemName, systemEnded
  case resources, resource, namespace, kind, resourceName, failure
  case results, result, target, resultClass, resultType
  case vulnerabilities, vulnerability
  case id, package, installed, fixed, status, severity, severitySource, title
  case scores, source, scoreV2, scoreV3, scoreV4
  case misconfigurations, misconfiguration, misconfigurationStatus
  case modifiedFindings, modifiedFinding

  var shapes: JSONShapes {
    switch self {
    case .root: [.object, .array]
    case .tool, .metadata, .system, .resource, .result, .vulnerability, .scores, .source,
      .misconfiguration, .modifiedFinding:
      .object
    case .resources, .results, .vulnerabilities, .misconfigurations, .modifiedFindings:
      .array
    case .schemaVersion, .scoreV2, .scoreV3, .scoreV4: .number
    case .systemEnded: .flag
    default: .text
    }
  }

  var element: Self {
    switch self {
    case .root, .results: .result
    case .resources: .resource
    case .vulnerabilities: .vulnerability
    case .misconfigurations: .misconfiguration
    case .modifiedFindings: .modifiedFinding
    default: .id
    }
  }

  func member(_ name: String) -> JSONMember<Self> {
    if let place = Self.members[self]?[name] { return .wanted(place) }
    if Self.known[self]?.contains(name) == true { return .known }
    switch self {
    case .scores: return .entry(.source)
    case .root where Self.resourceLists.contains(name): return .entry(.resources)
    default: return .unknown
    }
  }

  /// What the lists of a cluster's resources are called, by version and kind of report.
  private static let resourceLists: Set<String> = [
    "Resources", "Findings", "Vulnerabilities", "Misconfigurations",
  ]

  private static let members: [Self: [String: Self]] = [
    .root: [
      "SchemaVersion": .schemaVersion, "CreatedAt": .createdAt, "ArtifactName": .artifactName,
      "Metadata": .metadata, "Results": .results, "Trivy": .tool,
    ],
    .tool: ["Version": .toolVersion],
    .metadata: ["OS": .system],
    .system: ["Family": .systemFamily, "Name": .systemName, "EOSL": .systemEnded],
    .resource: [
      "Namespace": .namespace, "Kind": .kind, "Name": .resourceName, "Metadata": .metadata,
      "Results": .results, "Error": .failure,
    ],
    .result: [
      "Target": .target, "Class": .resultClass, "Type": .resultType,
      "Vulnerabilities": .vulnerabilities, "Misconfigurations": .misconfigurations,
      "ExperimentalModifiedFindings": .modifiedFindings,
    ],
    .vulnerability: [
      "VulnerabilityID": .id, "PkgName": .package, "InstalledVersion": .installed,
      "FixedVersion": .fixed, "Status": .status, "Severity": .severity,
      "SeveritySource": .severitySource, "Title": .title, "CVSS": .scores,
    ],
    .source: ["V2Score": .scoreV2, "V3Score": .scoreV3, "V40Score": .scoreV4],
    .misconfiguration: ["Status": .misconfigurationStatus],
  ]

  private static let known: [Self: Set<String>] = [
    .root: ["ArtifactID", "ArtifactType", "ClusterName", "ReportID"],
    .metadata: [
      "Size", "ImageID", "DiffIDs", "RepoTags", "RepoDigests", "ImageConfig", "Layers", "RepoURL",
      "Branch", "Tags", "Commit", "CommitMsg", "Author", "Committer", "Reference",
    ],
    .system: ["Extended", "extended"],
    .result: ["Packages", "MisconfSummary"],
    .vulnerability: [
      "CweIDs", "DataSource", "Description", "Fingerprint", "LastModifiedDate", "Layer", "LayerID",
      "PkgID", "PkgIdentifier", "PkgPath", "PrimaryURL", "PublishedDate", "References", "VendorIDs",
      "VendorSeverity",
    ],
    .source: ["V2Vector", "V3Vector", "V40Vector"],
    .misconfiguration: [
      "AVDID", "CauseMetadata", "Description", "ID", "IacMetadata", "Layer", "Message", "Namespace",
      "PrimaryURL", "Query", "References", "Resolution", "Severity", "Title", "Traces", "Type",
    ],
    .modifiedFinding: ["Finding", "Source", "Statement", "Status", "Type"],
  ]
}
