public import ReadinessCore

/// Turns the support directory's file into values; its form is `Support/support-directory.xsd`.
public enum SupportDirectoryReader {
  /// The directory in a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; it may be hostile.
  ///   - sha256: the digest of `bytes`, lower-case hexadecimal.
  /// - Returns: the directory, every id in it known.
  /// - Throws: every problem of form, and everything that the schema cannot say: unknown ids, areas
  ///   that contain one another, districts in two lines, signposts for nothing.
  public static func read(
    _ bytes: [UInt8],
    sha256: String
  ) throws(XMLReadingError) -> SupportDirectory {
    let root = try XMLDocument.read(bytes, schema: .supportDirectory)
    let problems = SupportDirectoryChecks(root: root).problems
    guard problems.isEmpty else { throw XMLReadingError(problems) }
    return SupportDirectory(
      id: root["id"] ?? "",
      version: root["version"] ?? "",
      asOf: root["as-of"].flatMap { CalendarDate(iso: $0) } ?? CalendarDate(dayNumber: 0),
      sha256: sha256,
      title: text(root, "title"),
      about: text(root, "about"),
      needs: needs(root),
      areas: root.first("areas")?.all("area").map(area) ?? [],
      postcodes: root.first("postcodes")?.all("postcode").map(postcode) ?? [],
      bodies: root.all("body").map(body),
      notShown: root.all("not-shown").map(notShown),
      routes: root.all("signpost").map(route),
      notices: root.all("notice").map(notice)
    )
  }

  /// The text of the first element of that name: the root's language, or the first there is.
  private static func text(_ element: XMLElement, _ name: String) -> String {
    let all = element.all(name)
    let chosen = all.first { $0.language == nil || $0.language == "en-GB" } ?? all.first
    return chosen?.folded ?? ""
  }

  private static func needs(_ root: XMLElement) -> [SupportDirectory.Need] {
    root.first("needs")?.all("need").map {
      SupportDirectory.Need(code: $0["code"] ?? "", name: $0["name"] ?? "")
    } ?? []
  }

  private static func area(_ element: XMLElement) -> SupportDirectory.Area {
    SupportDirectory.Area(
      id: element["id"] ?? "",
      kind: element["kind"].flatMap(SupportDirectory.Area.Kind.init) ?? .elsewhere,
      name: element["name"] ?? "",
      within: element.list("in"),
      centres: element.list("centre"),
      hubs: element.list("hub"),
      note: element.first("note")?.folded
    )
  }

  private static func postcode(_ element: XMLElement) -> SupportDirectory.PostcodeLine {
    SupportDirectory.PostcodeLine(
      area: element["area"] ?? "",
      districts: districts(element),
      town: element["town"] ?? "",
      counties: element.list("county"),
      parts: element.list("part"),
      authority: element["authority"],
      isDefault: element["default"] == "yes",
      asks: element["ask"] == "yes",
      note: element.folded
    )
  }

  private static func districts(_ element: XMLElement) -> Set<Int> {
    element.list("districts").compactMap(DistrictRange.init)
      .reduce(into: []) { $0.formUnion($1.numbers) }
  }

  private static func body(_ element: XMLElement) -> SupportDirectory.Body {
    typealias Body = SupportDirectory.Body
    func contacts(_ name: String) -> [Body.Contact] {
      element.all(name).map {
        Body.Contact(text: $0.folded, checked: $0["checked"].flatMap { CalendarDate(iso: $0) })
      }
    }
    return Body(
      id: element["id"] ?? "",
      kind: element["kind"] ?? "",
      name: text(element, "name"),
      runBy: text(element, "run-by"),
      eligible: text(element, "eligible"),
      offer: text(element, "offer"),
      note: element.first("note").map { _ in text(element, "note") },
      areas: element.list("areas"),
      sizes: Set(element.list("sizes")),
      sectors: Set(element.list("sectors")),
      helps: element.list("helps"),
      price: element["cost"].flatMap(Body.Price.init) ?? .notStated,
      // What cannot be understood is not taken for running.
      status: element["status"].flatMap(Body.Status.init) ?? .unknown,
      confidence: confidence(element),
      compiled: element["compiled"].flatMap { CalendarDate(iso: $0) } ?? CalendarDate(dayNumber: 0),
      isOfficial: element["official"] == "yes",
      holds: element["holds"],
      helpsFirms: element["direct"] != "no",
      instead: element.list("instead"),
      web: contacts("web"),
      phone: contacts("phone")
    )
  }

  private static func confidence(_ element: XMLElement) -> Confidence {
    element["confidence"].flatMap(Confidence.init) ?? .low
  }

  private static func notShown(_ element: XMLElement) -> SupportDirectory.NotShown {
    SupportDirectory.NotShown(
      name: element["name"] ?? "",
      why: element["why"] ?? "",
      instead: element.list("instead"),
      text: element.folded
    )
  }

  private static func route(_ element: XMLElement) -> SupportDirectory.Route {
    SupportDirectory.Route(
      needs: element.list("need"),
      situation: element["situation"].flatMap(Situation.init),
      sizes: Set(element.list("sizes")),
      first: element.list("first"),
      then: element.list("then"),
      advice: element.folded
    )
  }

  private static func notice(_ element: XMLElement) -> SupportDirectory.Notice {
    SupportDirectory.Notice(
      id: element["id"] ?? "",
      isForDefence: element["applies"] == "defence",
      situation: element["situation"].flatMap(Situation.init),
      date: element["date"].flatMap { CalendarDate(iso: $0) },
      confidence: confidence(element),
      bodies: element.list("bodies"),
      source: element["source"] ?? "",
      title: text(element, "title"),
      says: text(element, "says")
    )
  }
}
