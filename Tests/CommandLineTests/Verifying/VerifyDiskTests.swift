import TestSupport
import Testing

/// A disk that fills up while `verify` writes what it found.
@Suite struct VerifyDiskTests {
  @Test(arguments: ["text", "json", "ndjson", "csv", "junit", "html"])
  func `output that finds no room is said, and exits 1`(form: String) throws {
    let desk = try Desk.attested()
    let run = try RunningProcess(
      [
        "sh", "-c",
        "\"$1\" verify bid.asice --trust firm/key/certificate.pem --format \(form) >/dev/full",
        "sh",
        RunningProgram.path,
      ],
      in: desk.folder.path,
      environment: RunningProgram.environment()
    ).run()
    run.expect(
      1,
      error: "cannot write to standard output",
      hints: "the disk is full: make room, then try again; nothing was lost"
    )
  }

  @Test(.enabled(if: Hardship.mayMount, "mounting is not allowed here"))
  func `a seal that finds no room leaves no half of one`() throws {
    let desk = try Desk.attested()
    try desk.makePrimeKey()
    let run = try Hardship.onSmallDisk(
      of: 64,
      in: desk,
      """
      dd if=/dev/zero of=small/fill bs=1k 2>/dev/null || true
      "$readiness" verify bid.asice --trust firm/key/certificate.pem --seal small/run.asice \\
        --key prime --passphrase-fd 3 >out 2>err; echo "exit $?"
      rm small/fill; ls -A small
      """
    )
    #expect(run.outputText == "exit 1\n")
    #expect(try desk.folder.text("out").hasPrefix("bid.asice: valid\n"))
    #expect(
      try desk.folder.text("err").hasSuffix(
        "hint: the disk is full: make room, then try again; nothing was lost\n"
      )
    )
  }
}
