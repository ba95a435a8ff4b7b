/// Finds the product and the releases that typed words may mean.
///
/// Strict: it keeps every release that fits; where they do not stand alike, nothing matched.
struct ProductMatcher: Sendable {
  /// A product, and its releases that may be meant; none where the version is not known.
  struct Match: Sendable {
    let product: SupportData.Product
    let releases: [SupportData.Release]
  }

  /// How much text is looked at, in bytes; nobody's product has a longer name.
  static let mostBytes = 400

  private let products: [ReleaseMatcher]
  private let owners: [String: Set<Int>]
  private let longestName: Int

  /// A matcher over those products, with their names in order.
  init(_ products: [SupportData.Product]) {
    var owners: [String: Set<Int>] = [:]
    var longestName = 0
    for (index, product) in products.enumerated() {
      for name in [product.name] + product.also {
        let words = ProductWords.words(name)
        longestName = max(longestName, words.count)
        owners[words.joined(separator: " "), default: []].insert(index)
      }
    }
    self.products = products.map(ReleaseMatcher.init)
    self.owners = owners
    self.longestName = longestName
  }

  /// What those texts mean, whichever of them holds the version or the edition; `nil` where no
  /// product does.
  func match(product: String, version: String, edition: String) -> Match? {
    let bytes = [product, version, edition].map(\.utf8.count)
    guard bytes.allSatisfy({ $0 <= Self.mostBytes }) else { return nil }
    let product = ProductWords.words(product)
    let version = ProductWords.words(version)
    let edition = ProductWords.words(edition)

    let whole = named(product + version + edition)
    if let whole {
      let releases = whole.known.releases(meantBy: whole.rest)
      if !releases.isEmpty || whole.known.product.otherwise != nil {
        return Match(product: whole.known.product, releases: releases)
      }
    }
    // A device or a maker in the one column, and in the other the product that runs on it.
    guard !version.isEmpty, let own = named(version + edition) else {
      return whole.map { Match(product: $0.known.product, releases: []) }
    }
    let releases = releases(of: own, behind: product)
    if let whole, releases.isEmpty, own.known.product.otherwise == nil {
      return Match(product: whole.known.product, releases: [])
    }
    return Match(product: own.known.product, releases: releases)
  }

  /// The product whose name begins the words, and the words behind it; the longest name wins.
  ///
  /// A name of two products names none.
  private func named(_ words: [String]) -> (known: ReleaseMatcher, rest: [String])? {
    let words = ProductWords.once(words)
    for count in stride(from: min(longestName, words.count), to: 0, by: -1) {
      guard let owners = owners[words[..<count].joined(separator: " ")] else { continue }
      guard owners.count == 1, let owner = owners.first else { return nil }
      return (products[owner], ProductWords.once(Array(words[count...])))
    }
    return nil
  }

  /// The releases that a version column means that names its product itself.
  ///
  /// If the product column names the same product and a release of it, the two must agree.
  private func releases(
    of own: (known: ReleaseMatcher, rest: [String]),
    behind product: [String]
  ) -> [SupportData.Release] {
    if let ahead = named(product), ahead.known.product.id == own.known.product.id {
      let both = own.known.releases(meantBy: ProductWords.once(ahead.rest + own.rest))
      guard both.isEmpty, own.known.releases(meantBy: ahead.rest).isEmpty else { return both }
    }
    return own.known.releases(meantBy: own.rest)
  }

  /// Whether one release is meant only for want of another: it is for some editions, and the words
  /// name none.
  func leavesEditionOpen(_ match: Match, in typed: [String]) -> Bool {
    guard match.releases.count == 1, match.releases.first?.editions.isEmpty == false,
      let known = products.first(where: { $0.product.id == match.product.id })
    else { return false }
    return !known.namesEdition(typed.flatMap(ProductWords.words))
  }
}
