import TestSupport

/// Makes XCCDF results in every place and version.
struct MadeXCCDF {
  /// Where the results stand.
  enum Place: CaseIterable {
    case root, benchmark, several, collection
  }

  let version: String
  var numbers: DeterministicNumbers

  init(version: String, seed: UInt64) {
    self.version = version
    numbers = DeterministicNumbers(seed: seed)
  }

  private var space: String { "http://checklists.nist.gov/xccdf/\(version)" }

  /// A file.
  mutating func file(_ place: Place) -> String {
    switch place {
    case .root: return run(declares: true)
    case .benchmark: return benchmark(run(declares: false))
    case .several:
      return benchmark((0..<5).map { _ in run(declares: false) }.joined(separator: "\n"))
    case .collection:
      let runs = (0..<3).map { number in
        """
        <arf:report id="x\(number)"><arf:content>\(run(declares: true))</arf:content></arf:report>
        """
      }
      return """
        <?xml version="1.0" encoding="UTF-8"?>
        <arf:asset-report-collection xmlns:arf="http://scap.nist.gov/schema/asset-reporting-format/1.1">
        <arf:assets><arf:asset id="a"/></arf:assets><arf:report-requests><arf:report-request id="q">
        <arf:content>\(benchmark(""))</arf:content></arf:report-request></arf:report-requests>
        <arf:reports>\(runs.joined())<arf:report id="o"><arf:content>
        <oval_results xmlns="http://oval.mitre.org/XMLSchema/oval-results-5"><results/></oval_results>
        </arf:content></arf:report></arf:reports></arf:asset-report-collection>
        """
    }
  }

  private func benchmark(_ inner: String) -> String {
    let rules = (0..<6).map { number in
      """
      <Rule id="rule_\(number)" selected="true" severity="low"><title>Rule  <b>x</b>\(number)</title>\
      <title xml:lang="de">Regel \(number)</title><description>Long</description>\
      <check system="oval"><check-content-ref href="a.xml"/></check></Rule>
      """
    }
    return """
      <Benchmark xmlns="\(space)" id="bench" resolved="1"><status>draft</status><title>B</title>\
      <version>1</version><Profile id="p"><title>P</title></Profile>\
      <Group id="g"><title>G</title>\(rules.joined())</Group>\(inner)</Benchmark>
      """
  }

  private mutating func run(declares: Bool) -> String {
    let results = [
      "pass", "fail", "fail", "error", "unknown", "notapplicable", "notchecked", "notselected",
      "informational", "fixed",
    ]
    let only = one(in: 4) == 0 ? "notapplicable" : nil
    let rules = (0..<(1 + one(in: 7))).map { _ in
      let result = only ?? results[one(in: results.count)]
      let changed =
        one(in: 8) == 0
        ? """
        <override time="2024-05-03T10:00:00" authority="Jo"><old-result>fail</old-result>\
        <new-result>\(result)</new-result><remark>x</remark></override>
        """ : ""
      let id = one(in: 9) == 0 ? "rule_security_patches_up_to_date" : "rule_\(one(in: 8))"
      return """
        <rule-result idref="\(id)" severity="medium" weight="1.0"><result>\(result)</result>\
        \(changed)<check system="x"><check-content-ref href="a" name="b"/></check></rule-result>
        """
    }
    let end = one(in: 5) == 0 ? "" : #" end-time="2024-05-0\#(3 + one(in: 3))T10:00:05+00:00""#
    let flag = one(in: 2) == 0 ? "true" : "false"
    return """
      <TestResult\(declares ? " xmlns=\"\(space)\"" : "") id="r" version="1.0" \
      start-time="2024-05-03T10:00:00+00:00"\(end) test-system="cpe:/a:redhat:openscap:1.3.7">\
      <benchmark href="b.xml" id="bench"/><title>T</title>\
      <identity authenticated="\(flag)" privileged="false">root</identity>\
      <profile idref="p"/><target>pc-0\(one(in: 3)).example.test</target>\
      <target>other</target><target-address>198.51.100.50</target-address>\
      <target-facts><fact name="a" type="string">b</fact></target-facts>\
      <platform idref="cpe:/o:debian:debian_linux:12"/>\(rules.joined())\
      <score system="urn:xccdf:scoring:default">50.0</score></TestResult>
      """
  }

  private mutating func one(in count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }
}
