/// What differs between two versions of the end-of-support data.
public struct SupportDataChanges: Sendable {
  /// One difference.
  public struct Change: Hashable, Sendable {
    /// What happened to a row.
    public enum Kind: String, Sendable, CaseIterable {
      /// It is new.
      case added
      /// It is gone.
      case removed
      /// A date of it is another.
      case moved
      /// How it is judged is another.
      case judged
    }

    /// What happened.
    public let kind: Kind
    /// The product's name.
    public let product: String
    /// The version, with its editions in brackets where there are any; empty for a whole product.
    public let version: String
    /// Which date, and from what to what; empty where a row came or went.
    public let what: String
  }

  /// In the order of the products; products that are gone come last.
  public let changes: [Change]

  /// How many of one kind.
  public subscript(kind: Change.Kind) -> Int { changes.count { $0.kind == kind } }

  /// The differences from old data to new.
  public init(from old: SupportData, to new: SupportData) {
    let before = Dictionary(
      old.products.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let after = Set(new.products.map(\.id))
    var changes: [Change] = []
    for product in new.products {
      changes += Self.changes(of: product, from: before[product.id]?.releases ?? [])
    }
    for product in old.products where !after.contains(product.id) {
      changes += product.releases.map { Self.row(.removed, product, $0) }
    }
    self.changes = changes
  }

  private static func changes(
    of product: SupportData.Product,
    from old: [SupportData.Release]
  ) -> [Change] {
    let before = Dictionary(old.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(product.releases.map(key))
    var changes: [Change] = []
    for release in product.releases {
      guard let earlier = before[key(release)] else {
        changes.append(row(.added, product, release))
        continue
      }
      for (name, from, to) in [
        ("last supported day", earlier.ends, release.ends),
        ("end of extended updates", earlier.extendedUntil, release.extendedUntil),
        ("end for consumers", earlier.consumerUntil, release.consumerUntil),
      ] where from != to {
        let what = "\(name) \(from?.description ?? "none") to \(to?.description ?? "none")"
        changes.append(row(.moved, product, release, what))
      }
      if earlier.judge != release.judge {
        let what = "judged by \(earlier.judge.rawValue) before, by \(release.judge.rawValue) now"
        changes.append(row(.judged, product, release, what))
      }
    }
    for release in old where !after.contains(key(release)) {
      changes.append(row(.removed, product, release))
    }
    return changes
  }

  private static func key(_ release: SupportData.Release) -> String {
    ([release.version] + release.editions.sorted()).joined(separator: "\u{0}")
  }

  private static func row(
    _ kind: Change.Kind,
    _ product: SupportData.Product,
    _ release: SupportData.Release,
    _ what: String = ""
  ) -> Change {
    let editions = release.editions.isEmpty ? "" : " (\(release.editions.joined(separator: " ")))"
    return Change(
      kind: kind,
      product: product.name,
      version: release.version + editions,
      what: what
    )
  }
}

extension SupportDataChanges.Change {
  /// In one line.
  public var inWords: String {
    "\(kind.rawValue)  \(product) \(version)" + (what.isEmpty ? "" : ": \(what)")
  }
}
