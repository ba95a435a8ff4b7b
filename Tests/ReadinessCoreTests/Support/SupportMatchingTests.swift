import ReadinessCore
import TestSupport
import Testing

/// Which release a row means: what does not match is said, never guessed.
struct SupportMatchingTests {
  private func judge(
    _ product: String,
    _ version: String,
    edition: String? = nil,
    data: SupportData = SmallSupportData.data
  ) -> SupportJudgement {
    SupportHorizon(data: data, asOf: dateOfFacts).judge(
      product: product,
      version: version,
      edition: edition,
      subscription: nil,
      checked: nil
    )
  }

  @Test(arguments: [
    ("7.4", "7.4"), ("7.4.5", "7.4"), ("7.4.5.1", "7.4"), ("v7.4.5", "7.4"),
    ("version 7.4.5", "7.4"), ("FortiOS 7.4.5", "7.4"), ("fortinet  fortios v7.4.5", "7.4"),
    ("7.2.0", "7.2"), ("7.6.3", "7.6"),
  ])
  func `a longer version belongs to the train that begins it`(written: String, release: String) {
    let judged = judge("FortiOS", written)
    #expect(judged.version == release)
    #expect(judged.product == "Fortinet FortiOS")
  }

  @Test(arguments: [
    "7.40", "7.41.2", "7", "17.4", "74", "", ".", "7,4", "latest", "a7.4",
  ])
  func `a version that only looks like a train does not match`(written: String) {
    let judged = judge("FortiOS", written)
    #expect(judged.status == .noMatch)
    #expect(judged.version == nil)
    #expect(judged.fails == .no)
  }

  @Test func `without trains only the version itself matches`() {
    #expect(judge("Windows Server", "2022").version == "2022")
    #expect(judge("Windows Server", "2022.1").status == .noMatch)
    #expect(judge("Windows", "11").status == .noMatch)
    #expect(judge("Windows", "10 21H2").status == .noMatch)
  }

  @Test func `the longest train counts`() {
    let data = SmallSupportData.data(
      SmallSupportData.product(
        "P",
        trains: true,
        [
          SmallSupportData.release("7", ends: "2020-01-01"),
          SmallSupportData.release("7.4", ends: "2030-01-01"),
          SmallSupportData.release("7.4.5", ends: "2021-01-01"),
        ]
      )
    )
    #expect(judge("P", "7.9", data: data).version == "7")
    #expect(judge("P", "7.4.4", data: data).version == "7.4")
    #expect(judge("P", "7.4.5.9", data: data).version == "7.4.5")
    #expect(judge("P", "7.4.50", data: data).version == "7.4")
  }

  @Test(arguments: [
    "Microsoft Windows", "microsoft windows", " Microsoft\tWindows ", "Windows", "WINDOWS",
  ])
  func `a product is known by its name and its other names`(name: String) {
    #expect(judge(name, "11 25H2", edition: "Pro").product == "Microsoft Windows")
  }

  @Test(arguments: [
    "Window", "Windows11", "Microsoft", "MicrosoftWindows", "", " ", "Windows\u{200B}",
  ])
  func `a name that only looks like a product is no match`(name: String) {
    let judged = judge(name, "11 25H2", edition: "Pro")
    #expect(judged.status == .noMatch)
    #expect(judged.product == nil)
  }

  @Test func `another spelling of a version matches`() {
    #expect(judge("Firefox", "140 ESR").version == "140")
    #expect(judge("Firefox", "140 esr").fails == .yes)
    #expect(judge("Firefox", "Firefox 140 ESR").version == "140")
  }

  @Test func `the edition decides where it must`() {
    // Facts, section 6: 24H2 is fine for Enterprise, ended for Home and Pro.
    #expect(judge("Windows", "11 24H2", edition: "Enterprise").status == .supported)
    #expect(judge("Windows", "11 24H2", edition: "Pro").status == .ended)
    #expect(judge("Windows", "11 24H2", edition: " professional ").status == .ended)
    let open = judge("Windows", "11 24H2")
    #expect(open.status == .noMatch)
    #expect(open.fails == .no)
    #expect(open.note.contains("the edition decides"))
    #expect(open.note.contains("2026-10-13") && open.note.contains("2027-10-12"))
  }

  @Test func `the edition need not be said where all editions stand alike`() {
    #expect(judge("Windows", "11 25H2").status == .supported)
  }

  @Test func `an edition that is not known is no match`() {
    let judged = judge("Windows", "11 24H2", edition: "Galactic")
    #expect(judged.status == .noMatch)
    #expect(judged.fails == .no)
  }

  @Test func `a release of some editions is not taken for a release of all`() {
    let data = SmallSupportData.data(
      SmallSupportData.product(
        "P",
        editions: ["ltsc": ["LTSC"]],
        [SmallSupportData.release("21H2", editions: ["ltsc"], ends: "2032-01-13")]
      )
    )
    #expect(judge("P", "21H2", edition: "LTSC", data: data).status == .supported)
    #expect(judge("P", "21H2", edition: "Pro", data: data).status == .noMatch)
    #expect(judge("P", "21H2", data: data).status == .noMatch)
  }

  @Test func `an unknown version of a product with a rule for the rest is to be checked`() {
    let judged = judge("Microsoft 365 Apps", "2610")
    #expect(judged.status == .checkWithVendor)
    #expect(judged.note == "supported on a build that its channel still serves")
  }

  @Test func `what to look up is said`() {
    #expect(
      judge("Invented Router", "3").note
        == "our data does not list this product: look up its support date with the maker"
    )
    #expect(
      judge("FortiOS", "99").note
        == "our data lists Fortinet FortiOS, but not this version: write it as the maker does, "
        + "as \"7.6\""
    )
  }

  @Test func `a row without product or version is no match`() throws {
    let question = SmallPack.question(
      "Q",
      "table",
      #"mark="information""#,
      """
      <column id="p" type="text" role="product"><prompt>P</prompt></column>
      <column id="v" type="text" role="version"><prompt>V</prompt></column>
      """
    )
    let rows: [[String: Value]] = [
      [:], ["p": .text("FortiOS")], ["v": .text("7.2")], ["p": .text(" "), "v": .text("7.2")],
      ["p": .dontKnow, "v": .text("7.2")], ["p": .text("FortiOS"), "v": .text("7.2")],
    ]
    let support = try SmallPack.assessor([question]).assess(["Q": .rows(rows)]).support
    #expect(support.map(\.row) == [1, 2, 3, 4, 5, 6])
    #expect(support.map(\.judgement.status) == Array(repeating: .noMatch, count: 5) + [.ended])
  }
}
