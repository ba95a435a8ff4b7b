import GRDB
import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import TestSupport
import Testing

@testable import ReadinessRegister

@Suite struct RegisterFileTests {
  private let folder: RunningFolder
  private var path: String { folder.path(of: "r.sqlite") }

  init() throws { folder = try RunningFolder() }

  @Test func `a register of a later program is left alone`() throws {
    let register = try Register(path: path)
    try register.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 later')") }
    #expect(throws: RegisterError.self) { try Register(path: path) }
  }

  @Test func `a file that is no register is refused and not changed`() throws {
    let garbage = Array("this is no database at all, only words of some length".utf8)
    try folder.write(garbage, as: "r.sqlite")
    #expect(throws: RegisterError.self) { try Register(path: path) }
    #expect(try folder.read("r.sqlite") == garbage)
  }

  @Test func `a broken register never ends the program`() throws {
    let register = try Register(path: path)
    for firm in 1...50 { try register.add(.made(firm: firm)) }
    _ = register.settle()
    let whole = try folder.read("r.sqlite")
    try #require(whole.count > 20_000)
    for place in stride(from: 100, to: whole.count, by: 1_511) {
      let other = try RunningFolder()
      var bytes = whole
      for index in place..<min(place + 16, bytes.count) { bytes[index] ^= 0xFF }
      try other.write(bytes, as: "r.sqlite")
      if let broken = try? Register(path: other.path(of: "r.sqlite")) {
        _ = try? broken.report()
        _ = try? broken.files()
        _ = try? broken.expiring(until: CalendarDate(dayNumber: 30_000))
      }
    }
    #expect(try register.suppliers().count == 50)
  }

  @Test func `what is forgotten is no longer in the file, and the log says that it was done`()
    throws
  {
    let register = try Register(path: path)
    let now = Instant(unixSeconds: 1_796_000_000)
    try register.add([
      (.made(firm: 1, name: "Forgettable Ltd"), .made()),
      (.made(firm: 2), .made(reasons: ["register:key-shared: as Forgettable Ltd"])),
    ])
    let look = Circumstances.LookUp(certificate: "N-1", by: "Analyst", on: now.day, result: .found)
    try register.note(look, of: "GB-COH-10000001", at: now)
    let done = try register.forget("GB-COH-10000001", at: now)
    #expect(done.files == 1 && done.isSettled)
    #expect(try register.suppliers().map(\.organisation) == ["GB-COH-10000002"])
    #expect(try register.lookUps().isEmpty)
    #expect(try register.log().map(\.what) == ["a supplier was forgotten: 1 file"])
    for name in ["r.sqlite", "r.sqlite-wal"] {
      for secret in ["Forgettable", "10000001", "N-1"] {
        #expect(
          try folder.read(name).firstRange(of: Array(secret.utf8)) == nil,
          "\(name) \(secret)"
        )
      }
    }
  }

  @Test func `made again from the same files it is the same, in whichever order they come`() throws
  {
    let register = try Register(path: path)
    let files: [(entry: RegisterEntry, check: RegisterCheck)] = (1...40).map { number in
      (
        RegisterEntry.made(firm: number / 2, sequence: 1_795_000_000 + number),
        RegisterCheck.made()
      )
    }
    _ = try register.add(files)
    let before = RegisterOutput.csv(try register.files())
    let suppliers = try register.suppliers()
    try register.add(.made(firm: 99))
    let now = Instant(unixSeconds: 1_796_000_000)
    #expect(try register.rebuild(from: files.reversed(), at: now) == .init(new: 40, known: 0))
    #expect(RegisterOutput.csv(try register.files()) == before)
    #expect(try register.suppliers() == suppliers)
  }

  @Test func `of each supplier the newest statement expires, and its certificates`() throws {
    let register = try Register(path: path)
    var entry = RegisterEntry.made(firm: 1, sequence: 1_795_000_000)
    entry.certificates["N-1"] = .init(
      scheme: "ce",
      expires: try #require(CalendarDate(iso: "2026-12-01"))
    )
    try register.add(.made(firm: 1, sequence: 1_794_000_000), entry)
    let found = try register.expiring(until: try #require(CalendarDate(iso: "2027-12-01")))
    #expect(found.map(\.what) == ["Cyber Essentials N-1", "statement"])
    #expect(found.map(\.day) == ["2026-12-01", entry.validUntil.day.description])
    let calendar = RegisterOutput.calendar(found, stamp: Instant(unixSeconds: 1_796_000_000))
    #expect(calendar.contains("SUMMARY:Supplier 1 Ltd: Cyber Essentials N-1 ends\r\n"))
    #expect(calendar.contains("DTSTART;VALUE=DATE:20261201\r\n"))
  }

  @Test func `requirements by supplier are a table on a terminal and on the page`() throws {
    let register = try Register(path: path)
    var first = RegisterEntry.made(firm: 1)
    first.outcomes = ["FW-1": "met", "FW-2": "not met", "SC-1": "automatic fail"]
    var second = RegisterEntry.made(firm: 2)
    second.outcomes = ["FW-1": "unanswered", "FW-2": "not applicable"]
    try register.add(first, second, .made(firm: 3))
    let report = try register.report()
    #expect(
      RegisterHeatText.lines(report.heat, width: 80) == [
        "Requirements by supplier:",
        "  + met, - not met, X fails outright, ? open, / does not apply, . not said",
        "  a  Supplier 1 Ltd", "  b  Supplier 2 Ltd",
        "        ab", "  FW-1  +?", "  FW-2  -/", "  SC-1  X.",
      ]
    )
    let page = RegisterPage.html(report, made: "Made now.")
    // Each cell says it in words: colour alone says nothing.
    for words in ["met", "not met", "automatic fail", "unanswered", "not applicable", "not said"] {
      #expect(page.contains(">\(words)</td>"), "\(words)")
    }
    #expect(page.contains("<th scope=\"row\">FW-2</th>"))
  }

  @Test func `made again, a register keeps the looks at files that are still there`() throws {
    let register = try Register(path: path)
    let old = RegisterEntry.made(firm: 1)
    let gone = RegisterEntry.made(firm: 2)
    try register.add([(old, .made(at: 1_795_100_000)), (gone, .made(at: 1_795_100_000))])
    try register.add([(old, .made("undecided", at: 1_795_200_000))])
    let new = RegisterEntry.made(firm: 3)
    let later = RegisterCheck.made(at: 1_799_000_000)
    let now = Instant(unixSeconds: 1_799_000_000)
    // The same file twice in the folder is one file, with one look.
    let made = try register.rebuild(from: [(old, later), (new, later), (new, later)], at: now)
    #expect(made == .init(new: 2, known: 1))
    let looks = try register.read { db in
      try String.fetchAll(db, sql: "SELECT at || ' ' || decision FROM verification ORDER BY at")
    }
    #expect(
      looks == [
        "2026-11-19T14:53:20Z valid", "2026-11-20T18:40:00Z undecided",
        "2027-01-03T18:13:20Z valid",
      ]
    )
    #expect(try register.suppliers().map(\.decision) == ["undecided", "valid"])
  }

  @Test func `names are never formulas in a spreadsheet`() throws {
    let register = try Register(path: path)
    try register.add(.made(firm: 1, name: "=HYPERLINK(1)"))
    #expect(RegisterOutput.csv(try register.files()).contains(",'=HYPERLINK(1),"))
  }
}
