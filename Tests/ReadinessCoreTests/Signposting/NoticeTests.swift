import ReadinessCore
import TestSupport
import Testing

struct NoticeTests {
  private func signposts(
    needs: [String] = ["UM"],
    defence: Bool?,
    asOf: String
  ) throws -> Signposts {
    let directory = try ExampleFirm.directory()
    return Signposter(directory: directory).signposts(
      for: SignpostRequest(
        locality: directory.locality(of: try Postcode("DE4")),
        needs: needs,
        isDefenceSupplier: defence,
        asOf: day(asOf)
      )
    )
  }

  private func level0(_ defence: Bool?, _ asOf: String) throws -> NoticeShown? {
    try signposts(defence: defence, asOf: asOf).notices.first { $0.notice.id == "dcc-level-0" }
  }

  @Test func `the defence date counts the days that are left`() throws {
    let shown = try #require(try level0(true, "2026-11-22"))
    #expect(shown.daysLeft == 39)
    #expect(shown.remark == "39 days left until 31 December 2026.")
    #expect(shown.notice.confidence == .medium)
    #expect(try level0(true, "2026-12-30")?.remark == "1 day left until 31 December 2026.")
    #expect(try level0(true, "2026-12-31")?.remark == "That is today.")
  }

  @Test func `after the day it is said that it has gone by`() throws {
    #expect(
      try level0(true, "2027-01-01")?.remark == "That date, 31 December 2026, has gone by."
    )
  }

  @Test func `it is for defence suppliers only`() throws {
    #expect(try level0(false, "2026-11-22") == nil)
    #expect(try level0(nil, "2026-11-22") == nil)
  }

  @Test func `that no grant is known is said where money is the need`() throws {
    func shows(_ needs: [String]) throws -> Bool {
      try signposts(needs: needs, defence: nil, asOf: "2026-11-22").notices
        .contains { $0.notice.id == "no-grant" }
    }
    #expect(try shows(["FUND"]))
    #expect(try !shows(["UM"]))
  }

  @Test func `what to do in an incident is the last line of every page, in one line`() throws {
    for needs in [["UM"], ["FUND"], []] {
      let text = SignpostText.text(try signposts(needs: needs, defence: nil, asOf: "2026-11-22"))
      #expect(
        text.hasSuffix(
          "\nHacked? Telephone Report Fraud on 0300 123 2040 (in Scotland the police on 101)\n"
        )
      )
    }
  }
}
