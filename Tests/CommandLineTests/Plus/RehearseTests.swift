import ReadinessCore
import TestSupport
import Testing

/// `rehearse` on the example firm.
struct RehearseTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.makeFirm()
    return desk
  }

  @Test func `it draws, says the odds, and prints the list for the day`() throws {
    let run = try desk().readiness("rehearse", "firm", "--seed", "7", "--late", "1=2")
    run.expect(0)
    #expect(run.errors.isEmpty)
    let text = run.outputText
    for words in [
      "Microsoft Windows 11 25H2 Pro (computers): 9, sample 3",
      // C(7,3) / C(9,3) = 35 / 84.
      "2 of 9 computers late: a sample of 3 misses all of them 1 time in 2.4 (5",
      "TC4  Second sign-in step", "[ ] Microsoft 365: 1 administrator account",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `late devices of imported scans are in the odds, and --late replaces them`() throws {
    let desk = try desk()
    let scan = Repository.path("Evidence/Example/Scans/computers-november.nessus")
    try desk.readiness("evidence", "import", "firm", scan).expect(0)
    let run = try desk.readiness("rehearse", "firm", "--seed", "7")
    run.expect(0)
    let text = run.outputText
    // Evidence/Example/README.md: EX-PC-03 and EX-CAD-01 each lack a fix that is late.
    #expect(text.contains("On 2 devices a serious fix was missing"))
    #expect(text.contains("  1.  1 of 9, Microsoft Windows 11 25H2 Pro: EX-PC-03\n"))
    #expect(text.contains("1 of 9 computers late: a sample of 3 misses it 1 time in 1.5 (2 in 3)."))
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let said = try desk.readiness("rehearse", "firm", "--seed", "7", "--late", "1=0")
    #expect(
      said.outputText.contains("None of 9 computers late: a sample of 3 has nothing to find.")
    )
  }

  @Test func `the same seed gives the same bytes`() throws {
    let desk = try desk()
    let first = try desk.readiness("rehearse", "firm", "--seed", "7", "--format", "json")
    let again = try desk.readiness("rehearse", "firm", "--seed", "7", "--format", "json")
    let other = try desk.readiness("rehearse", "firm", "--seed", "8", "--format", "json")
    first.expect(0)
    #expect(first.output == again.output)
    #expect(first.output != other.output)
    let json = try JSONReader.read(first.output)
    #expect(json["seed"]?.string == "7")
    #expect(json["groups"]?.array?.count == 13)
  }

  @Test func `nothing in the folder is changed`() throws {
    let desk = try desk()
    let before = try desk.folder.names(in: "firm")
    try desk.readiness("rehearse", "firm", "--seed", "7").expect(0)
    #expect(try desk.folder.names(in: "firm") == before)
  }

  @Test func `the certificate's date is taken from the answers to Plus`() throws {
    let desk = try desk()
    let pack = try PlusPack.shipped()
    let sheet = AnswerSheet(GoodPlus.answers, for: pack)
    try desk.folder.write(
      AnswersFile.write(sheet, pack).utf8,
      as: "firm/answers-cyber-essentials-plus.json"
    )
    let run = try desk.readiness("rehearse", "firm", "--seed", "7", "--start", "2027-01-11")
    run.expect(0)
    let text = run.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("Certificate of 1 November 2026: all tests are done by 1 February 2027."))
    #expect(
      text.contains("First test on 11 January 2027: the last one no later than 1 February 2027.")
    )
  }

  @Test func `wrong use is told with the next step`() throws {
    let desk = try desk()
    try desk.readiness("rehearse", "firm", "--seed", "7", "--late", "1:5").expect(
      64,
      error: "\"1:5\" does not say how many devices of a group are late",
      hints: "write it as --late 1=5, once for each group"
    )
    try desk.readiness("rehearse", "firm", "--seed", "7", "--late", "99=1").expect(
      64,
      error: "there is no group 99",
      hints: "readiness rehearse firm --seed 7 lists them"
    )
    try desk.readiness("rehearse", "firm", "--seed", "7", "--late", "1=10").expect(
      64,
      error: "group 1 has 9 devices, so 10 cannot be late",
      hints: "give a number up to 9"
    )
    try desk.readiness("rehearse", "firm", "--seed", "7", "--sample", "0").expect(
      64,
      error: "a sample of 0 is none",
      hints: "give a whole number from 1, or leave --sample out"
    )
    #expect(try desk.readiness("rehearse", "firm").status == 64)
    #expect(try desk.readiness("rehearse", "nobody", "--seed", "1").status == 1)
  }
}
