import ReadinessPolicy

/// Policies written for a test.
enum SamplePolicy {
  /// A file with those clauses, from line 5 on.
  static func text(
    _ body: String,
    attributes: String = "",
    before: String = ""
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <policy xmlns="urn:readiness:policy:1" id="sample" version="1.0" owner="Tests" issued="2026-11-01"\(attributes)>
      <title>A sample</title>
      <about>For a test.</about>\(before)
    \(body)
    </policy>

    """
  }

  /// The policy of those clauses.
  ///
  /// - Throws: where it has a mistake.
  static func reading(
    _ body: String,
    attributes: String = "",
    before: String = ""
  ) throws -> Policy {
    try PolicyReader.read(Array(text(body, attributes: attributes, before: before).utf8))
  }
}

extension PolicyJudgement {
  /// The codes of the reasons.
  var codes: [String] { reasons.map(\.code.rawValue) }
  /// The codes of the remarks.
  var remarkCodes: [String] { remarks.map(\.code.rawValue) }
}
