import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// A certificate that the firm holds.
struct ProfileCertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate",
    abstract: "Add, replace or remove a certificate that the firm holds.",
    discussion: """
      Examples:
        readiness profile certificate my-firm --scheme ce --number IASME-CE-123456 \\
          --issued 2026-02-03 --expires 2027-02-02 --body "An Example Body Ltd"
        readiness profile certificate my-firm --scheme dcc --level 0 \\
          --number D-1234 --issued 2026-06-01 --expires 2029-05-31 \\
          --body "An Example Body Ltd" --part "The works, without the stores"
        readiness profile certificate my-firm --remove IASME-CE-123456

      Type it as it stands on the certificate. A certificate with the same number is
      replaced; its look-ups stay. The holder is the firm unless you name another.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "ce, ce-plus, dcc, iso27001 or other.")
  var scheme: String?

  @Option(help: "The level, where the scheme has levels.")
  var level: String?

  @Option(help: "Its number.")
  var number: String?

  @Option(help: "The holder, as written on it.")
  var holder: String?

  @Option(help: "The day it was issued, as 2026-02-03.")
  var issued: String?

  @Option(help: "The last day it holds.")
  var expires: String?

  @Option(help: "Who issued it.")
  var body: String?

  @Option(help: "The scope in words, where it covers a part; else it covers the whole.")
  var part: String?

  @Option(help: "The version of the requirements, where it is on it, as v3.3.")
  var requirements: String?

  @Option(help: "Instead, remove the certificate with this number.")
  var remove: String?

  func validate() throws {
    if remove != nil {
      guard number == nil, scheme == nil else {
        throw ValidationError("--remove stands alone")
      }
      return
    }
    for (name, text) in [
      ("--scheme", scheme), ("--number", number), ("--issued", issued), ("--expires", expires),
      ("--body", body),
    ] where text == nil {
      throw ValidationError("\(name) is missing")
    }
    if let scheme, Statement.CertificateScheme(rawValue: scheme) == nil {
      throw ValidationError("--scheme is ce, ce-plus, dcc, iso27001 or other")
    }
  }

  func run() throws {
    try ProfileCommand.change(folder) { profile, workspace in
      if let remove {
        guard profile.certificate(remove) != nil else {
          throw Failure(
            "there is no certificate with the number \(TextLayout.harmless(remove))",
            status: .usage,
            hint: "readiness profile show \(folder) lists them"
          )
        }
        profile.certificates.removeAll { $0.number == remove }
        return
      }
      guard let scheme = scheme.flatMap(Statement.CertificateScheme.init), let number, let body
      else { return }
      let certificate = Statement.CertificateHeld(
        scheme: scheme,
        level: level,
        number: number,
        holder: try holder ?? Self.firm(workspace),
        issued: try Clock.day(issued),
        expires: try Clock.day(expires),
        body: body,
        scopeKind: part == nil ? .whole : .part,
        scopeDescription: part,
        requirementsVersion: requirements,
        registerChecks: profile.certificate(number)?.registerChecks ?? []
      )
      if let place = profile.certificates.firstIndex(where: { $0.number == number }) {
        profile.certificates[place] = certificate
      } else {
        profile.certificates.append(certificate)
      }
    }
  }

  private static func firm(_ workspace: Workspace) throws -> String {
    let assessor = try Packs.assessor()
    let sheet = try workspace.answers(assessor.questionnaire)
    do {
      return try StatementBuilder(assessor.assess(sheet, asOf: try Clock.day(nil))).subject
        .legalName
    } catch let error as StatementBuilder.Missing {
      throw Failure(
        "\(error.question): \(error.what)",
        hint: "name the holder with --holder, or answer section A1 first"
      )
    }
  }
}

/// A look-up in the public certificate search, made by hand and written down.
struct ProfileLookUpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "look-up",
    abstract: "Write down that somebody looked a certificate up in the public search.",
    discussion: """
      Examples:
        readiness profile look-up my-firm --number IASME-CE-123456 \\
          --by "Example Analyst" --result "listed, ends 2027-02-02"

      Nothing is looked up for you. A buyer who wants to be sure looks too.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "The certificate's number.")
  var number: String

  @Option(help: "Who looked.")
  var by: String

  @Option(help: "What was there, in words.")
  var result: String

  @Option(help: "The day, as 2026-11-20; today unless given.")
  var on: String?

  @Option(help: "The web address of the search.")
  var url: String?

  func run() throws {
    try ProfileCommand.change(folder) { profile, _ in
      guard let place = profile.certificates.firstIndex(where: { $0.number == number }) else {
        throw Failure(
          "there is no certificate with the number \(TextLayout.harmless(number))",
          status: .usage,
          hint: "add it first with: readiness profile certificate \(folder)"
        )
      }
      let day = try Clock.day(on)
      guard try day <= Clock.now().day else {
        throw Failure(
          "\(day.inWords) is not yet",
          status: .usage,
          hint: "give the day of the look-up"
        )
      }
      profile.certificates[place].registerChecks.append(
        Statement.RegisterCheck(by: by, on: day, result: result, url: url)
      )
    }
  }
}
