import ArgumentParser
import ReadinessAttestation
import ReadinessCore
import ReadinessSeal

/// Shows that one file's result belongs to a sealed run.
struct ProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Show that one file was checked in a sealed run, without naming the others.",
    discussion: """
      Examples:
        readiness prove supplier.asice --seal run.asice --out supplier.proof.json
        readiness prove --check supplier.proof.json --seal run.asice \\
          supplier.asice --trust analyst.pem

      The first is for the analyst who wrote the seal (readiness verify --seal): it
      reads the results that were kept beside it, run.leaves. The second is for
      whoever was given the proof, the seal and the file. The proof tells the result
      of this one file and how many there were, and no other file's.

      A seal says what the analyst's program found that day. It is not a certificate.

      Exit codes: 0 done, or it belongs; 3 it belongs, and the seal's signer is not
      known; 4 it does not belong, or the seal does not hold; 1 could not; 64 wrong
      use.
      """
  )

  @Argument(help: "The file that was checked.")
  var file: String

  @Option(help: "The seal, an .asice file.")
  var seal: String

  @Option(help: "The results kept beside the seal, where they lie elsewhere.")
  var leaves: String?

  @Option(help: "Write the proof to this file.")
  var out: String?

  @Option(help: "Check this proof.")
  var check: String?

  @Option(help: "With --check: the analyst's certificate, a list, or a folder (repeatable).")
  var trust: [String] = []

  @Option(help: "With --check: revocation lists, a file or a folder (repeatable).")
  var crl: [String] = []

  @Option(help: "With --check: whose time-stamp on the seal counts (repeatable).")
  var tsaTrust: [String] = []

  @Option(help: "With --check: text or json.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument {
    case text
    case json
  }

  func validate() throws {
    if check == nil {
      guard trust.isEmpty, crl.isEmpty, tsaTrust.isEmpty, format == .text else {
        throw ValidationError("--trust, --crl, --tsa-trust and --format go with --check")
      }
    } else {
      guard leaves == nil, out == nil else {
        throw ValidationError("--leaves and --out do not go with --check")
      }
    }
  }

  func run() throws {
    if let check {
      try ProofChecking(
        file: file,
        proof: check,
        seal: seal,
        trust: trust,
        crl: crl,
        tsaTrust: tsaTrust
      ).run(asJSON: format == .json)
    } else {
      try prove()
    }
  }

  private func prove() throws {
    if let out { try Files.checkWritable(Files.parent(of: out)) }
    let digest = Digest.sha256Hex(try Files.read(file))
    let sealed = try unverified()
    let path = leaves ?? SealWriter.leaves(of: seal)
    let kept: SealLeaves
    do {
      kept = try SealLeaves.read(try Files.read(path, limit: 512 << 20))
    } catch let error as SealError {
      throw Failure(
        "\(path): \(error)",
        hint: "it must be as readiness verify --seal wrote it; restore it from a copy"
      )
    }
    guard kept.results.count == sealed.count, Hex.text(kept.tree.root) == sealed.root else {
      throw Failure(
        "\(path) does not belong to \(seal)",
        hint: "name the file that was written together with the seal: --leaves FILE"
      )
    }
    let proofs = kept.proofs(for: digest)
    guard let proof = proofs.first else {
      throw Failure(
        "\(file) is not among the \(sealed.count) files of \(seal)",
        hint: "it must be the very same file, byte for byte: its SHA-256 is \(digest)"
      )
    }
    if proofs.count > 1 {
      Console.note("The file was given \(proofs.count) times in that run; one result is shown.")
    }
    guard let out else {
      Console.write(proof.bytes)
      return
    }
    try Files.write(proof.bytes, to: out, mode: 0o644)
    Console.print("Wrote \(out). Send it with \(Files.name(of: seal)) and the file; then:")
    Console.print(
      "  readiness prove --check \(Files.name(of: out)) --seal \(Files.name(of: seal)) "
        + "\(Files.name(of: file))"
    )
  }

  /// The analyst's own seal; whoever checks the proof checks its signature.
  private func unverified() throws -> Seal {
    do {
      let bytes = try Files.read(seal, limit: 16 << 20)
      return try SealDocument.read(UnverifiedDocument.read(bytes, kind: .seal).bytes)
    } catch let error as Rejection {
      throw Failure("\(seal): \(error.reasons.map(\.text).joined(separator: "; "))", hint: hint)
    } catch let error as SealError {
      throw Failure("\(seal): \(error)", hint: hint)
    }
  }

  private var hint: String { "name the file that readiness verify --seal wrote" }
}
