import Glibc
import ReadinessAttestation
import ReadinessCore
import ReadinessDesk
import ReadinessPolicy
import Synchronization

/// Tells what a run finds, in the form that was asked for: file by file where the form allows it.
final class DeskOutput: Sendable {
  enum Form: String, CaseIterable, Sendable {
    case text
    case json
    case ndjson
    case csv
    case junit
    case html
  }

  private struct State {
    var findings: [FileFinding] = []
    var worst = ExitStatus.yes
    var lastShown = 0.0
    var isOnScreen = false
  }

  private let form: Form
  private let total: Int
  private let list: SupplierList?
  private let policy: Policy?
  private let now: Instant
  /// Whether every file is told at length: for a few files.
  private let atLength: Bool
  private let showsProgress: Bool
  private let width = Console.width
  private let began = Clock.steadySeconds()
  private let state = Mutex(State())

  init(
    form: Form,
    total: Int,
    list: SupplierList?,
    policy: Policy?,
    now: Instant
  ) {
    self.form = form
    self.total = total
    self.list = list
    self.policy = policy
    self.now = now
    atLength = total <= 5 && list == nil
    showsProgress = isatty(STDERR_FILENO) == 1 && (form != .text || isatty(STDOUT_FILENO) == 0)
    if form == .json { Console.write("{\n  \"format\": \"readiness-verify-1\",\n  \"files\": [") }
  }

  private var policyName: String { policy.map { "\($0.id) \($0.version)" } ?? "" }

  /// What is kept and told of one file.
  struct Told: Sendable {
    fileprivate let finding: FileFinding
    fileprivate let status: ExitStatus
    /// What is written when it is the file's turn; empty in forms that are written at the end.
    fileprivate let text: String
  }

  /// Puts a file into words, on the thread that judged it: so threads only wait to write.
  func told(_ file: VerifiedFile) -> Told {
    let finding = file.finding(list)
    let text =
      switch form {
      case .text where atLength: file.text
      case .text:
        DeskText.file(
          finding,
          supplier: finding.supplier.flatMap { list?.suppliers[$0] },
          width: width
        )
      case .json:
        JSONWriter.pretty(file.json).split(separator: "\n")
          .map { "    " + $0 }.joined(separator: "\n")
      case .ndjson: JSONWriter.line(Self.record("file", file.json)) + "\n"
      case .csv, .junit, .html: ""
      }
    return Told(finding: finding, status: file.status, text: text)
  }

  /// Takes the next file, in order.
  func add(_ number: Int, _ told: Told) {
    switch form {
    case .text, .ndjson: Console.write(told.text)
    case .json: Console.write((number == 0 ? "\n" : ",\n") + told.text)
    case .csv, .junit, .html: break
    }
    state.withLock { state in
      state.findings.append(told.finding)
      state.worst = max(state.worst, told.status)
      progress(&state)
    }
  }

  /// What was found of each file so far, in order.
  var findings: [FileFinding] { state.withLock { $0.findings } }

  /// Tells what comes at the end.
  ///
  /// - Returns: the exit status.
  func end() -> ExitStatus {
    let (findings, worst) = state.withLock { state in
      if state.isOnScreen { Console.talk("\r\u{1B}[K") }
      return (state.findings, state.worst)
    }
    let run = DeskRun(files: findings, list: list)
    switch form {
    case .text: if !atLength { Console.write(DeskText.summary(run, width: Console.width)) }
    case .json:
      var members = ["\n  ]"]
      members.append("  \"suppliers\": " + nested(.array(conclusions(run))))
      members.append("  \"summary\": " + nested(DeskJSON.summary(run)))
      Console.write(members.joined(separator: ",\n") + "\n}\n")
    case .ndjson:
      var text = ""
      for conclusion in conclusions(run) {
        text += JSONWriter.line(Self.record("supplier", conclusion)) + "\n"
      }
      Console.write(text + JSONWriter.line(Self.record("summary", DeskJSON.summary(run))) + "\n")
    case .csv: Console.write(DeskCSV.text(run, list: list, policy: policyName))
    case .junit: Console.write(DeskJUnit.xml(run, list: list, policy: policyName))
    case .html:
      Console.write(
        DeskHTML(
          run: run,
          list: list,
          policy: policy.map { "\($0.title) (\($0.id) \($0.version))" } ?? "",
          judgedAt: now.description,
          program: "readiness \(Product.version)"
        ).page()
      )
    }
    let isLacking = run.conclusions.contains { $0.supplier != nil && $0.counted == nil }
    return isLacking ? max(worst, .open) : worst
  }

  private func conclusions(_ run: DeskRun) -> [JSONValue] {
    run.conclusions.map { DeskJSON.conclusion($0, run) }
  }

  /// A value two spaces in.
  private func nested(_ value: JSONValue) -> String {
    JSONWriter.pretty(value).split(separator: "\n").joined(separator: "\n  ")
  }

  private static func record(_ kind: String, _ value: JSONValue) -> JSONValue {
    .object([.init("record", .string(kind))] + (value.members ?? []))
  }

  private func progress(_ state: inout State) {
    guard showsProgress else { return }
    let now = Clock.steadySeconds()
    guard now - began > 0.5, now - state.lastShown > 0.1 else { return }
    state.lastShown = now
    state.isOnScreen = true
    Console.talk("\r\u{1B}[K\(state.findings.count) of \(total) files")
  }
}
