import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// What is said of the firm.
struct ProfileSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set names, registers, county, and who prepared the answers.",
    discussion: """
      Examples:
        readiness profile set my-firm --identifier "GB-PPON PMZV-7732-XXTT"
        readiness profile set my-firm --prepared-by firm --prepared-by adviser
        readiness profile set my-firm --county Derbyshire --count-me
        readiness profile set my-firm --forget county --forget count-me

      What you name replaces what was there under that name; the rest stays.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "A name it trades under (repeatable).")
  var tradingName: [String] = []

  @Option(
    help: "An entry in a register besides the company number, as \"VAT 337440071\" (repeatable)."
  )
  var identifier: [String] = []

  @Option(help: "Who prepared the answers: firm, it-provider, adviser, student (repeatable).")
  var preparedBy: [String] = []

  @Option(help: "The whole postcode, to be shown in statements.")
  var postcode: String?

  @Option(help: "The county, as Derbyshire or DERBYS, or its official code, as E10000007.")
  var county: String?

  @Flag(help: "Programmes may count the firm in anonymous totals.")
  var countMe = false

  @Option(
    help: ArgumentHelp(
      "Take away: trading-name, identifier, prepared-by, postcode, county, count-me (repeatable).",
      valueName: "what"
    )
  )
  var forget: [String] = []

  func validate() throws {
    for text in preparedBy where Statement.Preparer(rawValue: text) == nil {
      throw ValidationError("--prepared-by is firm, it-provider, adviser or student")
    }
    let known = ["trading-name", "identifier", "prepared-by", "postcode", "county", "count-me"]
    for name in forget where !known.contains(name) {
      throw ValidationError("--forget takes \(known.joined(separator: ", "))")
    }
    let isNothing =
      tradingName.isEmpty && identifier.isEmpty && preparedBy.isEmpty && postcode == nil
      && county == nil && !countMe && forget.isEmpty
    if isNothing { throw ValidationError("name something to set or to forget") }
  }

  func run() throws {
    try ProfileCommand.change(folder) { profile, _ in
      for name in forget {
        switch name {
        case "trading-name": profile.tradingNames = []
        case "identifier": profile.identifiers = []
        case "prepared-by": profile.preparedBy = []
        case "postcode": profile.postcode = nil
        case "county": profile.county = nil
        default: profile.consentsToBeCounted = false
        }
      }
      if !tradingName.isEmpty { profile.tradingNames = tradingName }
      if !identifier.isEmpty { profile.identifiers = try identifier.map(Self.identifier) }
      if !preparedBy.isEmpty {
        profile.preparedBy = preparedBy.compactMap { Statement.Preparer(rawValue: $0) }
      }
      if let postcode {
        profile.postcode = try Self.postcode(postcode)
      }
      if let county { profile.county = try Self.county(county) }
      if countMe { profile.consentsToBeCounted = true }
    }
  }

  private static func postcode(_ text: String) throws(Failure) -> String {
    do {
      return try Postcode(text).description
    } catch {
      throw Failure(error.what, status: .usage, hint: "write it whole, as DE4 3AB")
    }
  }

  private static func identifier(_ text: String) throws -> Identifier {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, let reading = IdentifierRules.read(scheme: words[0], words[1]) else {
      throw Failure(
        "\"\(TextLayout.harmless(text))\" is not a register entry we can read",
        status: .usage,
        hint: "write it as \"VAT 337440071\" or \"GB-PPON PMZV-7732-XXTT\""
      )
    }
    for remark in reading.remarks { Console.note("\(reading.identifier): \(remark.inWords)") }
    return reading.identifier
  }

  /// The code of a county that we know by name, or an official code as it is.
  private static func county(_ text: String) throws -> String {
    let counties = try Packs.supportDirectory().counties
    let typed = AnswerParser.trimmed(text).lowercased()
    if let county = counties.first(where: {
      $0.id.lowercased() == typed || $0.name.lowercased() == typed
    }) {
      return county.id
    }
    let code = typed.uppercased()
    if code.utf8.count == 9, let first = code.first, "EWSN".contains(first),
      code.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    {
      return code
    }
    throw Failure(
      "\"\(TextLayout.harmless(text))\" is no county we know",
      status: .usage,
      hints: [
        "known are \(counties.map(\.id).joined(separator: ", "))",
        "elsewhere, give the official code of nine characters, as E10000007",
      ]
    )
  }
}
