import Glibc

/// Ctrl-C and a polite kill, for work that stops between two steps so that nothing is lost.
///
/// The second one ends the program at once.
enum StopSignal {
  /// Written by the handler, which may do nothing else.
  nonisolated(unsafe) private static var number: sig_atomic_t = 0

  /// Begins to listen.
  static func listen() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        StopSignal.number = number
        signal(number, SIG_DFL)
      }
    }
  }

  /// The signal that came, if one did.
  static var received: Int32? { number == 0 ? nil : number }
}
