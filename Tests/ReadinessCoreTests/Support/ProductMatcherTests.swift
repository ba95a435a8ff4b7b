import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

/// What people type is matched against the real end-of-support data.
@Suite struct ProductMatcherTests {
  private static let real = Result { try read() }

  private static func read() throws -> SupportData {
    try SupportDataReader.read(Repository.bytes("Support/EndOfSupport.xml"), sha256: "")
  }

  private func judge(
    _ product: String,
    _ version: String = "",
    _ edition: String? = nil,
    subscription: String? = "none",
    day: String = "2026-11-22"
  ) throws -> SupportJudgement {
    let horizon = SupportHorizon(
      data: try Self.real.get(),
      asOf: try #require(CalendarDate(iso: day))
    )
    return horizon.judge(
      product: product,
      version: version,
      edition: edition,
      subscription: subscription,
      checked: nil
    )
  }

  private func stand(of judgement: SupportJudgement) -> Typed.Stand {
    if judgement.fails == .yes { return .fails }
    return switch judgement.status {
    case .supported: .supported
    case .extendedOnly: .extendedOnly
    case .ended: .fails
    case .checkWithVendor: .checkWithVendor
    case .noMatch: .noMatch
    }
  }

  @Test(arguments: Typed.all)
  func standsAsTheDataSays(_ typed: Typed) throws {
    let judgement = try judge(
      typed.product,
      typed.version,
      typed.edition,
      subscription: typed.subscription,
      day: typed.day
    )
    #expect(stand(of: judgement) == typed.stand, "\(judgement)")
  }

  // MARK: What the note says

  @Test func asksForTheEdition() throws {
    let judgement = try judge("Windows", "11 24H2")
    #expect(judgement.status == .noMatch)
    #expect(judgement.version == "11 24H2")
    #expect(judgement.note.hasPrefix("the edition decides ("))
    #expect(judgement.note.contains("home, pro: until 2026-10-13"))
  }

  @Test func asksForTheVersionAndSaysWhichAreKnown() throws {
    let judgement = try judge("Ubuntu", "22")
    #expect(judgement.status == .noMatch)
    #expect(judgement.fails == .no)
    #expect(judgement.version == nil)
    #expect(
      judgement.note == "the version decides (our data knows 22.04, 22.10): write it down"
    )
  }

  @Test func namesTheProductWhoseVersionIsNotKnown() throws {
    let judgement = try judge("Windows", "11 27H9")
    #expect(judgement.product == "Microsoft Windows")
    #expect(judgement.note.contains("not this version"))
    #expect(try judge("Foo", "1").product == nil)
  }

  @Test func tellsTheLatestEndOfWhatFailsAnyway() throws {
    let judgement = try judge("Windows 10 Pro")
    #expect(judgement.ends == CalendarDate(iso: "2025-10-14"))
    #expect(judgement.version == nil)
    #expect(judgement.note.hasPrefix("at best it is 10 22H2: "))
  }

  @Test func tellsTheEarliestEndOfWhatIsSupported() throws {
    let judgement = try judge("Windows", "11 25H2")
    #expect(judgement.status == .supported)
    #expect(judgement.ends == CalendarDate(iso: "2027-10-12"))
    #expect(judgement.version == "11 25H2")
  }

  @Test func countsAnUnpaidProgrammeAsNotKnown() throws {
    let judgement = try judge("Windows", "10 22H2", subscription: nil)
    #expect(judgement.status == .extendedOnly)
    #expect(judgement.fails == .unknown)
  }

  @Test func knowsCodeNamesInFrontAndBehind() throws {
    #expect(try judge("Linux Mint", "Wilma").version == "22")
    #expect(try judge("Linux Mint", "Virginia 21.3").version == "21.3")
    #expect(try judge("Linux Mint", "21.3 Virginia").version == "21.3")
  }

  // MARK: Hostile input

  @Test(arguments: [
    "", " ", "\u{0}", "\u{0}\u{1B}[2J\u{7F}", ".", "...", "&", "()", "-", "v", "version", "build",
    "\u{301}", "\u{200F}", "🧨", "0", "v0", "0.0.0", "+", "\u{FFFD}", "é.é", "\r\n",
  ])
  func bearsOddText(_ odd: String) throws {
    #expect(try judge(odd, odd, odd).status == .noMatch)
    #expect(try judge("Windows", odd, odd).status == .noMatch)
    #expect(try judge(odd, "Windows", odd).status == .noMatch)
    #expect(try judge("Windows 11 25H2" + odd + odd, odd, odd).fails != .yes)
  }

  @Test func readsControlCharactersAsGaps() throws {
    #expect(try judge("Windows\u{0}11", "25H2\u{1B}", "\tPro\n").status == .supported)
  }

  @Test(arguments: [
    "a", "a ", "1 ", "11 ", "0", ".", "& ", "Windows ", "Windows 11 ", "Pro ", "é", "\u{0}",
    "15 14 ", "e\u{301}",
  ])
  func looksAtNoMoreThanAName(_ piece: String) throws {
    let long = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let short = String(repeating: piece, count: 390 / piece.utf8.count)
    let clock = ContinuousClock()
    let spent = try clock.measure {
      #expect(try judge(long, long, long).status == .noMatch)
      #expect(try judge("Windows", "11 25H2", long).status == .noMatch)
      for product in ["Windows ", "macOS 15 ", "Samsung "] {
        _ = try judge(product, short, short)
        _ = try judge(short, product + short, short)
      }
    }
    #expect(spent < .seconds(5))
  }
}
