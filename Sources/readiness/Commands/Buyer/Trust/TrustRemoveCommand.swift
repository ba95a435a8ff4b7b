import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// Takes something out of a trust folder.
struct TrustRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Trust a key or a programme no longer, or take a revocation list out.",
    discussion: """
      Examples:
        readiness trust remove trust 9c1e52aa07b3d4f1
        readiness trust remove trust list-00a1b2c3d4e5f607.pem

      Name it as readiness trust list shows it: by its fingerprint, or the first
      eight digits or more of it, or a root or list by its file. Of a key and a root
      a comment stays in keys.txt, with the day.
      """
  )

  @Argument(help: "The trust folder.")
  var folder: String

  @Argument(help: "A fingerprint, its first digits, or the file of a root or a list.")
  var what: String

  func run() throws {
    let today = try Clock.now().day
    _ = try TrustFolder(folder)
    let lock = try FolderLock(folder)
    defer { withExtendedLifetime(lock) {} }
    let trust = try TrustFolder(folder)
    let digits = what.lowercased().filter { $0 != " " && $0 != ":" }
    func isMeant(_ fingerprint: String, _ file: String?) -> Bool {
      file == what || digits.utf8.count >= 8 && fingerprint.hasPrefix(digits)
    }
    let keys = trust.keys.filter { isMeant($0.fingerprint, nil) }
    let roots = trust.roots.filter { isMeant($0.certificate.fingerprint, $0.file) }
    let lists = trust.lists.filter { isMeant($0.fingerprint, $0.file) }
    guard keys.count + roots.count + lists.count == 1 else {
      let shown = TextLayout.harmless(what)
      throw Failure(
        keys.isEmpty && roots.isEmpty && lists.isEmpty
          ? "\(folder) trusts nothing that is called \"\(shown)\""
          : "\"\(shown)\" means more than one thing in \(folder)",
        hint: "readiness trust list \(folder) shows the fingerprints; give more of its digits"
      )
    }
    for key in keys {
      try trust.remove(key, on: today)
      Console.print("Removed from \(folder): the key \(key.fingerprint)")
    }
    for root in roots {
      try trust.remove(root, on: today)
      Console.print("Removed from \(folder): \(root.certificate.fingerprint)")
      Console.print("  \(TextLayout.harmless(root.certificate.subject.description))")
    }
    for list in lists {
      try trust.remove(list)
      Console.print("Removed from \(folder): the list \(list.file)")
    }
  }
}
