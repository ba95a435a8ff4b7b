import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// Makes a new key that the old one speaks for.
struct KeyRotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Make a new key; the old one signs a note that tells buyers of it.",
    discussion: """
      Example:
        readiness key rotate my-firm --out new-key.cms

      A buyer who trusts the old certificate checks the note with:
        openssl cms -verify -inform PEM -in new-key.cms -CAfile old-certificate.pem \\
          -partial_chain -no-CApath -no-CAstore
      and puts the new fingerprint into the trust file.

      Not after a theft: whoever has the old key could sign such a note too. Then
      make a new key with readiness key create --replace, and telephone each buyer.

      Without a terminal: --passphrase-fd 3 (the old key's), --new-passphrase-fd 4.
      """
  )

  @Argument(help: "The firm's folder.")
  var folder: String

  @Option(help: "The note to write.")
  var out: String

  @Option(help: "Read the old key's pass phrase from this file descriptor.")
  var passphraseFd: Int32?

  @Option(help: "Read the new key's pass phrase from this file descriptor.")
  var newPassphraseFd: Int32?

  func run() throws {
    let assessor = try Packs.assessor()
    let workspace = try Workspace.locked(folder)
    let store = KeyStore(workspace: workspace)
    let now = try Clock.now()
    let subject = try KeyCommand.Create.subject(workspace, assessor, now)
    let old = try store.certificate()
    let isVouchedFor = try !store.chain().isEmpty
    let oldKey = try store.key(passphraseFd)
    var passphrase = try Passphrase.askNew(newPassphraseFd, of: "the new key")
    let key = try SigningKey.create()
    let certificate = try key.selfSignedCertificate(
      subject: SignerSubject(
        organization: subject.legalName,
        organizationIdentifier: subject.identifiers.compactMap(\.organizationIdentifier).first
      ),
      serial: try RandomSource.serial(),
      from: now
    )
    let note = try KeyRotation.file(key: oldKey, old: old, new: certificate, at: now)
    let sealed = try key.encrypted(passphrase: &passphrase)
    let aside = try store.putAside(at: now)
    try Files.write(note, to: out, mode: 0o644)
    try Files.write(sealed, to: store.keyFile)
    try store.write([certificate])

    Console.print("Made a new key; the old one is kept as \(aside)-key.pem.")
    Console.print("Send \(out) to each buyer who trusts the old fingerprint:")
    Console.print("  old: \(old.fingerprint)")
    Console.print("  new: \(certificate.fingerprint)")
    Console.print("They check it with the old certificate (\(aside)-certificate.pem):")
    Console.print("  openssl cms -verify -inform PEM -in \(Files.name(of: out)) \\")
    Console.print("    -CAfile old-certificate.pem -partial_chain -no-CApath -no-CAstore")
    if isVouchedFor {
      Console.print("A programme vouched for the old key. Ask it to vouch for the new one:")
      Console.print("  readiness key request \(folder) --out request.csr")
    }
  }
}
