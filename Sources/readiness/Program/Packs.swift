import ReadinessAttestation
import ReadinessCore
import ReadinessEvidence
import ReadinessXML

/// Loads the data that the program works with, with errors that name the place.
enum Packs {
  /// The questionnaire of that path, or the shipped one.
  static func questionnaire(_ path: String? = nil) throws(Failure) -> Questionnaire {
    let file = if let path { path } else { try DataLocations.questionnaire() }
    let bytes = try Files.read(file, limit: 16 << 20)
    do throws(XMLReadingError) {
      // A file of somebody else's is checked for sense too; ours is, in the tests.
      guard path != nil else {
        return try QuestionnaireReader.read(bytes, sha256: Digest.sha256Hex(bytes))
      }
      let (questionnaire, problems) = try QuestionnaireChecks.check(
        bytes,
        sha256: Digest.sha256Hex(bytes)
      )
      guard problems.isEmpty else { throw XMLReadingError(problems) }
      return questionnaire
    } catch {
      throw broken(file, bytes, error, hint: "readiness questionnaire check \(file) tells more")
    }
  }

  /// The shipped end-of-support data.
  static func supportData() throws(Failure) -> SupportData {
    let file = try DataLocations.supportData()
    let bytes = try Files.read(file, limit: 16 << 20)
    do {
      return try SupportDataReader.read(bytes, sha256: Digest.sha256Hex(bytes))
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

  /// An assessor over the shipped data.
  static func assessor(_ path: String? = nil) throws(Failure) -> Assessor {
    Assessor(questionnaire: try questionnaire(path), support: try supportData())
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
