import ReadinessCore
import TestSupport
import Testing

/// `attest`: what it writes, with which permissions, and when it refuses.
struct AttestTests {
  private func readyDesk() throws -> Desk {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    return desk
  }

  private func incompleteDesk() throws -> Desk {
    let desk = try Desk()
    try desk.write(GoodSheet.usual.without("A6.4"), as: "some.json")
    try desk.readiness("assess", "firm", "--answers", "some.json").expect(3)
    try desk.makeKey()
    return desk
  }

  @Test func `a firm that is not ready may sign, and the file says so`() throws {
    let desk = try readyDesk()
    let run = try desk.attest()
    run.expect(0)
    #expect(run.errors.isEmpty)
    #expect(run.outputText.contains("Signed bid.asice: verdict not ready.\n"))
    #expect(run.outputText.contains("This is a readiness self-assessment, not a certificate.\n"))
    #expect(try desk.folder.text("bid.txt").contains("not ready"))
  }

  @Test func `what goes to the buyer is 0644, what is sealed is 0600 in folders of 0700`() throws {
    let desk = try readyDesk()
    try desk.attest()
    for name in ["bid.asice", "bid.html", "bid.txt"] {
      #expect(try desk.folder.permissions(of: name) == 0o644, "\(name)")
    }
    let issued = try desk.folder.names(in: "firm/issued")
    try #require(issued.count == 1)
    let kept = "firm/issued/" + issued[0]
    for folder in ["firm/issued", kept, kept + "/disclosures"] {
      #expect(try desk.folder.permissions(of: folder) == 0o700, "\(folder)")
    }
    let sealed = try desk.folder.names(in: kept + "/disclosures")
    #expect(sealed.count > 100)
    for name in sealed {
      #expect(try desk.folder.permissions(of: "\(kept)/disclosures/\(name)") == 0o600)
    }
    #expect(try desk.folder.permissions(of: kept + "/attestation.asice") == 0o600)
    #expect(try desk.folder.read(kept + "/attestation.asice") == desk.folder.read("bid.asice"))
  }

  @Test func `the page beside the file is the very page inside it`() throws {
    let desk = try readyDesk()
    try desk.attest()
    let inside = try RunningProcess(
      ["unzip", "-p", "bid.asice", "attestation.html"],
      in: desk.folder.path
    ).succeed()
    let isSame = try inside.output == desk.folder.read("bid.html")
    #expect(isSame)
  }

  @Test func `a key made for another company number does not sign`() throws {
    let desk = try readyDesk()
    try desk.write(GoodSheet.usual.merging(["A1.4": .text("07654321")]) { $1 }, as: "new.json")
    try desk.readiness("assess", "firm", "--answers", "new.json", "--choose", "theirs").expect(0)
    try desk.attest().expect(
      1,
      error: "the signing key was made for NTRGB-99999999, "
        + "and the answers now name GB-COH-07654321",
      hints: "if the answers are right, make a new key: readiness key create firm --replace",
      "then send its fingerprint to the buyers who know the old one"
    )
    #expect(try !desk.folder.names(in: ".").contains("bid.asice"))
  }

  @Test func `an incomplete assessment is not signed, and the open question is named`() throws {
    let desk = try incompleteDesk()
    try desk.attest().expect(
      1,
      error: "the assessment is incomplete: 1 question is open, A6.4",
      hints: "answer them with: readiness assess firm --only-open",
      "or sign as it is with --incomplete; the statement then says so"
    )
    #expect(!desk.folder.has("bid.asice"))
    #expect(!desk.folder.has("firm/issued"))
  }

  @Test func `with --incomplete it is signed, and says that it is incomplete`() throws {
    let desk = try incompleteDesk()
    let run = try desk.attest("firm", "--incomplete")
    run.expect(0)
    #expect(run.outputText.contains("Signed bid.asice: verdict incomplete.\n"))
    #expect(try desk.readiness("show", "bid.asice").outputText.contains("verdict     incomplete\n"))
  }

