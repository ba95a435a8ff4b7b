import Glibc

/// Where the questionnaires and the support data lie; nothing else knows.
///
/// In this order: `READINESS_DATA`, `share/readiness` beside the installed program's `bin`, the
/// checkout that the program was built in, the current folder.
enum DataLocations {
  /// The folder that holds `Questionnaires` and `Support`.
  static func root() throws(Failure) -> String {
    if let given = Environment["READINESS_DATA"] {
      guard isData(given) else {
        throw Failure(
          "READINESS_DATA names \(given), which holds no Questionnaires folder",
          hint: "name the folder that holds Questionnaires and Support, or unset it"
        )
      }
      return given
    }
    let program = programFolder()
    var candidates = ["\(program)/../share/readiness"]
    var folder = program
    for _ in 0..<5 {
      candidates.append(folder)
      folder = Files.parent(of: folder)
    }
    candidates.append(".")
    for candidate in candidates where isData(candidate) { return candidate }
    throw Failure(
      "the questionnaires are not found",
      hint: "set READINESS_DATA to the folder that holds Questionnaires and Support"
    )
  }

  /// The questionnaire that is used when none is named.
  static func questionnaire() throws(Failure) -> String {
    try root() + "/Questionnaires/CyberEssentials.xml"
  }

  /// The folder of the shipped questionnaires.
  static func questionnaireFolder() throws(Failure) -> String { try root() + "/Questionnaires" }

  /// The shipped questionnaire of that name, as `CyberEssentialsPlus`; `nil` where it is no name of
  /// one, but a path.
  static func questionnaire(named name: String) throws(Failure) -> String? {
    let letters = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2D
    }
    guard letters, !name.isEmpty, !Files.exists(name) else { return nil }
    let file = try questionnaireFolder() + "/" + name + ".xml"
    if Files.exists(file) { return file }
    let known = try Files.names(in: questionnaireFolder()).filter { $0.hasSuffix(".xml") }
      .map { String($0.dropLast(4)) }
    throw Failure(
      "there is no question set \(name)",
      hint: "name one of \(known.joined(separator: ", ")), or an XML file"
    )
  }

  /// The support dates.
  static func supportData() throws(Failure) -> String { try root() + "/Support/EndOfSupport.xml" }

  /// What scan reports are worth.
  static func scanRules() throws(Failure) -> String { try root() + "/Support/ScanRules.xml" }

  /// How lists of devices and programs are read.
  static func inventoryColumns() throws(Failure) -> String {
    try root() + "/Support/InventoryColumns.xml"
  }

  /// The bodies that help.
  static func supportDirectory() throws(Failure) -> String {
    try root() + "/Support/SupportDirectory.xml"
  }

  private static func isData(_ folder: String) -> Bool {
    Files.exists(folder + "/Questionnaires/CyberEssentials.xml")
  }

  private static func programFolder() -> String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "." }
    return Files.parent(
      of: String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    )
  }
}
