/// Finds the releases of one product that the words behind its name may mean.
struct ReleaseMatcher: Sendable {
  /// One way to write a release.
  private struct Spelling: Sendable {
    enum Kind: Sendable {
      case version
      case alias
      case codeName
    }
    let words: [String]
    let text: String
    let kind: Kind
    /// Which release, by its place.
    let release: Int
  }

  /// The product.
  let product: SupportData.Product
  private let names: [[String]]
  private let spellings: [Spelling]
  private let codeNames: [Spelling]
  private let editions: [String: Set<String>]
  private let longestEdition: Int
  /// By release: the editions that releases of the same version name.
  private let named: [Set<String>]

  /// The spellings of that product's releases and editions, in order.
  init(_ product: SupportData.Product) {
    var spellings: [Spelling] = []
    var named: [String: Set<String>] = [:]
    for (index, release) in product.releases.enumerated() {
      func add(_ text: String, _ kind: Spelling.Kind) {
        let words = ProductWords.words(text)
        guard !words.isEmpty else { return }
        spellings.append(
          Spelling(
            words: words,
            text: words.joined(separator: " "),
            kind: kind,
            release: index
          )
        )
      }
      add(release.version, .version)
      for alias in release.also { add(alias, .alias) }
      if let name = release.name { add(name, .codeName) }
      named[release.version, default: []].formUnion(release.editions)
    }
    var editions: [String: Set<String>] = [:]
    var longestEdition = 0
    for (id, names) in product.editions {
      for name in [id] + names {
        let words = ProductWords.words(name)
        longestEdition = max(longestEdition, words.count)
        editions[words.joined(separator: " "), default: []].insert(id)
      }
    }
    self.product = product
    self.names = ([product.name] + product.also).map(ProductWords.words).filter { !$0.isEmpty }
    self.spellings = spellings
    self.codeNames = spellings.filter { $0.kind == .codeName }
    self.editions = editions
    self.longestEdition = longestEdition
    self.named = product.releases.map { named[$0.version] ?? [] }
  }

  /// The releases that the words may mean; several where the words leave it open, none where they
  /// are empty or say anything that is not known.
  func releases(meantBy words: [String]) -> [SupportData.Release] {
    // "10 ltsc 2021" is version and edition in one.
    let text = words.joined(separator: " ")
    let whole = spellings.filter {
      $0.kind == .alias && $0.text == text && !product.releases[$0.release].editions.isEmpty
    }
    if !whole.isEmpty { return at(whole.map(\.release)) }

    let (rest, editions) = withoutEditions(words)
    guard !rest.isEmpty, editions.count <= 1 else { return [] }
    var found = spelled(rest)
    if found.isEmpty { found = begun(rest) }
    guard let edition = editions.first else { return at(found) }
    return at(
      found.filter { index in
        let own = product.releases[index].editions
        return own.contains(edition) || (own.isEmpty && !named[index].contains(edition))
      }
    )
  }

  /// Whether the words, wherever the product's name stands among them, name an edition.
  func namesEdition(_ words: [String]) -> Bool {
    if !withoutEditions(words).editions.isEmpty { return true }
    let text = words.joined(separator: " ")
    return spellings.contains {
      $0.kind == .alias && !product.releases[$0.release].editions.isEmpty
        && text.hasSuffix($0.text)
    }
  }

  /// Those releases, each once, in the data's order.
  private func at(_ indices: [Int]) -> [SupportData.Release] {
    Set(indices).sorted().map { product.releases[$0] }
  }

  /// The words without the editions among them, and which these are; the longest name wins.
  private func withoutEditions(_ words: [String]) -> (rest: [String], editions: Set<String>) {
    var rest = words
    var found: Set<String> = []
    for length in stride(from: min(longestEdition, words.count), to: 0, by: -1) {
      var start = 0
      while start + length <= rest.count {
        let end = start + length
        if let ids = editions[rest[start..<end].joined(separator: " ")] {
          found.formUnion(ids)
          rest.removeSubrange(start..<end)
        } else {
          start += 1
        }
      }
    }
    return (ProductWords.once(rest), found)
  }

