import TestSupport
import Testing

/// What an attestation says of the firm's evidence.
struct EvidenceAttestTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
  }

  private func sign() throws -> String {
    try desk.attest(
      "firm",
      out: "bid.asice",
      now: Desk.november.now,
      passphrase: Desk.passphrase,
      "--incomplete"
    )
    let process = RunningProcess(
      ["unzip", "-p", "bid.asice", "attestation.xml"],
      in: desk.folder.path
    )
    return try process.succeed().outputText
  }

  @Test
  func `fresh evidence is named by digest, kind, day, strength and questions, and nothing more`()
    throws
  {
    try desk.folder.write("All rules looked at.\n".utf8, as: "secret-name.md")
    try desk.readiness(
      "evidence",
      "add",
      "firm",
      "secret-name.md",
      "--for",
      "A4.6,A4.8",
      "--made",
      "2026-11-02",
      "--shows",
      "secret words"
    ).expect(0)
    try desk.folder.write(EvidenceImportTests.nessus(1).utf8, as: "scan.xml")
    try desk.readiness("evidence", "import", "firm", "scan.xml").expect(0)
    let xml = try sign()
    let sum = try RunningProcess(["sha256sum", "secret-name.md"], in: desk.folder.path).succeed()
    #expect(
      xml.contains(
        "<evidence sha256=\"\(sum.outputText.prefix(64))\" kind=\"document\" "
          + "made-on=\"2026-11-02\" strength=\"documented\" questions=\"A4.6 A4.8\"/>"
      )
    )
    #expect(xml.contains("kind=\"scan-report\" made-on=\"2026-11-02\" strength=\"scanned\""))
    for secret in ["secret", "scan.xml", "laptop"] { #expect(!xml.contains(secret)) }
    let verified = try desk.readiness("verify", "bid.asice")
    #expect(verified.status == 3, "\(verified.outputText)")
  }

  @Test func `stale, undated and changed evidence is left out, and that is said`() throws {
    for (name, made) in [("old.md", "2024-01-01"), ("changed.md", "2026-11-02")] {
      try desk.folder.write(name.utf8, as: name)
      try desk.readiness("evidence", "add", "firm", name, "--for", "A4.6", "--made", made).expect(0)
    }
    try desk.folder.write("undated".utf8, as: "undated.md")
    try desk.readiness("evidence", "add", "firm", "undated.md", "--for", "A4.6").expect(0)
    // What is for Plus only has no part in a statement on Cyber Essentials, fresh or not.
    try desk.folder.write("plus".utf8, as: "plus.md")
    try desk.readiness("evidence", "add", "firm", "plus.md", "--for", "P1.1").expect(0)
    let sum = try RunningProcess(["sha256sum", "changed.md"], in: desk.folder.path).succeed()
    try desk.folder.write("x".utf8, as: "firm/evidence/\(sum.outputText.prefix(64))")
    let signed = try desk.attest(
      "firm",
      out: "bid.asice",
      now: Desk.november.now,
      passphrase: Desk.passphrase,
      "--incomplete"
    )
    signed.expect(0)
    #expect(signed.errorText.contains("note: 3 of 3 files of evidence are stale, undated or"))
    #expect(!(try sign()).contains("<evidence "))
  }
}
