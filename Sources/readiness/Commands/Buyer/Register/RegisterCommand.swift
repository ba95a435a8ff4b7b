import ArgumentParser

/// The buyer's memory of what was verified.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Keep what you have verified: who sent what, when, and what ends soon.",
    discussion: """
      Examples:
        readiness register add suppliers.sqlite inbox/ --trust trust/
        readiness register list suppliers.sqlite
        readiness register expiring suppliers.sqlite --within 60
        readiness verify new.asice --trust trust/ --register suppliers.sqlite

      A register is one SQLite file. Several people may use it at once. The files
      are the truth: readiness register rebuild makes it again from them.
      Sources/ReadinessRegister/README.md explains the tables.
      """,
    subcommands: [
      Add.self, List.self, Show.self, Expiring.self, Report.self, Export.self, Rebuild.self,
      Check.self, Forget.self,
    ]
  )
}
