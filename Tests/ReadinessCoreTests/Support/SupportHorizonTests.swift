import ReadinessCore
import TestSupport
import Testing

/// How dates, programmes and subscriptions are judged.
struct SupportHorizonTests {
  private func judge(
    _ product: String,
    _ version: String,
    edition: String? = nil,
    subscription: String? = nil,
    on date: CalendarDate = dateOfFacts,
    data: SupportData = SmallSupportData.data
  ) -> SupportJudgement {
    SupportHorizon(data: data, asOf: date).judge(
      product: product,
      version: version,
      edition: edition,
      subscription: subscription,
      checked: nil
    )
  }

  @Test func `the end date is the last supported day, that day included`() {
    // Facts, section 6: Windows 11 24H2 Home and Pro ended on 2026-10-13.
    func status(_ date: String) -> SupportJudgement {
      judge("Microsoft Windows", "11 24H2", edition: "Pro", on: day(date))
    }
    #expect(status("2026-10-12").status == .supported)
    #expect(status("2026-10-13").status == .supported)
    #expect(status("2026-10-13").fails == .no)
    #expect(status("2026-10-14").status == .ended)
    #expect(status("2026-10-14").fails == .yes)
    #expect(status("2026-10-14").ends == day("2026-10-13"))
  }

  @Test func `a live subscription carries on until its last day, that day included`() {
    func judged(_ date: String) -> SupportJudgement {
      judge("Windows", "10 22H2", subscription: "live", on: day(date))
    }
    #expect(judged("2025-10-14").status == .supported)
    #expect(judged("2025-10-15").status == .extendedOnly)
    #expect(judged("2028-10-10").status == .extendedOnly)
    #expect(judged("2028-10-10").fails == .no)
    #expect(judged("2028-10-10").ends == day("2028-10-10"))
    #expect(judged("2028-10-11").status == .ended)
    #expect(judged("2028-10-11").fails == .yes)
  }

  @Test func `extended updates that are not paid for do not count`() {
    let judged = judge("Windows", "10 22H2", subscription: "none")
    #expect(judged.status == .extendedOnly)
    #expect(judged.fails == .yes)
    #expect(judged.ends == day("2025-10-14"))
  }

  @Test func `the consumer programme is to be checked while it runs, and then is over`() {
    func judged(_ date: String) -> SupportJudgement {
      judge("Windows", "10 22H2", subscription: "consumer", on: day(date))
    }
    #expect(judged("2026-11-22").status == .checkWithVendor)
    #expect(judged("2027-10-12").status == .checkWithVendor)
    #expect(judged("2027-10-12").fails == .no)
    #expect(judged("2027-10-13").status == .extendedOnly)
    #expect(judged("2027-10-13").fails == .yes)
  }

  @Test func `a consumer programme that does not exist does not count`() {
    let judged = judge(
      "Windows Server",
      "2016",
      subscription: "consumer",
      on: day("2027-02-01")
    )
    #expect(judged.fails == .yes)
  }

  @Test func `a subscription says nothing where no programme runs`() {
    for subscription in ["live", "consumer", "none"] {
      let ended = judge("FortiOS", "7.2", subscription: subscription)
      #expect(ended.status == .ended)
      #expect(ended.fails == .yes)
      let over = judge("Windows Server", "2012 R2", subscription: subscription)
      #expect(over.status == .ended)
      #expect(over.fails == .yes)
    }
  }

  @Test func `whether it is paid for must be said`() {
    let judged = judge("Windows", "10 22H2", subscription: nil)
    #expect(judged.status == .extendedOnly)
    #expect(judged.fails != .no)
    let odd = judge("Windows", "10 22H2", subscription: "perhaps")
    #expect(odd.fails != .no)
  }

  @Test func `Debian's own LTS needs no subscription`() {
    // Facts, section 6: Debian 12 on LTS to 2028-06-30; Debian 11 ended 2026-08-31.
    #expect(judge("Debian", "12").status == .supported)
    #expect(judge("Debian", "12", on: day("2028-06-30")).fails == .no)
    #expect(judge("Debian", "12", on: day("2028-07-01")).fails == .yes)
    #expect(judge("Debian", "11").fails == .yes)
  }

  @Test func `no end date is told as none announced, not as for ever`() {
    let judged = judge("Firefox", "153")
    #expect(judged.status == .supported)
    #expect(judged.ends == nil)
    #expect(judged.note == "no end date is announced")
  }

  @Test
  func `what only the maker can tell is to be checked, and what is over without a date is over`() {
    #expect(judge("iOS", "26").status == .checkWithVendor)
    #expect(judge("iOS", "26").fails == .no)
    #expect(judge("iOS", "15").status == .ended)
    #expect(judge("iOS", "15").fails == .yes)
  }

  @Test func `the same row can be judged at any date, so that a forecast needs no other engine`() {
    let dates = ["2026-11-22", "2027-01-12", "2027-01-13", "2030-01-12", "2030-01-13"]
    let seen = dates.map {
      judge("Windows Server", "2016", subscription: "live", on: day($0)).status
    }
    #expect(seen == [.supported, .supported, .extendedOnly, .extendedOnly, .ended])
  }

  // MARK: "I checked it"

  private static let question = SmallPack.question(
    "Q",
    "table",
    #"mark="information""#,
    """
    <column id="p" type="text" role="product"><prompt>P</prompt></column>
    <column id="v" type="text" role="version"><prompt>V</prompt></column>
    <column id="c" type="date" role="checked"><prompt>C</prompt></column>
    """
  )

  private func row(
    _ product: String,
    _ version: String,
    checked: Value?
  ) throws -> SupportJudgement {
    var row: [String: Value] = ["p": .text(product), "v": .text(version)]
    row["c"] = checked
    let assessment = try SmallPack.assessor([Self.question]).assess(["Q": .rows([row])])
    return try #require(assessment.support.first).judgement
  }

  @Test func `a dated check counts as said where the data cannot tell`() throws {
    for (product, version, status) in [
      ("iOS", "26", SupportJudgement.Status.checkWithVendor),
      ("Microsoft 365 Apps", "subscription", .checkWithVendor),
      ("Invented Router", "3", .noMatch), ("FortiOS", "99", .noMatch),
    ] {
      let unchecked = try row(product, version, checked: nil)
      let checked = try row(product, version, checked: .on("2026-11-01"))
      #expect(unchecked.status == status)
      #expect(!unchecked.note.hasPrefix("you checked it"))
      #expect(checked.status == status)
      #expect(checked.fails == .no)
      #expect(checked.note.hasPrefix("you checked it on 2026-11-01; "))
    }
  }

  @Test func `a check goes stale after 92 days, and one that lies ahead does not count`() throws {
    #expect(SupportHorizon.checkCounts == 92)
    let seen = try ["2026-08-21", "2026-08-22", "2026-11-22", "2026-11-23"].map {
      try row("iOS", "26", checked: .on($0)).note.hasPrefix("you checked it")
    }
    #expect(seen == [false, true, true, false])
    #expect(try !row("iOS", "26", checked: .dontKnow).note.hasPrefix("you checked it"))
    #expect(try !row("iOS", "26", checked: .text("2026-11-01")).note.hasPrefix("you checked it"))
  }

  @Test func `no check saves what the data knows to be over`() throws {
    for (product, version) in [("FortiOS", "7.2"), ("iOS", "15"), ("Windows", "10 22H2")] {
      let judged = try row(product, version, checked: .on("2026-11-22"))
      #expect(judged.fails != .no)
      #expect(!judged.note.hasPrefix("you checked it"))
    }
  }
}
