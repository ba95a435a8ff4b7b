import FuzzTargets
import Glibc
import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

@testable import ReadinessAttestation

/// Makes what the fuzzer begins with; the keys and signatures in it are new each time.
struct CorpusRecorderTests {
  @Test(.enabled(if: getenv("READINESS_RECORD_CORPUS") != nil))
  func `seeds are recorded, and a run that records proves nothing`() throws {
    try attestations()
    try signatures()
    try documents()
    try keys()
    try authorities()
    try answers()
    Issue.record("the seeds were recorded; look at the changes and run the tests again")
  }

  private func keep(_ bytes: [UInt8], _ target: FuzzTarget, _ name: String) throws {
    mkdir(Repository.path("Tests/Fuzz/Corpus/\(target.rawValue)"), 0o755)
    try write(bytes, to: "Corpus/\(target.rawValue)/seed-\(name)")
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    let path = Repository.path("Tests/Fuzz/\(name)")
    let file = try #require(fopen(path, "w"), "\(path)")
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  private func attestations() throws {
    let recorder = try VectorRecorder()
    for recorded in try recorder.bids() + recorder.withdrawals()
    where ["bid", "assessed", "withdrawal"].contains(recorded.name) {
      try keep(recorded.bytes, .container, recorded.name)
      let manifest = try ContainerReader.read(recorded.bytes).entries.last {
        $0.name.contains("ASiCManifest")
      }
      try keep(manifest?.content ?? [], .manifest, recorded.name)
    }
    var deflated = ForgedZip.good
    deflated.entries[1] = ForgedZip.deflated("attestation.xml", Array("<attestation/>".utf8))
    try keep(deflated.bytes, .container, "deflated")
    try keep(StatementWriter.xml(recorder.statement), .attestation, "small")
    var full = SampleStatement.full()
    full.sealedAnswers = Array(full.sealedAnswers.prefix(4))
    try keep(StatementWriter.xml(full), .attestation, "full")
    for disclosure in recorder.disclosures.prefix(2) + SampleStatement.disclosures().suffix(1) {
      try keep(disclosure.bytes, .disclosure, disclosure.fileName)
    }
  }

  private func signatures() throws {
    let firm = try Firm()
    let manifest = FuzzTarget.signedManifest
    let plain = try SignatureWriter.sign(
      manifest,
      key: firm.key,
      certificate: firm.certificate,
      at: Firm.instant
    )
    try keep(plain, .signature, "p256")
    let programme = try SampleProgramme()
    let chained = try SignatureWriter.sign(
      manifest,
      key: programme.firmKey,
      certificate: programme.firm,
      chain: [programme.issuing],
      lists: [programme.issuingList()],
      at: Firm.instant
    )
    try keep(chained, .signature, "chain-and-list")
    let rsa = try OpenSSLSigner(key: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
    try keep(try rsa.sign(manifest), .signature, "rsa")
    let pss = ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:digest"]
    try keep(try rsa.sign(manifest, pss), .signature, "rsa-pss")
  }

  private func documents() throws {
    let recorder = try VectorRecorder()
    for recorded in try recorder.bids() + recorder.withdrawals() {
      for name in ["presentation.xml", "assessor-statement.xml", "withdrawal.xml"] {
        if let content = try? ContainerReader.read(recorded.bytes)[name],
          ["bid", "assessed", "withdrawal"].contains(recorded.name)
        {
          try keep(content, .document, name)
        }
      }
    }
  }

  private func keys() throws {
    let programme = try SampleProgramme()
    try keep(programme.firm.der, .trust, "certificate.der")
    try keep(programme.issuing.pem + programme.root.pem, .trust, "chain.pem")
    let line = "\(programme.firm.fingerprint); GB-COH 04336774; Example Buyer; 2026-11-20\n"
    try keep(Array("# trusted\n\(line)".utf8), .trust, "lines")
  }

  /// The kept file, and what an authority could say of it.
  private func authorities() throws {
    let authority = try StampAuthority()
    let stamped = try StampedSample(authority)
    let request = try TimeStampRequest(for: stamped.file, nonce: StampedSample.nonce)
    let answer = try authority.answer(request.der)
    mkdir(Repository.path("Tests/Fuzz/Kept"), 0o755)
    try write(stamped.file, to: "Kept/programme.asice")
    try write(answer, to: "Kept/stamp.tsr")
    try write(authority.root.pem, to: "Kept/stamp-root.pem")
    try write(stamped.programme.root.pem, to: "Kept/programme-root.pem")
    try keep(stamped.bytes, .container, "stamped")
    try keep(request.der, .timeStamp, "request.tsq")
    try keep(answer, .timeStamp, "answer.tsr")
    try keep(try authority.answer(request.der, tokenOnly: true), .timeStamp, "token.der")
    let token = try #require(try stamped.token())
    let mailer = try StampAuthority(usage: "critical,emailProtection")
    try keep(try mailer.resigned(token), .timeStamp, "resigned.der")
    try keep(try signature(stampedBy: authority), .signature, "stamped")

    // None revokes the kept file's firm: the target counts on that.
    let programme = stamped.programme
    let day = authority.now.adding(seconds: -SampleProgramme.day)
    let other = RevokedEntry(revokedAt: day, reason: .keyCompromise, invalidFrom: day)
    let list = try RevocationList.make(
      [([0x11, 0x22], other)],
      number: 7,
      issuer: programme.issuing,
      key: programme.issuingKey,
      from: day,
      until: authority.now.adding(seconds: 7 * SampleProgramme.day)
    )
    try keep(list.der, .revocation, "list.der")
    try keep(try programme.issuingList(number: 8, base: 7, from: day).der, .revocation, "delta.der")
    let stranger = try SampleProgramme()
    try keep(stranger.rootList().pem + list.pem, .revocation, "two.pem")
  }

  private func signature(stampedBy authority: StampAuthority) throws -> [UInt8] {
    let firm = try Firm()
    let plain = try SignatureWriter.sign(
      FuzzTarget.signedManifest,
      key: firm.key,
      certificate: firm.certificate,
      at: Firm.instant
    )
    let message = try SignatureMessage(plain)
    try authority.folder.write(message.value, as: "value")
    try Tool.succeed(
      ["openssl", "ts", "-query", "-data", "value", "-sha256", "-cert", "-out", "query"],
      in: authority.folder
    )
    let token = try authority.answer(authority.folder.read("query"), tokenOnly: true)
    return try #require(message.adding(timeStamp: token))
  }

  private func answers() throws {
    let pack = try Repository.bytes("Tests/ReadinessXMLTests/Fixtures/Questionnaires/valid.xml")
    try keep(pack, .questionnaire, "valid.xml")
    let questionnaire = try QuestionnaireReader.read(pack, sha256: Pack.noDigest)
    var sheet = AnswerSheet(
      [
        "people": .number(12), "kind": .option("large"), "notes": .text("Two\nlines, \"quoted\""),
        "devices": .rows([
          [
            "product": .text("Microsoft Windows"), "version": .text("11 24H2"),
            "owner": .word("ours"),
          ]
        ]),
        "wall": .yes, "gate": .dontKnow,
        "guards": .parts(["hired": .yes, "number": .number(2), "armour": .word("iron")]),
        "weapons": .options("pike", "stick"),
      ],
      for: questionnaire
    )
    sheet.place = "gate"
    sheet.ask("gate", of: .itProvider)
    try keep(Array(AnswersFile.write(sheet, questionnaire).utf8), .answers, "full.json")
    var reply = ReplySheet.write(questionnaire.questions) { $0.parts }
    try keep(Array(reply.utf8), .sheet, "empty.csv")
    reply =
      "id,Your answer,Your note\r\npeople,12,\r\nkind,2,\"a, b\"\r\nwall,yes,x\r\nguards/hired,yes,\r\n"
    reply +=
      "guards/number,3,\r\nweapons,1 2,\r\ndevices/1/product,Windows,\r\ndevices/1/version,11,\r\n"
    try keep(Array(reply.utf8), .sheet, "filled.csv")
  }
}
