import ReadinessCore

/// A4 to A6: firewalls, secure configuration, updates.
extension GoodSheet {
  static let firewalls: [String: AnswerContent] = [
    "A4.1": .yes, "A4.1.1": .yes, "A4.2": .yes,
    "A4.2.1": .parts([
      "steps": .text("Open the admin page, choose Users, set a new password."),
      "who": .text("IT provider"), "all": .yes, "strong": .yes,
    ]),
    "A4.3": .parts(["methods": .words(["A"])]), "A4.4": .yes, "A4.5": .yes,
    "A4.6": .parts([
      "reviewed": .yes, "date": .on("2026-06-15"), "who": .text("IT provider"),
      "how": .text("Each rule compared with the list of needs"), "removed": .yes,
    ]),
    "A4.7": .no,
    "A4.8": .parts([
      "open": .word("some"), "approved": .yes, "reason": .yes, "review": .yes,
      "who": .text("Operations director"),
    ]),
    "A4.9": .no,
  ]

  static let configuration: [String: AnswerContent] = [
    "A5.1": .parts([
      "devices": .yes, "cloud": .yes, "often": .word("quarterly"),
      "how": .text("We compare the inventory with the list of needs."),
      "who": .text("IT provider"),
    ]),
    "A5.2": .yes, "A5.3": .yes, "A5.4": .yes, "A5.5": .parts(["methods": .words(["B", "C"])]),
    "A5.6": .parts([
      "quick": .yes, "steps": .text("Call the IT provider, who resets it."),
      "who": .text("IT provider"),
    ]),
    "A5.7": .option("B"), "A5.8": .yes, "A5.9": .yes,
    "A5.10": .parts([
      "computers": .words(["biometric", "pin", "account"]), "computers-length": .number(6),
      "computers-guesses": .word("throttle"), "phones": .words(["biometric", "pin"]),
      "phones-length": .number(6), "phones-guesses": .word("default"),
    ]),
  ]

  static let updates: [String: AnswerContent] = [
    "A6.1": .yes, "A6.2": .yes,
    "A6.2.1": .rows([
      [
        "product": .text("Google Chrome"), "version": .text("Stable channel"),
        "checked": .on("2026-11-01"),
      ],
      ["product": .text("Mozilla Firefox"), "version": .text("153")],
    ]),
    "A6.2.2": .rows([
      [
        "product": .text("Microsoft Defender"), "version": .text("4.18"),
        "checked": .on("2026-11-01"),
      ]
    ]),
    "A6.2.3": .rows([
      ["product": .text("Microsoft Exchange Server"), "version": .text("Subscription Edition")]
    ]),
    "A6.2.4": .rows([["product": .text("Microsoft Office"), "version": .text("2024")]]),
    "A6.3": .no, "A6.4": .yes, "A6.4.1": .no,
    "A6.4.2": .parts(["who": .text("IT provider"), "days": .number(7), "check": .yes]),
    "A6.5": .yes, "A6.5.1": .no,
    "A6.5.2": .parts(["who": .text("IT provider"), "days": .number(14), "check": .yes]),
    "A6.6": .yes, "A6.7": .parts(["kept": .word("none")]),
  ]
}
