import ReadinessAttestation
import ReadinessCore
import ReadinessXML

/// Reads and writes `seal.xml`; `seal.xsd` gives its form.
public enum SealDocument {
  /// The namespace of the format.
  public static let namespace = "urn:readiness:seal:1"
  /// The largest file read, in bytes.
  public static let limit = 16 << 10

  /// The one form in which it is written.
  public static func xml(_ seal: Seal) -> [UInt8] {
    // No value holds a character that XML would have to escape: the schema allows none.
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<seal xmlns=\"\(namespace)\" made=\"\(seal.made)\" judged-at=\"\(seal.judgedAt)\""
    text += " program=\"\(seal.program)\">\n"
    if let policy = seal.policySHA256 { text += "<policy sha256=\"\(policy)\"/>\n" }
    text += "<trust sha256=\"\(seal.trustSHA256)\""
    if let mode = seal.revocation { text += " revocation=\"\(mode.rawValue)\"" }
    text += "/>\n" + seal.asked.xml
    text += "<results count=\"\(seal.count)\" root=\"\(seal.root)\"/>\n</seal>\n"
    return Array(text.utf8)
  }

  /// The record in these bytes.
  ///
  /// - Parameter bytes: the whole file.
  /// - Returns: what the file says.
  /// - Throws: why it is no such file: the schema, a moment that cannot be, or another way of writing.
  public static func read(_ bytes: [UInt8]) throws(SealError) -> Seal {
    let root: XMLElement
    do throws(XMLReadingError) {
      root = try XMLDocument.read(bytes, schema: .seal, limit: limit)
    } catch {
      let problem = error.problems.first
      let place = problem?.position.map { "\($0.line):\($0.column): " } ?? ""
      throw SealError("seal.xml: " + place + (problem?.what ?? "cannot be read"))
    }
    let results = root.first("results")
    let trust = root.first("trust")
    guard let made = root["made"].flatMap({ Instant(iso: $0) }),
      let judgedAt = root["judged-at"].flatMap({ Instant(iso: $0) }),
      let program = root["program"], let digest = trust?["sha256"],
      let count = results?["count"].flatMap({ Int($0) }), let head = results?["root"]
    else { throw SealError("seal.xml: a value cannot be") }
    let wanted = root.first("asked")
    var asked = SealAsked(
      award: wanted?["award"].flatMap { CalendarDate(iso: $0) },
      contractStart: wanted?["contract-start"].flatMap { CalendarDate(iso: $0) },
      suppliersSHA256: wanted?["suppliers-sha256"]
    )
    asked.noticeSHA256 = wanted?["notice-sha256"]
    asked.challengeSHA256 = wanted?["challenge-sha256"]
    asked.detailsSHA256 = wanted?["details-sha256"]
    let seal = Seal(
      made: made,
      judgedAt: judgedAt,
      program: program,
      policySHA256: root.first("policy")?["sha256"],
      trustSHA256: digest,
      revocation: trust?["revocation"].flatMap(RevocationMode.init),
      asked: asked,
      count: count,
      root: head
    )
    guard xml(seal) == bytes else {
      throw SealError("seal.xml: the file is not written as the format lays down")
    }
    return seal
  }
}
