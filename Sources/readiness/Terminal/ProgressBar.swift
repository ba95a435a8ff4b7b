import Glibc
import ReadinessCore

/// One line on the terminal that says how far the work is; nothing where there is no terminal.
///
/// It is talk, so it goes to standard error, and it is taken away before anything else is said.
final class ProgressBar {
  private let total: Int
  private let isShown: Bool
  private var done = 0
  private var lastShown = 0.0
  private let began = Clock.steadySeconds()
  private var isOnScreen = false

  /// A bar for so many bytes.
  init(total: Int) {
    self.total = max(1, total)
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// Counts bytes, and shows the line again after a tenth of a second.
  func add(_ bytes: Int, of name: String) {
    done += bytes
    guard isShown else { return }
    let now = Clock.steadySeconds()
    // Work of under half a second needs no bar.
    guard now - began > 0.5, now - lastShown > 0.1 else { return }
    lastShown = now
    show(name)
  }

  /// Takes the line away.
  func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    write("\r\u{1B}[K")
  }

  private func show(_ name: String) {
    let percent = min(100, done * 100 / total)
    let filled = percent / 5
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
    let start = "[\(bar)] \(TextLayout.pad("\(percent)%", to: 4)) \(done >> 20) MiB  "
    let room = Console.width - 1 - TextLayout.width(start)
    write("\r\u{1B}[K" + start + String(TextLayout.harmless(name).prefix(max(0, room))))
    isOnScreen = true
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
