import TestSupport
import Testing

/// Policies checked, shown and signed with the real program.
struct PolicyFileTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <policy xmlns="urn:readiness:policy:1" id="mine" version="1.0" owner="Us" issued="2026-11-01">
      <title>Ours</title>
      <about>For a test.</about>
      <age id="AGE-1" days="30"/>
    </policy>

    """

  @Test func `every shipped policy is checked without a mistake`() throws {
    for name in try Repository.files(in: "Support/Policies") where name.hasSuffix(".xml") {
      let run = try desk.readiness(
        "policy",
        "check",
        Repository.path("Support/Policies/\(name)")
      )
      run.expect(0)
      #expect(run.outputText.contains("nothing wrong: \(name.dropLast(4)) 1.0, "))
    }
  }

  @Test func `a mistake is told with file, line, column and the line itself, and exits 2`() throws {
    let bad = Self.good.replacing(
      "<age id=\"AGE-1\" days=\"30\"/>",
      with: "<age id=\"AGE-1\" days=\"30\"/>\n  <age id=\"AGE-2\" days=\"90\"/>"
        + "\n  <answers id=\"SHOW-1\" questions=\"A99.1\"/>"
    )
    try desk.folder.write(bad.utf8, as: "bad.xml")
    let run = try desk.readiness("policy", "check", "bad.xml")
    run.expect(2)
    #expect(
      run.outputText.contains(
        """
        bad.xml:6:3: this clause decides nothing: whoever meets "AGE-1" (line 5) meets it
              <age id="AGE-2" days="90"/>
              ^
        """
      )
    )
    #expect(
      run.outputText.contains(
        "bad.xml:7:3: the question set cyber-essentials has no question A99.1"
      )
    )
    #expect(run.errorText == "2 problems\n")
  }

  @Test func `of several policies the worst counts, and each is told`() throws {
    try desk.folder.write(Self.good.utf8, as: "good.xml")
    try desk.folder.write("<x/>".utf8, as: "bad.xml")
    let run = try desk.readiness("policy", "check", "bad.xml", "none.xml", "good.xml")
    run.expect(1)
    #expect(run.outputText.contains("bad.xml:1:1: this is not a policy: its root element is \"x\""))
    #expect(run.outputText.contains("good.xml: nothing wrong"))
    #expect(run.errorText.contains("none.xml"))
  }

  @Test func `a policy is shown in plain words with its sources and how sure we are`() throws {
    let run = try desk.readiness(
      "policy",
      "show",
      Repository.path("Support/Policies/ppn-014-ce.xml")
    )
    run.expect(0)
    let text = run.outputText.replacing("\n", with: " ").split(separator: " ").joined(
      separator: " "
    )
    for part in [
      "PPN 014: Cyber Essentials",
      "The firm holds Cyber Essentials or Cyber Essentials Plus, in its own name, in date today, at contract award and contract start.",
      "You have looked it up in the public certificate search in the last 30 days.",
      "Source: ppn014 (high confidence)", "Incomplete answers never meet a policy.",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(
      run.outputText.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains("https://") }
    )
  }

  @Test func `a signed policy is used only where its signer is trusted`() throws {
    try desk.folder.write(Self.good.utf8, as: "mine.xml")
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest(out: "firm.asice").expect(0)
    try desk.makePrimeKey()
    let signed = try desk.readiness(
      "policy",
      "sign",
      "mine.xml",
      "--key",
      "prime",
      "--out",
      "mine.asice",
      "--passphrase-fd",
      "3",
      passphrase: Desk.passphrase
    )
    signed.expect(0)
    #expect(signed.outputText.contains("Signed mine.asice: the policy mine 1.0."))
    let trust = "firm/key/certificate.pem"
    let prime =
      desk.folder.has("prime/key/certificate.pem")
      ? "prime/key/certificate.pem" : "prime/certificate.pem"

    let used = try desk.readiness(
      "verify",
      "firm.asice",
      "--trust",
      trust,
      "--policy",
      "mine.asice",
      "--policy-trust",
      prime
    )
    used.expect(0)
    #expect(used.outputText.contains("firm.asice: meets policy"))

    let unknown = try desk.readiness(
      "verify",
      "firm.asice",
      "--trust",
      trust,
      "--policy",
      "mine.asice"
    )
    unknown.expect(3)
    #expect(unknown.errorText.contains("signer unknown"))
    #expect(unknown.errorText.contains("hint: name the certificate or fingerprint"))
    // A supplier's key is no key for policies.
    let supplier = try desk.readiness(
      "verify",
      "firm.asice",
      "--trust",
      trust,
      "--policy",
      "mine.asice",
      "--policy-trust",
      trust
    )
    supplier.expect(3)
    let unsigned = try desk.readiness(
      "verify",
      "firm.asice",
      "--trust",
      trust,
      "--policy",
      "mine.xml",
      "--policy-trust",
      prime
    )
    unsigned.expect(4)
    #expect(unsigned.errorText.contains("is not signed"))

    // Containers of another kind are called by their kind.
    let attestation = try desk.readiness(
      "verify",
      "firm.asice",
      "--trust",
      trust,
      "--policy",
      "firm.asice",
      "--policy-trust",
      trust
    )
    attestation.expect(4)
    #expect(attestation.errorText.contains("this is an attestation, not a policy"))
    let policy = try desk.readiness("verify", "mine.asice", "--trust", prime)
    policy.expect(4)
    #expect(policy.outputText.contains("this is a policy, not an attestation"))
    let shown = try desk.readiness("show", "mine.asice")
    shown.expect(4)
    #expect(shown.errorText.contains("this is a policy, not an attestation"))
    try desk.readiness("policy", "show", "mine.asice").expect(0)
    try desk.readiness("policy", "check", "mine.asice").expect(0)

    // One byte more, and it is no longer the signed policy.
    var bytes = try desk.folder.read("mine.asice")
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "A")))
    bytes[place] ^= 1
    try desk.folder.write(bytes, as: "changed.asice")
    try desk.readiness(
      "verify",
      "firm.asice",
      "--trust",
      trust,
      "--policy",
      "changed.asice",
      "--policy-trust",
      prime
    ).expect(4)
  }

  @Test func `a policy with a mistake is not signed`() throws {
    try desk.folder.write("<policy/>".utf8, as: "bad.xml")
    try desk.makePrimeKey()
    let run = try desk.readiness(
      "policy",
      "sign",
      "bad.xml",
      "--key",
      "prime",
      "--out",
      "bad.asice",
      "--passphrase-fd",
      "3",
      passphrase: Desk.passphrase
    )
    run.expect(2)
    #expect(run.errorText.contains("has a mistake, and was not signed"))
    #expect(!desk.folder.has("bad.asice"))
  }
}
