public import ReadinessCore

/// `profile.json`: a firm's profile as a file; README.md beside this specifies it by example.
public enum ProfileFile {
  /// The format's name, which stands first in the file.
  public static let format = "readiness-profile-1"

  /// The largest file read, in bytes.
  public static let limit = 1 << 20

  /// The most certificates, names or entries of one kind.
  static let most = 100

  /// The profile in a file's value.
  ///
  /// - Throws: the first thing that is wrong. An unknown member is refused: a misspelt one would
  ///   otherwise be lost in silence.
  public static func read(_ value: JSONValue) throws(Profile.Problem) -> Profile {
    let root = try ProfileReader(value, "the file")
    try root.allow([
      "format", "tradingNames", "identifiers", "postcode", "preparedBy", "county", "countMe",
      "certificates",
    ])
    guard try root.text("format") == format else {
      throw Profile.Problem("format", "it is not \"\(format)\"")
    }
    var profile = Profile()
    for element in try root.list("tradingNames") { profile.tradingNames.append(try element.text()) }
    for element in try root.list("identifiers") {
      try element.allow(["scheme", "id"])
      profile.identifiers.append(
        Identifier(scheme: try element.text("scheme"), id: try element.text("id"))
      )
    }
    profile.postcode = try root.optionalText("postcode")
    for element in try root.list("preparedBy") { profile.preparedBy.append(try element.choice()) }
    profile.county = try root.optionalText("county")
    profile.consentsToBeCounted = try root.flag("countMe")
    for element in try root.list("certificates") {
      profile.certificates.append(try certificate(element))
    }
    if let problem = profile.problems.first { throw problem }
    return profile
  }

  private static func certificate(
    _ element: ProfileReader
  ) throws(Profile.Problem) -> Statement.CertificateHeld {
    try element.allow([
      "scheme", "level", "number", "holder", "issued", "expires", "body", "scope",
      "scopeDescription", "requirements", "registerChecks",
    ])
    var checks: [Statement.RegisterCheck] = []
    for check in try element.list("registerChecks") {
      try check.allow(["by", "on", "result", "url"])
      checks.append(
        Statement.RegisterCheck(
          by: try check.text("by"),
          on: try check.date("on"),
          result: try check.text("result"),
          url: try check.optionalText("url")
        )
      )
    }
    return Statement.CertificateHeld(
      scheme: try element.member("scheme").choice(),
      level: try element.optionalText("level"),
      number: try element.text("number"),
      holder: try element.text("holder"),
      issued: try element.date("issued"),
      expires: try element.date("expires"),
      body: try element.text("body"),
      scopeKind: try element.member("scope").choice(),
      scopeDescription: try element.optionalText("scopeDescription"),
      requirementsVersion: try element.optionalText("requirements"),
      registerChecks: checks
    )
  }

  // MARK: Writing

  /// The file's text; what is not chosen is left out.
  public static func write(_ profile: Profile) -> String {
    var members: [JSONValue.Member] = [.init("format", .string(format))]
    func add(_ name: String, _ elements: [JSONValue]) {
      if !elements.isEmpty { members.append(.init(name, .array(elements))) }
    }
    func add(_ name: String, _ text: String?) {
      if let text { members.append(.init(name, .string(text))) }
    }
    add("tradingNames", profile.tradingNames.map { .string($0) })
    add("identifiers", profile.identifiers.map(json))
    add("postcode", profile.postcode)
    add("preparedBy", profile.preparedBy.map { .string($0.rawValue) })
    add("county", profile.county)
    if profile.consentsToBeCounted { members.append(.init("countMe", true)) }
    add("certificates", profile.certificates.map(json))
    return JSONWriter.pretty(.object(members))
  }

  private static func json(_ identifier: Identifier) -> JSONValue {
    .object([
      .init("scheme", .string(identifier.scheme)), .init("id", .string(identifier.id)),
    ])
  }

  /// A certificate held, in the form that `verify` writes it in too.
  public static func json(_ certificate: Statement.CertificateHeld) -> JSONValue {
    object(
      [
        ("scheme", certificate.scheme.rawValue), ("level", certificate.level),
        ("number", certificate.number), ("holder", certificate.holder),
        ("issued", certificate.issued.description), ("expires", certificate.expires.description),
        ("body", certificate.body), ("scope", certificate.scopeKind.rawValue),
        ("scopeDescription", certificate.scopeDescription),
        ("requirements", certificate.requirementsVersion),
      ],
      certificate.registerChecks.isEmpty
        ? []
        : [
          .init(
            "registerChecks",
            .array(
              certificate.registerChecks.map {
                object([
                  ("by", $0.by), ("on", $0.on.description), ("result", $0.result), ("url", $0.url),
                ])
              }
            )
          )
        ]
    )
  }

  private static func object(
    _ texts: [(String, String?)],
    _ more: [JSONValue.Member] = []
  ) -> JSONValue {
    .object(
      texts.compactMap { name, text in text.map { .init(name, .string($0)) } } + more
    )
  }
}
