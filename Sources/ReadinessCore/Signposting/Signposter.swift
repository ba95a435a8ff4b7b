/// Finds who can help a firm: only what fits its place, what it lacks, its size and its sector.
public struct Signposter: Sendable {
  /// Who there is.
  public let directory: SupportDirectory

  /// A signposter over a directory.
  public init(directory: SupportDirectory) { self.directory = directory }

  /// Who helps, in this order: those whose status is known before those that we could not
  /// confirm; what is meant to be looked at first; free before paid; official before others;
  /// who helps with more of what is lacking; the file's order.
  ///
  /// Bodies that have ended or not begun, and those that help no single firm, are never in it.
  /// Those of unknown status come last with a plain remark: for some needs nobody else is listed,
  /// and one look at their page tells.
  public func signposts(for request: SignpostRequest) -> Signposts {
    var finds = Finds()
    var advice: [Signposts.Advice] = []
    for route in directory.routes {
      let needs = matched(route, request)
      guard !needs.isEmpty else { continue }
      if !route.advice.isEmpty {
        advice.append(
          Signposts.Advice(needs: needs.compactMap(directory.need), text: route.advice)
        )
      }
      for id in route.first { finds.add(id, needs, isFirst: true) }
      for id in route.then { finds.add(id, needs, isFirst: false) }
    }
    for code in request.needs where !directory.routes.contains(where: { $0.needs.contains(code) }) {
      for body in directory.bodies where body.helps.contains(code) {
        finds.add(body.id, [code], isFirst: body.price == .free)
      }
    }
    // Free and official help that fits any need, the regional centre among it.
    for body in directory.notices.first(where: { $0.id == Self.freeFirst })?.bodies ?? [] {
      let needs = request.needs.filter { directory.body(body)?.helps.contains($0) ?? false }
      if !needs.isEmpty { finds.add(body, needs, isFirst: true) }
    }
    let items = finds.all.compactMap { signpost($0, request) }.sorted { $0.key < $1.key }
      .map(\.signpost)
    return Signposts(
      directory: directory,
      request: request,
      items: items,
      advice: advice,
      notices: notices(request, items),
      incident: directory.notices.first { $0.situation == .incident }
        .map { NoticeShown(notice: $0, asOf: request.asOf) }
    )
  }

  /// The notice whose bodies are the free help that is always worth a look.
  private static let freeFirst = "free-first"

  /// The needs for which a route counts; empty where it does not.
  private func matched(_ route: SupportDirectory.Route, _ request: SignpostRequest) -> [String] {
    if !route.sizes.isEmpty {
      guard let size = request.size, route.sizes.contains(size) else { return [] }
    }
    if let situation = route.situation, request.situations.contains(situation) {
      return route.needs
    }
    return request.needs.filter(route.needs.contains)
  }

  private func signpost(
    _ find: Finds.One,
    _ request: SignpostRequest
  ) -> (key: SortKey, signpost: Signpost)? {
    guard let body = directory.body(find.body), body.helpsFirms,
      body.status != .ended, body.status != .planned,
      request.size.map(body.sizes.contains) ?? true, request.fits(sectors: body.sectors),
      body.holds.map(request.holds.contains) ?? true
    else { return nil }
    let areas = body.areas.filter(request.locality.areas.contains).compactMap(directory.area)
    guard !areas.isEmpty else { return nil }
    let isNear = !areas.contains { $0.kind == .country || $0.kind == .elsewhere }
    let key = SortKey(
      parts: [
        body.status == .unknown ? 1 : 0, find.isFirst ? 0 : 1, Self.class(of: body.price),
        body.isOfficial ? 0 : 1, -find.needs.count, find.position,
      ])
    return (
      key,
      Signpost(
        body: body,
        needs: find.needs.compactMap(directory.need),
        areas: areas,
        isNear: isNear
      )
    )
  }

  private static func `class`(of price: SupportDirectory.Body.Price) -> Int {
    switch price {
    case .free: 0
    case .mixed, .funding, .notStated: 1
    case .membership, .paid: 2
    }
  }

  private func notices(_ request: SignpostRequest, _ items: [Signpost]) -> [NoticeShown] {
    let shown = Set(items.map(\.body.id))
    return directory.notices.filter { notice in
      if notice.isForDefence, request.isDefenceSupplier != true { return false }
      switch notice.situation {
      case .incident: return false
      case .noBudget:
        return request.situations.contains(.noBudget) || request.needs.contains("FUND")
      case let situation?: return request.situations.contains(situation)
      // One that holds for all is shown where it speaks of what is shown.
      case nil: return notice.isForDefence || notice.bodies.count(where: shown.contains) > 1
      }
    }.map { NoticeShown(notice: $0, asOf: request.asOf) }
  }
}

/// Smaller parts first, from the left.
private struct SortKey: Comparable {
  let parts: [Int]

  static func < (left: SortKey, right: SortKey) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}

/// The bodies that routes lead to, each once.
private struct Finds {
  struct One {
    let body: String
    var needs: [String]
    var isFirst: Bool
    let position: Int
  }

  private(set) var all: [One] = []
  private var places: [String: Int] = [:]

  mutating func add(_ body: String, _ needs: [String], isFirst: Bool) {
    guard let place = places[body] else {
      places[body] = all.count
      all.append(One(body: body, needs: needs, isFirst: isFirst, position: all.count))
      return
    }
    all[place].isFirst = all[place].isFirst || isFirst
    for need in needs where !all[place].needs.contains(need) { all[place].needs.append(need) }
  }
}
