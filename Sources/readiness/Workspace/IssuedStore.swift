import ReadinessAttestation
import ReadinessCore

/// What a firm has signed: each attestation in a folder of its own, with its disclosures.
///
/// The folder's name begins with the sequence, so that the last one known is found again.
struct IssuedStore {
  let workspace: Workspace

  /// Above every sequence known here, and at least `issued` in Unix seconds, so that a restored
  /// or lost workspace is not taken for a rollback.
  func nextSequence(_ issued: Instant) throws(Failure) -> Int {
    guard Files.isFolder(workspace.issuedFolder) else { return issued.unixSeconds }
    let known = try Files.names(in: workspace.issuedFolder).compactMap { name in
      name.split(separator: "-").first.flatMap { Int($0) }
    }
    return max(issued.unixSeconds, (known.max() ?? 0) + 1)
  }

  /// Keeps a signed file with everything that it seals, 0600.
  func keep(
    _ container: [UInt8],
    _ statement: Statement,
    _ disclosures: [Disclosure]
  ) throws(Failure) -> String {
    try Files.makeFolder(workspace.issuedFolder)
    let folder = "\(workspace.issuedFolder)/\(statement.sequence)-\(statement.id)"
    try Files.makeFolder(folder)
    try Files.makeFolder(folder + "/disclosures")
    for disclosure in disclosures {
      try Files.write(disclosure.bytes, to: "\(folder)/disclosures/\(disclosure.fileName)")
    }
    try Files.write(container, to: folder + "/attestation.asice")
    return folder
  }
}
