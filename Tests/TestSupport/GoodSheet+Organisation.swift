import ReadinessCore

/// A1 to A3: who applies, what is in scope, the insurance.
extension GoodSheet {
  static let organisation: [String: AnswerContent] = [
    "A1.1": .text("Invented Castings Ltd"), "A1.2": .option("LTD"), "A1.3": .number(12),
    "A1.4": .text("01234567"), "A1.5": .text("1 Mill Lane, Invented Town, AA1 1AA"),
    "A1.5.1-any": .yes,
    "A1.5.1": .rows([
      ["site": .text("Store"), "address": .text("2 Mill Lane, Invented Town, AA1 1AA")]
    ]),
    "A1.6": .yes,
    "A1.6.1": .rows([
      [
        "name": .text("Invented Patterns Ltd"), "number": .text("07654321"),
        "address": .text("1 Mill Lane, Invented Town, AA1 1AA"),
      ]
    ]),
    "A1.7": .option("manufacturing"), "A1.7-defence": .yes, "A1.8": .text("https://example.org"),
    "A1.9": .option("first"), "A1.10": .options("commercial", "government"),
    "A1.10.1": .text("Invented Prime plc"), "A1.10.2": .text("Invented Authority, contract 1"),
    "A1.11": .yes, "A1.12": .no, "A1.13": .yes, "A1.14": .option("customer"), "A1.15": .no,
    "A1.16": .yes,
    "A3.1": .yes, "A3.2": .option("in"), "A3.3": .text("owner@example.org"),
  ]

  static let scope: [String: AnswerContent] = [
    "A2.1": .option("whole"), "A2.3": .parts(["declared": .yes]), "A2.3.1": .no,
    "A2.3.2": .text("The store is linked to the works by a leased line."),
    "A2.4": .rows([
      ["name": .text("Office"), "place": .text("Works"), "purpose": .text("All work")]
    ]),
    "A2.4.1": .number(4), "A2.4.2": .parts(["ways": .words(["home", "vpn"])]),
    "A2.5": .rows([
      [
        "make": .text("Fortinet"), "model": .text("60F"), "quantity": .number(1),
        "product": .text("FortiOS"), "version": .text("7.4.5"),
      ]
    ]),
    "A2.6": .rows([computer("11 25H2", edition: "Pro"), computer("11 24H2", edition: "Enterprise")]
    ),
    "A2.6.1-any": .yes,
    "A2.6.1": .rows([
      [
        "make": .text("HP"), "product": .text("HP ThinPro"), "version": .text("8"),
        "quantity": .number(2), "owner": .word("company"), "checked": .on("2026-11-01"),
      ]
    ]),
    "A2.7-any": .yes,
    "A2.7": .rows([
      [
        "product": .text("Windows Server"), "version": .text("2022"),
        "edition": .text("Standard"), "quantity": .number(1),
      ],
      ["product": .text("Debian"), "version": .text("12.5"), "quantity": .number(1)],
    ]),
    "A2.8-any": .yes,
    "A2.8": .rows([
      [
        "kind": .word("phone"), "make": .text("Apple iPhone 16"), "product": .text("iOS"),
        "version": .text("26"), "quantity": .number(5), "owner": .word("personal"),
        "checked": .on("2026-11-01"),
      ]
    ]),
    "A2.9": .rows([
      cloud("Microsoft 365", mfa: "yes"), cloud("Invented Accounts", mfa: "paid"),
      cloud("Invented Social", mfa: "linked"),
      cloud("Invented Bookings", mfa: "no", admins: "no", users: "no"),
    ]),
    "A2.10": .text("A. Person, operations director"),
  ]
}
