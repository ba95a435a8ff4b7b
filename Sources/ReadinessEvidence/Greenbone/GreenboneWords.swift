/// The elements of a Greenbone report that are read.
///
/// Many names mean something else in each place: what an element is, its parents tell.
enum GreenboneElement: String, XMLName {
  case response = "get_reports_response"
  case report
  case gmp
  case omp
  case version
  case filters
  case term
  case status = "scan_run_status"
  case scanStart = "scan_start"
  case scanEnd = "scan_end"
  case results
  case resultCount = "result_count"
  case full
  case filtered
  case errors
  case error
  case count
  case ports

  case result
  case name
  case host
  case hostname
  case port
  case test = "nvt"
  case tags
  case cvssBase = "cvss_base"
  case cve
  case references = "refs"
  case reference = "ref"
  case severities
  case severity
  case origin
  case score
  case solution
  case threat
  case quality = "qod"
  case value
  case originalSeverity = "original_severity"
  case detection
  case details
  case detail

  case address = "ip"
  case start
}

/// The attributes of a Greenbone report that are read.
enum GreenboneAttribute: String, XMLName {
  case oid
  case type
  case id
}

extension XMLVocabulary where Element == GreenboneElement, Attribute == GreenboneAttribute {
  /// What is read of a Greenbone report.
  static let greenbone = XMLVocabulary(
    roots: [.report, .response],
    role: { element in
      switch element {
      case .response, .report, .gmp, .omp, .filters, .results, .resultCount, .errors, .ports,
        .result, .test, .references, .severities, .quality, .detection, .details, .detail:
        .container
      case .host, .port, .severity: .mixed(most: 400)
      case .tags: .leaf(most: 65_536)
      case .cve: .leaf(most: 16_384)
      case .name, .term, .value: .leaf(most: 1_024)
      case .error, .reference: .leaf(most: 0)
      default: .leaf(most: 200)
      }
    },
    skipped: knownElements,
    longestAttribute: 800
  )

  /// Elements that are known and say nothing that is needed.
  private static let knownElements = [
    "owner", "comment", "creation_time", "modification_time", "writable", "in_use", "task",
    "report_format", "report_config", "sort", "hosts", "closed_cves", "vulns", "os", "apps",
    "ssl_certs", "user_tags", "tags_count", "timezone", "timezone_abbrev", "timestamp",
    "permissions", "filter", "keywords", "phrase", "hole", "info", "log", "warning", "debug",
    "false_positive", "critical", "high", "medium", "low", "scan", "asset", "family", "bid", "xref",
    "cert", "certs", "epss", "date", "summary", "insight", "affected", "impact", "vuldetect",
    "scan_nvt_version", "scan_nvt_oid", "description", "original_threat", "compliance", "notes",
    "overrides", "end", "port_count", "source", "extra", "page", "delta", "first_result",
    "results_count", "host_start", "host_end", "category", "copyright", "risk_factor",
    "solution_type", "compliance_count", "result_page", "tickets", "report_result",
    "reports", "default_timeout", "preferences", "location",
    "type", "report_count", "qod_type",
  ]
}
