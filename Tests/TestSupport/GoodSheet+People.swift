import ReadinessCore

/// A7 and A8: accounts, MFA, malware.
extension GoodSheet {
  static let access: [String: AnswerContent] = [
    "A7.1": .parts([
      "approver": .word("leader"), "before": .yes,
      "steps": .text("The director signs the form, then the IT provider makes the account."),
    ]),
    "A7.2": .yes,
    "A7.3": .parts([
      "speed": .word("same-day"), "cloud": .yes, "who": .text("Office manager"),
      "steps": .text("The leaver checklist goes to the IT provider."),
    ]),
    "A7.4": .parts([
      "need": .yes, "movers": .yes, "how": .text("By role"), "who": .text("Director"),
    ]),
    "A7.5": .parts([
      "approver": .word("senior"), "recorded": .yes,
      "steps": .text("The director signs the request form."),
    ]),
    "A7.6": .parts([
      "local": .word("yes"), "domain": .word("not-used"), "cloud": .yes,
      "how": .text("Admin accounts begin with adm."),
    ]),
    "A7.7": .parts([
      "method": .word("block"), "all": .yes, "how": .text("No mailbox; browsing blocked by policy"),
    ]),
    "A7.8": .yes, "A7.9": .yes,
    "A7.10": .parts([
      "methods": .words(["mfa", "lock"]), "everywhere": .yes,
      "systems": .text("MFA in the cloud, lock on computers"),
    ]),
    "A7.11": .parts([
      "methods": .words(["mfa", "long"]), "enforced": .yes,
      "systems": .text("MFA in the cloud, 12 characters on computers"),
    ]),
    "A7.12": .parts([
      "advice": .yes, "storage": .yes, "expiry": .no, "complexity": .no,
      "how": .text("Half a page and a password manager"),
    ]),
    "A7.13": .yes, "A7.14": .no,
    "A7.15": .rows([
      [
        "service": .text("Invented Bookings"), "checked": .on("2026-10-01"),
        "reason": .text("None in any plan"),
      ]
    ]),
    "A7.16": .yes, "A7.17": .yes,
  ]

  static let malware: [String: AnswerContent] = [
    "A8.1": .options("A", "B"), "A8.2": .yes, "A8.3": .yes, "A8.4": .yes, "A8.5": .yes,
  ]
}
