import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// What every statement carries besides the answers, typed once.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Keep what every statement carries besides the answers: certificates, county …",
    discussion: """
      Examples:
        readiness profile show my-firm
        readiness profile certificate my-firm --scheme ce --number IASME-CE-123456 \\
          --issued 2026-02-03 --expires 2027-02-02 --body "An Example Body Ltd"
        readiness profile look-up my-firm --number IASME-CE-123456 \\
          --by "Example Analyst" --result "listed, same name"
        readiness profile set my-firm --prepared-by firm --prepared-by it-provider
        readiness profile set my-firm --county Derbyshire --count-me

      It is kept in my-firm/profile.json, and readiness attest puts it into each
      statement. Your county, your postcode and that you may be counted are left out
      unless you set them.
      """,
    subcommands: [
      ProfileShowCommand.self, ProfileSetCommand.self, ProfileCertificateCommand.self,
      ProfileLookUpCommand.self,
    ],
    defaultSubcommand: ProfileShowCommand.self
  )

  /// Changes a firm's profile.
  static func change(
    _ folder: String,
    _ change: (inout Profile, Workspace) throws -> Void
  ) throws {
    let workspace = try Workspace.locked(folder)
    var profile = try workspace.profile()
    try change(&profile, workspace)
    try workspace.save(profile)
    ProfileShowCommand.show(profile)
  }
}

/// What is kept.
struct ProfileShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what every statement will carry.",
    discussion: """
      Examples:
        readiness profile show my-firm
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  func run() throws { Self.show(try Workspace.existing(folder).profile()) }

  /// Prints a profile.
  static func show(_ profile: Profile) {
    Console.print("Every statement carries, besides what your answers say:")
    for (name, value) in ProfileFacts.lines(profile) {
      for line in TextLayout.wrap(
        value,
        width: Console.width,
        first: "  " + TextLayout.pad(name, to: 14),
        rest: String(repeating: " ", count: 16)
      ) {
        Console.print(line)
      }
    }
    guard !profile.certificates.isEmpty else { return }
    Console.print("A certificate listed here proves nothing to a buyer, who looks it up.")
  }
}
