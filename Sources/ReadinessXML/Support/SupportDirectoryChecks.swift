import ReadinessCore

/// What the schema of a support directory cannot say.
struct SupportDirectoryChecks {
  let root: XMLElement

  private var areas: [XMLElement] { root.first("areas")?.all("area") ?? [] }
  private var postcodes: [XMLElement] { root.first("postcodes")?.all("postcode") ?? [] }

  /// Everything that is wrong, in the file's order.
  var problems: [XMLProblem] {
    (unknownIds + rings + sharedDistricts + emptyRoutes).sorted {
      ($0.position.map { [$0.line, $0.column] } ?? [])
        .lexicographicallyPrecedes($1.position.map { [$0.line, $0.column] } ?? [])
    }
  }

  // MARK: Unknown ids

  private var unknownIds: [XMLProblem] {
    let known: [String: Set<String>] = [
      "area": Set(areas.compactMap { $0["id"] }),
      "body": Set(root.all("body").compactMap { $0["id"] }),
      "need": Set((root.first("needs")?.all("need") ?? []).compactMap { $0["code"] }),
    ]
    func check(_ elements: [XMLElement], _ attributes: [String: String]) -> [XMLProblem] {
      elements.flatMap { element in
        attributes.sorted { $0.key < $1.key }.flatMap { attribute, what in
          element.list(attribute).filter { known[what]?.contains($0) != true }.map {
            XMLProblem(at: element.position, "\(attribute): there is no \(what) \"\($0)\"")
          }
        }
      }
    }
    return check(areas, ["in": "area", "centre": "body", "hub": "body"])
      + check(postcodes, ["county": "area", "part": "area", "authority": "area"])
      + check(root.all("body"), ["areas": "area", "helps": "need", "instead": "body"])
      + check(root.all("not-shown"), ["instead": "body"])
      + check(root.all("signpost"), ["need": "need", "first": "body", "then": "body"])
      + check(root.all("notice"), ["bodies": "body"])
  }

  // MARK: Areas

  private var rings: [XMLProblem] {
    let within = Dictionary(
      areas.map { ($0["id"] ?? "", $0.list("in")) },
      uniquingKeysWith: { first, _ in first }
    )
    return areas.compactMap { element in
      guard let id = element["id"] else { return nil }
      var seen: Set<String> = []
      var open = within[id] ?? []
      while let next = open.popLast() {
        if next == id { return XMLProblem(at: element.position, "\"\(id)\" lies in itself") }
        if seen.insert(next).inserted { open += within[next] ?? [] }
      }
      return nil
    }
  }

  // MARK: Postcodes

  private var sharedDistricts: [XMLProblem] {
    var owners: [String: XMLPosition] = [:]
    var defaults: Set<String> = []
    var problems: [XMLProblem] = []
    for line in postcodes {
      let area = line["area"] ?? ""
      if line["default"] == "yes", !defaults.insert(area).inserted {
        problems.append(XMLProblem(at: line.position, "\(area) has two default lines"))
      }
      for item in line.list("districts") {
        guard let range = DistrictRange(item), range.area == area else {
          problems.append(
            XMLProblem(at: line.position, "\"\(item)\" is no list of districts of \(area)")
          )
          continue
        }
        for number in range.numbers {
          let district = "\(area)\(number)"
          if let owner = owners[district] {
            problems.append(
              XMLProblem(
                at: line.position,
                "\(district) stands in two lines, first in line \(owner.line)"
              )
            )
          }
          owners[district] = line.position
        }
      }
    }
    return problems
  }

  // MARK: Signposts

  private var emptyRoutes: [XMLProblem] {
    root.all("signpost").filter { $0["need"] == nil && $0["situation"] == nil }.map {
      XMLProblem(at: $0.position, "a signpost names neither a need nor a situation")
    }
  }
}

/// `DE4`, or `DE4-DE7` for all from DE4 to DE7.
struct DistrictRange {
  let area: String
  let numbers: ClosedRange<Int>

  init?(_ text: String) {
    let ends = text.split(separator: "-").map { end in
      (letters: String(end.prefix { $0.isLetter }), number: Int(end.drop { $0.isLetter }))
    }
    guard let first = ends.first, let last = ends.last, ends.count <= 2,
      first.letters == last.letters, let from = first.number, let to = last.number, from <= to
    else { return nil }
    area = first.letters
    numbers = from...to
  }
}
