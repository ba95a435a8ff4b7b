import ReadinessCore

/// Name, version and edition of a product as a list gives them, put apart.
struct InventoryProduct {
  let product: String
  let version: String?
  let edition: String?

  /// Takes the words apart.
  ///
  /// - Parameters:
  ///   - rule: where the product belongs; `nil` leaves all as it is.
  ///   - builds: what each build of it is called.
  init(
    _ cells: [InventoryColumns.Field: String],
    rule: InventoryColumns.Rule?,
    builds: [String: String]?
  ) {
    let whole = cells[.product] ?? ""
    guard let rule else {
      (product, version, edition) = (whole, cells[.version], cells[.edition])
      return
    }
    product = rule.name ?? whole
    let rest =
      rule.name == nil ? "" : AnswerParser.trimmed(String(whole.dropFirst(rule.begins.count)))
    let given = cells[.version] ?? ""
    // A version without digits behind a name with them, as in "Windows 11 Pro".
    let words = rest.split(separator: " ").map(String.init)
    let numbers = words.filter { $0.contains(where: \.isNumber) }
    let names = words.filter { !$0.contains(where: \.isNumber) }.joined(separator: " ")
    // Behind a program's name stand languages and processors, not editions.
    edition = cells[.edition] ?? (names.isEmpty || rule.builds == nil ? nil : names)
    if let release = builds.flatMap({ Self.release(of: given, in: $0) }) {
      version = release
      return
    }
    var text = given
    if text.isEmpty { text = numbers.joined(separator: " ") }
    if let parts = rule.versionParts {
      text = text.split(separator: ".").prefix(parts).joined(separator: ".")
    }
    version = text.isEmpty ? nil : text
  }

  /// `10.0.26100.2033` is the release whose build is `10.0.26100`.
  private static func release(of version: String, in builds: [String: String]) -> String? {
    var parts = version.split(separator: ".")
    while !parts.isEmpty {
      if let release = builds[parts.joined(separator: ".")] { return release }
      parts.removeLast()
    }
    return nil
  }
}
