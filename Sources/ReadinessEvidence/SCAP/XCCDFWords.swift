/// The elements of XCCDF results, and of the collections around them, that are read.
enum XCCDFElement: String, XMLName {
  case collection = "asset-report-collection"
  case requests = "report-requests"
  case request = "report-request"
  case reports
  case report
  case content
  case dataStreams = "data-stream-collection"
  case component

  case benchmark = "Benchmark"
  case group = "Group"
  case rule = "Rule"
  case title

  case testResult = "TestResult"
  case benchmarkReference = "benchmark"
  case identity
  case profile
  case target
  case targetAddress = "target-address"
  case platform
  case ruleResult = "rule-result"
  case result
  case override
}

/// The attributes of XCCDF results that are read.
enum XCCDFAttribute: String, XMLName {
  case id
  case href
  case idref
  case severity
  case start = "start-time"
  case end = "end-time"
  case tool = "test-system"
  case authenticated
}

extension XMLVocabulary where Element == XCCDFElement, Attribute == XCCDFAttribute {
  /// What is read of XCCDF results, alone, in a benchmark or in an asset report collection.
  ///
  /// Other reports in a collection, of OVAL or OCIL, are counted as not understood.
  static let xccdf = XMLVocabulary(
    roots: [.benchmark, .testResult, .collection],
    role: { element in
      switch element {
      case .collection, .requests, .request, .reports, .report, .content, .dataStreams, .component,
        .benchmark, .group, .rule, .testResult, .ruleResult, .override:
        .container
      case .benchmarkReference, .identity, .profile, .platform: .leaf(most: 0)
      default: .leaf(most: 800)
      }
    },
    skipped: knownElements,
    namespaces: [
      "http://checklists.nist.gov/xccdf/1.1", "http://checklists.nist.gov/xccdf/1.2",
    ],
    longestAttribute: 800
  )

  /// Elements that are known and say nothing that is needed.
  private static let knownElements = [
    // Of the collection.
    "relationships", "assets", "extended-infos", "catalog", "data-stream", "oval_definitions",
    "cpe-list", "extended-component",
    // Of the benchmark.
    "status", "dc-status", "description", "notice", "front-matter", "rear-matter", "reference",
    "plain-text", "platform-specification", "version", "metadata", "model", "Profile", "Value",
    "style", "signature", "Signature", "warning", "rationale", "requires", "conflicts", "ident",
    "impact-metric", "profile-note", "fixtext", "fix", "check", "complex-check", "question",
    "Platform-Specification", "cpe2-platform-specification",
    // Of the results.
    "remark", "organization", "target-facts", "target-id-ref", "set-value",
    "set-complex-value", "tailoring-file", "score", "message", "instance", "old-result",
    "new-result",
  ]
}
