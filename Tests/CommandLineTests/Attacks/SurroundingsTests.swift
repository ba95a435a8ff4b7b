import ReadinessCore
import TestSupport
import Testing

/// What stands around a file: the environment, other files.
struct SurroundingsTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest(out: "firm.asice").expect(0)
    let pem = try desk.folder.read("firm/key/certificate.pem")
    try desk.folder.write(pem, as: "firm.pem")
  }

  @Test func `certificates and settings in the environment change nothing`() throws {
    let settings = "openssl_conf = x\n[x]\nproviders = y\n[y]\nevil = z\n[z]\nactivate = 1\n"
    try desk.folder.write(settings.utf8, as: "evil.cnf")
    let run = try RunningProgram.run(
      ["verify", "firm.asice"],
      in: desk.folder,
      environment: [
        "READINESS_NOW": Desk.november.now, "SSL_CERT_FILE": "firm.pem", "SSL_CERT_DIR": ".",
        "OPENSSL_CONF": "evil.cnf", "OPENSSL_MODULES": ".", "XML_CATALOG_FILES": "evil.cnf",
      ]
    )
    run.expect(3)
    #expect(run.outputText.hasPrefix("firm.asice: undecided\n"))
    #expect(run.outputText.contains("signer-unknown"))
  }

  @Test func `a bad file in a batch is judged alone`() throws {
    let good = try desk.folder.read("firm.asice")
    var changed = good
    changed[3_000] ^= 1
    try desk.folder.write(changed, as: "inbox-a.asice")
    try desk.folder.write([UInt8](repeating: 0x50, count: 100_000), as: "inbox-b.asice")
    try desk.folder.write(good, as: "inbox-c.asice")
    let run = try desk.readiness(
      "verify",
      "inbox-a.asice",
      "inbox-b.asice",
      "inbox-c.asice",
      "--trust",
      "firm.pem"
    )
    run.expect(4)
    let heads = run.outputText.split(separator: "\n").filter { $0.hasPrefix("inbox-") }
    #expect(
      heads == ["inbox-a.asice: rejected", "inbox-b.asice: rejected", "inbox-c.asice: valid"]
    )
  }
}
