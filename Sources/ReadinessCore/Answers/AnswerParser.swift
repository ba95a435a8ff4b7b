/// Reads what a person typed as an answer.
public enum AnswerParser {
  /// What is wrong with what was typed, and what would be right.
  public struct Mistake: Error, Equatable, Sendable {
    /// In words for the person.
    public let what: String

    /// A mistake.
    public init(_ what: String) { self.what = what }
  }

  /// A single value of that kind.
  ///
  /// Choices are taken by number (from 1), by id or by their whole text; dates as `2026-11-22` or
  /// `22/11/2026`; "don't know" always.
  public static func value(
    _ typed: String,
    kind: Question.Kind,
    options: [Option],
    limits: Limits = .none
  ) throws(Mistake) -> Value {
    let text = trimmed(typed)
    if isDontKnow(text) { return .dontKnow }
    switch kind {
    case .yesNo: return try yesNo(text)
    case .choice: return .word(try option(text, options))
    case .choices: return .words(try several(text, options, limits.range))
    case .number: return .number(try number(text, limits))
    case .date: return .date(try date(text))
    case .text, .parts, .table: return .text(try words(text, limits))
    }
  }

  /// Without white space at the ends and without carriage returns.
  public static func trimmed(_ typed: String) -> String {
    var text = Substring(typed.replacing("\r\n", with: "\n"))
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Whether somebody says "don't know".
  public static func isDontKnow(_ text: String) -> Bool {
    ["don't know", "don’t know", "dont know", "do not know", "unknown", "not sure"]
      .contains(text.lowercased())
  }

  private static func yesNo(_ text: String) throws(Mistake) -> Value {
    switch text.lowercased() {
    case "y", "yes", "1": .word("yes")
    case "no", "2": .word("no")
    default: throw Mistake("type yes or no, or d for don't know")
    }
  }

  private static func option(_ text: String, _ options: [Option]) throws(Mistake) -> String {
    if let number = Int(text), options.indices.contains(number - 1) {
      return options[number - 1].id
    }
    let lower = text.lowercased()
    if let found = options.first(where: { $0.id == text })
      ?? options.first(where: { $0.id.lowercased() == lower || $0.text.lowercased() == lower })
    {
      return found.id
    }
    throw Mistake("type a number from 1 to \(options.count)")
  }

  private static func several(
    _ text: String,
    _ options: [Option],
    _ range: Bounds
  ) throws(Mistake) -> [String] {
    var chosen: [String] = []
    for item in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
      let id = try option(String(item), options)
      if !chosen.contains(id) { chosen.append(id) }
    }
    guard !chosen.isEmpty else { throw Mistake("type one or more numbers, as 1 3") }
    guard chosen.count <= range.atMost ?? .max else {
      throw Mistake("choose at most \(range.atMost ?? 0)")
    }
    return options.map(\.id).filter(chosen.contains)
  }

  private static func number(_ text: String, _ limits: Limits) throws(Mistake) -> Int {
    guard let number = Int(text.replacing(",", with: "")) else {
      throw Mistake("type a whole number, as 23")
    }
    guard limits.range.contains(number), number >= 0, number < 1_000_000_000 else {
      throw Mistake("\(number) is out of range")
    }
    return number
  }

  /// A day, as `2026-11-22`, `22/11/2026`, `22.11.2026` or `22 November 2026`.
  public static func date(_ text: String) throws(Mistake) -> CalendarDate {
    if let date = CalendarDate(iso: text) { return date }
    let pieces = text.split { $0 == "/" || $0 == "." || $0 == "-" || $0.isWhitespace }
    if pieces.count == 3, let day = Int(pieces[0]), let year = Int(pieces[2]),
      let month = Int(pieces[1]) ?? month(named: pieces[1]), (1...12).contains(month),
      year >= 1_000, let date = CalendarDate(year: year, month: month, day: day)
    {
      return date
    }
    throw Mistake("type a date as 2026-11-22 or 22/11/2026")
  }

  private static func month(named text: Substring) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex(of: String(text.lowercased().prefix(3))).map { $0 + 1 }
  }

  private static func words(_ text: String, _ limits: Limits) throws(Mistake) -> String {
    guard !text.unicodeScalars.contains(where: AnswersFile.isForbidden)
    else { throw Mistake("there are control characters in it: type plain words") }
    let most = limits.maxLength ?? 2_000
    guard text.count <= most else {
      throw Mistake("that is \(text.count) characters; at most \(most) fit")
    }
    guard !text.isEmpty || limits.mayBeBlank else { throw Mistake("type a few words") }
    switch limits.format {
    case "email" where !text.isEmpty && !looksLikeEmail(text):
      throw Mistake("type an e-mail address, as office@example.com")
    case "registration-number":
      return RegistrationNumber.normalised(text)
    default: return text
    }
  }

  private static func looksLikeEmail(_ text: String) -> Bool {
    let pieces = text.split(separator: "@", omittingEmptySubsequences: false)
    return pieces.count == 2 && !pieces[0].isEmpty && pieces[1].contains(".")
      && !text.contains(where: \.isWhitespace)
  }
}

/// A number in a company register.
public enum RegistrationNumber {
  /// Upper case, no spaces; a Companies House number of fewer than eight digits gets its leading
  /// zeros (facts: Find a Tender's help text and the register itself).
  public static func normalised(_ text: String) -> String {
    let plain = text.uppercased().filter { !$0.isWhitespace }
    guard (1...7).contains(plain.count), plain.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return plain
    }
    return String(repeating: "0", count: 8 - plain.count) + plain
  }
}
