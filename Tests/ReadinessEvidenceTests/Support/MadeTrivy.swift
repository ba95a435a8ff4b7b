import TestSupport

/// Makes Trivy reports in every variant between versions.
struct MadeTrivy {
  /// Kinds of report.
  enum Variant: CaseIterable {
    case bareList, withoutCreatedAt, withCreatedAt, kubernetes, oldKubernetes, sortedNames
  }

  var numbers: DeterministicNumbers

  init(seed: UInt64) { numbers = DeterministicNumbers(seed: seed) }

  /// A report.
  mutating func report(_ variant: Variant) -> String {
    switch variant {
    case .bareList: "[" + list(0...4) { $0.result(old: true) } + "]"
    case .withoutCreatedAt:
      """
      {"SchemaVersion":2,"ArtifactName":"alpine:3.10","ArtifactType":"container_image",\
      "Metadata":\(metadata()),"Results":[\(list(0...4) { $0.result(old: true) })]}
      """
    case .withCreatedAt:
      """
      {"SchemaVersion":2,"CreatedAt":"2024-05-03T23:30:00.123456789+01:00","ArtifactName":"host-a",\
      "ArtifactType":"filesystem","Metadata":\(metadata()),"Trivy":{"Version":"0.69.1"},\
      "Results":[\(list(0...4) { $0.result(old: false) })]}
      """
    case .sortedNames:
      """
      {"ArtifactName":"host-a","CreatedAt":"2024-05-03T10:00:00Z",\
      "Results":[\(list(0...4) { $0.result(old: false) })],"Metadata":\(metadata()),\
      "SchemaVersion":2}
      """
    case .kubernetes:
      """
      {"ClusterName":"office","Resources":[\(list(1...5) { $0.resource() })]}
      """
    case .oldKubernetes:
      """
      {"ClusterName":"office","Vulnerabilities":[\(list(1...3) { $0.resource() })],\
      "Misconfigurations":[\(list(1...3) { $0.resource() })]}
      """
    }
  }

  private mutating func list(
    _ count: ClosedRange<Int>,
    _ one: (inout MadeTrivy) -> String
  ) -> String {
    let count = Int.random(in: count, using: &numbers)
    return (0..<count).map { _ in one(&self) }.joined(separator: ",\n")
  }

  private mutating func choice(_ texts: [String]) -> String {
    texts[Int.random(in: 0..<texts.count, using: &numbers)]
  }

  private mutating func metadata() -> String {
    choice([
      #"{"OS":{"Family":"debian","Name":"12.5"}}"#,
      #"{"OS":{"Family":"ubuntu","Name":"18.04","EOSL":true},"ImageID":"sha256:00"}"#,
      #"{"OS":{"Family":"alpine","Name":"3.10.2","EOSL":true}}"#,
      "{}", #"{"OS":null}"#,
    ])
  }

  private mutating func resource() -> String {
    let name = choice(["web", "mail", "books"])
    let error = choice(["", "", #","Error":"the image was not found""#])
    let results = choice([
      "", #","Results":null"#, #","Results":[\#(list(0...2) { $0.result(old: false) })]"#,
    ])
    let metadata = choice(["", #","Metadata":\#(metadata())"#])
    return
      #"{"Namespace":"default","Kind":"Pod","Name":"\#(name)"\#(metadata)\#(error)\#(results)}"#
  }

  private mutating func result(old: Bool) -> String {
    let target = choice([
      "host-a (debian 12.5)", "app/package-lock.json", "a \\u00e9 \\ud83d\\ude00",
    ])
    let kind =
      old
      ? ""
      : choice([
        #","Class":"os-pkgs","Type":"debian""#, #","Class":"lang-pkgs","Type":"npm""#,
        #","Class":"config","Type":"dockerfile""#,
      ])
    let flaws = choice([
      "", #","Vulnerabilities":null"#, #","Vulnerabilities":[]"#,
      #","Vulnerabilities":[\#(list(1...6) { $0.vulnerability(old: old) })]"#,
      #","Vulnerabilities":[\#(list(1...6) { $0.vulnerability(old: old) })]"#,
    ])
    let checks = choice([
      "", "",
      #","Misconfigurations":[{"ID":"DS002","Status":"FAIL"},{"Status":"PASS","Title":"x"}]"#,
      #","ExperimentalModifiedFindings":[{"Type":"vulnerability","Finding":{"PkgName":"a"}}]"#,
    ])
    return #"{"Target":"\#(target)"\#(kind)\#(flaws)\#(checks)}"#
  }

  private mutating func vulnerability(old: Bool) -> String {
    let number = Int.random(in: 90_000...90_020, using: &numbers)
    let id = choice(["CVE-2024-\(number)", "CVE-2024-\(number)", "GHSA-\(number)-abcd", "TEMP-1"])
    var fields = [
      #""VulnerabilityID":"\#(id)""#, #""PkgName":"libexample\#(number % 4)""#,
      #""InstalledVersion":"1.2-\#(number % 3)""#, #""Severity":"\#(severity())""#,
    ]
    fields.append(
      choice([
        #""FixedVersion":"1.3""#, #""FixedVersion":"""#, #""PublishedDate":"2024-04-01T00:00:00Z""#,
      ])
    )
    if !old {
      let status = choice([
        "fixed", "affected", "will_not_fix", "end_of_life", "unknown", "fix_deferred",
        "under_investigation", "not_affected",
      ])
      fields.append(#""Status":"\#(status)""#)
    }
    fields.append(#""SeveritySource":"\#(choice(["nvd", "debian", "ghsa", "redhat"]))""#)
    fields.append(
      choice([
        #""Title":"A flaw in\n  an \"example\"""#,
        #""Description":"Long.","References":["https://a/"]"#,
        #""CweIDs":["CWE-79"],"Layer":{"DiffID":"sha256:00"}"#,
      ])
    )
    fields.append(
      choice([
        #""CVSS":null"#, #""CVSS":{}"#,
        #""CVSS":{"nvd":{"V2Vector":"AV:N","V2Score":7.5,"V3Vector":"CVSS:3.1/x","V3Score":9.8}}"#,
        #""CVSS":{"ghsa":{"V3Score":7},"redhat":{"V3Score":6.9},"nvd":{"V40Score":10.0}}"#,
      ])
    )
    return "{" + fields.joined(separator: ", ") + "}"
  }

  private mutating func severity() -> String {
    choice(["CRITICAL", "HIGH", "MEDIUM", "LOW", "UNKNOWN"])
  }
}
