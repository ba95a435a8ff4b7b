/// Who can help a small firm with what it lacks: dated data, read from
/// `Support/SupportDirectory.xml`.
///
/// Identifiers are taken to be known and unique; the reader checks that.
public struct SupportDirectory: Sendable {
  /// What somebody may need.
  public struct Need: Hashable, Sendable {
    /// Its code, as `MFA`.
    public let code: String
    /// Its name.
    public let name: String

    /// A need.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// The directory's id.
  public let id: String
  /// Its version.
  public let version: String
  /// The day on which it was put together.
  public let asOf: CalendarDate
  /// SHA-256 of the file's bytes, lower-case hexadecimal.
  public let sha256: String
  /// Its title.
  public let title: String
  /// What it is.
  public let about: String
  /// In the file's order.
  public let needs: [Need]
  /// In the file's order.
  public let areas: [Area]
  /// In the file's order.
  public let postcodes: [PostcodeLine]
  /// In the file's order.
  public let bodies: [Body]
  /// Names that people still use, and who is there instead.
  public let notShown: [NotShown]
  /// What to show for which need.
  public let routes: [Route]
  /// Texts to show.
  public let notices: [Notice]

  private let areaPlaces: [String: Int]
  private let bodyPlaces: [String: Int]

  /// A directory from its parts.
  public init(
    id: String,
    version: String,
    asOf: CalendarDate,
    sha256: String,
    title: String,
    about: String,
    needs: [Need],
    areas: [Area],
    postcodes: [PostcodeLine],
    bodies: [Body],
    notShown: [NotShown],
    routes: [Route],
    notices: [Notice]
  ) {
    self.id = id
    self.version = version
    self.asOf = asOf
    self.sha256 = sha256
    self.title = title
    self.about = about
    self.needs = needs
    self.areas = areas
    self.postcodes = postcodes
    self.bodies = bodies
    self.notShown = notShown
    self.routes = routes
    self.notices = notices
    areaPlaces = Dictionary(
      areas.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    bodyPlaces = Dictionary(
      bodies.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The area of that id.
  public func area(_ id: String) -> Area? { areaPlaces[id].map { areas[$0] } }

  /// The body of that id.
  public func body(_ id: String) -> Body? { bodyPlaces[id].map { bodies[$0] } }

  /// The need of that code.
  public func need(_ code: String) -> Need? { needs.first { $0.code == code } }

  /// The area and all areas that it lies in.
  func areaWithOuter(_ id: String) -> Set<String> {
    var found: Set<String> = []
    var open = [id]
    while let next = open.popLast() {
      guard found.insert(next).inserted else { continue }
      open += area(next)?.within ?? []
    }
    return found
  }
}

extension SupportDirectory {
  /// A county, a country or another area.
  public struct Area: Sendable {
    /// What kind of area it is.
    public enum Kind: String, Sendable {
      /// The United Kingdom, or a country of it.
      case country
      /// A region, as the East Midlands.
      case region
      /// A combined authority.
      case authority
      /// A county.
      case county
      /// A part of a county.
      case part
      /// Somewhere that the directory does not divide.
      case elsewhere
    }

    /// Its id, as `DERBYS`.
    public let id: String
    /// What kind it is.
    public let kind: Kind
    /// Its name.
    public let name: String
    /// The areas that it lies in.
    public let within: [String]
    /// The bodies that are its cyber centre.
    public let centres: [String]
    /// The bodies that are its growth hub.
    public let hubs: [String]
    /// What to bear in mind.
    public let note: String?

    /// An area.
    public init(
      id: String,
      kind: Kind,
      name: String,
      within: [String],
      centres: [String],
      hubs: [String],
      note: String?
    ) {
      self.id = id
      self.kind = kind
      self.name = name
      self.within = within
      self.centres = centres
      self.hubs = hubs
      self.note = note
    }
  }

  /// Some districts of a postcode area with the county that they lie in.
  public struct PostcodeLine: Sendable {
    /// The letters, as `DE`.
    public let area: String
    /// The numbers of the districts.
    public let districts: Set<Int>
    /// The post town.
    public let town: String
    /// Counties, the likeliest first.
    public let counties: [String]
    /// Parts of a county, the likeliest first.
    public let parts: [String]
    /// The combined authority, if there is one.
    public let authority: String?
    /// Whether it holds for districts of that area that stand in no line.
    public let isDefault: Bool
    /// Whether the county is to be asked for.
    public let asks: Bool
    /// What to bear in mind.
    public let note: String

    /// A line.
    public init(
      area: String,
      districts: Set<Int>,
      town: String,
      counties: [String],
      parts: [String],
      authority: String?,
      isDefault: Bool,
      asks: Bool,
      note: String
    ) {
      self.area = area
      self.districts = districts
      self.town = town
      self.counties = counties
      self.parts = parts
      self.authority = authority
      self.isDefault = isDefault
      self.asks = asks
      self.note = note
    }
  }

  /// A name that people still use, or one that helps no single firm.
  public struct NotShown: Sendable {
    /// The name.
    public let name: String
    /// `closed`, `renamed` or `no-help`.
    public let why: String
    /// The bodies that are there instead.
    public let instead: [String]
    /// In words.
    public let text: String

    /// A name.
    public init(name: String, why: String, instead: [String], text: String) {
      self.name = name
      self.why = why
      self.instead = instead
      self.text = text
    }
  }
}
