import Glibc

/// Asks for a pass phrase: at the terminal without echo, or from a file descriptor.
///
/// Never an argument and never the environment, since other programs can read those.
enum Passphrase {
  /// The pass phrase of an existing key.
  static func ask(
    _ descriptor: Int32?,
    prompt text: String = "Pass phrase of the key: "
  ) throws(Failure) -> [UInt8] {
    if let descriptor { return try read(descriptor) }
    return try prompt(text)
  }

  /// A new pass phrase, typed twice.
  static func askNew(
    _ descriptor: Int32?,
    of key: String = "the key"
  ) throws(Failure) -> [UInt8] {
    if let descriptor {
      let typed = try read(descriptor)
      try checkLength(typed)
      return typed
    }
    if key != "the key" { Console.note("This one is for \(key).") }
    Console.note("Choose a pass phrase: three or more words that only you would put together.")
    Console.note("It cannot be recovered. Without it the key is of no use.")
    while true {
      let first = try prompt("New pass phrase: ")
      do {
        try checkLength(first)
      } catch {
        Console.note(error.what)
        continue
      }
      if try prompt("Once more: ") == first { return first }
      Console.note("the two are not the same; try again")
    }
  }

  private static func checkLength(_ typed: [UInt8]) throws(Failure) {
    guard typed.count >= 12 else {
      throw Failure(
        "the pass phrase is shorter than 12 characters",
        hint: "choose three or more words"
      )
    }
  }

  private static func prompt(_ text: String) throws(Failure) -> [UInt8] {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else {
      throw Failure(
        "there is no terminal to ask for the pass phrase at",
        hint: "give it with --passphrase-fd 3 3<FILE"
      )
    }
    defer { close(terminal) }
    Echo.off(terminal)
    defer { Echo.on() }
    _ = write(terminal, text, text.utf8.count)
    let typed = readLine(terminal)
    _ = write(terminal, "\n", 1)
    guard let typed else { throw Failure("no pass phrase was typed", hint: "try again") }
    return typed
  }

  private static func read(_ descriptor: Int32) throws(Failure) -> [UInt8] {
    guard fcntl(descriptor, F_GETFD) != -1 else {
      throw Failure(
        "file descriptor \(descriptor) is not open",
        status: .usage,
        hint: "open it, as --passphrase-fd 3 3<FILE"
      )
    }
    guard let line = readLine(descriptor), !line.isEmpty else {
      throw Failure("file descriptor \(descriptor) holds no pass phrase")
    }
    return line
  }

  private static func readLine(_ descriptor: Int32) -> [UInt8]? {
    var line: [UInt8] = []
    line.reserveCapacity(1_024)
    var byte: UInt8 = 0
    while line.count < 1_024 {
      let count = Glibc.read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return line.isEmpty ? nil : line }
      if byte == 0x0A { return line }
      if byte != 0x0D { line.append(byte) }
    }
    return line
  }
}

/// Hides what is typed at a terminal, and shows it again whatever happens.
private enum Echo {
  /// Kept where a signal's handler can reach them.
  nonisolated(unsafe) private static var terminal: Int32 = -1
  nonisolated(unsafe) private static var before = termios()

  /// Stops showing what is typed.
  static func off(_ descriptor: Int32) {
    guard tcgetattr(descriptor, &before) == 0 else { return }
    terminal = descriptor
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      signal(number) { number in
        tcsetattr(Echo.terminal, TCSAFLUSH, &Echo.before)
        _exit(128 + number)
      }
    }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(descriptor, TCSAFLUSH, &silent)
  }

  /// Shows it again.
  static func on() {
    guard terminal >= 0 else { return }
    tcsetattr(terminal, TCSAFLUSH, &before)
    terminal = -1
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { signal(number, SIG_DFL) }
  }
}
