import ReadinessCore
import TestSupport
import Testing

/// `verify --seal` and `prove`.
struct ProveTests {
  /// A desk with a sealed run over the example firm's file, a changed one and one that is missing.
  private static func desk() throws -> Desk {
    let desk = try Desk.attested()
    var bytes = try desk.folder.read("bid.asice")
    bytes[3_000] ^= 0x20
    try desk.folder.write(bytes, as: "changed.asice")
    try desk.folder.write("never given".utf8, as: "other.asice")
    try desk.makePrimeKey()
    let run = try Self.seal(desk)
    run.expect(1)
    #expect(run.outputText.hasPrefix("bid.asice: valid\n"))
    #expect(run.errorText.hasPrefix("Sealed 3 results: run.asice\n"))
    return desk
  }

  private static func seal(
    _ desk: Desk,
    _ out: String = "run.asice"
  ) throws -> RunningProcess.Finished {
    try desk.readiness(
      "verify",
      "bid.asice",
      "changed.asice",
      "none.asice",
      "--trust",
      "firm/key/certificate.pem",
      "--seal",
      out,
      "--key",
      "prime",
      "--passphrase-fd",
      "3",
      passphrase: Desk.passphrase
    )
  }

  private func prove(_ desk: Desk, _ file: String = "bid.asice") throws {
    try desk.readiness("prove", file, "--seal", "run.asice", "--out", "proof.json").expect(0)
  }

