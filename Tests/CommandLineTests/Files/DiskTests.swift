import TestSupport
import Testing

/// A full disk and a read-only one: nothing is lost, a clear sentence, the next step.
@Suite(.enabled(if: Hardship.mayMount, "mounting is not allowed here"))
struct DiskTests {
  /// Fills the disk `small`, but for the little that a rename or a lock needs.
  private static let fill = "dd if=/dev/zero of=small/fill bs=1k 2>/dev/null || true"

  @Test func `on a full disk answers are not taken in, and the old ones stay whole`() throws {
    let desk = try Desk()
    try desk.write(GoodSheet.usual, as: "all.json")
    try desk.write(["A1.1": .text("Invented Castings Ltd")], as: "one.json")
    let run = try Hardship.onSmallDisk(
      of: 128,
      in: desk,
      """
      "$readiness" assess small/firm --answers one.json >/dev/null 2>&1
      cp small/firm/answers.json before
      \(Self.fill)
      "$readiness" assess small/firm --answers all.json >out 2>err; echo "exit $?"
      cmp small/firm/answers.json before && echo kept
      ls -A small/firm
      rm small/fill
      "$readiness" assess small/firm --answers all.json >/dev/null 2>&1; echo "exit $?"
      """
    )
    run.expect(0)
    #expect(run.outputText == "exit 1\nkept\n.lock\nanswers.json\nexit 0\n")
    #expect(
      try desk.folder.text("err").hasSuffix(
        """
        readiness: error: cannot write small/firm/answers.json
        hint: the disk is full: make room, then try again; nothing was lost

        """
      )
    )
  }

  @Test func `on a full disk no half of a key is made`() throws {
    let desk = try Desk()
    let run = try Hardship.onSmallDisk(
      of: 128,
      in: desk,
      """
      "$readiness" assess small/firm --answers '\(Repository.path(Desk.november.file))' >/dev/null 2>&1
      \(Self.fill)
      "$readiness" key create small/firm --passphrase-fd 3 >/dev/null 2>err; echo "exit $?"
      find small/firm -name '*.pem*' | wc -l
      """
    )
    #expect(run.outputText == "exit 1\n0\n")
    #expect(
      try desk.folder.text("err").hasSuffix(
        "hint: the disk is full: make room, then try again; nothing was lost\n"
      )
    )
  }

  @Test func `on a full disk no half of a signed file is left at the buyer's`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    try desk.makeKey()
    let run = try Hardship.onSmallDisk(
      of: 32,
      in: desk,
      """
      "$readiness" attest firm --out small/bid.asice --declare A --role B --passphrase-fd 3 \\
        >/dev/null 2>err; echo "exit $?"
      ls -A small
      """
    )
    #expect(run.outputText == "exit 1\n")
    #expect(
      try desk.folder.text("err") == """
        readiness: error: cannot write small/bid.asice
        hint: the disk is full: make room, then try again; nothing was lost

        """
    )
  }

  @Test func `a sheet or a report that does not fit leaves no half of it`() throws {
    let desk = try Desk()
    try desk.makeFirm()
    let run = try Hardship.onSmallDisk(
      of: 4,
      in: desk,
      """
      "$readiness" ask firm --of it-provider --all --out small/sheet.csv 2>/dev/null; echo "exit $?"
      "$readiness" report firm --format html --out small/report.html 2>/dev/null; echo "exit $?"
      ls -A small
      """
    )
    #expect(run.outputText == "exit 1\nexit 1\n")
  }

  // MARK: Read-only

  @Test func `on a read-only disk one may look, and is told where to go on`() throws {
    let desk = try Desk()
    let run = try Hardship.onSmallDisk(
      of: 512,
      in: desk,
      """
      "$readiness" assess small/firm --answers '\(Repository.path(Desk.november.file))' >/dev/null 2>&1
      cp small/firm/answers.json before
      mount -o remount,ro small
      "$readiness" status small/firm >/dev/null 2>status; echo "status $?"
      "$readiness" report small/firm >/dev/null 2>>status; echo "report $?"
      "$readiness" assess small/firm >/dev/null 2>assess; echo "assess $?"
      "$readiness" key create small/firm --passphrase-fd 3 >/dev/null 2>key; echo "key $?"
      "$readiness" assess small/new >/dev/null 2>new; echo "new $?"
      cmp small/firm/answers.json before && echo kept
      """
    )
    #expect(run.outputText == "status 2\nreport 2\nassess 1\nkey 1\nnew 1\nkept\n")
    #expect(try desk.folder.text("status").isEmpty)
    let hint = "hint: the disk is read-only: copy the folder to a place where you can write\n"
    let error = "readiness: error: cannot work in small/firm\n"
    #expect(try desk.folder.text("assess") == error + hint)
    #expect(try desk.folder.text("key") == error + hint)
    #expect(
      try desk.folder.text("new") == "readiness: error: cannot make the folder small/new\n" + hint
    )
  }
}
