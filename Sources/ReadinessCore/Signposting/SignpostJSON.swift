/// Signposts as JSON.
public enum SignpostJSON {
  /// The value of `format`.
  public static let format = "readiness-signposts-1"

  /// All that fit, in order.
  public static func json(_ signposts: Signposts) -> JSONValue {
    let request = signposts.request
    let locality = request.locality
    return .object([
      .init("format", .string(format)), .init("asOf", .string(request.asOf.description)),
      .init(
        "directory",
        .object([
          .init("id", .string(signposts.directory.id)),
          .init("version", .string(signposts.directory.version)),
          .init("asOf", .string(signposts.directory.asOf.description)),
          .init("sha256", .string(signposts.directory.sha256)),
        ])
      ),
      .init(
        "place",
        .object([
          .init("kind", .string(locality.kind.rawValue)),
          .init("postcode", locality.postcode.map { .string($0.description) } ?? .null),
          .init("areas", strings(locality.places.map(\.id))),
          .init("names", strings(locality.places.map(\.name))),
          .init("remarks", strings(locality.remarks)),
        ])
      ),
      .init("needs", strings(request.needs)),
      .init("situations", strings(request.situations.map(\.rawValue))),
      .init("size", request.size.map { .string($0) } ?? .null),
      .init("signposts", .array(signposts.items.map(item))),
      .init(
        "notices",
        .array((signposts.notices + [signposts.incident].compactMap(\.self)).map(notice))
      ),
    ])
  }

  private static func item(_ item: Signpost) -> JSONValue {
    let body = item.body
    return .object([
      .init("body", .string(body.id)), .init("name", .string(body.name)),
      .init("kind", .string(body.kind)), .init("runBy", .string(body.runBy)),
      .init("why", .string(item.why)), .init("needs", strings(item.needs.map(\.code))),
      .init("areas", strings(item.areas.map(\.id))), .init("near", .bool(item.isNear)),
      .init("eligible", .string(body.eligible)), .init("offer", .string(body.offer)),
      .init("cost", .string(body.price.rawValue)), .init("official", .bool(body.isOfficial)),
      .init("status", .string(body.status.rawValue)),
      .init("confidence", .string(body.confidence.rawValue)),
      .init("compiled", .string(body.compiled.description)),
      .init("web", .array(body.web.map(contact))), .init("phone", .array(body.phone.map(contact))),
      .init("note", body.note.map { .string($0) } ?? .null),
    ])
  }

  private static func contact(_ contact: SupportDirectory.Body.Contact) -> JSONValue {
    .object([
      .init("text", .string(contact.text)),
      .init("checked", contact.checked.map { .string($0.description) } ?? .null),
    ])
  }

  private static func notice(_ shown: NoticeShown) -> JSONValue {
    let notice = shown.notice
    return .object([
      .init("id", .string(notice.id)), .init("title", .string(notice.title)),
      .init("says", .string(notice.says)),
      .init("date", notice.date.map { .string($0.description) } ?? .null),
      .init("daysLeft", shown.daysLeft.map { .integer($0) } ?? .null),
      .init("confidence", .string(notice.confidence.rawValue)),
      .init("source", .string(notice.source)), .init("bodies", strings(notice.bodies)),
    ])
  }

  private static func strings(_ items: [String]) -> JSONValue {
    .array(items.map { .string($0) })
  }
}
