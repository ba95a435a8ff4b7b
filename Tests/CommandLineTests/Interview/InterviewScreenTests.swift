import ReadinessCore
import TestSupport
import Testing

/// What stands on a real screen, and hostile bytes from a real terminal.
@Suite(.enabled(if: RunningTerminal.isAvailable, "tmux is not installed: Scripts/setup --tests"))
struct InterviewScreenTests {
  @Test(arguments: [(80, 24), (66, 24), (200, 50)])
  func `in a terminal of any size no line is wider than it, nor than 80 cells`(
    columns: Int,
    rows: Int
  ) throws {
    let desk = try Desk()
    let terminal = try desk.interview("--section", "A4", columns: columns, rows: rows)
    for line in SectionA4.lines {
      let screen = try terminal.asks(line.prompt)
      if columns == 80, line.part == nil {
        let head = screen.first { $0.hasPrefix("── A4 Firewalls ─") }
        #expect(head != nil, "\(line.prompt) does not fit the screen")
      }
      try terminal.type("?")
      try terminal.text("Sources: ")
      try terminal.asks(line.prompt)
      try terminal.type(line.line)
    }
    _ = try terminal.exitStatus()
    for line in try terminal.transcript() {
      #expect(TextLayout.width(line) <= min(80, columns), "\(line)")
    }
  }

  @Test func `the first screen says what it is, and that nothing leaves the machine`() throws {
    let desk = try Desk()
    let terminal = try desk.interview()
    let screen = try terminal.asks("A1.1").joined(separator: "\n")
    #expect(screen.contains("Answer truthfully; \"don't know\" is an answer."))
    #expect(screen.contains("Nothing leaves this machine."))
    #expect(screen.contains("── A1 Your organisation ─"))
    #expect(screen.contains("Do not type passwords"))
  }

  @Test func `a megabyte on one line, bytes that are no UTF-8 and arrow keys are survived`() throws
  {
    let desk = try Desk()
    let terminal = try desk.interview()
    try terminal.asks("A1.1")
    try terminal.paste([0xFF, 0xFE, 0xC3, 0x28, 0x0A])
    try terminal.text("some of that cannot be read (perhaps an arrow key): type it again")
    try terminal.asks("A1.1")
    try terminal.press("Up")
    try terminal.press("Enter")
    try terminal.asks("A1.1")
    try terminal.paste(Array(repeating: 0x78, count: 1 << 20) + [0x0A])
    try terminal.text(" characters; at most ")
    try terminal.asks("A1.1")
    try terminal.type("Invented Castings Ltd")
    try terminal.asks("A1.2")
    try terminal.kill()
    try desk.expectOnDisk(["A1.1": .text("Invented Castings Ltd")], "after hostile bytes")
  }

  @Test func `accents are kept as they are typed`() throws {
    let desk = try Desk()
    let terminal = try desk.interview()
    try terminal.asks("A1.1")
    try terminal.type("Žižka & Søn (Ŵrecsam) – “Précision” Ltd")
    try terminal.asks("A1.2")
    try terminal.kill()
    try desk.expectOnDisk(
      ["A1.1": .text("Žižka & Søn (Ŵrecsam) – “Précision” Ltd")],
      "after accents"
    )
  }

  @Test func `a paste of several lines answers several questions`() throws {
    let desk = try Desk()
    let terminal = try desk.interview("--section", "A4")
    try terminal.asks("A4.1")
    try terminal.paste(Array("yes\nyes\nno\n".utf8))
    try terminal.asks("A4.2.1 steps")
    try terminal.kill()
    try desk.expectOnDisk(["A4.1": .yes, "A4.1.1": .yes, "A4.2": .no], "after the paste")
  }
}
