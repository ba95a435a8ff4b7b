/// A UK postcode, or the first half of one.
public struct Postcode: Hashable, Sendable, CustomStringConvertible {
  /// Why something that was typed is no postcode, and what would be right.
  public struct Mistake: Error, Equatable, Sendable {
    /// In words for the person.
    public let what: String

    /// A mistake.
    public init(what: String) { self.what = what }
  }

  /// The letters at the front, as `DE`.
  public let area: String
  /// The number of the district; a letter behind it (`EC1A`) is left out.
  public let number: Int
  /// The first half as written, as `DE4`.
  public let outward: String
  /// The second half, as `3AB`, where it was given.
  public let inward: String?

  /// The postcode as written, as `DE4 3AB` or `DE4`.
  public var description: String { inward.map { "\(outward) \($0)" } ?? outward }

  /// The district as the support directory writes it, as `DE4`.
  public var district: String { area + String(number) }

  /// Reads a whole postcode or its first half; case and spaces do not matter.
  public init(_ typed: String) throws(Mistake) {
    let shown = TextLayout.harmless(String(typed.prefix(20)))
    func mistake(_ why: String) -> Mistake { Mistake(what: "\"\(shown)\" \(why)") }
    let plain = typed.uppercased().filter { !$0.isWhitespace }
    guard !plain.isEmpty else { throw Mistake(what: "type a postcode, as DE4 or DE4 3AB") }
    if Self.areas.contains(plain) {
      throw mistake("is only the letters: add the number, as \(plain)1")
    }
    // Of five characters and more the last three are the second half: a digit and two letters.
    let halves =
      plain.count >= 5
      ? (plain.dropLast(3), Optional(plain.suffix(3))) : (Substring(plain), nil)
    guard let (area, number) = Self.outward(halves.0), halves.1.map(Self.isInward) ?? true else {
      throw mistake("is not a UK postcode: write it as DE4 or DE4 3AB")
    }
    guard Self.areas.contains(area) else {
      throw mistake("is not a UK postcode: none begins with \(area)")
    }
    self.area = area
    self.number = number
    outward = String(halves.0)
    inward = halves.1.map(String.init)
  }

  /// The whole postcode that stands last in an address, if there is one.
  public init?(endOf address: String) {
    let words = address.split { $0.isWhitespace || $0 == "," || $0 == ";" }
    for index in words.indices.reversed() {
      let single = String(words[index])
      if single.count >= 5, let found = try? Postcode(single) {
        self = found
        return
      }
      if index > 0, single.count == 3, let found = try? Postcode(words[index - 1] + single),
        found.inward != nil
      {
        self = found
        return
      }
    }
    return nil
  }

  /// One or two letters, then one or two digits, or a digit and a letter.
  private static func outward(_ text: Substring) -> (area: String, number: Int)? {
    guard text.utf8.count == text.count, text.count <= 4 else { return nil }
    let letters = text.prefix { $0.isLetter }
    var rest = text.dropFirst(letters.count)
    if rest.count == 2, rest.last?.isLetter == true { rest.removeLast() }
    guard (1...2).contains(letters.count), (1...2).contains(rest.count),
      rest.allSatisfy({ $0.isNumber }), let number = Int(rest), String(number) == rest
    else { return nil }
    return (String(letters), number)
  }

  private static func isInward(_ text: Substring) -> Bool {
    text.utf8.count == 3 && text.first?.isNumber == true
      && text.dropFirst().allSatisfy { $0.isLetter }
  }
}

extension Postcode {
  /// The parts of the United Kingdom and its islands that matter for who helps.
  public enum Nation: Sendable {
    /// England.
    case england
    /// Wales.
    case wales
    /// Scotland.
    case scotland
    /// Northern Ireland.
    case northernIreland
    /// The Channel Islands and the Isle of Man.
    case islands
  }

  /// Where the postcode area lies for the most part; a few cross a border.
  public var nation: Nation {
    if Self.scottish.contains(area) { return .scotland }
    switch area {
    case "CF", "LD", "LL", "NP", "SA": return .wales
    case "BT": return .northernIreland
    case "GY", "IM", "JE": return .islands
    default: return .england
    }
  }

  private static let scottish: Set<String> = [
    "AB", "DD", "DG", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY", "ML", "PA", "PH", "TD", "ZE",
  ]

  /// All postcode areas with addresses in them.
  private static let areas: Set<String> = Set(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY \
    E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD \
    LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG \
    SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """.split(separator: " ").map(String.init)
  )
}
