import TestSupport
import Testing

/// Registers that cannot be used, and additions that are cut off: a clear sentence, nothing lost.
struct RegisterHardshipTests {
  private static let later = "2026-11-24T10:00:00Z"
  private let desk: Desk

  /// A register with one statement, and another statement to be added.
  init() throws {
    desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest(out: "old.asice").expect(0)
    try desk.attest(out: "new.asice", now: Self.later).expect(0)
    try add("old.asice").expect(0)
  }

  private func readiness(_ arguments: String...) throws -> RunningProcess.Finished {
    try RunningProgram.run(
      arguments,
      in: desk.folder,
      environment: ["READINESS_NOW": Self.later]
    )
  }

  private func add(_ file: String, to register: String = "r.sqlite") throws
    -> RunningProcess.Finished
  {
    try readiness("register", "add", register, file, "--trust", "firm/key/certificate.pem")
  }

  @discardableResult
  private func shell(_ script: String) throws -> String {
    var shell = RunningProcess(
      ["sh", "-c", "readiness='\(RunningProgram.path)'\n" + script],
      in: desk.folder.path,
      environment: RunningProgram.environment(["READINESS_NOW": Self.later])
    )
    shell.deadline = 120
    return try shell.succeed().outputText
  }

  @Test func `what is no register is left alone, and it is said so`() throws {
    let before = try desk.folder.read("new.asice")
    for command in ["list", "expiring", "report", "export"] {
      try readiness("register", command, "new.asice").expect(
        1,
        error: "new.asice is no register, or is broken",
        hints: "make it again into a new file: readiness register rebuild"
      )
    }
    try add("old.asice", to: "new.asice").expect(1)
    #expect(try desk.folder.read("new.asice") == before)
    try readiness("register", "list", "none.sqlite").expect(
      1,
      error: "there is no register none.sqlite",
      hints: "make it: readiness register add none.sqlite inbox/ --trust TRUST"
    )
    #expect(!desk.folder.has("none.sqlite"))
    try shell("mkfifo pipe")
    for path in ["pipe", "."] {
      try readiness("register", "list", path).expect(
        1,
        error: "\(path) is not a file",
        hints: "name the register's file"
      )
    }
  }

  @Test func `somebody else's database is left alone`() throws {
    try shell("sqlite3 other.sqlite 'CREATE TABLE sales (sum INTEGER)'")
    let before = try desk.folder.read("other.sqlite")
    try add("new.asice", to: "other.sqlite").expect(
      1,
      error: "other.sqlite is a database of something else",
      hints: "name the register, or a file that is not there yet"
    )
    #expect(try desk.folder.read("other.sqlite") == before)
  }

  @Test func `a register of a later program is left alone`() throws {
    try shell("sqlite3 r.sqlite \"INSERT INTO grdb_migrations VALUES ('99 later')\"")
    let before = try desk.folder.read("r.sqlite")
    try add("new.asice").expect(
      1,
      error: "r.sqlite was made by a later version of this program",
      hints: "use that version"
    )
    #expect(try desk.folder.read("r.sqlite") == before)
  }

  @Test func `a register that was cut short is said to be broken, and made again from the files`()
    throws
  {
    let whole = try readiness("register", "export", "r.sqlite").outputText
    let bytes = try desk.folder.read("r.sqlite")
    try desk.folder.write(bytes.prefix(bytes.count / 2), as: "half.sqlite")
    let run = try readiness("register", "export", "half.sqlite")
    run.expect(
      1,
      error: "half.sqlite is no register, or is broken",
      hints: "make it again into a new file: readiness register rebuild"
    )
    #expect(run.output.isEmpty)
    let again = try readiness(
      "register",
      "rebuild",
      "again.sqlite",
      "--from",
      "old.asice",
      "--trust",
      "firm/key/certificate.pem"
    )
    again.expect(0)
    #expect(try readiness("register", "export", "again.sqlite").outputText == whole)
  }

