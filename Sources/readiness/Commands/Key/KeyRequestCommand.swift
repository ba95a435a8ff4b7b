import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// Asks a programme to vouch for the firm's key.
struct KeyRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract:
      "Ask a programme to vouch for the key: write the request and read out the fingerprint.",
    discussion: """
      Example:
        readiness key request my-firm --out my-firm.csr

      Send the .csr file to the programme. They telephone you and ask for the
      fingerprint that is shown here. Their answer is put to use with: readiness key
      import my-firm --certificate FILE
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "The file to write.")
  var out: String

  @Option(help: "Read the pass phrase from this file descriptor.")
  var passphraseFd: Int32?

  func run() throws {
    let assessor = try Packs.assessor()
    let workspace = try Workspace.locked(folder)
    let store = KeyStore(workspace: workspace)
    _ = try store.certificate()
    let subject = try KeyCommand.Create.subject(workspace, assessor, try Clock.now())
    guard let identifier = subject.identifiers.compactMap(\.organizationIdentifier).first else {
      throw Failure(
        "your answers give no register that a certificate can name",
        hint: "give the company number or VAT number in section A1; a sole trader without one "
          + "is trusted by fingerprint instead"
      )
    }
    for line in KeyCommand.Create.readBack(subject) { Console.print(line) }
    Console.print()
    let key = try store.key(passphraseFd)
    let request = try key.certificateRequest(
      subject: SignerSubject(
        organization: subject.legalName,
        organizationIdentifier: identifier
      )
    )
    try Files.write(request.pem, to: out, mode: 0o644)
    Console.print("Wrote \(out) for \(TextLayout.harmless(subject.legalName)), \(identifier).")
    Console.print("Fingerprint of the key (SHA-256), to be read out when the programme telephones:")
    for line in Fingerprint.grouped(request.publicKeyFingerprint).split(separator: "\n") {
      Console.print("  " + line)
    }
    Console.print("In one piece:")
    Console.print("  " + request.publicKeyFingerprint)
  }
}
