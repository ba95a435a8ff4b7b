import ArgumentParser
import ReadinessCore
import ReadinessPolicy
import ReadinessRegister

extension RegisterCommand {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note your own look-up in the public certificate search.",
      discussion: """
        Examples:
          readiness register check suppliers.sqlite 04336774 \\
            --certificate 0a1b2c3d --by "Supplier analyst" --result found

        verify --register with --policy counts it for that supplier's files.

        Exit codes: 0 noted, whatever it showed; 1 could not.
        """
    )

    @Argument(help: "The register.")
    var register: String

    @Argument(help: "The supplier: its company number, another entry, or its name.")
    var supplier: String

    @Option(help: "The certificate's number.")
    var certificate: String

    @Option(help: "The role of whoever looked.")
    var by: String

    @Option(help: "found, differs or not-found.", transform: Self.result)
    var result: Circumstances.LookUp.Result

    @Option(help: "The day of the look-up, as 2026-11-20; today without it.")
    var on: String?

    func validate() throws {
      if certificate.isEmpty || by.isEmpty {
        throw ValidationError("--certificate and --by must not be empty")
      }
    }

    func run() throws {
      let register = try RegisterFile.open(self.register)
      let organisation = try RegisterFile.supplier(supplier, in: register)
      let now = try Clock.now()
      let day = try Clock.day(on)
      guard day <= now.day else {
        throw Failure("\(day) lies ahead", status: .usage, hint: "give the day of the look-up")
      }
      let lookUp = Circumstances.LookUp(
        certificate: TextLayout.harmless(certificate),
        by: TextLayout.harmless(by),
        on: day,
        result: result
      )
      do {
        try register.note(lookUp, of: organisation, at: now)
      } catch {
        throw Failure(error)
      }
      Console.print(
        TextLayout.harmless("\(organisation): look-up of \(certificate) noted: \(result.rawValue)")
      )
    }

    private static func result(_ text: String) throws -> Circumstances.LookUp.Result {
      guard let result = Circumstances.LookUp.Result(rawValue: text) else {
        throw ValidationError("\"\(TextLayout.harmless(text))\" is not found, differs or not-found")
      }
      return result
    }
  }

  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erase all that is kept of one supplier.",
      discussion: """
        Examples:
          readiness register forget suppliers.sqlite 04336774

        The log says that a supplier was forgotten, not who. The supplier's files
        themselves are yours to delete; rebuild brings back what still lies there.
        """
    )

    @Argument(help: "The register.")
    var register: String

    @Argument(help: "The supplier: its company number, another entry, or its name.")
    var supplier: String

    func run() throws {
      let register = try RegisterFile.open(self.register)
      let organisation = try RegisterFile.supplier(supplier, in: register)
      let now = try Clock.now()
      let done: (files: Int, isSettled: Bool)
      do {
        done = try register.forget(organisation, at: now)
      } catch {
        throw Failure(error)
      }
      Console.print("\(register.path): a supplier was forgotten; files: \(done.files)")
      if !done.isSettled {
        Console.note("traces are still in the file, for somebody else is reading it just now")
        Console.note("hint: readiness register list \(register.path), alone, clears them")
      }
    }
  }
}
