import ReadinessAttestation
import ReadinessCore
import ReadinessEvidence

/// The evidence in a firm's folder; its form is `Sources/ReadinessEvidence/Store/README.md`.
///
/// A file is kept when the index says so: first the copy, then what was read in it, then the index.
final class EvidenceStore {
  /// The most bytes of the index, and of what was read in one scan.
  private static let largestFile = 512 << 20

  let folder: String
  private(set) var index: EvidenceIndex

  private var indexFile: String { folder + "/" + EvidenceIndex.fileName }

  /// The evidence of a firm.
  ///
  /// - Parameter writable: for a command that changes it, which holds the firm's lock.
  init(_ workspace: Workspace, writable: Bool) throws(Failure) {
    folder = workspace.evidenceFolder
    if writable {
      try Files.makeFolder(folder)
      Files.removeLeftovers(in: folder)
    }
    guard try Files.exists(folder + "/" + EvidenceIndex.fileName, in: workspace.folder) else {
      index = EvidenceIndex()
      return
    }
    let file = folder + "/" + EvidenceIndex.fileName
    do {
      index = try EvidenceIndex.read(try Files.read(file, limit: Self.largestFile))
    } catch let error as StoredFileError {
      throw Failure(
        "\(file): \(error)",
        hint: "take that one file from your last copy; the evidence itself was not changed"
      )
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("\(file): \(error)")
    }
  }

  /// The path of a copy.
  func path(of entry: EvidenceEntry) -> String { "\(folder)/\(entry.sha256)" }

  /// Puts an entry into the index; `save` puts it on disk.
  func put(_ entry: EvidenceEntry) { index.put(entry) }

  /// Puts the index on disk; when it returns, all entries are safe.
  func save() throws(Failure) { try Files.write(index.bytes, to: indexFile) }

  /// Takes entries out with all that belongs to them, and copies that belong to none.
  ///
  /// The index is first: where the program ends in between, copies without an entry are left, which
  /// `evidence check` names.
  func remove(_ entries: [EvidenceEntry], leftOver: [String]) throws(Failure) {
    for entry in entries { index.remove(entry.sha256) }
    if !entries.isEmpty { try save() }
    for name in entries.flatMap({ [$0.sha256, $0.scanFileName] }) + leftOver {
      let file = "\(folder)/\(name)"
      if try Files.exists(file, in: folder) { try Files.remove(file) }
    }
  }

  /// The files of the folder that belong to no entry and whose digest begins so.
  func leftOver(_ start: String) throws(Failure) -> [String] {
    try Files.names(in: folder).filter { name in
      guard let digest = EvidenceIndex.digest(inName: name), index[digest] == nil else {
        return false
      }
      return name == start || digest.hasPrefix(start)
    }
  }

  /// Keeps what was read in a scan.
  func keep(_ report: ScanReport, of sha256: String) throws(Failure) {
    let name = sha256 + EvidenceIndex.scanEnding
    let file = try OutgoingFile(in: folder, name: name)
    try ScanReportFile.write(report) { (bytes) throws(Failure) in try file.add(bytes) }
    try file.keep(as: "\(folder)/\(name)")
  }

  /// What was read in a scan.
  ///
  /// - Throws: where it is missing or not as it was written.
  func report(of entry: EvidenceEntry) throws(Failure) -> ScanReport {
    let file = "\(folder)/\(entry.scanFileName)"
    let bytes = try Files.read(file, limit: Self.largestFile)
    do {
      return try ScanReportFile.read(bytes)
    } catch {
      throw Failure(
        "\(file): \(error)",
        hint: "import \(TextLayout.harmless(entry.name)) again"
      )
    }
  }

  /// All scans that can be read again, with their entries, and those that cannot.
  func scans() -> (reports: [(EvidenceEntry, ScanReport)], unreadable: [EvidenceEntry]) {
    var reports: [(EvidenceEntry, ScanReport)] = []
    var unreadable: [EvidenceEntry] = []
    for entry in index.entries {
      guard case .scan = entry.kind else { continue }
      if let report = try? report(of: entry) {
        reports.append((entry, report))
      } else {
        unreadable.append(entry)
      }
    }
    return (reports, unreadable)
  }

  /// How each file of the folder is, by name, without the index.
  func found(_ progress: (Int, String) -> Void) throws(Failure) -> [String: EvidenceCheck.Found] {
    guard Files.isFolder(folder) else { return [:] }
    var found: [String: EvidenceCheck.Found] = [:]
    for name in try Files.names(in: folder) where name != EvidenceIndex.fileName {
      found[name] = state(of: name, progress)
    }
    for name in try Files.leftovers(in: folder) { found[name] = .whole }
    return found
  }

  /// The copies' bytes, for a progress bar.
  func totalSize() -> Int { index.entries.reduce(0) { $0 + $1.size } }

  /// Whether the copy of an entry is what its digest says.
  func isUnchanged(_ entry: EvidenceEntry) -> Bool { state(of: entry.sha256) { _, _ in } == .whole }

  private func state(of name: String, _ progress: (Int, String) -> Void) -> EvidenceCheck.Found {
    do {
      if name.hasSuffix(EvidenceIndex.scanEnding) {
        let bytes = try Files.read("\(folder)/\(name)", limit: Self.largestFile)
        return (try? ScanReportFile.read(bytes)) == nil ? .changed : .whole
      }
      let file = try IncomingFile("\(folder)/\(name)")
      let digest = RunningDigest()
      while let piece = try file.next() {
        digest.add(piece)
        progress(piece.count, name)
      }
      return digest.sha256Hex() == name ? .whole : .changed
    } catch {
      return .unreadable(error.what)
    }
  }
}
