import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// The file for one bid.
struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present",
    abstract: "Make the file for one bid: bound to the buyer, with the answers you choose to show.",
    discussion: """
      Examples:
        readiness present my-firm.asice --buyer "Example Prime plc" \\
          --notice ocds-h6vhtk-06d396 --disclose A6.4,A7.16 --out bid.asice
        readiness present my-firm.asice --buyer "Example Prime plc" \\
          --notice 2026/S-117 --challenge 7Q4M --out bid.asice

      What you signed before stays as it is. The file says for whom it is, so that
      another buyer sees that it was not made for them. Only the answers named are
      shown, for good: whoever has the file can read them. Notes stay closed unless
      you name them (note-A6.4); a closed outcome is opened by its theme or
      requirement (SUM-5).

      The sealed answers lie in the firm's folder (issued). It is looked for beside
      the file and in the current folder; --workspace names it.
      Exit codes: 0 made; 1 could not; 4 the file does not hold; 64 wrong use.
      """
  )

  @Argument(help: "Your .asice file.")
  var file: String

  @Option(help: "The buyer's name.")
  var buyer: String

  @Option(help: "The notice's reference, as the buyer writes it.")
  var notice: String

  @Option(help: "Words or a number that the buyer asked you to repeat.")
  var challenge: String?

  @Option(help: "What to show: questions, as A6.4,A7.16; note-A6.4 for a note.")
  var disclose = ""

  @Option(help: "The firm's folder.")
  var workspace: String?

  @Option(help: "The file to write; its name ends in .asice.")
  var out: String

  @Option(help: "Read the pass phrase from this file descriptor.")
  var passphraseFd: Int32?

  func validate() throws {
    guard out.hasSuffix(".asice"), out.count > 6 else {
      throw ValidationError("--out must name a file that ends in .asice")
    }
    for (option, text, limit) in [
      ("--buyer", buyer, 150), ("--notice", notice, 64), ("--challenge", challenge ?? "-", 150),
    ] where text.isEmpty || StatementText.line(text, limit: limit) != text {
      throw ValidationError("\(option) is empty, too long, or more than one plain line")
    }
  }

  func run() throws {
    try Files.checkWritable(Files.parent(of: out))
    let bytes = try Files.read(file, limit: 16 << 20)
    let now = try Clock.now()
    let statement = try CountersignCommand.intact(bytes, file, at: now)
    try checkFree(bytes, statement)
    let issued = try IssuedStore.holding(statement.id, workspace: workspace, beside: file)
    guard try !issued.isWithdrawn(statement.id) else {
      throw Failure(
        "the statement in \(file) was withdrawn",
        hint: "sign a new one with: readiness attest \(issued.workspace.folder)"
      )
    }
    let disclosures = try chosen(issued, statement)
    let store = KeyStore(workspace: issued.workspace)
    let certificate = try store.certificate()
    guard certificate.fingerprint == statement.signerCertificateSHA256 else {
      throw Failure(
        "\(file) was signed with another key than the one in \(issued.workspace.folder)",
        hint: "sign a new statement with: readiness attest \(issued.workspace.folder)"
      )
    }
    tell(disclosures, statement)
    let presentation = Presentation(
      attestation: statement.id,
      made: now,
      buyer: buyer,
      notice: notice,
      challenge: challenge
    )
    let made = try Presenter.present(
      bytes,
      presentation,
      disclosing: disclosures,
      key: try store.key(passphraseFd),
      certificate: certificate
    )
    try Files.write(made, to: out, mode: 0o644)
    Console.print("Made \(out) for \(TextLayout.harmless(buyer)), notice \(notice).")
    Console.print("The buyer checks it with:")
    let challenged = challenge == nil ? "" : " --challenge TEXT"
    Console.print(
      "  readiness verify \(Files.name(of: out)) --trust TRUST --tender REF\(challenged)"
    )
  }

  private func checkFree(_ bytes: [UInt8], _ statement: Statement) throws {
    if try ContainerReader.read(bytes)[EntryName.presentation] != nil {
      throw Failure(
        "\(file) was made for one bid already",
        hint: "start from the file that readiness attest wrote"
      )
    }
    if case .tender(let reference) = statement.audience, reference != notice {
      throw Failure(
        "\(file) is for the tender \(TextLayout.harmless(reference)) alone",
        hint: "sign a statement for anybody, then present that"
      )
    }
  }

  /// The files that open what was named.
  private func chosen(_ issued: IssuedStore, _ statement: Statement) throws -> [Disclosure] {
    var disclosures: [Disclosure] = []
    for item in disclose.split(separator: ",").map({ AnswerParser.trimmed(String($0)) }) {
      let name =
        if item.hasPrefix("note-") {
          "\(item).json"
        } else if statement.sealedAnswers.contains(where: { $0.question == item }) {
          "disclosure-\(item).json"
        } else {
          "outcome-\(item).json"
        }
      guard let bytes = try issued.disclosure(name, of: statement.id) else {
        throw Failure(
          "\"\(TextLayout.harmless(item))\" is nothing that this statement sealed",
          status: .usage,
          hint: "name questions as A6.4, a note as note-A6.4, a closed outcome as SUM-5"
        )
      }
      do {
        disclosures.append(
          try DisclosureReader.read(bytes, fileName: name, sealedBy: statement)
        )
      } catch {
        throw Failure(
          "\(name) in \(issued.workspace.folder)/issued was changed: \(error.text)",
          hint: "restore it from a copy, or sign a new statement"
        )
      }
    }
    return disclosures
  }

  private func tell(_ disclosures: [Disclosure], _ statement: Statement) {
    if disclosures.isEmpty {
      Console.print("You show no answers; all stay closed.")
      return
    }
    Console.print("You show, for good:")
    for disclosure in disclosures {
      for line in TextLayout.wrap(
        DisclosureFacts.words(disclosure),
        width: Console.width,
        first: "  ",
        rest: "    "
      ) {
        Console.print(line)
      }
    }
    Console.print("All other answers stay closed.")
  }
}
