import ReadinessAttestation
import ReadinessCore
import ReadinessEvidence
import ReadinessXML

/// Loads the data that the program works with, with errors that name the place.
enum Packs {
  /// The questionnaire of that path or name, or Cyber Essentials.
  ///
  /// A name is that of a shipped file without its ending, as `CyberEssentialsPlus`.
  static func questionnaire(_ path: String? = nil) throws(Failure) -> Questionnaire {
    let shipped: String?
    if let path {
      shipped = try DataLocations.questionnaire(named: path)
    } else {
      shipped = try DataLocations.questionnaire()
    }
    let file = shipped ?? path ?? ""
    let bytes = try Files.read(file, limit: 16 << 20)
    do throws(XMLReadingError) {
      // A file of somebody else's is checked for sense too; ours is, in the tests.
      guard shipped == nil else {
        return try QuestionnaireReader.read(bytes, sha256: Digest.sha256Hex(bytes))
      }
      let (questionnaire, problems) = try QuestionnaireChecks.check(
        bytes,
        sha256: Digest.sha256Hex(bytes),
        base: Self.shipped(id:)
      )
      guard problems.isEmpty else { throw XMLReadingError(problems) }
      return questionnaire
    } catch {
      throw broken(file, bytes, error, hint: "readiness questionnaire check \(file) tells more")
    }
  }

  /// The shipped questionnaire of that id, if there is one.
  static func shipped(id: String) -> Questionnaire? { shipped { $0.id == id }.first }

  /// The shipped questionnaires for which that holds, by file name; one that cannot be read is told
  /// by `questionnaire check`.
  static func shipped(where holds: (Questionnaire) -> Bool) -> [Questionnaire] {
    guard let folder = try? DataLocations.questionnaireFolder(),
      let names = try? Files.names(in: folder)
    else { return [] }
    return names.filter { $0.hasSuffix(".xml") }.compactMap { name in
      guard let bytes = try? Files.read("\(folder)/\(name)", limit: 16 << 20),
        let found = try? QuestionnaireReader.read(bytes, sha256: Digest.sha256Hex(bytes)),
        holds(found)
      else { return nil }
      return found
    }
  }

  /// The end-of-support data: the firm's own file where it has one that is no older than the
  /// shipped one, else that.
  static func supportData(for folder: String? = nil) throws(Failure) -> SupportData {
    try supportFile(for: folder).data
  }

  /// The same, with the path of the file that it was read from.
  static func supportFile(
    for folder: String?
  ) throws(Failure) -> (file: String, data: SupportData) {
    let shippedFile = try DataLocations.supportData()
    let shipped = try supportData(Files.read(shippedFile, limit: 16 << 20), shippedFile)
    guard let folder else { return (shippedFile, shipped) }
    let ownFile = Workspace.supportDataFile(in: folder)
    guard Files.exists(ownFile) else { return (shippedFile, shipped) }
    let own = try supportData(Files.read(ownFile, limit: 16 << 20), ownFile)
    return own.isOlder(than: shipped) ? (shippedFile, shipped) : (ownFile, own)
  }

  /// End-of-support data from the bytes of a file.
  static func supportData(_ bytes: [UInt8], _ file: String) throws(Failure) -> SupportData {
    do {
      return try SupportDataReader.read(bytes, sha256: Digest.sha256Hex(bytes))
    } catch {
      throw broken(
        file,
        bytes,
        error,
        hint: "take the file from where it came from again; Support/README.md gives its form"
      )
    }
  }

  /// The shipped sampling rules of Cyber Essentials Plus.
  static func plusSampling() throws(Failure) -> PlusSampling {
    let file = try DataLocations.root() + "/Support/PlusSampling.xml"
    let bytes = try Files.read(file, limit: 16 << 20)
    do {
      return try PlusSamplingReader.read(bytes)
    } catch {
      throw broken(file, bytes, error, hint: "take the file from the release again")
    }
  }

  /// What scan reports are worth.
  static func scanRules() throws(Failure) -> ScanRules {
    let file = try DataLocations.scanRules()
    let bytes = try Files.read(file, limit: 16 << 20)
    do {
      return try ScanRulesReader.read(bytes)
    } catch {
      throw broken(file, bytes, error, hint: "take the file from the release again")
    }
  }

  /// The shipped directory of bodies that help.
  static func supportDirectory() throws(Failure) -> SupportDirectory {
    let file = try DataLocations.supportDirectory()
    let bytes = try Files.read(file, limit: 16 << 20)
    do {
      return try SupportDirectoryReader.read(bytes, sha256: Digest.sha256Hex(bytes))
    } catch {
      throw broken(file, bytes, error, hint: "take the file from the release again")
    }
  }

  /// How lists of devices and programs are read.
  static func inventoryColumns() throws(Failure) -> InventoryColumns {
    let file = try DataLocations.inventoryColumns()
    let bytes = try Files.read(file, limit: 16 << 20)
    do {
      return try InventoryColumns.read(bytes)
    } catch {
      throw broken(file, bytes, error, hint: "take the file from the release again")
    }
  }

  /// An assessor over the shipped data, or over the firm's own end-of-support data.
  static func assessor(
    _ path: String? = nil,
    folder: String? = nil
  ) throws(Failure) -> Assessor {
    Assessor(questionnaire: try questionnaire(path), support: try supportData(for: folder))
  }

  /// An assessor over the shipped questionnaire, if it is the one with that digest.
  ///
  /// Loaded when it is first asked for, since most files disclose nothing.
  static func atHand(sha256: String) -> Assessor? {
    guard let shipped, shipped.questionnaire.sha256 == sha256 else { return nil }
    return shipped
  }

  private static let shipped = try? assessor()

  private static func broken(
    _ file: String,
    _ bytes: [UInt8],
    _ error: XMLReadingError,
    hint: String
  ) -> Failure {
    let lines = error.problems.prefix(10).map { $0.text(file: file, bytes: bytes) }
    return Failure(lines.joined(separator: "\n"), hint: hint)
  }
}
