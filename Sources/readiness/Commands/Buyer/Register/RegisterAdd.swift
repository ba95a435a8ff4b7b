import ArgumentParser
import ReadinessRegister

extension RegisterCommand {
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verify files and add those that hold: all in one go, or none.",
      discussion: """
        Examples:
          readiness register add suppliers.sqlite inbox/ --trust trust/
          readiness register add suppliers.sqlite bid.asice --trust supplier.pem \\
            --policy Support/Policies/ppn-014-ce.xml

        Only files whose firm is known to have signed them are added; of the others
        it is said why not. A statement that is older than one known already is
        called out.

        Exit codes: 0 all were added; 1 some could not be added; 4 some are rejected.
        """
    )

    @Argument(help: "The register; made where there is none.")
    var register: String

    @Argument(help: "Files, or folders with .asice files.")
    var paths: [String]

    @OptionGroup var intake: RegisterIntake

    func run() throws {
      let (desk, status) = try intake.verified(paths, for: register)
      Console.print(RegisterWords.added(try desk.add(), to: register))
      if status != .yes { throw status }
    }
  }

  struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a register again from the files.",
      discussion: """
        Examples:
          readiness register rebuild suppliers.sqlite --from archive/ --trust trust/

        Earlier looks at these files stay, as do look-ups and the log; what the
        register knew of other files is gone. Files that have ended since belong to it
        too. A supplier that was forgotten comes back if its files still lie there.

        Exit codes: 0 all files were taken; 1 some could not be; 4 some are rejected.
        """
    )

    @Argument(help: "The register; made where there is none.")
    var register: String

    @Option(help: "The folder with the files (repeatable).")
    var from: [String]

    @OptionGroup var intake: RegisterIntake

    func validate() throws {
      if from.isEmpty { throw ValidationError("--from names the folder with the files") }
    }

    func run() throws {
      let (desk, status) = try intake.verified(from, for: register, isMadeAgain: true)
      // A wrong --trust must not empty a register.
      guard !desk.files.isEmpty else {
        throw Failure(
          "none of the files can be added; \(register) was left as it was",
          hint: "check --trust, --crl and the folder"
        )
      }
      let now = try Clock.now()
      do {
        let made = try desk.register.rebuild(
          from: desk.files,
          withdrawals: desk.withdrawals,
          at: now
        )
        Console.print("\(register): made again from \(made.new) files")
      } catch {
        throw Failure(error)
      }
      if status != .yes { throw status }
    }
  }
}
