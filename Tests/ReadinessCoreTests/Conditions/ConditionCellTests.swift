import ReadinessCore
import TestSupport
import Testing

/// Cells and parts that are missing or "don't know" inside an answer that is there.
struct ConditionCellTests {
  private func table(_ condition: String) -> ConditionProbe {
    .one("cells", condition, ConditionProbe.table, .rows([]), .rows([]))
  }

  private func seen(_ condition: String, _ rows: [[String: Value]]) throws -> Seen {
    try table(condition).seen(["G": .yes, "T": .rows(rows)])
  }

  private let flagged = #"<some-row of="T"><cell column="flag" is="yes"/></some-row>"#
  private let allFlagged = #"<every-row of="T"><cell column="flag" is="yes"/></every-row>"#
  private let large = #"<some-row of="T"><cell-number column="size" above="14"/></some-row>"#

  @Test func `a cell that is empty or don't know makes a test on it unknown`() throws {
    for condition in [flagged, allFlagged] {
      #expect(try seen(condition, [["name": .text("a")]]) == .unknown)
      #expect(try seen(condition, [["flag": .dontKnow]]) == .unknown)
    }
    #expect(try seen(large, [["name": .text("a")]]) == .unknown)
    #expect(try seen(large, [["size": .dontKnow]]) == .unknown)
    #expect(try seen(large, [["size": .text("15")]]) == .unknown)
  }

  @Test func `one row that settles it is enough beside unknown ones`() throws {
    #expect(try seen(flagged, [[:], ["flag": .yes]]) == .yes)
    #expect(try seen(flagged, [[:], ["flag": .no]]) == .unknown)
    #expect(try seen(allFlagged, [[:], ["flag": .no]]) == .no)
    #expect(try seen(allFlagged, [[:], ["flag": .yes]]) == .unknown)
  }

  @Test func `a table without rows has no row, and all of its rows are anything`() throws {
    #expect(try seen(flagged, []) == .no)
    #expect(try seen(allFlagged, []) == .yes)
    #expect(try seen(#"<unsupported-row of="T"/>"#, []) == .no)
    #expect(try seen(#"<row-count of="T" at-most="0"/>"#, []) == .yes)
  }

  @Test func `a cell is given when something stands in it`() throws {
    let condition = #"<some-row of="T"><cell-given column="name"/></some-row>"#
    #expect(try seen(condition, [["flag": .yes]]) == .no)
    #expect(try seen(condition, [["name": .text("")]]) == .no)
    #expect(try seen(condition, [["name": .text("a")]]) == .yes)
    let unknown = try seen(condition, [["name": .dontKnow]])
    #expect(unknown == .unknown)
  }

  @Test func `a row of another table matches by its words, case and spaces aside`() throws {
    let probe = try #require(
      ConditionProbe.all.first { $0.description == "matching-row of T's row" }
    )
    func seen(_ name: Value?) throws -> Seen {
      var row: [String: Value] = [:]
      row["name"] = name
      return try probe.seen(probe.otherAnswers.with("G", .yes).with("T", .rows([row])))
    }
    #expect(try seen(.text("Invented Service")) == .yes)
    #expect(try seen(.text(" INVENTED\tservice\n")) == .yes)
    #expect(try seen(.text("InventedService")) == .no)
    #expect(try seen(.text("")) == .no)
    #expect(try seen(nil) == .unknown)
    #expect(try seen(.dontKnow) == .unknown)
  }

  @Test func `a part that is missing or don't know makes a test on it unknown`() throws {
    for condition in [
      #"<answer of="T" part="flag" is="yes"/>"#, #"<chosen of="T" part="several" any="A"/>"#,
      #"<number of="T" part="size" above="3"/>"#,
    ] {
      let probe = ConditionProbe.one("part", condition, ConditionProbe.parts, .yes, .no)
      #expect(try probe.seen(["G": .yes, "T": .parts(["words": .text("a")])]) == .unknown)
      let unknown: [String: Value] = ["flag": .dontKnow, "several": .dontKnow, "size": .dontKnow]
      #expect(try probe.seen(["G": .yes, "T": .parts(unknown)]) == .unknown)
    }
  }

  @Test func `an unsupported row is found among many, in any of the tables`() throws {
    let condition = #"<unsupported-row of="T U"/>"#
    let probe = ConditionProbe(
      description: "two tables",
      condition: condition,
      target: ConditionProbe.table,
      good: .rows([]),
      other: .rows([]),
      others: [
        SmallPack.question("U", "table", #"mark="information""#, ConditionProbe.columns)
      ]
    )
    let old: [String: Value] = ["name": .text("FortiOS"), "version": .text("7.2")]
    let new: [String: Value] = ["name": .text("FortiOS"), "version": .text("7.6")]
    func seen(_ first: AnswerContent?, _ second: AnswerContent?) throws -> Seen {
      try probe.seen(["G": .yes].with("T", first).with("U", second))
    }
    #expect(try seen(.rows([new, old]), .rows([])) == .yes)
    #expect(try seen(.rows([new]), .rows([new, old])) == .yes)
    #expect(try seen(.rows([new]), .rows([new])) == .no)
    #expect(try seen(.rows([new]), nil) == .unknown)
    #expect(try seen(nil, .rows([old])) == .yes)
  }

  @Test func `an unsupported row without a subscription counts, with a live one it does not`()
    throws
  {
    let condition = #"<unsupported-row of="T"/>"#
    func seen(_ subscription: Value?) throws -> Seen {
      var row: [String: Value] = ["name": .text("Windows"), "version": .text("10 22H2")]
      row["subscription"] = subscription
      return try self.seen(condition, [row])
    }
    #expect(try seen(.word("none")) == .yes)
    #expect(try seen(.word("live")) == .no)
    #expect(try seen(.dontKnow) == .unknown)
    let notRecorded = try seen(nil)
    // README: "past its last supported day …, with no live subscription"; facts section 9:
    // "no subscription recorded: judged, not only shown".
    #expect(notRecorded == .yes)
  }
}
