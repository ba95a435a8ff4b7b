import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct StatementReaderTests {
  private let text = String(decoding: StatementWriter.xml(SampleStatement.full()), as: UTF8.self)

  private func code(_ bytes: [UInt8]) -> StatementReadingError.Code? {
    do {
      _ = try StatementReader.read(bytes)
      return nil
    } catch {
      return error.code
    }
  }

  private func code(_ text: String) -> StatementReadingError.Code? { code(Array(text.utf8)) }

  private func code(replacing old: String, with new: String) throws -> StatementReadingError.Code? {
    try #require(text.contains(old), "\(old) is not in the sample")
    return code(text.replacing(old, with: new, maxReplacements: 1))
  }

  @Test(arguments: [
    ("<counts met", "<counts  met"),  // two spaces
    ("<counts met=\"88\"", "<counts met='88'"),
    ("<counts met=\"88\" not-met=\"2\"", "<counts not-met=\"2\" met=\"88\""),
    ("<audience>ocds", "<audience><!-- x -->ocds"),
    ("<audience>ocds", "<?x y?><audience>ocds"),
    ("<audience>ocds", "<audience>&#111;cds"),
    ("<audience>ocds", "<audience><![CDATA[o]]>cds"),
    ("Coatings &amp; Fin", "Coatings &#38; Fin"),
    ("</subject>\n", "</subject>\n\n"),
    ("</subject>\n", "</subject>\n  "),
    ("</subject>\n", "</subject>"),
    ("<signer certificate", "<signer\ncertificate"),
    ("\"UTF-8\"?>", "\"utf-8\"?>"),
    ("\"UTF-8\"?>", "\"UTF-8\" standalone=\"yes\"?>"),
    ("<attestation xmlns=", "<attestation xmlns:x=\"urn:x\" xmlns="),
    ("level=\"ce-plus\" status", "level=\"ce\" status"),
    ("</attestation>\n", "</attestation>"),
    ("</attestation>\n", "</attestation>\n\n"),
    ("</attestation>\n", "</attestation>\n<!-- x -->"),
    (" public=\"yes\"/>", " public=\"yes\"></answer>"),
  ])
  func `the same statement written otherwise is refused`(old: String, new: String) throws {
    #expect(try code(replacing: old, with: new) == .notCanonical)
  }

  @Test func `a byte order mark is refused`() {
    #expect(code([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == .notCanonical)
  }

  @Test func `line ends of another system are refused`() {
    #expect(code(text.replacing("\n", with: "\r\n")) == .notCanonical)
  }

  @Test(arguments: [
    ("<attestation ", "<!DOCTYPE attestation><attestation "),
    ("<disclaimer>", "<disclaimer>&xxe;"),
    ("\"UTF-8\"?>", "\"UTF-16\"?>"),
    ("urn:readiness:attestation:1", "urn:readiness:attestation:2"),
    ("<audience>ocds-h6vhtk-06d396</audience>\n", ""),
    ("<audience>", "<audience x=\"1\">"),
    ("<audience>", "<unknown/><audience>"),
    ("verdict=\"not-ready\"", "verdict=\"certified\""),
    ("met=\"88\"", "met=\"-1\""), ("met=\"88\"", "met=\"088\""), ("met=\"88\"", "met=\" 88\""),
    ("met=\"88\"", "met=\"99999999999999999999\""),
    ("sequence=\"", "sequence=\"0"), ("issued=\"2026", "issued=\"26"),
    ("T09:30:00Z\" valid", "T09:30:00+00:00\" valid"),
    ("size=\"small\"", "size=\"tiny\""),
    ("postcode=\"SA3 2EA\"", "postcode=\"Swansea\""),
    ("scheme=\"GB-COH\"", "scheme=\"gb-coh\""),
    ("certificate-sha256=\"9c", "certificate-sha256=\"9"),
    ("who=\"firm adviser\"", "who=\"firm,adviser\""),
    ("<url>https://", "<url>javascript://"),
    ("<legal-name>Pennard Precision Ltd", "<legal-name>"),
    (" public=\"yes\"", " public=\"no\""),
    ("certificate-sha256=\"9c", "certificate-sha256=\"xx"),
    ("question=\"A1.1\"", "question=\"A1/1\""),
  ])
  func `what the schema does not allow is refused`(old: String, new: String) throws {
    #expect(try code(replacing: old, with: new) == .schemaViolated)
  }

  @Test(arguments: [
    ("on=\"2026-11-20\"", "on=\"2026-11-31\""),
    ("issued=\"2026-11-22T09:30:00Z\"", "issued=\"2026-11-22T24:30:00Z\""),
    ("target=\"2026-12-18\"", "target=\"0000-12-18\""),
    ("certificate-sha256=\"9c", "certificate-sha256=\"9C"),
    ("certificate-sha256=\"9c", "certificate-sha256=\" 9c"),
  ])
  func `a day that does not exist and a digest in capitals are refused`(old: String, new: String)
    throws
  {
    #expect(try code(replacing: old, with: new) == .valueImpossible)
  }

  @Test func `no byte can be changed without changing what is read`() {
    var statement = SampleStatement.notReady()
    statement.sealedAnswers = Array(statement.sealedAnswers.prefix(2))
    let bytes = StatementWriter.xml(statement)
    for index in bytes.indices {
      for change in [bytes[index] ^ 0x01, 0x20] where change != bytes[index] {
        var changed = bytes
        changed[index] = change
        guard let read = try? StatementReader.read(changed) else { continue }
        #expect(StatementWriter.xml(read) == changed, "byte \(index)")
        #expect(read != statement, "byte \(index)")
      }
    }
  }

  @Test func `a file that is cut short is refused`() {
    let bytes = Array(text.utf8)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      #expect(code(Array(bytes.prefix(length))) == .schemaViolated)
    }
  }

  @Test func `a file that is too large is refused`() {
    let bytes = [UInt8](repeating: 0x20, count: StatementReader.limit + 1)
    #expect(code(bytes) == .schemaViolated)
  }

  @Test func `an error names the first place where the file is written otherwise`() throws {
    let changed = text.replacing("</subject>\n", with: "</subject> \n")
    let line = try #require(
      changed.split(separator: "\n").firstIndex { $0.hasPrefix("</subject>") }
    )
    #expect {
      try StatementReader.read(Array(changed.utf8))
    } throws: { error in
      "\(error)"
        == "attestation.xml:\(line + 1):11: the file is not written as the format lays down"
    }
  }
}
