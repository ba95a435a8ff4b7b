/// What vendors support until when: dated data, read from `Support/EndOfSupport.xml`.
public struct SupportData: Sendable {
  /// How a release is judged.
  public enum Judge: String, Sendable {
    /// By its dates; no end date means that none is announced.
    case dates
    /// A person must look at the vendor's page.
    case vendor
    /// No longer supported, though the vendor names no date.
    case ended
  }

  /// One release of a product.
  public struct Release: Sendable {
    /// The version in its plain spelling.
    public let version: String
    /// Its code name, as "Sequoia".
    public let name: String?
    /// Other spellings of the version.
    public let also: [String]
    /// The editions that it holds for; empty is all.
    public let editions: [String]
    /// The last supported day, that day included.
    public let ends: CalendarDate?
    /// The last day of paid extended updates.
    public let extendedUntil: CalendarDate?
    /// What the extended programme is called.
    public let extendedName: String?
    /// The last day of the programme for consumers, where there is one.
    public let consumerUntil: CalendarDate?
    /// How it is judged.
    public let judge: Judge
    /// What to bear in mind.
    public let note: String
    /// Where the dates come from.
    public let source: String
    /// The build that is this release, as lists of devices give it (`10.0.26100`).
    public let build: String?

    /// A release.
    public init(
      version: String,
      name: String? = nil,
      also: [String],
      editions: [String],
      ends: CalendarDate?,
      extendedUntil: CalendarDate?,
      extendedName: String?,
      consumerUntil: CalendarDate?,
      judge: Judge,
      note: String,
      source: String,
      build: String? = nil
    ) {
      self.version = version
      self.name = name
      self.also = also
      self.editions = editions
      self.ends = ends
      self.extendedUntil = extendedUntil
      self.extendedName = extendedName
      self.consumerUntil = consumerUntil
      self.judge = judge
      self.note = note
      self.source = source
      self.build = build
    }
  }

  /// One product.
  public struct Product: Sendable {
    /// Its id.
    public let id: String
    /// Its name.
    public let name: String
    /// Other names that people type.
    public let also: [String]
    /// Its kind, as `os-client`.
    public let category: String
    /// Whether a longer version belongs to the release that begins it (7.4.5 to 7.4).
    public let matchesTrains: Bool
    /// Spellings of editions by edition id.
    public let editions: [String: [String]]
    /// Its releases.
    public let releases: [Release]
    /// What holds for versions that no release names, where the data says so.
    public let otherwise: (judge: Judge, note: String)?

    /// A product.
    public init(
      id: String,
      name: String,
      also: [String],
      category: String,
      matchesTrains: Bool,
      editions: [String: [String]],
      releases: [Release],
      otherwise: (judge: Judge, note: String)?
    ) {
      self.id = id
      self.name = name
      self.also = also
      self.category = category
      self.matchesTrains = matchesTrains
      self.editions = editions
      self.releases = releases
      self.otherwise = otherwise
    }
  }

  /// The data's version.
  public let version: String
  /// When the base data was taken.
  public let asOf: CalendarDate
  /// When it was last changed by hand, where the file says so.
  public let updated: CalendarDate?
  /// Where the dates come from, in words.
  public let sources: [String]
  /// SHA-256 of the file's bytes, lower-case hexadecimal.
  public let sha256: String
  /// Whether it is older than other data: by the day of the base data, then of the last change.
  public func isOlder(than other: SupportData) -> Bool {
    (asOf, updated ?? asOf) < (other.asOf, other.updated ?? other.asOf)
  }

  /// In the file's order.
  public let products: [Product]
  /// Finds products and releases by what people type.
  let matcher: ProductMatcher

  /// The data from its parts.
  public init(
    version: String,
    asOf: CalendarDate,
    updated: CalendarDate? = nil,
    sources: [String] = [],
    sha256: String,
    products: [Product]
  ) {
    self.version = version
    self.asOf = asOf
    self.updated = updated
    self.sources = sources
    self.sha256 = sha256
    self.products = products
    self.matcher = ProductMatcher(products)
  }
}
