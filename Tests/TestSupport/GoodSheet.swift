public import ReadinessCore

/// Whole sets of answers to the shipped questions that must come to "ready" on `dateOfFacts`.
///
/// Between them they are asked every question of the pack, so that a test may start from the one
/// in which its question is asked and change a single thing.
public enum GoodSheet {
  /// A firm with everything: several sites and entities, servers, phones, services that people
  /// reach from outside, updates by hand, and one cloud service that offers no MFA.
  public static let usual: [String: AnswerContent] =
    organisation.merging(scope) { $1 }.merging(firewalls) { $1 }.merging(configuration) { $1 }
    .merging(updates) { $1 }.merging(access) { $1 }.merging(malware) { $1 }

  /// A part of a firm, cut off by a firewall, that answers the other way wherever it may: remote
  /// administration with a reason and MFA, a machine controller without a firewall of its own, and
  /// old software that is kept without internet.
  public static let unusual: [String: AnswerContent] =
    usual.with([
      "A1.2": .option("SOL"), "A1.4": .text("none"), "A1.5.1-any": .no, "A1.6": .no,
      "A1.7-defence": .no,
      "A1.8": .text(""), "A1.9": .option("renewal"), "A1.10": .options("regulator", "grant"),
      "A1.10.3": .text("Invented Growth Fund"), "A1.10.4": .text("Invented Regulator"),
      "A2.1": .option("part"), "A2.2": .text("The works at the mill; the shop is left out."),
      "A2.2.1": .text("The shop's network, since it is run by the landlord."),
      "A2.2.2": .parts([
        "method": .word("firewall"), "what": .text("The works firewall splits off the shop."),
      ]),
      "A2.3": .parts(["declared": .no, "extra": .number(2)]), "A2.3.1": .yes,
      "A2.4.1": .number(0),
      "A2.5.1": .rows([
        [
          "make": .text("Fortinet"), "model": .text("60F"), "kind": .word("firewall"),
          "quantity": .number(1),
        ]
      ]),
      "A2.6.1-any": .no, "A2.7-any": .no, "A2.8-any": .no,
      "A2.9": .rows([
        cloud("Microsoft 365", mfa: "yes"), cloud("Invented Accounts", mfa: "linked"),
      ]),
      "A3.1": .no, "A4.1.1": .no,
      "A4.1.2": .parts([
        "which": .text("The lathe's controller, version 3"), "kind": .word("rare"),
      ]),
      "A4.3": .parts([
        "methods": .words(["D"]), "passwordless": .word("passkey"),
        "describe": .text("A security key for each administrator"),
      ]),
      "A4.8": .parts(["open": .word("none")]), "A4.9": .yes, "A4.10": .yes,
      "A4.11": .parts([
        "method": .word("ip-list"), "managed": .yes,
        "describe": .text("Only the IT provider's office can connect."),
      ]),
      "A5.4": .no,
      "A5.10": .parts([
        "computers": .words(["account"]), "computers-guesses": .word("lock"),
      ]),
      "A6.3": .yes,
      "A6.3.1": .rows([
        [
          "product": .text("Microsoft Windows"), "version": .text("7 SP1"),
          "reason": .text("Drives the lathe"), "kept": .word("cut-off"),
        ]
      ]),
      "A6.4.1": .yes, "A6.5.1": .yes,
      "A6.7": .parts([
        "kept": .word("cut-off"), "how": .word("firewall"), "what": .text("The lathe's computer"),
      ]),
      "A7.14": .yes, "A8.1": .options("A"),
    ])
    .without(
      "A1.5.1",
      "A1.6.1",
      "A1.10.1",
      "A1.10.2",
      "A2.3.2",
      "A2.4.2",
      "A2.6.1",
      "A2.7",
      "A2.8",
      "A3.2",
      "A3.3",
      "A5.5",
      "A5.6",
      "A5.7",
      "A6.4.2",
      "A6.5.2",
      "A7.15",
      "A8.4",
      "A8.5"
    )

  /// `unusual` with the last reasons for applying.
  public static let otherReasons: [String: AnswerContent] =
    unusual.with("A1.10", .options("improvement", "other"))
    .with("A1.10.5", .text("Our insurer's broker suggested it."))
    .without("A1.10.3", "A1.10.4")

  /// All of them, by name.
  public static let all: KeyValuePairs<String, [String: AnswerContent]> = [
    "usual": usual, "unusual": unusual, "otherReasons": otherReasons,
  ]

  /// The first of the sheets in which a question is asked, as far as it holds an answer to it.
  public static func sheet(answering question: String) -> [String: AnswerContent]? {
    all.first { $0.value[question] != nil }?.value
  }

  /// A row of A2.9.
  public static func cloud(
    _ service: String,
    mfa: String,
    admins: String = "yes",
    users: String = "yes"
  ) -> [String: Value] {
    [
      "service": .text(service), "purpose": .text("Work"), "mfa": .word(mfa),
      "admins": .word(admins), "users": .word(users),
    ]
  }

  /// A row of A2.6.
  public static func computer(
    _ version: String,
    edition: String?,
    product: String = "Microsoft Windows",
    subscription: String? = nil
  ) -> [String: Value] {
    var row: [String: Value] = [
      "make": .text("Dell"), "product": .text(product), "version": .text(version),
      "quantity": .number(4), "owner": .word("company"),
    ]
    row["edition"] = edition.map { .text($0) }
    row["subscription"] = subscription.map { .word($0) }
    return row
  }
}
