/// The elements of a `.nessus` file that are read.
enum NessusElement: String, XMLName {
  case file = "NessusClientData_v2"
  case report = "Report"
  case host = "ReportHost"
  case properties = "HostProperties"
  case tag
  case item = "ReportItem"

  case cve
  case cpe
  case scoreV2 = "cvss_base_score"
  case scoreV3 = "cvss3_base_score"
  case scoreV4 = "cvss4_base_score"
  /// A web application scan's own names for its scores.
  case webScoreV2 = "cvss"
  case webScoreV3 = "cvssv3"
  case scoreSource = "cvss_score_source"
  case scoreSourceV3 = "cvss3_score_source"
  case patched = "patch_publication_date"
  case unsupported = "unsupported_by_vendor"
  case solution
  case output = "plugin_output"
  case compliance
  case complianceResult = "compliance-result"

  /// What becomes of the element.
  var role: XMLRole {
    switch self {
    case .file, .report, .host, .properties, .item: .container
    case .tag: .leaf(most: 2_048)
    case .output: .leaf(most: 2_048)
    case .solution: .leaf(most: 64)
    case .cpe: .leaf(most: 512)
    default: .leaf(most: 128)
    }
  }
}

/// The attributes of a `.nessus` file that are read.
enum NessusAttribute: String, XMLName {
  case name
  case type
  case port
  case service = "svc_name"
  case transport = "protocol"
  case severity
  case plugin = "pluginID"
  case title = "pluginName"
  case family = "pluginFamily"
}

extension XMLVocabulary where Element == NessusElement, Attribute == NessusAttribute {
  /// What is read of a `.nessus` file.
  static let nessus = XMLVocabulary(
    roots: [.file],
    role: { $0.role },
    skipped: knownFields,
    longestAttribute: 800
  )

  /// Fields that are known and say nothing that is needed.
  private static let knownFields = [
    "Policy", "description", "synopsis", "risk_factor", "see_also", "bid", "xref", "cwe", "osvdb",
    "cert", "iava", "iavb", "iavt", "edb-id", "msft", "mskb", "secunia", "usn", "dsa", "rhsa",
    "cvss_vector", "cvss_temporal_score", "cvss_temporal_vector", "cvss3_vector",
    "cvss3_temporal_score", "cvss3_temporal_vector", "cvss4_vector", "cvss4_threat_score",
    "cvss4_threat_vector", "cvss_score_rationale", "cvssV3_impactScore",
    "plugin_publication_date", "plugin_modification_date", "vuln_publication_date",
    "plugin_version", "script_version", "fname", "plugin_name", "plugin_type", "plugin_id",
    "exploit_available", "exploitability_ease", "exploit_framework_metasploit",
    "exploit_framework_core", "exploit_framework_canvas", "exploit_framework_d2_elliot",
    "exploit_framework_exploithub", "exploited_by_malware", "exploited_by_nessus",
    "exploit_code_maturity", "metasploit_name", "canvas_package", "d2_elliot_name",
    "stig_severity", "attachment", "agent", "vpr_score", "age_of_vuln", "product_coverage",
    "threat_recency", "threat_intensity_last_28", "threat_sources_last_28", "seol_date",
    "epss_score", "cisa-known-exploited", "cea-id", "in_the_news", "asset_inventory",
    "asset_inventory_category", "asset_categories", "hardware_inventory", "os_identification",
    "potential_vulnerability", "default_account", "thorough_tests", "required_key",
    "compliance-check-name", "compliance-check-id", "compliance-actual-value",
    "compliance-policy-value", "compliance-info", "compliance-solution",
    "compliance-audit-file", "compliance-reference", "compliance-see-also",
    "compliance-uname", "compliance-functional-id", "compliance-informational-id",
    "compliance-full-id", "compliance-benchmark-name", "compliance-benchmark-version",
    "compliance-benchmark-profile", "compliance-control-id", "compliance-source",
    "compliance-error",
  ]
}
