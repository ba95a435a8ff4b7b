import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

/// Mistakes in the steps of a table, and in what a set builds on.
struct FlowMistakeTests {
  private static let columns = """
    <column id="name" type="text" needed="yes"><prompt>Name</prompt></column>
    <column id="way" type="choice"><prompt>Way</prompt>
    <option id="a">A</option><option id="b">B</option></column>
    <column id="count" type="number"><prompt>Count</prompt></column>
    """
  private static let rest = """
    <evidence stale-after-days="30">A list.</evidence>
    <remedy effort="days" cost="free"><do>Mend it.</do></remedy>
    """
  private static let plain = """
    <step gives="adverse"><because>a</because><cell column="way" is="a"/></step>
    <step gives="met"><because>few</because><cell-number column="count" at-most="10"/></step>
    """
  private static let last = #"<otherwise gives="adverse"><because>else</because></otherwise>"#

  private func problems(_ flow: String, _ attributes: String = "") throws -> [String] {
    let question = SmallPack.question("Q", "table", attributes, Self.columns + flow + Self.rest)
    let text = SmallPack.xml([question])
    return try QuestionnaireChecks.check(Array(text.utf8), sha256: Pack.noDigest).problems
      .map(\.what)
  }

  private func flow(_ steps: String, names: String = "name", last: String = last) -> String {
    "<flow names=\"\(names)\">\(steps)\(last)</flow>"
  }

  @Test func `steps that each decide some row are in order`() throws {
    #expect(try problems(flow(Self.plain)) == [])
  }

  @Test func `a step that no row can reach is told`() throws {
    let steps =
      Self.plain
      + #"<step gives="met"><because>a again</because><cell column="way" is="a"/></step>"#
    #expect(try problems(flow(steps)) == ["step 3 of Q can never decide a row"])
  }

  @Test func `numbers too are followed from step to step`() throws {
    let steps =
      Self.plain
      + #"<step gives="met"><because>five</because><cell-number column="count" at-most="5"/></step>"#
    #expect(try problems(flow(steps)) == ["step 3 of Q can never decide a row"])
  }

  @Test func `an otherwise for which nothing is left is told`() throws {
    let steps = """
      <step gives="adverse"><because>a</because><cell column="way" is="a"/></step>
      <step gives="met"><because>b</because><cell column="way" is="b"/></step>
      """
    #expect(try problems(flow(steps)) == ["no row of Q is ever left for \"otherwise\""])
  }

  @Test func `steps of which none is good, or none is bad, are told`() throws {
    let steps = #"<step gives="adverse"><because>a</because><cell column="way" is="a"/></step>"#
    #expect(try problems(flow(steps)) == ["no step of Q gives met"])
  }

  @Test func `unknown columns and options are told`() throws {
    let steps =
      Self.plain + #"<step gives="met"><because>c</because><cell column="way" is="c"/></step>"#
      + #"<step gives="met"><because>d</because><cell column="none" is="a"/></step>"#
    #expect(
      try problems(flow(steps, names: "name title")) == [
        "Q has no column \"title\"", "the column \"way\" of Q has no option \"c\"",
        "Q has no column \"none\"",
      ]
    )
  }

  @Test func `steps of what is no table are told`() throws {
    let question = SmallPack.question(
      "Q",
      "yes-no",
      #"good="yes""#,
      flow(#"<step gives="met"><because>x</because><answer is="yes"/></step>"#, names: "name")
        + Self.rest
    )
    let text = SmallPack.xml([question])
    let found = try QuestionnaireChecks.check(Array(text.utf8), sha256: Pack.noDigest).problems
    #expect(found.map(\.what).contains("Q is not a table"))
    #expect(found.map(\.what).contains("Q has steps but is no table"))
    #expect(found.allSatisfy { $0.position != nil })
  }

  @Test func `a condition on a cell that goes in a circle is told`() throws {
    let steps =
      Self.plain + #"<step gives="met"><because>x</because><outcome of="Q" is="met"/></step>"#
    let found = try problems(flow(steps))
    #expect(found.count == 1)
    #expect(found.first?.contains("go in a circle") == true)
  }

  @Test func `resting on another set without naming it is told`() throws {
    let found = try problems(flow(Self.plain), "rests-on=\"A6.4\"")
    #expect(found == ["it rests on A6.4, but the set says not which set it builds on"])
  }

  @Test func `resting on a question that the other set does not have is told with its place`()
    throws
  {
    let text = String(decoding: try Repository.bytes(PlusPack.path), as: UTF8.self)
      .replacing(#"rests-on="A4.7 A6.4""#, with: #"rests-on="A4.7 A6.44""#)
    let problems = try QuestionnaireChecks.check(Array(text.utf8), sha256: Pack.noDigest) { _ in
      try? Pack.shipped()
    }.problems
    #expect(
      problems.map(\.what) == ["the set \"cyber-essentials\" has no question \"A6.44\" to rest on"]
    )
    #expect(problems.first?.position?.line ?? 0 > 100)
  }
}
