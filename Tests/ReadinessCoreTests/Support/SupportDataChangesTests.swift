import ReadinessCore
import TestSupport
import Testing

/// What differs between two versions of the end-of-support data.
struct SupportDataChangesTests {
  private let old = SmallSupportData.data(
    SmallSupportData.product(
      "Alpha",
      [
        SmallSupportData.release("1", ends: "2026-01-01"),
        SmallSupportData.release("2", editions: ["pro", "home"], ends: "2027-01-01"),
        SmallSupportData.release("3", ends: "2028-01-01", extended: "2029-01-01"),
      ]
    ),
    SmallSupportData.product("Gone", [SmallSupportData.release("9")])
  )

  @Test func `the same data differs in nothing`() {
    #expect(SupportDataChanges(from: old, to: old).changes.isEmpty)
  }

  @Test func `rows that came, rows that went, dates that moved and other judgements are told`() {
    let new = SmallSupportData.data(
      SmallSupportData.product(
        "Alpha",
        [
          SmallSupportData.release("2", editions: ["home", "pro"], ends: "2027-02-02"),
          SmallSupportData.release("3", ends: "2028-01-01", judge: .vendor),
          SmallSupportData.release("4"),
        ]
      ),
      SmallSupportData.product("New", [SmallSupportData.release("1")])
    )
    let changes = SupportDataChanges(from: old, to: new)
    #expect(
      changes.changes.map(\.inWords) == [
        "moved  Alpha 2 (home pro): last supported day 2027-01-01 to 2027-02-02",
        "moved  Alpha 3: end of extended updates 2029-01-01 to none",
        "judged  Alpha 3: judged by dates before, by vendor now",
        "added  Alpha 4", "removed  Alpha 1", "added  New 1", "removed  Gone 9",
      ]
    )
    #expect(changes[.moved] == 2 && changes[.added] == 2 && changes[.removed] == 2)
    #expect(changes[.judged] == 1)
  }

  @Test func `going back undoes every change`() {
    let new = SmallSupportData.data(
      SmallSupportData.product("Alpha", [SmallSupportData.release("5", ends: "2030-01-01")])
    )
    let there = SupportDataChanges(from: old, to: new)
    let back = SupportDataChanges(from: new, to: old)
    #expect(there[.added] == back[.removed] && there[.removed] == back[.added])
    #expect(there[.moved] == back[.moved])
  }

  @Test func `a release stands as its dates say, the last day included`() {
    let release = SmallSupportData.release("1", ends: "2026-10-13", extended: "2027-10-13")
    #expect(release.status(on: day("2026-10-13")) == .supported)
    #expect(release.status(on: day("2026-10-14")) == .extendedOnly)
    #expect(release.status(on: day("2027-10-14")) == .ended)
    #expect(SmallSupportData.release("1").status(on: day("2099-01-01")) == .supported)
    #expect(
      SmallSupportData.release("1", judge: .vendor).status(on: dateOfFacts) == .checkWithVendor
    )
    #expect(SmallSupportData.release("1", judge: .ended).status(on: dateOfFacts) == .ended)
  }
}
