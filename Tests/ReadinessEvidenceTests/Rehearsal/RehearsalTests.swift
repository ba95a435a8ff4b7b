import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

/// Groups, samples and the list for the day, on the example firm.
struct RehearsalTests {
  @Test func `the example firm's devices fall into the groups that its lists give`() throws {
    // Evidence/Example/README.md: A2.6 has six rows, A2.7 two, A2.8 five; no two are one build.
    let rehearsal = try RehearsedFirm.rehearse()
    #expect(
      rehearsal.draws.map { "\($0.group.kind.rawValue) \($0.group.count) \($0.first.count)" } == [
        "computer 9 3", "computer 3 2", "computer 6 3", "computer 1 1", "computer 1 1",
        "computer 1 1", "server 1 1", "server 1 1", "mobile 4 2", "mobile 3 2", "mobile 3 2",
        "mobile 2 2", "mobile 2 2",
      ]
    )
    #expect(rehearsal.devices == 37)
    #expect(rehearsal.draws[0].group.build == "Microsoft Windows 11 25H2 Pro")
    #expect(rehearsal.draws[2].group.support.fails == .yes)
    #expect(rehearsal.notCounted == [])
  }

  @Test func `one build in other words, in several rows, is one group`() throws {
    let rehearsal = try RehearsedFirm.rehearse([
      "A2.6": RehearsedFirm.computers([
        ("11 25H2", "Pro", 10), ("Windows 11 25H2", "Professional", 9), ("11 25H2", "Home", 1),
        ("11 24H2", "Pro", 5),
      ])
    ])
    let computers = rehearsal.draws.filter { $0.group.kind == .computer }.map(\.group.count)
    #expect(computers == [19, 1, 5])
    #expect(rehearsal.draws[0].group.lots.map(\.row) == [1, 2])
    #expect(rehearsal.draws[0].first.count == 3)
  }

  @Test(arguments: [
    (1, 1), (2, 2), (5, 2), (6, 3), (19, 3), (20, 4), (60, 4), (61, 5), (5_000, 5),
  ])
  func `a sample is as large as the table says`(devices: Int, sample: Int) throws {
    let rehearsal = try RehearsedFirm.rehearse([
      "A2.6": RehearsedFirm.computers([("11 25H2", "Pro", devices)])
    ])
    #expect(rehearsal.draws[0].first.count == sample)
  }

  @Test func `servers are all tested, whatever size is asked for`() throws {
    let rows = AnswerContent.rows([
      [
        "make": .text("HPE"), "product": .text("Windows Server"), "version": .text("2022"),
        "quantity": .number(30),
      ]
    ])
    let rehearsal = try RehearsedFirm.rehearse(sample: 2, ["A2.7": rows])
    let server = try #require(rehearsal.draws.first { $0.group.kind == .server })
    #expect(server.first.count == 30)
    #expect(server.isWhole && server.second.isEmpty)
  }

  @Test func `the second sample is as large and has no device of the first`() throws {
    for seed in UInt64(0)..<20 {
      let rehearsal = try RehearsedFirm.rehearse(
        seed: seed,
        [
          "A2.6": RehearsedFirm.computers([("11 25H2", "Pro", 40), ("11 25H2", "Home", 5)])
        ]
      )
      for draw in rehearsal.draws where !draw.isWhole {
        #expect(Set(draw.first).isDisjoint(with: draw.second))
        #expect(draw.second.count == min(draw.first.count, draw.group.count - draw.first.count))
      }
      #expect(rehearsal.draws[0].second.count == 4)
    }
  }

  @Test func `the same seed draws the same devices, another one others`() throws {
    func devices(_ seed: UInt64) throws -> [[SampledDevice]] {
      try RehearsedFirm.rehearse(seed: seed).draws.map(\.first)
    }
    #expect(try devices(7) == devices(7))
    #expect(try devices(7) != devices(8))
  }

  @Test func `a change in one group leaves the draws of the others as they were`() throws {
    func home(_ count: Int) throws -> [SampledDevice] {
      let changes = [
        "A2.6": RehearsedFirm.computers([("11 25H2", "Pro", count), ("11 25H2", "Home", 12)])
      ]
      return try #require(try RehearsedFirm.rehearse(changes).draws.dropFirst().first).first
    }
    #expect(try home(9) == home(40))
  }

  @Test func `the order of rows changes no draw but the row's number`() throws {
    func groups(_ rows: [(String, String, Int)]) throws -> [String: [Int]] {
      let draws = try RehearsedFirm.rehearse(["A2.6": RehearsedFirm.computers(rows)]).draws
      return draws.reduce(into: [:]) { $0[$1.group.key] = $1.first.map(\.number) }
    }
    let rows = [("11 25H2", "Pro", 9), ("11 25H2", "Home", 12)]
    #expect(try groups(rows) == groups(rows.reversed()))
  }

  @Test func `late devices give exact odds, and all groups together their product`() throws {
    let changes = [
      "A2.6": RehearsedFirm.computers([("11 25H2", "Pro", 40), ("11 25H2", "Home", 6)])
    ]
    let rehearsal = try RehearsedFirm.rehearse(late: [1: 5, 2: 1], changes)
    #expect(rehearsal.draws[0].odds == SampleOdds(devices: 40, late: 5, sample: 4))
    #expect(try RehearsedFirm.rehearse().draws[2].late == 6)
    let product = (5_236.0 / 9_139) * 0.5
    #expect(abs((rehearsal.missesAll ?? 0) - product) < 1e-12)
    let quiet = changes.with(["A2.7-any": .no])
    #expect(try RehearsedFirm.rehearse(quiet).missesAll == nil)
  }

  @Test func `rows without a number, or with too many devices, are named and not counted`() throws {
    let rows = AnswerContent.rows([
      ["make": .text("A"), "product": .text("Linux"), "version": .text("1")],
      [
        "make": .text("B"), "product": .text("Linux"), "version": .text("1"),
        "quantity": .number(.max),
      ],
      [
        "make": .text("C"), "product": .text("Linux"), "version": .text("1"),
        "quantity": .number(-5),
      ],
      [
        "make": .text("D"), "product": .text("Linux"), "version": .text("1"),
        "quantity": .number(2),
      ],
    ])
    let rehearsal = try RehearsedFirm.rehearse(["A2.6": rows])
    #expect(rehearsal.notCounted == ["A2.6 row 1", "A2.6 row 2", "A2.6 row 3"])
    #expect(rehearsal.draws[0].group.count == 2)
  }

  @Test func `a table that is not asked any more lists no device`() throws {
    let rehearsal = try RehearsedFirm.rehearse(["A2.8-any": .no])
    #expect(!rehearsal.draws.contains { $0.group.kind == .mobile })
  }

  @Test func `the last day is the earlier of three months and thirty days`() throws {
    let both = try RehearsedFirm.rehearse(
      certificateDate: day("2026-11-30"),
      start: day("2027-02-10")
    )
    #expect(both.lastDay == day("2027-02-28"))
    let early = try RehearsedFirm.rehearse(
      certificateDate: day("2026-11-30"),
      start: day("2026-12-10")
    )
    #expect(early.lastDay == day("2027-01-09"))
    #expect(try RehearsedFirm.rehearse().lastDay == nil)
  }
}