  /// The releases that the words spell; in a train, that they begin with, the longest spelling.
  ///
  /// The code name may stand in front or behind.
  private func spelled(_ words: [String]) -> [Int] {
    var best = longest(of: spellings, beginning: words)
    for name in codeNames where words.count > name.words.count {
      var shorter: [ArraySlice<String>] = []
      if words.starts(with: name.words) { shorter.append(words.dropFirst(name.words.count)) }
      if words.suffix(name.words.count).elementsEqual(name.words) {
        shorter.append(words.dropLast(name.words.count))
      }
      guard !shorter.isEmpty else { continue }
      let own = spellings.filter { $0.release == name.release }
      for words in shorter { best = longer(best, longest(of: own, beginning: Array(words))) }
    }
    return best.releases + others(in: best.rest)
  }

  private typealias Beginning = (length: Int, releases: [Int], rest: [String])

  /// The longest spellings that begin the words.
  private func longest(of spellings: [Spelling], beginning words: [String]) -> Beginning {
    let text = words.joined(separator: " ")
    var best: Beginning = (0, [], [])
    for spelling in spellings where spells(text, spelling) {
      let rest = Array(words.dropFirst(spelling.words.count))
      best = longer(best, (spelling.text.utf8.count, [spelling.release], rest))
    }
    return best
  }

  private func longer(_ one: Beginning, _ other: Beginning) -> Beginning {
    if one.length == other.length { return (one.length, one.releases + other.releases, one.rest) }
    return one.length > other.length ? one : other
  }

  /// Whether the text is that spelling or, in a train, goes on behind it: 7.4.5 behind 7.4, though
  /// not 7.40, and no word that only begins like a name.
  private func spells(_ text: String, _ spelling: Spelling) -> Bool {
    guard text.hasPrefix(spelling.text) else { return false }
    guard let next = text.utf8.dropFirst(spelling.text.utf8.count).first else { return true }
    guard product.matchesTrains, !ProductWords.isDigit(next) else { return false }
    return !ProductWords.isLetter(next)
      || spelling.text.utf8.last.map(ProductWords.isLetter) == false
  }

  /// More releases in a list, as "15, 14 and 13": the words that follow directly, or behind "and" or
  /// the product's name.
  private func others(in words: [String]) -> [Int] {
    guard !words.isEmpty else { return [] }
    var found: [Int] = []
    var rest = words[...]
    var listed = true
    while let word = rest.first {
      let text = rest.joined(separator: " ")
      let here = spellings.filter { spelling in
        listed && text.hasPrefix(spelling.text)
          && [nil, UInt8(ascii: " "), UInt8(ascii: ".")].contains(
            text.utf8.dropFirst(spelling.text.utf8.count).first
          )
      }
      let longest = here.max { $0.text.utf8.count < $1.text.utf8.count }
      found += here.filter { $0.text == longest?.text }.map(\.release)
      let name = names.filter { rest.starts(with: $0) }.map(\.count).max()
      listed = longest != nil || name != nil || ["and", "or", "to", "+"].contains(word)
      rest = rest.dropFirst(longest?.words.count ?? name ?? 1)
    }
    return found
  }

  /// The releases that the words only begin: "11" for 11 24H2 and 11 25H2.
  private func begun(_ words: [String]) -> [Int] {
    let text = words.joined(separator: " ")
    return spellings.filter { spelling in
      guard spelling.kind != .codeName, spelling.text.hasPrefix(text) else { return false }
      let next = spelling.text.utf8.dropFirst(text.utf8.count).first
      return next == UInt8(ascii: " ") || next == UInt8(ascii: ".")
    }.map(\.release)
  }
}
