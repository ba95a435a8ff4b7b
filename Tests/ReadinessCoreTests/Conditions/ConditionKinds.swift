import ReadinessCore
import TestSupport

extension ConditionProbe {
  /// One probe for each kind of condition, each true with one answer and false with another.
  static let all: [ConditionProbe] = answers + tables + combined

  private static let answers: [ConditionProbe] = [
    one("answer", #"<answer of="T" is="yes"/>"#, yesNo, .yes, .no),
    one(
      "answer, one of several",
      #"<answer of="T" is="A B"/>"#,
      target("choice", "", options),
      .option("B"),
      .option("C")
    ),
    one(
      "answer of a part",
      #"<answer of="T" part="flag" is="yes"/>"#,
      parts,
      .parts(["flag": .yes]),
      .parts(["flag": .no])
    ),
    one(
      "chosen",
      #"<chosen of="T" any="A B"/>"#,
      target("choices", "", options),
      .options("B", "C"),
      .options("C")
    ),
    one(
      "chosen of a part",
      #"<chosen of="T" part="several" any="A"/>"#,
      parts,
      .parts(["several": .words(["A", "B"])]),
      .parts(["several": .words(["B"])])
    ),
    one(
      "chosen only",
      #"<chosen of="T" only="A B"/>"#,
      target("choices", "", options),
      .options("A"),
      .options("A", "C")
    ),
    one(
      "number above",
      #"<number of="T" above="3"/>"#,
      target("number"),
      .number(4),
      .number(3)
    ),
    one("number below", #"<number of="T" below="3"/>"#, target("number"), .number(2), .number(3)),
    one(
      "number at least",
      #"<number of="T" at-least="3"/>"#,
      target("number"),
      .number(3),
      .number(2)
    ),
    one(
      "number at most",
      #"<number of="T" at-most="3"/>"#,
      target("number"),
      .number(3),
      .number(4)
    ),
    one(
      "number between",
      #"<number of="T" above="3" at-most="5"/>"#,
      target("number"),
      .number(5),
      .number(6)
    ),
    one(
      "number of a part",
      #"<number of="T" part="size" above="3"/>"#,
      parts,
      .parts(["size": .number(4)]),
      .parts(["size": .number(3)])
    ),
    one(
      "given",
      #"<given of="T"/>"#,
      target("text", #"mark="information""#),
      .text("something"),
      .text("  \n")
    ),
    one(
      "given, a part",
      #"<given of="T" part="words"/>"#,
      parts,
      .parts(["words": .text("a")]),
      .parts(["words": .text(" ")])
    ),
    one(
      "given, parts",
      #"<given of="T"/>"#,
      parts,
      .parts(["words": .text("a")]),
      .parts(["words": .text(" ")])
    ),
    one("outcome", #"<outcome of="T" is="met"/>"#, yesNo, .yes, .no),
    one("outcome, not met", #"<outcome of="T" is="not-met"/>"#, yesNo, .no, .yes),
  ]

  private static let tables: [ConditionProbe] = [
    one("given, a table", #"<given of="T"/>"#, table, row(["name": .text("a")]), .rows([])),
    one(
      "row-count",
      #"<row-count of="T" at-least="2"/>"#,
      table,
      .rows([["flag": .yes], ["flag": .no]]),
      .rows([["flag": .yes]])
    ),
    one(
      "some-row with cell",
      #"<some-row of="T"><cell column="flag" is="yes"/></some-row>"#,
      table,
      .rows([["flag": .no], ["flag": .yes]]),
      .rows([["flag": .no], ["flag": .no]])
    ),
    one(
      "every-row with cell",
      // Zero rows would satisfy every-row alone.
      #"<all><row-count of="T" at-least="1"/><every-row of="T"><cell column="flag" is="yes"/></every-row></all>"#,
      table,
      .rows([["flag": .yes], ["flag": .yes]]),
      .rows([["flag": .yes], ["flag": .no]])
    ),
    one(
      "cell-number",
      #"<some-row of="T"><cell-number column="size" above="14"/></some-row>"#,
      table,
      row(["size": .number(15)]),
      row(["size": .number(14)])
    ),
    one(
      "cell-given",
      #"<some-row of="T"><cell-given column="name"/></some-row>"#,
      table,
      row(["name": .text("a")]),
      row(["name": .text(" ")])
    ),
    one(
      "unsupported-row",
      #"<unsupported-row of="T"/>"#,
      table,
      row(["name": .text("FortiOS"), "version": .text("7.2.9")]),
      row(["name": .text("FortiOS"), "version": .text("7.4.5")])
    ),
    ConditionProbe(
      description: "matching-row in T",
      condition: """
        <some-row of="U"><matching-row of="T" column="name" equals="name">
        <cell column="flag" is="yes"/></matching-row></some-row>
        """,
      target: table,
      good: row(["name": .text(" invented  SERVICE "), "flag": .yes]),
      other: row(["name": .text("Invented Service"), "flag": .no]),
      others: [SmallPack.question("U", "table", #"mark="information""#, columns)],
      otherAnswers: ["U": row(["name": .text("Invented Service")])]
    ),
    ConditionProbe(
      description: "matching-row of T's row",
      condition: """
        <some-row of="T"><matching-row of="U" column="name" equals="name"/></some-row>
        """,
      target: table,
      good: row(["name": .text("Invented Service")]),
      other: row(["name": .text("Invented Services")]),
      others: [SmallPack.question("U", "table", #"mark="information""#, columns)],
      otherAnswers: ["U": row(["name": .text("Invented Service")])]
    ),
  ]

  private static let combined: [ConditionProbe] = [
    ConditionProbe(
      description: "all",
      condition: #"<all><answer of="T" is="yes"/><answer of="U" is="yes"/></all>"#,
      target: yesNo,
      good: .yes,
      other: .no,
      others: [SmallPack.question("U", "yes-no", #"good="yes""#)],
      otherAnswers: ["U": .yes]
    ),
    ConditionProbe(
      description: "any",
      condition: #"<any><answer of="U" is="yes"/><answer of="T" is="yes"/></any>"#,
      target: yesNo,
      good: .yes,
      other: .no,
      others: [SmallPack.question("U", "yes-no", #"good="yes""#)],
      otherAnswers: ["U": .no]
    ),
  ]
}
