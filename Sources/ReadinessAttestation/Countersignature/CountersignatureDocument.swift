import ReadinessCore
import ReadinessXML

/// Reads and writes a counter-signer's statement; `countersignature.xsd` gives its form.
public enum CountersignatureDocument {
  /// The namespace of the format.
  public static let namespace = "urn:readiness:countersignature:1"
  /// The largest file read, in bytes.
  public static let limit = 64 << 10

  /// The one form in which it is written.
  public static func xml(_ value: Countersignature) -> [UInt8] {
    var writer = XMLLines(reserving: 1_024 + value.statement.utf8.count)
    writer.declaration()
    writer.open(
      "countersignature",
      [
        ("xmlns", namespace), ("attestation", value.attestation), ("role", value.role.rawValue),
        ("made", value.made.description),
      ]
    )
    writer.line("name", text: value.name)
    if let organisation = value.organisation { writer.line("organisation", text: organisation) }
    writer.line("looked-at", text: value.statement)
    if !value.testedQuestions.isEmpty {
      writer.line("tested", [("questions", value.testedQuestions.joined(separator: " "))])
    }
    writer.line("signer", [("certificate-sha256", value.signerCertificateSHA256)])
    writer.close("countersignature")
    return writer.bytes
  }

  /// The statement in these bytes.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: its name, for the error.
  /// - Returns: what the file says; nothing says yet that it is about the attestation beside it.
  /// - Throws: why it is no such file.
  public static func read(
    _ bytes: [UInt8],
    name: String
  ) throws(StatementReadingError) -> Countersignature {
    try CanonicalDocument.read(
      bytes,
      name: name,
      schema: .countersignature,
      limit: limit,
      value: value,
      written: xml
    )
  }

  private static func value(
    _ root: ElementReader
  ) throws(StatementReadingError) -> Countersignature {
    Countersignature(
      attestation: try root.text("attestation"),
      role: try root.choice("role"),
      made: try root.instant("made"),
      name: try root.child("name").content,
      organisation: root.optionalChild("organisation")?.content,
      statement: try root.child("looked-at").content,
      testedQuestions: try root.optionalChild("tested")?.text("questions")
        .split(separator: " ").map(String.init) ?? [],
      signerCertificateSHA256: try root.child("signer").text("certificate-sha256")
    )
  }
}
