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

  /// Keeps a withdrawal beside the statement that it takes back, and takes its sequence.
  func keep(withdrawal: [UInt8], _ sequence: Int, of id: String) throws(Failure) {
    try Files.makeFolder("\(workspace.issuedFolder)/\(sequence)-withdrawal")
    try Files.write(
      withdrawal,
      to: "\(workspace.issuedFolder)/\(sequence)-withdrawal/withdrawal.asice"
    )
    guard let folder = try folder(of: id) else { return }
    try Files.write(withdrawal, to: folder + "/withdrawal.asice")
  }

  /// Whether the firm has taken that statement back.
  func isWithdrawn(_ id: String) throws(Failure) -> Bool {
    try folder(of: id).map { Files.exists($0 + "/withdrawal.asice") } ?? false
  }

  // MARK: What was kept

  /// The store that holds an attestation: of the folder named, or of one near the file.
  static func holding(
    _ id: String,
    workspace: String?,
    beside file: String
  ) throws(Failure) -> IssuedStore {
    if let workspace {
      let store = IssuedStore(workspace: try Workspace.locked(workspace))
      guard try store.folder(of: id) != nil else {
        throw Failure(
          "\(workspace) did not issue the attestation \(id)",
          hint: "name the folder that it was signed in with --workspace"
        )
      }
      return store
    }
    for folder in try near(file) {
      guard let workspace = try? Workspace.existing(folder),
        try IssuedStore(workspace: workspace).folder(of: id) != nil
      else { continue }
      return IssuedStore(workspace: try Workspace.locked(folder))
    }
    throw Failure(
      "the sealed answers of the attestation \(id) are not found",
      hint: "name the firm's folder with --workspace"
    )
  }

  private static func near(_ file: String) throws(Failure) -> [String] {
    var folders: [String] = []
    for parent in [".", Files.parent(of: file)] {
      folders.append(parent)
      folders += try Files.names(in: parent).map { "\(parent)/\($0)" }.filter(Files.isFolder)
    }
    return folders
  }

  /// The folder in which that attestation was kept.
  func folder(of id: String) throws(Failure) -> String? {
    guard Files.isFolder(workspace.issuedFolder) else { return nil }
    return try Files.names(in: workspace.issuedFolder).first { $0.hasSuffix("-\(id)") }
      .map { "\(workspace.issuedFolder)/\($0)" }
  }

  /// The bytes of one sealed file; `nil` where there is none of that name.
  func disclosure(_ name: String, of id: String) throws(Failure) -> [UInt8]? {
    guard !name.contains("/"), let folder = try folder(of: id) else { return nil }
    let path = "\(folder)/disclosures/\(name)"
    return Files.exists(path) ? try Files.read(path, limit: DisclosureReader.limit) : nil
  }
}
