import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// Puts a time-stamp authority's answer into a file.
struct TimestampCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timestamp",
    abstract: "Have a time-stamp authority confirm when a file was signed.",
    discussion: """
      Examples:
        readiness timestamp bid.asice --make-request bid.tsq
        readiness timestamp bid.asice --response bid.tsr --request bid.tsq \\
          --tsa-trust tsa-root.pem --out stamped.asice

      The request (.tsq) holds a digest only; take it to the authority on any
      machine, for instance
        curl -H "Content-Type: application/timestamp-query" \\
            --data-binary @bid.tsq URL > bid.tsr
      A stamped file still holds when the key's certificate has ended, or was revoked
      later. Stamp before anybody counter-signs or presents: a later signature covers
      the first, which can then not be stamped any more.

      Exit codes: 0 done; 1 could not; 4 the answer is not for this file, or by
      nobody you trust.
      """
  )

  @Argument(help: "The .asice file.")
  var file: String

  @Option(help: "Write a request for the file's signature.")
  var makeRequest: String?

  @Option(help: "The authority's answer (.tsr).")
  var response: String?

  @Option(help: "The request that was sent, if it was kept: its number must come back.")
  var request: String?

  @Option(help: "The authority's root or own certificate, or a folder of them (repeatable).")
  var tsaTrust: [String] = []

  @Option(help: "The stamped file to write; its name ends in .asice.")
  var out: String?

  func validate() throws {
    guard (makeRequest == nil) != (response == nil) else {
      throw ValidationError("give either --make-request or --response")
    }
    guard response != nil else { return }
    guard !tsaTrust.isEmpty else { throw ValidationError("--response needs --tsa-trust too") }
    guard let out, out.hasSuffix(".asice") else {
      throw ValidationError("--response needs --out, a file that ends in .asice")
    }
  }

  func run() throws {
    let bytes = try Files.read(file, limit: 16 << 20)
    if let makeRequest {
      try Self.writeRequest(for: bytes, to: makeRequest, of: file)
    } else if let response, let out {
      try stamp(bytes, response, out)
    }
  }

  /// Writes a request for the signature in a container.
  static func writeRequest(for bytes: [UInt8], to path: String, of file: String) throws {
    let request: TimeStampRequest
    do {
      request = try TimeStampRequest(for: bytes, nonce: try SecureRandom.bytes(8))
    } catch let error as TimeStampFailure {
      throw Failure(
        "\(file): \(error)",
        hint: "sign anew, and stamp before anybody counter-signs"
      )
    }
    try Files.write(request.der, to: path, mode: 0o644)
    Console.print("Wrote \(path), a request to a time-stamp authority. With its answer:")
    Console.print("  readiness timestamp \(file) --response ANSWER.tsr --request \(path) \\")
    Console.print("    --tsa-trust TSA.pem --out STAMPED.asice")
  }

  private func stamp(_ bytes: [UInt8], _ response: String, _ out: String) throws {
    let trust = try TimeStampFiles.trust(tsaTrust)
    var kept: TimeStampRequest?
    if let request {
      guard let read = TimeStampRequest(try Files.read(request, limit: 1 << 16)) else {
        throw Failure("\(request) is no request that was written here", hint: "leave --request out")
      }
      kept = read
    }
    let stamped: [UInt8]
    do {
      stamped = try TimeStamper.stamp(
        bytes,
        with: try Files.read(response, limit: 1 << 20),
        request: kept,
        trust: trust,
        at: try Clock.now()
      )
    } catch let error as TimeStampFailure {
      throw Failure(
        "\(file) was not stamped: \(error)",
        status: .rejected,
        hint: "\(file) is as it was; ask the authority again, or check --tsa-trust"
      )
    }
    try Files.write(stamped, to: out, mode: 0o644)
    let name = Files.name(of: out)
    guard (try? DocumentKind.of(stamped)) == .seal else {
      Console.print("Wrote \(out), the same statement with the stamp. Send this one.")
      Console.print("The buyer checks it with: readiness verify \(name) --tsa-trust …")
      return
    }
    Console.print("Wrote \(out), the same seal with the stamp. Whoever checks a proof adds:")
    Console.print("  --seal \(name) --tsa-trust TSA.pem")
  }
}
