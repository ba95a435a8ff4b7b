import Glibc
import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy
import Synchronization

/// Says which files cannot be added, what the register says of those that can, and how far it is.
final class RegisterTally: Sendable {
  private struct State {
    var count = 0
    var worst = ExitStatus.yes
    var lastShown = 0.0
    var isOnScreen = false
  }

  private let total: Int
  private let showsProgress = isatty(STDERR_FILENO) == 1
  private let began = Clock.steadySeconds()
  private let state = Mutex(State())

  init(total: Int) { self.total = total }

  /// Takes the next file, in order.
  func add(_ file: VerifiedFile) {
    state.withLock { state in
      state.count += 1
      let judged = file.judged
      let isAdded = file.entry != nil || file.withdrawal != nil
      let said = (judged.reasons + judged.remarks).filter {
        $0.reason.step == .register && $0.reason.code != "seen-before"
      }
      if !isAdded {
        let status: ExitStatus = judged.decision == .rejected ? .rejected : .couldNot
        state.worst = max(state.worst, status)
        clear(&state)
        note("\(file.path): not added, \(judged.decision.rawValue)")
        for reason in judged.reasons { note("because: \(reason.reason.text)", indent: "  ") }
      } else if !said.isEmpty {
        if judged.decision == .rejected { state.worst = max(state.worst, .rejected) }
        clear(&state)
        note("\(file.path): \(judged.decision.rawValue)")
        for reason in said { note(reason.reason.text, indent: "  ") }
      }
      progress(&state)
    }
  }

  /// - Returns: the worst that was met: `couldNot` or `rejected` where a file was not added, or is
  ///   older than one already known.
  func end() -> ExitStatus {
    state.withLock { state in
      clear(&state)
      return state.worst
    }
  }

  private func note(_ text: String, indent: String = "") {
    let lines = TextLayout.wrap(
      TextLayout.harmless(text),
      width: Console.width,
      first: indent,
      rest: indent + "  "
    )
    for line in lines { Console.note(line) }
  }

  private func clear(_ state: inout State) {
    if state.isOnScreen { Console.talk("\r\u{1B}[K") }
    state.isOnScreen = false
  }

  private func progress(_ state: inout State) {
    guard showsProgress else { return }
    let now = Clock.steadySeconds()
    guard now - began > 0.5, now - state.lastShown > 0.1 else { return }
    state.lastShown = now
    state.isOnScreen = true
    Console.talk("\r\u{1B}[K\(state.count) of \(total) files")
  }
}
