import Testing

@testable import ReadinessAttestation

struct IdentifierRulesTests {
  private func read(_ scheme: String, _ text: String) -> String? {
    IdentifierRules.read(scheme: scheme, text)?.identifier.id
  }

  @Test(arguments: [
    ("04336774", "04336774"), ("SC234456", "SC234456"), ("OC300001", "OC300001"),
    ("R0001234", "R0001234"), ("SL12345A", "SL12345A"), ("sc 234456", "SC234456"),
    ("1234567", "01234567"), ("7", "00000007"), ("GB-COH-04336774", "04336774"),
    ("ZZ123456", "ZZ123456"),
  ])
  func `company numbers are brought into their normal form`(typed: String, normal: String) {
    #expect(read("GB-COH", typed) == normal)
  }

  @Test(arguments: [
    "ABC12345", "", "00000000", "0", "123456789", "SC23445", "S1234567", "0433677A", "R000123A",
    "０４３３６７７４", "04336774\u{0}", "SC2344\u{301}56", "-4336774", "04336774/1",
  ])
  func `what cannot be a company number is refused`(typed: String) {
    #expect(read("GB-COH", typed) == nil)
  }

  @Test func `padding with zeros is said`() {
    #expect(
      IdentifierRules.read(scheme: "GB-COH", "4336774")?.remarks == [.paddedWithZeros]
    )
    #expect(IdentifierRules.read(scheme: "GB-COH", "04336774")?.remarks.isEmpty == true)
  }

  @Test func `a prefix that we do not know is said`() {
    #expect(IdentifierRules.read(scheme: "GB-COH", "ZZ123456")?.remarks == [.unknownPrefix])
    #expect(IdentifierRules.read(scheme: "GB-COH", "NI012345")?.remarks.isEmpty == true)
  }

  @Test func `a PPON is strict, loose or none`() {
    #expect(IdentifierRules.read(scheme: "GB-PPON", "PMZV-7732-XXTT")?.remarks.isEmpty == true)
    #expect(IdentifierRules.read(scheme: "GB-PPON", "gb-ppon:pmzv-7732-xxtt") != nil)
    #expect(IdentifierRules.read(scheme: "GB-PPON", "TORG-1234-BCDE")?.remarks == [.looseForm])
    #expect(
      IdentifierRules.read(scheme: "GB-PPON", "PMZV-7732-XXTC")?.remarks == [.informalConsortium]
    )
    #expect(read("GB-PPON", "PMZV7732XXTT") == nil)
  }

  @Test(arguments: ["337440071", "831495816", "GB337440071", "gb 337 4400 71", "337440071001"])
  func `VAT numbers of either series are taken`(typed: String) {
    #expect(read("VAT", typed)?.hasPrefix("GB") == false)
  }

  @Test(arguments: ["123456789", "000000000", "33744007", "3374400710", "FR337440071"])
  func `VAT numbers with a wrong check or length are refused`(typed: String) {
    #expect(read("VAT", typed) == nil)
  }

  @Test func `a D-U-N-S number has no check digit, and its hyphens do not matter`() {
    #expect(read("XI-DUNS", "15-048-3782") == "150483782")
    #expect(read("XI-DUNS", "150483783") == "150483783")
    #expect(read("XI-DUNS", "000000000") == nil)
    #expect(read("XI-DUNS", "999999999") == nil)
  }

  @Test func `an LEI needs its check digits`() {
    #expect(read("XI-LEI", "213800WSGIIZCXF1P572") == "213800WSGIIZCXF1P572")
    #expect(read("XI-LEI", "213800WSGIIZCXF1P573") == nil)
    #expect(read("XI-LEI", "213800WSGIIZCXF1P5") == nil)
  }

  @Test(arguments: [
    ("NCAGE", "U1234", true), ("NCAGE", "UI234", false), ("NCAGE", "UO234", false),
    ("GB-UKPRN", "10001234", true), ("GB-UKPRN", "20001234", false),
    ("GB-CHC", "123456", true), ("GB-CHC", "12345", false), ("GB-SC", "SC012345", true),
    ("GB-NIC", "NIC101234", true), ("GB-NHS", "RA2", true), ("GB-NHS", "R", false),
    ("GB-NHS", "RA-2", false),
  ])
  func `other registers have their own form`(scheme: String, typed: String, taken: Bool) {
    #expect((read(scheme, typed) != nil) == taken)
  }

  @Test func `an unknown register is taken with a remark, a hostile one not at all`() {
    #expect(
      IdentifierRules.read(scheme: "FR-RCS", "552 100 554")?.remarks == [.unknownRegister]
    )
    for scheme in ["", "gb coh\u{202E}", "GB-", "-COH", "GB-COH-X", "<script>"] {
      #expect(IdentifierRules.read(scheme: scheme, "1") == nil, "\(scheme)")
    }
    for id in ["", "<i>", "a b\u{202E}", "../x", String(repeating: "1", count: 41)] {
      #expect(IdentifierRules.read(scheme: "FR-RCS", id) == nil, "\(id)")
    }
  }

  @Test func `what was read is in its normal form, what was typed need not be`() {
    for (scheme, typed) in [("GB-COH", "4336774"), ("VAT", "GB337440071"), ("GB-SC", "sc012345")] {
      let reading = IdentifierRules.read(scheme: scheme, typed)
      #expect(reading.map { IdentifierRules.isNormal($0.identifier) } == true)
      #expect(!IdentifierRules.isNormal(Identifier(scheme: scheme, id: typed)))
    }
  }

  @Test func `certificates name a company by NTRGB and its number`() {
    #expect(
      Identifier(scheme: "GB-COH", id: "04336774").organizationIdentifier == "NTRGB-04336774"
    )
    #expect(Identifier(scheme: "VAT", id: "337440071").organizationIdentifier == "VATGB-337440071")
    #expect(Identifier(scheme: "NCAGE", id: "U1234").organizationIdentifier == nil)
  }
}
