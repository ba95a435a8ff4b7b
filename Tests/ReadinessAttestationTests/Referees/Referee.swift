import Glibc
import ReadinessCore
import TestSupport
import Testing

@testable import ReadinessAttestation

/// Verifiers of signatures that are not ours, and not built on OpenSSL.
///
/// They see the first signature and its manifest; of containers and statements they know nothing.
enum Referee {
  static let hasCerttool = Tool.exists("certtool")
  static let certtoolIsMissing: Comment =
    "GnuTLS certtool is not installed; Scripts/setup --referees installs it"
  static let hasPyHanko = access(python, X_OK) == 0
  static let pyHankoIsMissing: Comment =
    "pyHanko is not installed; Scripts/setup --referees installs it"

  private static let python = Repository.path(".build/referees/bin/python")
  private static let script = Repository.path(
    "Tests/ReadinessAttestationTests/Referees/pyhanko-check.py"
  )

  /// Whether `certtool` accepts the signature now, by the machine's clock.
  static func certtool(_ file: [UInt8], trusting root: Certificate) throws -> Bool {
    let folder = try unpacked(file)
    try folder.write(root.pem, as: "root.pem")
    let tool = try Tool.run(
      [
        "certtool", "--p7-verify", "--inder", "--infile", "signature.p7s", "--load-data",
        "manifest.xml", "--load-ca-certificate", "root.pem",
      ],
      in: folder
    )
    #expect((tool.status == 0) == tool.errors.text.contains("Signature status: ok"))
    return tool.status == 0
  }

  /// What pyHanko calls the signature by ETSI EN 319 102-1: `PASSED`, with the moment of a stamp that
  /// counts, or another indication.
  ///
  /// - Parameters:
  ///   - lists: where there are any, each certificate needs one.
  ///   - stamps: whose time-stamps count; `nil` where none is looked for.
  static func pyHanko(
    _ file: [UInt8],
    trusting root: Certificate,
    at instant: Instant,
    lists: [RevocationList] = [],
    stamps: Certificate? = nil
  ) throws -> String {
    let folder = try unpacked(file)
    try folder.write(root.pem, as: "root.pem")
    var command = [python, script, "signature.p7s", "manifest.xml", instant.description]
    command += ["--trust", "root.pem"]
    for (number, list) in lists.enumerated() {
      try folder.write(list.der, as: "\(number).crl")
      command += ["--crl", "\(number).crl"]
    }
    if let stamps {
      try folder.write(stamps.pem, as: "stamps.pem")
      command += ["--stamps", "stamps.pem"]
    }
    let answer = try Tool.succeed(command, in: folder).text
    return String(answer.prefix { $0 != "\n" })
  }

  private static func unpacked(_ file: [UInt8]) throws -> TemporaryFolder {
    let container = try ContainerReader.read(file)
    let folder = try TemporaryFolder()
    try folder.write(container[EntryName.manifest(1)] ?? [], as: "manifest.xml")
    try folder.write(container[EntryName.signature(1)] ?? [], as: "signature.p7s")
    return folder
  }
}
