import ArgumentParser
import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import ReadinessXML

/// For those who lay down what suppliers must show.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Write, read and sign what you demand of your suppliers' files.",
    discussion: """
      Examples:
        readiness policy check my-policy.xml
        readiness policy show Support/Policies/ppn-014-ce.xml
        readiness policy sign my-policy.xml --key my-signing --out my-policy.asice
        readiness verify bid.asice --trust suppliers.txt --policy my-policy.xml

      Samples lie in Support/Policies; Sources/ReadinessPolicy/README.md explains
      the form.
      """,
    subcommands: [Check.self, Show.self, Sign.self]
  )

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say everything that is wrong with a policy, with line and column.",
      discussion: """
        Examples:
          readiness policy check my-policy.xml
          readiness policy check Support/Policies/*.xml

        Found are mistakes of form, ids that are not there, clauses that no file
        can meet together, and clauses that decide nothing. Questions, themes and
        requirements are compared with the question set that comes with the program.

        Exit codes: 0 nothing is wrong; 2 something is; 1 a file cannot be read.
        """
    )

    @Argument(help: "The policies: XML, or signed (.asice).")
    var files: [String]

    func run() throws {
      var worst = ExitStatus.yes
      for file in files {
        do {
          if try !check(file) { worst = max(worst, .no) }
        } catch {
          guard files.count > 1 else { throw error }
          Console.note("readiness: error: " + TextLayout.harmless(error.what, keepLines: true))
          for hint in error.hints { Console.note("hint: " + TextLayout.harmless(hint)) }
          worst = max(worst, error.status)
        }
      }
      if worst != .yes { throw worst }
    }

    private func check(_ file: String) throws(Failure) -> Bool {
      let (bytes, isSigned) = try PolicyFiles.unverified(file)
      let name = TextLayout.harmless(file)
      do {
        let policy = try PolicyReader.read(bytes, against: try Packs.questionnaire())
        Console.print(
          "\(name): nothing wrong: \(policy.id) \(policy.version), \(policy.clauses.count) clauses, "
            + "\(policy.tiers.count) tiers, \(policy.exemptions.count) exemptions"
            + (isSigned ? "; the signature was not looked at" : "")
        )
        return true
      } catch let error as XMLReadingError {
        for problem in error.problems {
          Console.print(
            TextLayout.harmless(problem.text(file: file, bytes: bytes), keepLines: true)
          )
        }
        let count = error.problems.count
        Console.note("\(count) problem\(count == 1 ? "" : "s")")
        return false
      } catch let error as Failure {
        throw error
      } catch {
        throw Failure("\(name): \(error)")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say in plain words what a policy demands.",
      discussion: """
        Examples:
          readiness policy show Support/Policies/ppn-014-ce.xml
          readiness policy show my-policy.asice
        """
    )

    @Argument(help: "The policy: XML, or signed (.asice).")
    var file: String

    func run() throws {
      let (bytes, isSigned) = try PolicyFiles.unverified(file)
      let policy: Policy
      do {
        policy = try PolicyReader.read(bytes)
      } catch {
        throw Failure(
          error.problems.prefix(10).map { $0.text(file: file, bytes: bytes) }
            .joined(separator: "\n"),
          hint: "readiness policy check \(file) tells more"
        )
      }
      if isSigned {
        Console.note(
          "It is signed; by whom was not looked at. readiness verify --policy does that."
        )
      }
      for (indent, text) in policy.inWords {
        let gap = String(repeating: " ", count: indent)
        let lines = TextLayout.wrap(text, width: Console.width, first: gap, rest: gap + "  ")
        for line in lines.isEmpty ? [""] : lines { Console.print(line) }
      }
    }
  }

  struct Sign: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sign a policy, so that whoever applies it knows it is yours.",
      discussion: """
        Examples:
          readiness key create my-signing --organisation "Example Prime plc"
          readiness policy sign my-policy.xml --key my-signing --out my-policy.asice
          readiness verify bid.asice --trust suppliers.txt --policy my-policy.asice \\
            --policy-trust my-signing/certificate.pem

        A policy with a mistake in it is not signed.
        Exit codes: 0 signed; 1 could not; 2 the policy has a mistake; 64 wrong use.
        """
    )

    @Argument(help: "The policy's XML file.")
    var file: String

    @Option(help: "The folder of your own key.")
    var key: String

    @Option(help: "The file to write; its name ends in .asice.")
    var out: String

    @Option(help: "Read the pass phrase from this file descriptor.")
    var passphraseFd: Int32?

    func validate() throws {
      guard out.hasSuffix(".asice"), out.count > 6 else {
        throw ValidationError("--out must name a file that ends in .asice")
      }
    }

    func run() throws {
      try Files.checkWritable(Files.parent(of: out))
      let bytes = try Files.read(file, limit: PolicyReader.limit)
      let policy: Policy
      do {
        policy = try PolicyReader.read(bytes)
      } catch {
        throw Failure(
          "\(file) has a mistake, and was not signed:\n"
            + error.problems.prefix(10).map { $0.text(file: file, bytes: bytes) }
            .joined(separator: "\n"),
          status: .no,
          hint: "mend it, then: readiness policy check \(file)"
        )
      }
      let now = try Clock.now()
      let store = KeyStore(folder: key)
      let certificate = try store.certificate(at: now)
      let signed = try DocumentSigner.seal(
        bytes,
        kind: .policy,
        key: try store.key(passphraseFd),
        certificate: certificate,
        chain: try store.chain(),
        at: now
      )
      try Files.write(signed, to: out, mode: 0o644)
      Console.print("Signed \(out): the policy \(policy.id) \(policy.version).")
      Console.print("  SHA-256 of the policy \(policy.sha256)")
      Console.print("Fingerprint of your key, to be read out by telephone:")
      for line in Fingerprint.grouped(certificate.fingerprint).split(separator: "\n") {
        Console.print("  " + line)
      }
    }
  }
}
