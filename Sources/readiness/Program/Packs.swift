import ReadinessAttestation
import ReadinessCore
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
  static func shipped(id: String) -> Questionnaire? {
    guard let folder = try? DataLocations.questionnaireFolder(),
      let names = try? Files.names(in: folder)
    else { return nil }
    for name in names where name.hasSuffix(".xml") {
      guard let bytes = try? Files.read("\(folder)/\(name)", limit: 16 << 20),
        let found = try? QuestionnaireReader.read(bytes, sha256: Digest.sha256Hex(bytes)),
        found.id == id
      else { continue }
      return found
    }
    return nil
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
