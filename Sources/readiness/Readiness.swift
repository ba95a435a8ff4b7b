import ArgumentParser
import Glibc
import ReadinessAttestation
import ReadinessCore

/// The program.
@main
struct Readiness: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readiness",
    abstract: "Cyber readiness self-assessment for suppliers of UK defence and government.",
    discussion: """
      Examples:
        readiness assess my-firm
        readiness verify FILE.asice --trust supplier.pem
        readiness help attest

      Exit codes: 0 yes; 1 could not; 2 the answer is no; 3 no answer yet; 4
      rejected; 64 wrong use.
      """,
    version: Product.version,
    subcommands: [
      AssessCommand.self, AskCommand.self, StatusCommand.self, ReportCommand.self,
      PlanCommand.self, RehearseCommand.self, SupportDataCommand.self, SignpostCommand.self,
      EvidenceCommand.self, KeyCommand.self, ProfileCommand.self, AttestCommand.self,
      TimestampCommand.self, CountersignCommand.self, PresentCommand.self,
      VerifyCommand.self, ShowCommand.self, TrustCommand.self, ProveCommand.self,
      QuestionnaireCommand.self, AuthorityCommand.self, PolicyCommand.self, CheckCommand.self,
      RegisterCommand.self,
    ]
  )

  func run() throws {
    Console.write(Product.greeting)
  }

  static func main() {
    // A closed pipe is seen at the write, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      report(failure.what, failure.hints)
      Glibc.exit(failure.status.rawValue)
    } catch let status as ExitStatus {
      Glibc.exit(status.rawValue)
    } catch let error as AttestationSigner.Failure {
      report("nothing was signed: \(error)", ["this is a fault of the program: please report it"])
      Glibc.exit(ExitStatus.couldNot.rawValue)
    } catch let error as CryptoError {
      report("\(error)", ["nothing was changed; try again"])
      Glibc.exit(ExitStatus.couldNot.rawValue)
    } catch {
      let code = exitCode(for: error).rawValue
      guard code != 0 else {
        Console.write(HelpText.fitted(fullMessage(for: error)))
        return
      }
      report(lowerCased(message(for: error)), ["\(usageHint(for: error))"])
      Glibc.exit(code == ExitCode.validationFailure.rawValue ? ExitStatus.usage.rawValue : code)
    }
  }

  /// Names of files and pieces of foreign files stand in these texts, so nothing may drive the
  /// terminal.
  private static func report(_ what: String, _ hints: [String]) {
    Console.note("readiness: error: " + TextLayout.harmless(what, keepLines: true))
    for hint in hints { Console.note("hint: " + TextLayout.harmless(hint, keepLines: true)) }
  }

  private static func lowerCased(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  private static func usageHint(for error: any Error) -> String {
    let lines = fullMessage(for: error).split(separator: "\n")
    guard let usage = lines.first(where: { $0.hasPrefix("Usage: ") }) else {
      return "readiness --help lists the commands"
    }
    // What may be left out would fill three lines: the help tells it.
    let words = usage.dropFirst("Usage: ".count).split(separator: " ")
    let needed = HelpText.needed(usage.dropFirst("Usage: ".count), options: "")
    let command = words.prefix { $0.first?.isLetter == true }
    let help = (command + ["--help"]).joined(separator: " ")
    return "use: \(needed); examples: \(help)"
  }
}
