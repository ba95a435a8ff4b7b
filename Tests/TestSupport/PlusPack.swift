public import ReadinessCore
import ReadinessXML

/// The shipped items for Cyber Essentials Plus.
public enum PlusPack {
  /// Its path below the checkout's top folder.
  public static let path = "Questionnaires/CyberEssentialsPlus.xml"

  /// The shipped items; read once.
  ///
  /// - Throws: where they cannot be read.
  public static func shipped() throws -> Questionnaire { try loaded.get() }

  /// The shipped items with the end-of-support data of `SmallSupportData`.
  ///
  /// - Throws: where they cannot be read.
  public static func assessor() throws -> Assessor {
    Assessor(questionnaire: try shipped(), support: SmallSupportData.data)
  }

  private static let loaded = Result {
    try QuestionnaireReader.read(Repository.bytes(path), sha256: Pack.noDigest)
  }
}

/// Answers with which every item for Cyber Essentials Plus is met.
public enum GoodPlus {
  /// By question.
  public static let answers: [String: AnswerContent] = [
    "P0.1": .parts(["held": .yes, "date": .on("2026-11-01"), "same": .yes, "locked": .yes]),
    "P0.2": .parts(["groups": .yes, "agrees": .yes, "sample": .yes, "date": .on("2026-11-20")]),
    "P1.1": .parts(["listed": .yes, "date": .on("2026-11-20"), "high": .number(0)]),
    "P1.2-any": .yes,
    "P1.2": .rows([
      [
        "address": .text("vpn.example"), "port": .text("443/tcp"), "score": .word("none"),
        "public": .no, "sign-in": .word("two"),
      ]
    ]),
    "P2.1": .parts([
      "all": .yes, "login": .yes, "date": .on("2026-11-20"), "late": .number(0),
    ]),
    "P2.2": .yes,
    "P2.3": .parts(["runtimes": .yes, "extensions": .yes, "firmware": .yes, "rare": .yes]),
    "P3.1": .parts(["method": .word("anti-malware"), "active": .yes, "current": .yes]),
    "P3.2": .parts(["mail": .word("stopped"), "web": .word("stopped"), "asks": .yes]),
    "P3.3": .parts(["store": .yes, "unlocked": .no, "list": .yes]),
    "P4.1": .rows([["service": .text("Microsoft 365"), "user": .yes, "admin": .yes]]),
    "P4.2": .parts(["legacy": .yes, "exempt": .no]),
    "P5.1": .parts(["device": .word("other-login"), "cloud": .word("separate"), "all": .yes]),
    "P6.1": .parts([
      "person": .yes, "scan-login": .yes, "users": .yes, "mailbox": .yes, "allowed": .yes,
      "cloud-logins": .yes, "papers": .yes, "permission": .yes,
    ]),
  ]

  /// A Cyber Essentials assessment that is ready, some answers of it changed.
  ///
  /// - Throws: where the set cannot be read.
  public static func base(_ changes: [String: AnswerContent] = [:]) throws -> Assessment {
    try Pack.assessor().assess(GoodSheet.usual.with(changes))
  }
}
