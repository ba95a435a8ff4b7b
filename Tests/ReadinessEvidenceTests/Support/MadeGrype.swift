import TestSupport

/// Makes Grype reports in every variant between versions.
struct MadeGrype {
  /// Kinds of report.
  enum Variant: CaseIterable {
    case first, zeroSeven, imageTarget, folderTarget, alerts
  }

  var numbers: DeterministicNumbers

  init(seed: UInt64) { numbers = DeterministicNumbers(seed: seed) }

  /// A report.
  mutating func report(_ variant: Variant) -> String {
    let matches = list(0...6) { $0.match(variant) }
    let target =
      switch variant {
      case .folderTarget, .alerts: #"{"type":"directory","target":"/srv/app"}"#
      default:
        #"{"type":"image","target":{"userInput":"alpine:3.10","imageID":"sha256:00","layers":[{}]}}"#
      }
    let old = variant == .first || variant == .zeroSeven
    let date = old ? "" : #","timestamp":"2024-05-03T10:00:00.5+01:00","db":{"schemaVersion":5}"#
    let version = old ? "0.7.0" : "0.99.0"
    let ignored =
      variant == .imageTarget
      ? #""ignoredMatches":[{"vulnerability":{"id":"CVE-2024-90001"},"appliedIgnoreRules":[]}],"#
      : ""
    let alerts = variant == .alerts ? #""alertsByPackage":[\#(list(1...3) { $0.alert() })],"# : ""
    return """
      {"matches":[\(matches)],\(ignored)"source":\(target),
      "distro":{"name":"debian","version":"12","idLike":""},\(alerts)
      "descriptor":{"name":"grype","version":"\(version)"\(date)}}
      """
  }

  private mutating func list(
    _ count: ClosedRange<Int>,
    _ one: (inout MadeGrype) -> String
  ) -> String {
    let count = Int.random(in: count, using: &numbers)
    return (0..<count).map { _ in one(&self) }.joined(separator: ",\n")
  }

  private mutating func choice(_ texts: [String]) -> String {
    texts[Int.random(in: 0..<texts.count, using: &numbers)]
  }

  private mutating func alert() -> String {
    choice([
      #"""
      {"package":{"name":"a"},"alerts":[{"type":"distro-eol","message":"debian 8 has ended"}]}
      """#,
      #"""
      {"package":{"name":"b"},"alerts":[{"type":"distro-disabled","message":"not looked at",
      "metadata":{"name":"arch"}}]}
      """#,
    ])
  }

  private mutating func match(_ variant: Variant) -> String {
    let number = Int.random(in: 90_000...90_020, using: &numbers)
    let artifact =
      #"{"name":"libexample\#(number % 4)","version":"1.2-\#(number % 3)","type":"deb"}"#
    let related =
      variant == .first || variant == .zeroSeven
      ? ""
      : #","relatedVulnerabilities":[\#(list(0...2) { $0.related() })]"#
    return """
      {"vulnerability":\(vulnerability(variant, number))\(related),"matchDetails":[],\
      "artifact":\(artifact)}
      """
  }

  private mutating func related() -> String {
    """
    {"id":"CVE-2024-\(Int.random(in: 90_000...90_009, using: &numbers))","namespace":"nvd:cpe",\
    "severity":"High","cvss":[\(list(0...2) { $0.score() })]}
    """
  }

  private mutating func score() -> String {
    choice([
      #"{"version":"2.0","vector":"AV:N/AC:L/Au:N/C:P/I:P/A:P","metrics":{"baseScore":7.5}}"#,
      #"{"source":"nvd@nist.gov","type":"Primary","version":"3.1","metrics":{"baseScore":9.8}}"#,
      #"{"version":"3.0","metrics":{"baseScore":6.9,"impactScore":3},"vendorMetadata":{}}"#,
      #"{"version":"4.0","metrics":{"baseScore":10}}"#,
    ])
  }

  private mutating func vulnerability(_ variant: Variant, _ number: Int) -> String {
    let id = choice(["CVE-2024-\(number)", "GHSA-\(number)-abcd"])
    let severity = choice(["Critical", "High", "Medium", "Low", "Negligible", "Unknown"])
    var fields = [#""id":"\#(id)""#, #""severity":"\#(severity)""#]
    switch variant {
    case .first:
      fields.append(choice([#""fixed-in-version":"1.3""#, #""links":[]"#]))
      fields.append(
        choice([#""cvss-v2":{"base-score":5,"vector":"AV:N"}"#, #""cvss-v3":{"base-score":7.5}"#])
      )
    case .zeroSeven:
      fields.append(choice([#""fixedInVersion":"1.3""#, #""fixedInVersion":"""#]))
      fields.append(
        choice([#""cvssV2":{"baseScore":5.0},"cvssV3":{"baseScore":8.1}"#, #""description":"x""#])
      )
    default:
      let space = choice(["debian:distro:debian:12", "github:language:python", "nvd:cpe"])
      fields.append(#""namespace":"\#(space)""#)
      fields.append(#""cvss":[\#(list(0...3) { $0.score() })]"#)
      fields.append(
        choice([
          #""fix":{"versions":["1.3"],"state":"fixed","available":[{"date":"2024-04-01"}]}"#,
          #""fix":{"versions":[],"state":"not-fixed"}"#,
          #""fix":{"versions":[],"state":"wont-fix"}"#,
          #""fix":{"versions":null,"state":""}"#, #""fix":{"versions":[],"state":"unknown"}"#,
          #""fix":{"versions":["2.0"],"state":"unknown"}"#,
        ])
      )
    }
    return "{" + fields.joined(separator: ",") + "}"
  }
}
