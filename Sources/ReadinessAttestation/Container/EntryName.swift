/// The names that files in a container may have (profile 3.1).
public enum EntryName {
  /// The entry that stands first and tells the container's kind.
  public static let mediaType = "mimetype"
  /// The authoritative document.
  public static let document = "attestation.xml"
  /// The document's rendering for people.
  public static let rendering = "attestation.html"
  /// What binds the attestation to one bid.
  public static let presentation = "presentation.xml"
  /// What takes an attestation back; the document of a container of its own.
  public static let withdrawal = "withdrawal.xml"
  /// What a buyer demands; the document of a container of its own.
  public static let policy = "policy.xml"
  /// The record of a run over many files; the document of a container of its own.
  public static let seal = "seal.xml"

  /// What somebody in that role says of the attestation, `assessor-statement.xml`.
  public static func statement(of role: Countersignature.Role) -> String {
    "\(role.rawValue)-statement.xml"
  }

  /// In which role somebody speaks in the file of that name, if it is such a file.
  static func countersigningRole(of name: String) -> Countersignature.Role? {
    Countersignature.Role.allCases.first { statement(of: $0) == name }
  }

  /// The manifest of that number, `META-INF/ASiCManifest001.xml` for 1.
  public static func manifest(_ number: Int) -> String {
    "META-INF/ASiCManifest\(threeDigits(number)).xml"
  }

  /// The signature of that number, `META-INF/signature001.p7s` for 1.
  public static func signature(_ number: Int) -> String {
    "META-INF/signature\(threeDigits(number)).p7s"
  }

  /// What a file is, by its name.
  enum Role: Hashable {
    /// What the container is about; there is one.
    case document
    case rendering
    /// Any further file that a signature covers.
    case data
    case manifest(Int)
    case signature(Int)
  }

  /// What the file of that name is, or `nil` where a container holds no such file.
  static func role(of name: String) -> Role? {
    switch name {
    case document, withdrawal, policy, seal: return .document
    case rendering: return .rendering
    case presentation: return .data
    case _ where countersigningRole(of: name) != nil: return .data
    default: break
    }
    if let number = number(in: name, "META-INF/ASiCManifest", ".xml") { return .manifest(number) }
    if let number = number(in: name, "META-INF/signature", ".p7s") { return .signature(number) }
    for kind in ["disclosure-", "note-", "outcome-"]
    where name.hasPrefix(kind) && name.hasSuffix(".json") {
      let subject = name.utf8.dropFirst(kind.utf8.count).dropLast(5)
      if !subject.isEmpty, !subject.contains(0x2F) { return .data }
    }
    return nil
  }

  /// The media type that a manifest writes for the file of that name.
  static func mediaType(of name: String) -> String {
    if name.hasSuffix(".html") { return "text/html" }
    if name.hasSuffix(".json") { return "application/json" }
    if name.hasSuffix(".p7s") { return "application/pkcs7-signature" }
    return "application/xml"
  }

  /// Whether each segment between slashes is `[A-Za-z0-9_-][A-Za-z0-9._-]*`.
  static func isWellFormed(_ name: some Collection<UInt8>) -> Bool {
    guard name.count <= 255 else { return false }
    var isFirst = true
    for byte in name {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: isFirst = false
      case 0x2E where !isFirst: break
      case 0x2F where !isFirst: isFirst = true
      default: return false
      }
    }
    return !isFirst
  }

  private static func threeDigits(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
  }

  /// The number from 001 to 999 between the two texts.
  private static func number(in name: String, _ before: String, _ after: String) -> Int? {
    guard name.hasPrefix(before), name.hasSuffix(after) else { return nil }
    let digits = name.utf8.dropFirst(before.utf8.count).dropLast(after.utf8.count)
    guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return number == 0 ? nil : number
  }
}
