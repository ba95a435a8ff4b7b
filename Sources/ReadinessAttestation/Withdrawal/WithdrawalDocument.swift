import ReadinessCore
import ReadinessXML

/// Reads and writes `withdrawal.xml`; `withdrawal.xsd` gives its form.
public enum WithdrawalDocument {
  /// The namespace of the format.
  public static let namespace = "urn:readiness:withdrawal:1"
  /// The largest file read, in bytes.
  public static let limit = 64 << 10

  /// The one form in which it is written.
  public static func xml(_ value: Withdrawal) -> [UInt8] {
    var writer = XMLLines(reserving: 1_024 + value.reason.utf8.count)
    writer.declaration()
    writer.open(
      "withdrawal",
      [
        ("xmlns", namespace), ("attestation", value.attestation),
        ("sequence", String(value.sequence)), ("issued", value.issued.description),
      ]
    )
    writer.line("legal-name", text: value.legalName)
    for identifier in value.identifiers {
      writer.line("identifier", [("scheme", identifier.scheme), ("id", identifier.id)])
    }
    writer.line("reason", text: value.reason)
    writer.open("declared-by", [])
    writer.line("name", text: value.declaredBy)
    writer.line("role", text: value.role)
    writer.close("declared-by")
    writer.line("signer", [("certificate-sha256", value.signerCertificateSHA256)])
    writer.close("withdrawal")
    return writer.bytes
  }

  /// The withdrawal in these bytes.
  ///
  /// - Parameter bytes: the whole file.
  /// - Returns: what the file says.
  /// - Throws: why it is no such file.
  public static func read(_ bytes: [UInt8]) throws(StatementReadingError) -> Withdrawal {
    try CanonicalDocument.read(
      bytes,
      name: EntryName.withdrawal,
      schema: .withdrawal,
      limit: limit,
      value: value,
      written: xml
    )
  }

  private static func value(_ root: ElementReader) throws(StatementReadingError) -> Withdrawal {
    let person = try root.child("declared-by")
    return Withdrawal(
      attestation: try root.text("attestation"),
      sequence: try root.integer("sequence"),
      issued: try root.instant("issued"),
      legalName: try root.child("legal-name").content,
      identifiers: try root.all("identifier", identifier),
      reason: try root.child("reason").content,
      declaredBy: try person.child("name").content,
      role: try person.child("role").content,
      signerCertificateSHA256: try root.child("signer").text("certificate-sha256")
    )
  }

  private static func identifier(
    _ element: ElementReader
  ) throws(StatementReadingError) -> Identifier {
    Identifier(scheme: try element.text("scheme"), id: try element.text("id"))
  }
}
