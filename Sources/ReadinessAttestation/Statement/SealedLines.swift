/// The lines of digests in `attestation.xml`, taken out before the XML is read.
///
/// A statement has one line for every question and one for every sealed outcome: nine tenths of its
/// elements, all of two shapes. Where they stand exactly as the writer writes them they are read
/// here, byte by byte, to the rules that the schema has for them; what is left, with the first line
/// of each kind in its place, goes the way of all XML. Anything else at all gives `nil`, and the
/// whole file goes that way: so nothing is accepted here that would not be accepted there.
struct SealedLines {
  /// The file with the first line of each kind only.
  let rest: [UInt8]
  let outcomes: [Statement.SealedOutcome]
  let answers: [Statement.SealedAnswer]

  init?(_ file: [UInt8]) {
    let read = file.withUnsafeBufferPointer { buffer -> SealedLines? in
      var reader = SealedLineReader(buffer)
      return reader.read()
    }
    guard let read else { return nil }
    self = read
  }

  fileprivate init(
    rest: [UInt8],
    outcomes: [Statement.SealedOutcome],
    answers: [Statement.SealedAnswer]
  ) {
    self.rest = rest
    self.outcomes = outcomes
    self.answers = answers
  }

  /// The statement of the rest, with all the lines back in it; `nil` where they do not fit.
  func filling(_ statement: Statement) -> Statement? {
    guard statement.sealedOutcomes.elementsEqual(outcomes.prefix(1)),
      statement.sealedAnswers.elementsEqual(answers.prefix(1))
    else { return nil }
    var whole = statement
    whole.sealedOutcomes = outcomes
    whole.sealedAnswers = answers
    return whole
  }
}

/// Walks over a file line by line.
private struct SealedLineReader {
  private enum Kind {
    case outcome
    case answer
  }

  private let file: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var rest: [UInt8] = []
  private var outcomes: [Statement.SealedOutcome] = []
  private var answers: [Statement.SealedAnswer] = []

  init(_ file: UnsafeBufferPointer<UInt8>) {
    self.file = file
    rest.reserveCapacity(8_192)
    outcomes.reserveCapacity(96)
    answers.reserveCapacity(128)
  }

  mutating func read() -> SealedLines? {
    var last: Kind?
    while place < file.count {
      let start = place
      var kind: Kind?
      var isFirst = true
      if take("<sealed-outcome of=\"") {
        guard let outcome = outcome() else { return nil }
        isFirst = outcomes.isEmpty
        outcomes.append(outcome)
        kind = .outcome
      } else if take("<answer question=\"") {
        guard let answer = answer() else { return nil }
        isFirst = answers.isEmpty
        answers.append(answer)
        kind = .answer
      } else {
        while place < file.count, file[place] != 0x0A { place += 1 }
        place = min(place + 1, file.count)
      }
      // Lines of a kind stand together, so that the first one stands for all of them.
      guard isFirst || kind == last else { return nil }
      if isFirst { rest.append(contentsOf: file[start..<place]) }
      last = kind
    }
    return SealedLines(rest: rest, outcomes: outcomes, answers: answers)
  }

  private mutating func outcome() -> Statement.SealedOutcome? {
    let kind: Statement.SealedOutcome.Kind
    if take("requirement\"") {
      kind = .requirement
    } else if take("theme\"") {
      kind = .theme
    } else {
      return nil
    }
    guard take(" id=\""), let id = id(), take("\" digest=\""), let digest = digest(),
      take("\"/>\n")
    else { return nil }
    return Statement.SealedOutcome(kind: kind, id: id, digest: digest)
  }

  private mutating func answer() -> Statement.SealedAnswer? {
    guard let question = id(), take("\" digest=\""), let digest = digest(), take("\" note=\""),
      let note = self.digest()
    else { return nil }
    let isPublic = take("\" public=\"yes")
    guard take("\"/>\n") else { return nil }
    return Statement.SealedAnswer(
      question: question,
      digest: digest,
      noteDigest: note,
      isPublic: isPublic
    )
  }

  /// Goes on behind these bytes where they stand here.
  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard file.count - place >= count else { return false }
    for offset in 0..<count where file[place + offset] != text.utf8Start[offset] { return false }
    place += count
    return true
  }

  /// An id: `[A-Za-z][A-Za-z0-9._-]{0,39}`.
  private mutating func id() -> String? {
    let start = place
    while place < file.count, place - start < 41, TextRules.isOfID(file[place]) { place += 1 }
    guard place > start, place - start <= 40, TextRules.isLetter(file[start]) else { return nil }
    return String(decoding: file[start..<place], as: UTF8.self)
  }

  /// 64 digits of 0-9 and a-f.
  private mutating func digest() -> String? {
    guard file.count - place >= 64 else { return nil }
    let digits = file[place..<place + 64]
    guard digits.allSatisfy(TextRules.isHexDigit) else { return nil }
    place += 64
    return String(decoding: digits, as: UTF8.self)
  }
}
