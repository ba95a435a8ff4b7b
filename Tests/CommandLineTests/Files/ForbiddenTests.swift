import TestSupport
import Testing

/// Folders and files that this user may not read or write.
@Suite(.enabled(if: Hardship.mayBeNobody, "the tests cannot run the program as another user"))
struct ForbiddenTests {
  private static let hint = "you may not: check who owns it, or ask for access"

  private func nobody(_ desk: Desk, _ arguments: String...) throws -> RunningProcess.Finished {
    try RunningProcess(
      Hardship.asNobody + [RunningProgram.path] + arguments,
      in: desk.folder.path,
      environment: RunningProgram.environment()
    ).run()
  }

  private func desk() throws -> Desk {
    let desk = try Desk()
    try RunningProcess(["chmod", "755", desk.folder.path], in: "/").succeed()
    return desk
  }

  private func chmod(_ desk: Desk, _ mode: String, _ names: String...) throws {
    try RunningProcess(["chmod", mode] + names, in: desk.folder.path).succeed()
  }

  @Test func `another user's firm is closed to everybody else`() throws {
    let desk = try desk()
    try desk.makeFirm()
    for command in ["status", "report", "plan"] {
      let run = try nobody(desk, command, "firm")
      run.expect(1)
      #expect(run.output.isEmpty)
    }
    let before = try desk.folder.read("firm/answers.json")
    let run = try nobody(desk, "assess", "firm")
    run.expect(1, error: "cannot work in firm", hints: Self.hint)
    let isSame = try desk.folder.read("firm/answers.json") == before
    #expect(isSame)
  }

  @Test func `a folder that may not be looked into is not said to be empty`() throws {
    let desk = try desk()
    try desk.makeFirm()
    let run = try nobody(desk, "status", "firm")
    run.expect(1, error: "cannot look into firm", hints: Self.hint)
  }

  @Test func `answers that may not be read are said to be so`() throws {
    let desk = try desk()
    try desk.makeFirm()
    try chmod(desk, "755", "firm")
    try nobody(desk, "status", "firm").expect(
      1,
      error: "cannot read firm/answers.json",
      hints: Self.hint
    )
  }

  @Test func `a firm may be looked at where it may not be changed`() throws {
    let desk = try desk()
    try desk.makeFirm()
    try chmod(desk, "755", "firm")
    try chmod(desk, "644", "firm/answers.json")
    try nobody(desk, "status", "firm").expect(2)
    try nobody(desk, "assess", "firm").expect(
      1,
      error: "cannot work in firm",
      hints: Self.hint
    )
  }

  @Test func `a file that may not be read is unreadable to verify, and it exits 1`() throws {
    let desk = try desk()
    try desk.folder.write("x".utf8, as: "bid.asice")
    try chmod(desk, "600", "bid.asice")
    let run = try nobody(desk, "verify", "bid.asice")
    run.expect(1)
    #expect(run.outputText.hasPrefix("bid.asice: unreadable\n"))
  }

  @Test func `where a firm's folder may not be made it says so`() throws {
    let desk = try desk()
    try nobody(desk, "assess", "firm").expect(
      1,
      error: "cannot make the folder firm",
      hints: Self.hint
    )
  }
}
