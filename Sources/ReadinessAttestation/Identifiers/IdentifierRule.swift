/// The rules of single registers: from capitals without spaces to the normal form, or `nil`.
enum IdentifierRule {
  typealias Rule = @Sendable (String) -> (normal: String, remarks: [IdentifierRules.Remark])?

  static let known: [String: Rule] = [
    "GB-COH": companiesHouse,
    "GB-PPON": ppon,
    "VAT": vat,
    "XI-DUNS": duns,
    "US-DUNS": duns,
    "XI-LEI": lei,
    "NCAGE": ncage,
    "GB-UKPRN": shape("19999999", literals: 1),
    "GB-CHC": shape("999999", "9999999"),
    "GB-SC": shape("SC999999", literals: 2),
    "GB-NIC": shape("NIC999999", literals: 3),
    "GB-MPR": shape((1...10).map { String(repeating: "*", count: $0) }),
    "GB-NHS": shape((3...6).map { String(repeating: "*", count: $0) }),
    "GG-RCE": shape((1...10).map { String(repeating: "*", count: $0) }),
    "JE-FSC": shape((1...10).map { String(repeating: "*", count: $0) }),
    "IM-CR": shape((1...10).map { String(repeating: "*", count: $0) }),
  ]

  /// Companies House: eight characters; a number given with fewer digits gets zeros in front.
  static let companiesHouse: Rule = { text in
    var id = text
    var remarks: [IdentifierRules.Remark] = []
    if (1...7).contains(id.utf8.count), id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      id = String(repeating: "0", count: 8 - id.utf8.count) + id
      remarks.append(.paddedWithZeros)
    }
    if matches(id, "99999999") { return id == "00000000" ? nil : (id, remarks) }
    if id.hasPrefix("R"), matches(String(id.dropFirst()), "9999999") { return (id, remarks) }
    guard matches(id, "AA999999") || matches(id, "AA99999A") else { return nil }
    if !companyPrefixes.contains(String(id.prefix(2))) { remarks.append(.unknownPrefix) }
    return (id, remarks)
  }

  private static let companyPrefixes: Set<String> = [
    "SC", "NI", "OC", "SO", "NC", "LP", "SL", "NL", "FC", "SF", "NF", "CE", "CS", "IP", "SP", "RS",
    "RC", "ZC", "SE", "GE", "OE",
  ]

  /// The number that Find a Tender gives: `PMZV-7732-XXTT`.
  static let ppon: Rule = { text in
    guard matches(text, "AAAA-9999-****") else { return nil }
    let bytes = Array(text.utf8)
    let letters = Set("BCDGHJLMNPQRTVWXYZ".utf8)
    let strict =
      bytes[0] == 0x50 && bytes[1...3].allSatisfy(letters.contains)
      && bytes[5...8].allSatisfy { $0 != 0x30 } && bytes[10...13].allSatisfy(letters.contains)
      && bytes[13] != 0x42
    guard strict else { return (text, [.looseForm]) }
    return (text, bytes[13] == 0x43 ? [.informalConsortium] : [])
  }

  /// A UK VAT number: 9 digits, or 12 for a branch, with the check digits of either series.
  static let vat: Rule = { text in
    let id = text.hasPrefix("GB") ? String(text.dropFirst(2)) : text
    guard matches(id, "999999999") || matches(id, "999999999999") else { return nil }
    let digits = id.utf8.prefix(9).map { Int($0) - 0x30 }
    let total = zip(digits, [8, 7, 6, 5, 4, 3, 2, 10, 1]).map { $0 * $1 }.reduce(0, +)
    guard digits.contains(where: { $0 > 0 }), total % 97 == 0 || (total + 55) % 97 == 0 else {
      return nil
    }
    return (id, [])
  }

  /// A D-U-N-S number: 9 digits; it has had no check digit since 2006.
  static let duns: Rule = { text in
    let id = text.filter { $0 != "-" }
    guard matches(id, "999999999"), id != "000000000", id != "999999999" else { return nil }
    return (id, [])
  }

  /// A Legal Entity Identifier: 20 characters, ISO 7064 mod 97-10.
  static let lei: Rule = { text in
    guard matches(text, String(repeating: "*", count: 18) + "99") else { return nil }
    var rest = 0
    for byte in text.utf8 {
      if byte < 0x3A {
        rest = (rest * 10 + Int(byte) - 0x30) % 97
      } else {
        rest = (rest * 100 + Int(byte) - 0x41 + 10) % 97
      }
    }
    return rest == 1 ? (text, []) : nil
  }

  /// A NATO supplier code: five characters without I and O.
  static let ncage: Rule = { text in
    matches(text, "*****") && !text.utf8.contains(0x49) && !text.utf8.contains(0x4F)
      ? (text, []) : nil
  }

  private static func shape(_ patterns: String..., literals: Int = 0) -> Rule {
    shape(patterns, literals: literals)
  }

  private static func shape(_ patterns: [String], literals: Int = 0) -> Rule {
    { text in patterns.contains { matches(text, $0, literals: literals) } ? (text, []) : nil }
  }

  /// Whether every byte fits: `9` a digit, `A` a capital, `*` either, anything else itself.
  ///
  /// The first `literals` bytes of the pattern stand for themselves.
  private static func matches(_ text: String, _ pattern: String, literals: Int = 0) -> Bool {
    guard text.utf8.count == pattern.utf8.count else { return false }
    return zip(text.utf8, pattern.utf8).enumerated().allSatisfy { index, pair in
      let (byte, wanted) = pair
      if index < literals { return byte == wanted }
      let isDigit = (0x30...0x39).contains(byte)
      let isCapital = (0x41...0x5A).contains(byte)
      switch wanted {
      case 0x39: return isDigit
      case 0x41: return isCapital
      case 0x2A: return isDigit || isCapital
      default: return byte == wanted
      }
    }
  }
}