  private func check(
    _ desk: Desk,
    _ file: String = "bid.asice",
    seal: String = "run.asice",
    with more: String...
  ) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      ["prove", "--check", "proof.json", "--seal", seal, file] + more,
      in: desk.folder
    )
  }

  @Test func `a proof holds for its file, and tells no other file`() throws {
    let desk = try Self.desk()
    try prove(desk)
    let known = try check(desk, with: "--trust", "prime/certificate.pem")
    known.expect(0)
    #expect(known.outputText.hasPrefix("bid.asice: belongs to the sealed run\n"))
    #expect(known.outputText.contains("  result        valid\n"))
    #expect(known.outputText.contains("  one of        3 results; the proof tells no other\n"))
    let proof = try desk.folder.text("proof.json")
    let sums = try RunningProcess(
      ["sha256sum", "bid.asice", "changed.asice"],
      in: desk.folder.path
    )
    .succeed().outputText.split(separator: "\n").map { String($0.prefix(64)) }
    #expect(proof.contains(sums[0]))
    #expect(!proof.contains(sums[1]))
    for line in known.outputText.split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test func `without the analyst's certificate it is left open whose seal it is`() throws {
    let desk = try Self.desk()
    try prove(desk)
    let run = try check(desk)
    run.expect(3)
    #expect(run.outputText.contains("signer unknown"))
  }

  @Test func `a rejected file's proof says so, with its reasons`() throws {
    let desk = try Self.desk()
    try prove(desk, "changed.asice")
    let run = try check(
      desk,
      "changed.asice",
      with: "--trust",
      "prime/certificate.pem",
      "--format",
      "json"
    )
    run.expect(0)
    let value = try JSONReader.read(run.output)
    #expect(value["belongs"] == .bool(true))
    #expect(value["result"]?["decision"]?.string == "rejected")
    #expect(value["result"]?["reasons"]?.array?.isEmpty == false)
    #expect(value["run"]?["results"]?.integer == 3)
    let schema = try JSONReader.read(Repository.bytes("Sources/ReadinessSeal/prove.schema.json"))
    #expect(SchemaCheck(root: schema).problems(with: value) == [])
  }

  @Test func `another file, a changed proof and a changed seal do not belong`() throws {
    let desk = try Self.desk()
    try prove(desk)
    let other = try check(desk, "changed.asice", with: "--trust", "prime/certificate.pem")
    other.expect(4)
    #expect(other.outputText.hasPrefix("changed.asice: does not belong to the sealed run\n"))
    let proof = try desk.folder.text("proof.json")
    for (from, to) in [("\"valid\"", "\"meets policy\""), ("\"index\":", "\"index\":9")] {
      try desk.folder.write(proof.replacing(from, with: to).utf8, as: "proof.json")
      try check(desk, with: "--trust", "prime/certificate.pem").expect(4)
    }
    try desk.folder.write("{}".utf8, as: "proof.json")
    try check(desk, with: "--trust", "prime/certificate.pem").expect(4)
    try desk.folder.write(proof.utf8, as: "proof.json")
    try check(desk, seal: "bid.asice").expect(4)
    try Self.seal(desk, "again.asice").expect(1)
    try check(desk, seal: "again.asice").expect(4)
    var seal = try desk.folder.read("run.asice")
    seal[300] ^= 0x01
    try desk.folder.write(seal, as: "run.asice")
    try check(desk, with: "--trust", "prime/certificate.pem").expect(4)
  }

  @Test func `a file that was not in the run cannot be proved, and other leaves do not fit`() throws
  {
    let desk = try Self.desk()
    let run = try desk.readiness("prove", "other.asice", "--seal", "run.asice")
    run.expect(1)
    #expect(
      run.errorText.hasPrefix(
        "readiness: error: other.asice is not among the 3 files of run.asice\n"
      )
    )
    try Self.seal(desk, "again.asice").expect(1)
    try desk.readiness(
      "prove",
      "bid.asice",
      "--seal",
      "run.asice",
      "--leaves",
      "again.leaves"
    ).expect(
      1,
      error: "again.leaves does not belong to run.asice",
      hints: "name the file that was written together with the seal: --leaves FILE"
    )
    try desk.folder.write("garbage\n".utf8, as: "run.leaves")
    try desk.readiness("prove", "bid.asice", "--seal", "run.asice").expect(
      1,
      error: "run.leaves: line 1 is not a result as a seal's leaves are written",
      hints: "it must be as readiness verify --seal wrote it; restore it from a copy"
    )
  }

  @Test func `the results are the analyst's alone, and salted anew each time`() throws {
    let desk = try Self.desk()
    #expect(try desk.folder.permissions(of: "run.leaves") == 0o600)
    #expect(try desk.folder.permissions(of: "run.asice") == 0o644)
    try Self.seal(desk, "again.asice").expect(1)
    let one = Set(try desk.folder.text("run.leaves").split(separator: "\n"))
    let two = Set(try desk.folder.text("again.leaves").split(separator: "\n"))
    #expect(one.count == 3)
    #expect(one.isDisjoint(with: two))
  }

  @Test func `the trust digest in the seal is that of the files given`() throws {
    let desk = try Self.desk()
    let command = """
      sha256sum firm/key/certificate.pem | sed 's/ .*/ trust/' | sha256sum | cut -c 1-64
      unzip -p run.asice seal.xml
      """
    let lines = try RunningProcess(["sh", "-c", command], in: desk.folder.path).succeed()
      .outputText.split(separator: "\n")
    #expect(lines.contains("<trust sha256=\"\(lines[0])\"/>"))
  }

  @Test func `what else was asked for is in the seal, as the README's commands make it`() throws {
    let desk = try Self.desk()
    try desk.folder.write("identifier\n04336774\n".utf8, as: "suppliers.csv")
    let policy = Repository.path("Support/Policies/csm-v4-level-0.xml")
    try RunningProgram.run(
      [
        "verify", "bid.asice", "--trust", "firm/key/certificate.pem", "--seal", "asked.asice",
        "--key", "prime", "--passphrase-fd", "3", "--tender", "ocds-h6vhtk-06d396",
        "--suppliers", "suppliers.csv", "--policy", policy, "--tier", "csm", "--award",
        "2026-12-20", "--contract-start", "2027-01-15", "--supplier", "GB-COH 04336774",
        "--look-up", "IASME-CE-043119=found=2026-11-20=Analyst",
      ],
      in: desk.folder,
      environment: ["READINESS_NOW": Desk.november.now],
      passphrase: Desk.passphrase
    ).expect(3)
    let command = """
      notice=$(printf %s ocds-h6vhtk-06d396 | sha256sum | cut -c 1-64)
      list=$(sha256sum suppliers.csv | cut -c 1-64)
      details=$(printf '%s\\n' 'look-up IASME-CE-043119=found=2026-11-20=Analyst' \\
        'supplier GB-COH 04336774' 'tier csm' | sha256sum | cut -c 1-64)
      echo "<asked award=\\"2026-12-20\\" contract-start=\\"2027-01-15\\" notice-sha256=\\"$notice\\"" \\
        "suppliers-sha256=\\"$list\\" details-sha256=\\"$details\\"/>"
      unzip -p asked.asice seal.xml | grep '^<asked'
      """
    let lines = try RunningProcess(["sh", "-c", command], in: desk.folder.path).succeed()
      .outputText.split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == lines[1], "\(lines)")

    try desk.readiness("prove", "bid.asice", "--seal", "asked.asice", "--out", "proof.json")
      .expect(0)
    let trust = "prime/certificate.pem"
    let shown = try check(desk, seal: "asked.asice", with: "--trust", trust)
    shown.expect(0)
    #expect(shown.outputText.contains("  award         2026-12-20\n"))
    #expect(shown.outputText.contains("  start         2027-01-15\n"))
    let json = try check(desk, seal: "asked.asice", with: "--trust", trust, "--format", "json")
    let schema = try JSONReader.read(Repository.bytes("Sources/ReadinessSeal/prove.schema.json"))
    #expect(SchemaCheck(root: schema).problems(with: try JSONReader.read(json.output)) == [])
  }

  @Test func `stock tools come to the same`() throws {
    let desk = try Self.desk()
    try prove(desk)
    let script = Repository.path("Sources/ReadinessSeal/check-proof-without-us.sh")
    let command = """
      key=$(openssl x509 -in prime/certificate.pem -outform DER | sha256sum | cut -c 1-64)
      bash '\(script)' bid.asice proof.json run.asice "$key" &&
        ! bash '\(script)' changed.asice proof.json run.asice "$key"
      """
    let run = try RunningProcess(["sh", "-c", command], in: desk.folder.path).succeed()
    #expect(run.outputText.contains("BELONGS: "))
    #expect(run.outputText.contains("REJECTED: the proof is about another file"))
  }

  @Test func `a seal without a key, and a key without a seal, are wrong use`() throws {
    let desk = try Desk()
    try desk.readiness("verify", "a.asice", "--seal", "run.asice").expect(64)
    try desk.readiness("verify", "a.asice", "--key", "prime").expect(64)
    try desk.readiness("verify", "a.asice", "--seal", "run.zip", "--key", "prime").expect(64)
    try desk.readiness("prove", "a.asice", "--seal", "s.asice", "--trust", "t").expect(64)
  }

  @Test func `verify and show call a seal by its kind`() throws {
    let desk = try Self.desk()
    let run = try desk.readiness("verify", "run.asice", "--trust", "prime/certificate.pem")
    run.expect(4)
    #expect(run.outputText.contains("this is a seal, not an attestation"))
  }
}
