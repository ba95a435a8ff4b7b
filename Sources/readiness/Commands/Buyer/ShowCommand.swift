import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// What is inside a container, in words.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what is inside a file, checked and unchecked kept apart.",
    discussion: """
      Examples:
        readiness show FILE.asice
        readiness show FILE.asice --page > page.html      the page, rendered anew

      It shows; it does not judge who signed: readiness verify does.
      Exit codes: 0 shown; 1 the file cannot be read; 4 it is no file of this kind.
      """
  )

  @Argument(help: "The .asice file.")
  var file: String

  @Flag(help: "Write our own rendering of the page to standard output.")
  var page = false

  func run() throws {
    let bytes = try Files.read(file, limit: 16 << 20)
    let attestation: UnverifiedAttestation
    do {
      if let withdrawal = try Withdrawal.unverified(bytes) {
        show(withdrawal, bytes)
        return
      }
      attestation = try UnverifiedAttestation.read(bytes)
    } catch {
      throw Failure(
        "\(TextLayout.harmless(file)): " + error.reasons.map(\.text).joined(separator: "; "),
        status: .rejected,
        hint: "ask the sender for the file again; readiness verify \(file) tells more"
      )
    }
    if page {
      Console.write(attestation.rendering)
      return
    }
    Console.print("Container: \(TextLayout.harmless(file)), \(bytes.count) bytes")
    Console.print("  SHA-256 \(Digest.sha256Hex(bytes))")
    Console.print()
    Console.print("What it claims. Nothing here is checked: run readiness verify for that.")
    for (name, value) in StatementFacts.lines(attestation.statement) {
      for line in TextLayout.wrap(
        value,
        width: Console.width,
        first: "  " + TextLayout.pad(name, to: 12),
        rest: String(repeating: " ", count: 14)
      ) {
        Console.print(line)
      }
    }
    Console.print()
    for line in TextLayout.wrap(attestation.statement.disclaimer, width: Console.width) {
      Console.print(line)
    }
  }

  private func show(_ withdrawal: Withdrawal, _ bytes: [UInt8]) {
    Console.print("Container: \(TextLayout.harmless(file)), \(bytes.count) bytes")
    Console.print("  SHA-256 \(Digest.sha256Hex(bytes))")
    Console.print()
    Console.print("A withdrawal. Nothing here is checked: run readiness verify for that.")
    for (name, value) in WithdrawalFacts.lines(withdrawal) {
      Console.print("  " + TextLayout.pad(name, to: 12) + value)
    }
  }
}
