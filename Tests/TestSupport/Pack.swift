public import ReadinessCore
import ReadinessXML

/// The question set that is shipped.
public enum Pack {
  /// Its path below the checkout's top folder.
  public static let path = "Questionnaires/CyberEssentials.xml"

  /// A digest to hand in where the true one does not matter.
  public static let noDigest = String(repeating: "0", count: 64)

  /// The shipped question set; read once.
  ///
  /// - Throws: where it cannot be read.
  public static func shipped() throws -> Questionnaire { try loaded.get() }

  /// The shipped question set with the end-of-support data of `SmallSupportData`.
  ///
  /// - Throws: where it cannot be read.
  public static func assessor() throws -> Assessor {
    Assessor(questionnaire: try shipped(), support: SmallSupportData.data)
  }

  private static let loaded = Result {
    try QuestionnaireReader.read(Repository.bytes(path), sha256: noDigest)
  }
}
