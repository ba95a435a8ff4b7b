import ArgumentParser
import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import ReadinessRegister

extension RegisterCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Name the suppliers, each with what its newest file came to.",
      discussion: """
        Examples:
          readiness register list suppliers.sqlite
        """
    )

    @Argument(help: "The register.")
    var register: String

    func run() throws {
      let register = try RegisterFile.open(self.register)
      let today = try Clock.now().day
      do {
        Console.write(RegisterText.list(try register.suppliers(), on: today, width: Console.width))
      } catch {
        throw Failure(error)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell all that is kept of one supplier.",
      discussion: """
        Examples:
          readiness register show suppliers.sqlite 04336774
          readiness register show suppliers.sqlite "GB-COH 04336774"
          readiness register show suppliers.sqlite "Example Engineering Ltd"
        """
    )

    @Argument(help: "The register.")
    var register: String

    @Argument(help: "The supplier: its company number, another entry, or its name.")
    var supplier: String

    func run() throws {
      let register = try RegisterFile.open(self.register)
      let organisation = try RegisterFile.supplier(supplier, in: register)
      do {
        let files = try register.files(of: organisation)
        var warnings: [String] = []
        if let newest = files.first, let entry = try register.entry(newest.file) {
          let found = try register.examine(entry)
          warnings = (found.rejections + found.doubts + found.remarks)
            .filter { $0.code != RegisterCode.seenBefore.rawValue }.map(\.text)
        }
        let lookUps = (try register.lookUps()[organisation] ?? []).map {
          "look-up of \($0.certificate) on \($0.on) by \($0.by): \($0.result.rawValue)"
        }
        Console.write(
          RegisterText.supplier(files, warnings: warnings, lookUps: lookUps, width: Console.width)
        )
      } catch {
        throw Failure(error)
      }
    }
  }

  struct Expiring: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what ends soon: statements, and certificates that firms name.",
      discussion: """
        Examples:
          readiness register expiring suppliers.sqlite --within 60
          readiness register expiring suppliers.sqlite --within 60 --calendar ends.ics

        What has ended already is listed first. Only each supplier's newest file
        counts.
        """
    )

    @Argument(help: "The register.")
    var register: String

    @Option(help: "How many days ahead.")
    var within = 30

    @Option(help: "Write the days into this calendar file (.ics) instead.")
    var calendar: String?

    func validate() throws {
      guard (0...36_500).contains(within) else {
        throw ValidationError("--within is a number of days from 0 to 36500")
      }
    }

    func run() throws {
      let register = try RegisterFile.open(self.register)
      let now = try Clock.now()
      let found: [RegisterExpiry]
      do {
        found = try register.expiring(until: now.day.adding(days: within))
      } catch {
        throw Failure(error)
      }
      guard let calendar else {
        Console.write(RegisterText.expiring(found, on: now.day, width: Console.width))
        if found.isEmpty { Console.note("nothing ends within \(within) days") }
        return
      }
      guard !found.isEmpty else {
        throw Failure(
          "nothing ends within \(within) days, and a calendar without events is none",
          hint: "look further ahead: --within \(max(90, within * 2))"
        )
      }
      try Files.write(RegisterOutput.calendar(found, stamp: now).utf8, to: calendar, mode: 0o644)
      Console.note("wrote \(calendar): \(found.count) events")
    }
  }
}
