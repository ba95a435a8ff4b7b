import ReadinessCore

/// What may stand in a profile: what the schema of `attestation.xml` lets through.
enum ProfileRules {
  static func problems(_ profile: Profile) -> [Profile.Problem] {
    var problems: [Profile.Problem] = []
    func check(_ place: String, _ text: String?, limit: Int) {
      guard let text, !TextRules.isLine(text, limit: limit) else { return }
      problems.append(
        .init(place, "it is empty, longer than \(limit) characters, or more than one plain line")
      )
    }
    func expect(_ holds: Bool, _ place: String, _ what: String) {
      if !holds { problems.append(.init(place, what)) }
    }
    for (index, name) in profile.tradingNames.enumerated() {
      check("tradingNames[\(index)]", name, limit: 150)
    }
    for (index, identifier) in profile.identifiers.enumerated() {
      let place = "identifiers[\(index)]"
      expect(
        IdentifierRules.isNormal(identifier),
        place,
        "\(identifier) is no entry that this register can have"
      )
      expect(
        profile.identifiers.firstIndex { $0.scheme == identifier.scheme } == index,
        place,
        "\(identifier.scheme) stands twice; each register has one entry of a firm"
      )
    }
    if let postcode = profile.postcode {
      let read = try? Postcode(postcode)
      expect(
        read?.inward != nil && read?.description == postcode,
        "postcode",
        "\"\(postcode)\" is no whole postcode, as DE4 3AB"
      )
    }
    expect(
      Set(profile.preparedBy).count == profile.preparedBy.count,
      "preparedBy",
      "somebody is named twice"
    )
    if let county = profile.county {
      expect(
        isToken(county, 1...20, also: "-"),
        "county",
        "\"\(county)\" is no county's code, as DERBYS"
      )
    }
    for (index, certificate) in profile.certificates.enumerated() {
      let place = "certificates[\(index)]"
      check("\(place).holder", certificate.holder, limit: 150)
      check("\(place).body", certificate.body, limit: 150)
      check("\(place).scopeDescription", certificate.scopeDescription, limit: 2_000)
      expect(
        isToken(certificate.number, 3...64, also: "/ -"),
        "\(place).number",
        "\"\(certificate.number)\" is no certificate's number: 3 to 64 letters, digits, - and /"
      )
      expect(
        profile.certificates.firstIndex { $0.number == certificate.number } == index,
        "\(place).number",
        "\"\(certificate.number)\" stands twice"
      )
      for (name, text) in [
        ("level", certificate.level), ("requirements", certificate.requirementsVersion),
      ] {
        guard let text else { continue }
        expect(
          isToken(text, 1...64, also: " ._/()+-"),
          "\(place).\(name)",
          "\"\(text)\" is not short letters and digits, as 0 or v3.3"
        )
      }
      expect(
        certificate.issued < certificate.expires,
        "\(place).expires",
        "the certificate ends on \(certificate.expires), before it begins"
      )
      expect(
        certificate.scopeKind == .whole || certificate.scopeDescription != nil,
        "\(place).scopeDescription",
        "say which part the certificate covers"
      )
      for (number, look) in certificate.registerChecks.enumerated() {
        let place = "\(place).registerChecks[\(number)]"
        check("\(place).by", look.by, limit: 150)
        check("\(place).result", look.result, limit: 150)
        expect(look.url.map(isAddress) ?? true, "\(place).url", "it is no web address")
      }
    }
    return problems
  }

  /// Letters and digits, after the first one also those of `also`.
  private static func isToken(_ text: String, _ lengths: ClosedRange<Int>, also: String) -> Bool {
    let bytes = text.utf8
    func isPlain(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard lengths.contains(bytes.count), let first = bytes.first, isPlain(first) else {
      return false
    }
    return bytes.allSatisfy { isPlain($0) || also.utf8.contains($0) } && text.last != " "
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    return (1...490).contains(rest.count) && rest.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
