import ReadinessCore
import ReadinessEvidence
import ReadinessXML
import TestSupport
import Testing

@Suite struct InventoryMergeTests {
  private static let now = Instant(unixSeconds: 1_795_000_000)

  private func merge(
    _ csv: String,
    into answers: [String: AnswerContent],
    replace: Bool = false
  ) throws -> InventoryMerge {
    let questionnaire = try Pack.shipped()
    let reader = InventoryReader(
      columns: try InventoryColumns.read(Repository.bytes("Support/InventoryColumns.xml")),
      questionnaire: questionnaire,
      support: SmallSupportData.data
    )
    return InventoryMerge(
      try reader.read(Array(csv.utf8)),
      into: AnswerSheet(answers, for: questionnaire),
      questionnaire,
      by: "inventory x.csv",
      at: Self.now,
      replace: replace
    )
  }

  private static let list = """
    list,make,product,version,edition,quantity,owner
    A2.6,Dell,Microsoft Windows,11 25H2,Pro,9,company

    """

  private static func rows(_ quantity: Int, _ more: [String: Value] = [:]) -> AnswerContent {
    .rows([
      [
        "make": .text("Dell"), "product": .text("microsoft windows"), "version": .text("11 25H2"),
        "edition": .text("Pro"), "quantity": .number(quantity), "owner": .word("company"),
      ].merging(more) { $1 }
    ])
  }

  @Test func `an open table is filled, and says where it comes from and when`() throws {
    let merge = try merge(Self.list, into: ["A2.6": .dontKnow])
    #expect(merge.filled == ["A2.6"])
    #expect(merge.sheet["A2.6"]?.by == "inventory x.csv")
    #expect(merge.sheet["A2.6"]?.at == Self.now)
    #expect(merge.sheet["A2.6"]?.content.tableRows.first?["quantity"] == .number(9))
  }

  @Test func `what a person said stays, and the difference is shown`() throws {
    let merge = try merge(Self.list, into: ["A2.6": Self.rows(8)])
    #expect(merge.filled.isEmpty)
    #expect(merge.differences.map(\.question.id) == ["A2.6"])
    #expect(merge.sheet["A2.6"]?.content == Self.rows(8))
  }

  @Test func `with replace the list counts, and what it cannot know is kept`() throws {
    let checked = ["checked": Value.date(day("2026-11-01")), "subscription": .word("live")]
    let merge = try merge(Self.list, into: ["A2.6": Self.rows(8, checked)], replace: true)
    #expect(merge.filled == ["A2.6"])
    let row = try #require(merge.sheet["A2.6"]?.content.tableRows.first)
    #expect(row["quantity"] == .number(9))
    #expect(row["checked"] == .date(day("2026-11-01")))
    #expect(row["subscription"] == .word("live"))
  }

  @Test func `the same devices are the same, whatever the person knows beyond the list`() throws {
    let checked = ["checked": Value.date(day("2026-11-01"))]
    let merge = try merge(Self.list, into: ["A2.6": Self.rows(9, checked)])
    #expect(merge.same == ["A2.6"])
    #expect(merge.differences.isEmpty)
    #expect(merge.sheet["A2.6"]?.content == Self.rows(9, checked))
  }

  @Test func `"none" of a person's is an answer, and is not overwritten`() throws {
    let merge = try merge(Self.list, into: ["A2.6": .rows([])])
    #expect(merge.differences.count == 1)
    #expect(merge.sheet["A2.6"]?.content == .rows([]))
  }

  private static let servers = """
    list,make,product,version,edition,quantity
    A2.7,Dell,Windows Server,2022,Standard,1

    """

  @Test func `a list with servers answers the question whether there are any`() throws {
    let gate = try #require(try Pack.shipped().question("A2.7")?.when?.questions.first)
    let merge = try merge(Self.servers, into: [:])
    #expect(merge.filled.sorted() == [gate, "A2.7"].sorted())
    #expect(merge.sheet[gate]?.content == .yes)
  }

  @Test func `"no servers" beside a list with servers is a difference`() throws {
    let gate = try #require(try Pack.shipped().question("A2.7")?.when?.questions.first)
    let merge = try merge(Self.servers, into: [gate: .no])
    #expect(merge.sheet[gate]?.content == .no)
    #expect(merge.differences.map(\.question.id).contains(gate))
  }
}
