import ReadinessCore

extension AuthorityEvent {
  /// What the event is called in the log.
  var name: String {
    switch self {
    case .began: "begin"
    case .issued: "issue"
    case .revoked: "revoke"
    case .listed: "list"
    }
  }

  /// What the log holds of it besides number, time and name.
  var members: [JSONValue.Member] {
    switch self {
    case .began(let part, let certificate):
      [.init("authority", .string(part.rawValue))] + Self.members(certificate)
    case .issued(let certificate, let keyFingerprint, let why):
      [
        .init("organisation", .string(certificate.organizationIdentifier ?? "")),
        .init("name", .string(certificate.subject.organization ?? "")),
        .init("key", .string(keyFingerprint)), .init("why", .string(why)),
      ] + Self.members(certificate)
    case .revoked(let serial, let entry, let why):
      [
        .init("serial", .string(serial)), .init("revokedAt", .string(entry.revokedAt.description)),
        .init("reason", .string(entry.reason.name)),
        .init("invalidFrom", entry.invalidFrom.map { .string($0.description) } ?? .null),
        .init("why", .string(why)),
      ]
    case .listed(let part, let number, let base, let until):
      [
        .init("authority", .string(part.rawValue)), .init("list", .integer(number)),
        .init("addsTo", base.map { .integer($0) } ?? .null),
        .init("until", .string(until.description)),
      ]
    }
  }

  private static func members(_ certificate: Certificate) -> [JSONValue.Member] {
    [
      .init("serial", .string(certificate.serial)),
      .init("fingerprint", .string(certificate.fingerprint)),
      .init("certificate", .string(Base64.text(certificate.der))),
    ]
  }

  /// Reads what ``members`` writes; `nil` where something is missing.
  init?(_ value: JSONValue) {
    func text(_ name: String) -> String? { value[name]?.string }
    func certificate() -> Certificate? {
      text("certificate").flatMap { Base64.bytes($0) }.flatMap { try? Certificate(der: $0) }
    }
    func part() -> AuthorityPart? { text("authority").flatMap { AuthorityPart(rawValue: $0) } }
    switch text("event") {
    case "begin":
      guard let part = part(), let certificate = certificate() else { return nil }
      self = .began(part: part, certificate: certificate)
    case "issue":
      guard let certificate = certificate(), let key = text("key"), let why = text("why") else {
        return nil
      }
      self = .issued(certificate: certificate, keyFingerprint: key, why: why)
    case "revoke":
      guard let serial = text("serial"), let why = text("why"),
        let at = text("revokedAt").flatMap({ Instant(iso: $0) }),
        let reason = RevocationReason.allCases.first(where: { $0.name == text("reason") })
      else { return nil }
      let entry = RevokedEntry(
        revokedAt: at,
        reason: reason,
        invalidFrom: text("invalidFrom").flatMap { Instant(iso: $0) }
      )
      self = .revoked(serial: serial, entry: entry, why: why)
    case "list":
      guard let part = part(), let number = value["list"]?.integer,
        let until = text("until").flatMap({ Instant(iso: $0) })
      else { return nil }
      self = .listed(part: part, number: number, base: value["addsTo"]?.integer, until: until)
    default: return nil
    }
  }
}
