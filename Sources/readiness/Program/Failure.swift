/// Exit codes; design: 0 yes, 1 could not, 2 the answer is no, 3 no answer yet, 4 rejected.
enum ExitStatus: Int32, Comparable, Error {
  /// Done, and the answer is yes.
  case yes = 0
  /// It could not be done.
  case couldNot = 1
  /// Done, and the answer is no.
  case no = 2
  /// Done, and there is no answer yet.
  case open = 3
  /// Signature, trust or integrity does not hold.
  case rejected = 4
  /// Wrong use of the command.
  case usage = 64

  /// Of many files the worst counts, in the order 1, 4, 3, 2, 0.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool {
    let order: [ExitStatus] = [.yes, .no, .open, .rejected, .couldNot, .usage]
    return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
  }
}

/// Something that stops a command, with the next step.
struct Failure: Error {
  let status: ExitStatus
  /// What and where: lower case, no full stop.
  let what: String
  /// What to do next.
  let hints: [String]

  init(_ what: String, status: ExitStatus = .couldNot, hints: [String] = []) {
    self.status = status
    self.what = what
    self.hints = hints
  }

  init(_ what: String, status: ExitStatus = .couldNot, hint: String) {
    self.init(what, status: status, hints: [hint])
  }
}
