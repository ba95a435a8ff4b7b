/// What a statement is not: a fixed text in every file, so that no firm can leave it out or soften it.
public enum Disclaimer {
  /// The text written today.
  public static let current =
    "This statement records the firm's own view of its readiness on the date given. It is not a"
    + " Cyber Essentials, Cyber Essentials Plus or Defence Cyber Certification certificate. The"
    + " NCSC, IASME, the Ministry of Defence and the certification bodies have not issued, checked"
    + " or endorsed it. It does not meet any requirement to hold a certificate, and it is not"
    + " evidence under PPN 014, DEFCON 658 or Defence Cyber Certification. Check certificates at"
    + " the public certificate search."

  /// All texts ever written; a statement that holds another one is refused.
  public static let known = [current]
}
