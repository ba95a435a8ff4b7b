import ArgumentParser
import ReadinessCore

/// Who near the firm helps.
struct SignpostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signpost",
    abstract: "Show who near you helps with what you lack, and why each is shown.",
    discussion: """
      Examples:
        readiness signpost my-firm
        readiness signpost my-firm --postcode DE4
        readiness signpost --postcode "B1 1AA" --need MFA --need UM
        readiness signpost --postcode DE4 --situation incident
        readiness signpost --needs                          the codes of needs

      Free and official help comes first. Nothing is looked up on the internet: check
      each address before you rely on it.
      """
  )

  @Argument(help: "The firm's folder; without it give --postcode and --need.")
  var folder: String?

  @Option(help: "A postcode, or its first half, as DE4.")
  var postcode: String?

  @Option(help: "Your county, as Derbyshire, where the postcode guesses wrong.")
  var county: String?

  @Option(help: "What is needed, as MFA (repeatable).")
  var need: [String] = []

  @Option(help: "ready-to-apply, ce-plus, mod-contract, enter-defence, no-budget or incident.")
  var situation: [String] = []

  @Flag(help: "List the codes of needs.")
  var needs = false

  @Flag(help: "Show all that fit, not only the first eight.")
  var all = false

  @Option(help: "text or json.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  func run() throws {
    let directory = try Packs.supportDirectory()
    if needs {
      for need in directory.needs { Console.print(TextLayout.pad(need.code, to: 8) + need.name) }
      return
    }
    let signposts = Signposter(directory: directory).signposts(for: try request(directory))
    switch format {
    case .text:
      Console.write(
        SignpostText.text(signposts, limit: all ? nil : 8, width: Console.width)
      )
    case .json: Console.write(JSONWriter.pretty(SignpostJSON.json(signposts)))
    }
  }

  private func request(_ directory: SupportDirectory) throws -> SignpostRequest {
    let situations = try situation.map { text in
      guard let known = Situation(rawValue: text) else {
        throw Failure(
          "\"\(TextLayout.harmless(text))\" is no situation",
          status: .usage,
          hint: "use " + Situation.allCases.map(\.rawValue).joined(separator: ", ")
        )
      }
      return known
    }
    for code in need where directory.need(code) == nil {
      throw Failure(
        "there is no need \"\(TextLayout.harmless(code))\"",
        status: .usage,
        hint: "readiness signpost --needs lists the codes"
      )
    }
    let locality = try postcode.map { text in
      do throws(Postcode.Mistake) {
        return directory.locality(of: try Postcode(text))
      } catch {
        throw Failure(error.what, status: .usage, hint: "write it as DE4 or DE4 3AB")
      }
    }
    let place = try chosen(directory) ?? locality
    guard let folder else {
      guard let locality = place else {
        throw Failure(
          "name the firm's folder, or give --postcode",
          status: .usage,
          hint: "as: readiness signpost --postcode DE4 --need MFA"
        )
      }
      return SignpostRequest(
        locality: locality,
        needs: need.isEmpty && situations.isEmpty ? ["CE", "ADVICE"] : need,
        situations: situations,
        asOf: try Clock.now().day
      )
    }
    let assessor = try Packs.assessor(folder: folder)
    let workspace = try Workspace.existing(folder)
    let sheet = try workspace.answers(assessor.questionnaire)
    return SignpostRequest(
      try FirmJudge(workspace, assessor).assess(sheet, asOf: try Clock.now().day),
      directory,
      locality: place,
      needs: need,
      situations: situations
    )
  }

  private func chosen(_ directory: SupportDirectory) throws(Failure) -> Locality? {
    guard let county else { return nil }
    guard let locality = directory.locality(county: county) else {
      let known = directory.areas.filter { $0.kind == .county }.map(\.name).joined(separator: ", ")
      throw Failure(
        "there is no county \"\(TextLayout.harmless(county))\" in the list",
        status: .usage,
        hint: "the list has \(known)"
      )
    }
    return locality
  }
}
