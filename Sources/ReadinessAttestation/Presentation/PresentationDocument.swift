import ReadinessCore
import ReadinessXML

/// Reads and writes `presentation.xml`; `presentation.xsd` gives its form.
public enum PresentationDocument {
  /// The namespace of the format.
  public static let namespace = "urn:readiness:presentation:1"
  /// The largest file read, in bytes.
  public static let limit = 16 << 10

  /// The one form in which it is written.
  public static func xml(_ value: Presentation) -> [UInt8] {
    var writer = XMLLines(reserving: 512)
    writer.declaration()
    writer.open(
      "presentation",
      [
        ("xmlns", namespace), ("attestation", value.attestation), ("made", value.made.description),
      ]
    )
    writer.line("buyer", text: value.buyer)
    writer.line("notice", text: value.notice)
    if let challenge = value.challenge { writer.line("challenge", text: challenge) }
    writer.close("presentation")
    return writer.bytes
  }

  /// The presentation in these bytes.
  ///
  /// - Parameter bytes: the whole file.
  /// - Returns: what the file says; nothing says yet that it is about the attestation beside it.
  /// - Throws: why it is no such file.
  public static func read(_ bytes: [UInt8]) throws(StatementReadingError) -> Presentation {
    try CanonicalDocument.read(
      bytes,
      name: EntryName.presentation,
      schema: .presentation,
      limit: limit,
      value: value,
      written: xml
    )
  }

  private static func value(
    _ root: ElementReader
  ) throws(StatementReadingError) -> Presentation {
    Presentation(
      attestation: try root.text("attestation"),
      made: try root.instant("made"),
      buyer: try root.child("buyer").content,
      notice: try root.child("notice").content,
      challenge: root.optionalChild("challenge")?.content
    )
  }
}
