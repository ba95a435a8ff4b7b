public import ReadinessCore

/// A little end-of-support data, built by hand; the dates are those of the facts, section 6.
public enum SmallSupportData {
  /// The data.
  public static let data = SupportData(
    version: "test",
    asOf: day("2026-08-22"),
    sha256: Pack.noDigest,
    products: products
  )

  /// Data with these products only.
  public static func data(_ products: SupportData.Product...) -> SupportData {
    SupportData(
      version: "test",
      asOf: day("2026-08-22"),
      sha256: Pack.noDigest,
      products: products
    )
  }

  /// A release; days in ISO 8601.
  public static func release(
    _ version: String,
    also: [String] = [],
    editions: [String] = [],
    ends: String? = nil,
    extended: String? = nil,
    consumer: String? = nil,
    judge: SupportData.Judge = .dates
  ) -> SupportData.Release {
    SupportData.Release(
      version: version,
      also: also,
      editions: editions,
      ends: ends.map(day),
      extendedUntil: extended.map(day),
      extendedName: extended == nil ? nil : "paid updates",
      consumerUntil: consumer.map(day),
      judge: judge,
      note: "",
      source: "test"
    )
  }

  /// A product.
  public static func product(
    _ name: String,
    also: [String] = [],
    trains: Bool = false,
    editions: [String: [String]] = [:],
    otherwise: String? = nil,
    _ releases: [SupportData.Release]
  ) -> SupportData.Product {
    SupportData.Product(
      id: name.lowercased(),
      name: name,
      also: also,
      category: "test",
      matchesTrains: trains,
      editions: editions,
      releases: releases,
      otherwise: otherwise.map { (SupportData.Judge.vendor, $0) }
    )
  }

  private static let products = [
    product(
      "Microsoft Windows",
      also: ["Windows"],
      editions: ["pro": ["Pro", "Professional"], "enterprise": ["Enterprise"]],
      [
        release("10 22H2", ends: "2025-10-14", extended: "2028-10-10", consumer: "2027-10-12"),
        release("11 24H2", editions: ["enterprise"], ends: "2027-10-12"),
        release("11 24H2", editions: ["pro"], ends: "2026-10-13"),
        release("11 25H2", editions: ["enterprise"], ends: "2028-10-10"),
        release("11 25H2", editions: ["pro"], ends: "2027-10-12"),
      ]
    ),
    product(
      "Microsoft Windows Server",
      also: ["Windows Server"],
      [
        release("2012 R2", ends: "2023-10-10", extended: "2026-10-13"),
        release("2016", ends: "2027-01-12", extended: "2030-01-12"),
        release("2022", ends: "2031-10-14"),
      ]
    ),
    product(
      "Debian",
      trains: true,
      [release("11", ends: "2026-08-31"), release("12", ends: "2028-06-30")]
    ),
    product(
      "Fortinet FortiOS",
      also: ["FortiOS"],
      trains: true,
      [
        release("7.2", ends: "2026-09-30"), release("7.4", ends: "2028-11-11"),
        release("7.6", ends: "2030-01-25"),
      ]
    ),
    product(
      "Apple iOS",
      also: ["iOS"],
      trains: true,
      [
        release("15", judge: .ended), release("17", ends: "2025-05-13"),
        release("26", judge: .vendor), release("27", judge: .vendor),
      ]
    ),
    product(
      "Google Chrome",
      also: ["Chrome"],
      [release("151", ends: "2026-08-25"), release("Stable channel", judge: .vendor)]
    ),
    product(
      "Mozilla Firefox",
      also: ["Firefox"],
      trains: true,
      [release("140", also: ["140 ESR"], ends: "2026-09-29"), release("153")]
    ),
    product(
      "Microsoft Office",
      [release("2021", ends: "2026-10-13"), release("2024", ends: "2029-10-09")]
    ),
    product(
      "Microsoft Exchange Server",
      [release("2019", ends: "2025-10-14"), release("Subscription Edition")]
    ),
    product(
      "Microsoft 365 Apps",
      otherwise: "supported on a build that its channel still serves",
      []
    ),
  ]
}