  @Test(.enabled(if: Hardship.mayBeNobody, "the tests cannot be somebody else here"))
  func `a register that may not be written is said to be so`() throws {
    try shell(
      "mkdir shared; cp r.sqlite new.asice firm/key/certificate.pem shared; chmod 755 . shared; "
        + "chmod 444 shared/*"
    )
    for command in [
      ["list", "shared/r.sqlite"],
      ["add", "shared/r.sqlite", "shared/new.asice", "--trust", "shared/certificate.pem"],
    ] {
      let run = try RunningProcess(
        Hardship.asNobody + [RunningProgram.path, "register"] + command,
        in: desk.folder.path,
        environment: RunningProgram.environment(["READINESS_NOW": Self.later])
      ).run()
      run.expect(
        1,
        error: "shared/r.sqlite cannot be opened, or may not be written",
        hints: "check its name, and that you may write the file and its folder"
      )
    }
    #expect(try desk.folder.read("shared/r.sqlite") == (try desk.folder.read("r.sqlite")))
  }

  @Test(.enabled(if: Hardship.mayMount, "mounting is not allowed here"))
  func `on a full disk nothing is added and nothing is lost`() throws {
    let run = try Hardship.onSmallDisk(
      of: 320,
      in: desk,
      """
      cp r.sqlite small/
      dd if=/dev/zero of=small/fill bs=1k 2>/dev/null || true
      add() {
        "$readiness" register add small/r.sqlite new.asice --trust firm/key/certificate.pem \\
          >out 2>err; echo "exit $?"
      }
      add
      cat err
      rm small/fill
      sqlite3 small/r.sqlite 'PRAGMA integrity_check; SELECT count(*) FROM entry'
      add
      sqlite3 small/r.sqlite 'PRAGMA integrity_check; SELECT count(*) FROM entry'
      """
    )
    run.expect(0)
    #expect(
      run.outputText == """
        exit 1
        readiness: error: small/r.sqlite could not be read or written
        hint: is the disk full, or gone? make room, then try again; nothing was lost
        ok
        1
        exit 0
        ok
        2

        """
    )
  }

  @Test func `killed while it adds, it leaves a whole register: all of an addition, or none`()
    throws
  {
    // Forty copies are one file with forty looks, so that every addition adds forty.
    try shell("mkdir inbox; for n in $(seq 40); do cp new.asice inbox/$n.asice; done")
    let counts = try shell(
      """
      for delay in 0.02 0.05 0.08 0.11 0.14 0.17 0.2 0.25 0.3 0.4 0.6 0.8; do
        "$readiness" register add r.sqlite inbox --trust firm/key/certificate.pem >/dev/null 2>&1 &
        sleep $delay
        kill -9 $! 2>/dev/null
        wait $! 2>/dev/null
        sqlite3 r.sqlite 'PRAGMA integrity_check; SELECT (count(*) - 1) % 40 FROM verification'
      done
      exit 0
      """
    )
    #expect(counts == String(repeating: "ok\n0\n", count: 12))
    try add("new.asice").expect(0)
  }

  /// The older file added after the newer one is called out (exit 4), and kept all the same.
  @Test func `several analysts at once lose nothing, and readers are never in the way`() throws {
    let lines = try shell(
      """
      for n in 1 2 3 4 5 6; do
        for file in old.asice new.asice; do
          "$readiness" register add shared.sqlite $file --trust firm/key/certificate.pem \\
            >/dev/null 2>&1 || [ $? -eq 4 ] || echo "$n $file failed"
        done &
        while [ ! -s shared.sqlite ]; do sleep 0.01; done
        for turn in 1 2 3; do "$readiness" register report shared.sqlite >/dev/null || echo "$n not read"; done &
        "$readiness" register check r.sqlite 99999999 --certificate N-$n --by Analyst --result found \\
          >/dev/null || echo "$n not noted" &
      done
      wait
      sqlite3 shared.sqlite 'SELECT count(*) FROM entry; SELECT count(*) FROM verification'
      sqlite3 r.sqlite 'SELECT count(*) FROM look_up; SELECT count(*) FROM log; PRAGMA integrity_check'
      """
    )
    #expect(lines == "2\n12\n6\n6\nok\n")
  }
}