  @Test func `a firm without a key is told how to make one, before it declares`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let run = try desk.attest()
    run.expect(
      1,
      error: "firm has no signing key yet",
      hints: "make one with: readiness key create firm"
    )
    #expect(run.output.isEmpty)
  }

  @Test func `without a terminal the declaration must be given, and nothing is signed`() throws {
    let desk = try readyDesk()
    let run = try desk.readiness("attest", "firm", "--out", "bid.asice")
    run.expect(
      64,
      error: "there is no terminal to declare at",
      hints: "give --declare \"NAME\" --role \"ROLE\""
    )
    #expect(!desk.folder.has("bid.asice"))
  }

  @Test func `where the file cannot be written nothing is signed and nothing is kept`() throws {
    let desk = try readyDesk()
    try desk.attest(out: "none/bid.asice").expect(
      1,
      error: "cannot write in none",
      hints: "check the name: there is no such file or folder"
    )
    #expect(!desk.folder.has("firm/issued"))
    try desk.folder.write("x".utf8, as: "file")
    let run = try desk.attest(out: "file/bid.asice")
    run.expect(1)
    #expect(!desk.folder.has("firm/issued"))
  }

  @Test func `two signatures in the same second have rising sequences`() throws {
    let desk = try readyDesk()
    for name in ["one.asice", "two.asice", "three.asice"] { try desk.attest(out: name).expect(0) }
    let sequences = try desk.folder.names(in: "firm/issued").compactMap { name in
      name.split(separator: "-").first.flatMap { Int($0) }
    }
    #expect(Set(sequences).count == 3)
    #expect(sequences.min() == 1_795_428_000)
  }

  @Test func `with the clock set back the sequence still rises`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey(now: "2026-11-20T10:00:00Z")
    try desk.attest(out: "one.asice").expect(0)
    try desk.attest(out: "two.asice", now: "2026-11-22T10:00:00Z").expect(0)
    let sequences = try desk.folder.names(in: "firm/issued").compactMap { name in
      name.split(separator: "-").first.flatMap { Int($0) }
    }
    #expect(sequences.sorted() == [1_795_428_000, 1_795_428_001])
  }

  @Test func `a certificate that has ended, or not begun, signs nothing and says what to do`()
    throws
  {
    let desk = try readyDesk()
    try desk.attest("firm", now: "2029-11-24T10:00:00Z", "--incomplete").expect(
      1,
      error: "the firm's certificate ended on 23 November 2029",
      hints: "make a new key with: readiness key create firm --replace"
    )
    try desk.attest("firm", now: "2026-11-22T10:00:00Z", "--incomplete").expect(
      1,
      error: "the firm's certificate begins on 23 November 2026, and today is 22 November 2026",
      hints: "check this machine's date and time"
    )
    #expect(!desk.folder.has("firm/issued"))
  }

  @Test func `no device, address, version or free text leaves the firm undisclosed`() throws {
    let desk = try readyDesk()
    try desk.attest()
    try RunningProcess(["unzip", "-q", "bid.asice", "-d", "inside"], in: desk.folder.path).succeed()
    let files = try desk.folder.names(in: "inside").filter { $0.hasPrefix("attestation.") }
    try #require(files.count == 2)
    let all = try files.map { try desk.folder.text("inside/" + $0) }.joined()
    var secrets = [
      "FortiGate", "7.4.9", "DrayTek", "25H2", "Synology", "Dropbox", "Gauge Records",
    ]
    for answer in try desk.answers().values {
      for part in answer.partValues.values {
        // A role in a few words, as "Managing director", may stand in the declaration too.
        if case .text(let words) = part, words.count > 25 { secrets.append(words) }
      }
    }
    #expect(secrets.count > 20)
    #expect(secrets.filter { all.contains($0) } == [])
  }
}
