import ArgumentParser

/// Whom an analyst trusts.
struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: "Keep a folder of whom you trust: firms' keys, programmes' roots, their lists.",
    discussion: """
      Examples:
        readiness trust add trust supplier.asice       a firm's key, read out to you
        readiness trust add trust programme-root.pem   a programme's root
        readiness trust add trust programme-crls.pem   its revocation lists
        readiness trust list trust
        readiness verify inbox/ --trust trust

      Nothing of the system's own store is ever taken.
      """,
    subcommands: [TrustAddCommand.self, TrustListCommand.self, TrustRemoveCommand.self]
  )
}
