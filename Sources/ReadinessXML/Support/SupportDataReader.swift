public import ReadinessCore

/// Turns the end-of-support file into values; its form is `Support/end-of-support.xsd`.
public enum SupportDataReader {
  /// The data in a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; it may be hostile.
  ///   - sha256: the digest of `bytes`, lower-case hexadecimal.
  /// - Returns: the data.
  /// - Throws: every problem of form, names that two products share, and editions that a product
  ///   does not list.
  public static func read(
    _ bytes: [UInt8],
    sha256: String
  ) throws(XMLReadingError) -> SupportData {
    let root = try XMLDocument.read(bytes, schema: .endOfSupport)
    let elements = root.all("product")
    let problems = sharedNames(elements) + unknownEditions(elements)
    guard problems.isEmpty else { throw XMLReadingError(problems) }
    return SupportData(
      version: root["version"] ?? "",
      asOf: root["as-of"].flatMap { CalendarDate(iso: $0) } ?? CalendarDate(dayNumber: 0),
      updated: root["updated"].flatMap { CalendarDate(iso: $0) },
      sources: (root.first("sources")?.all("source") ?? []).map { element in
        [element.folded, element["href"] ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      },
      sha256: sha256,
      products: elements.map(product)
    )
  }

  private static func product(_ element: XMLElement) -> SupportData.Product {
    var editions: [String: [String]] = [:]
    for edition in element.all("edition") {
      editions[edition["id"] ?? ""] = [edition["name"] ?? ""] + edition.all("also").map(\.folded)
    }
    let otherwise = element.first("otherwise").map {
      (
        judge: $0["judge"].flatMap(SupportData.Judge.init) ?? .vendor,
        note: $0.folded
      )
    }
    return SupportData.Product(
      id: element["id"] ?? "",
      name: element["name"] ?? "",
      also: element.all("also").map(\.folded),
      category: element["category"] ?? "",
      matchesTrains: element["match"] == "train",
      editions: editions,
      releases: element.all("release").map(release),
      otherwise: otherwise
    )
  }

  private static func release(_ element: XMLElement) -> SupportData.Release {
    func date(_ name: String) -> CalendarDate? { element[name].flatMap { CalendarDate(iso: $0) } }
    return SupportData.Release(
      version: element["version"] ?? "",
      name: element["name"],
      also: element.all("also").map(\.folded),
      editions: element.list("editions"),
      ends: date("ends"),
      extendedUntil: date("extended-until"),
      extendedName: element["extended-name"],
      consumerUntil: date("extended-consumer-until"),
      judge: element["judge"].flatMap(SupportData.Judge.init) ?? .vendor,
      note: element.first("note")?.folded ?? "",
      source: element["source"] ?? "",
      build: element["build"]
    )
  }

  private static func sharedNames(_ products: [XMLElement]) -> [XMLProblem] {
    var owners: [String: String] = [:]
    var problems: [XMLProblem] = []
    for product in products {
      let id = product["id"] ?? ""
      for name in [product["name"] ?? ""] + product.all("also").map(\.folded) {
        let plain = name.lowercased()
        if let owner = owners[plain], owner != id {
          problems.append(
            XMLProblem(at: product.position, "the name \"\(name)\" belongs to \(owner) too")
          )
        }
        owners[plain] = id
      }
    }
    return problems
  }

  private static func unknownEditions(_ products: [XMLElement]) -> [XMLProblem] {
    products.flatMap { product in
      let known = Set(product.all("edition").compactMap { $0["id"] })
      return product.all("release").flatMap { release in
        release.list("editions").filter { !known.contains($0) }.map { edition in
          XMLProblem(
            at: release.position,
            "\(product["id"] ?? "") lists no edition \"\(edition)\""
          )
        }
      }
    }
  }
}
