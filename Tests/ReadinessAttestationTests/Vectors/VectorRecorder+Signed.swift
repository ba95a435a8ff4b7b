import ReadinessCore

@testable import ReadinessAttestation

extension VectorRecorder {
  // MARK: Signatures

  func signatures() throws -> [RecordedVector] {
    let file = try good()
    let signature = try ContainerReader.read(file)[EntryName.signature(1)] ?? []
    func changed(_ bytes: [UInt8]) throws -> [UInt8] {
      try Forgery.changing(EntryName.signature(1), of: file) { $0 = bytes }
    }
    let attribute = [0x06, 0x0B] + ObjectIdentifiers.signingCertificate
    let parts = try SignerParts(signature)
    let otherFile = try Firm().sealed()
    let other = try ContainerReader.read(otherFile)[EntryName.signature(1)] ?? []
    return [
      rejected(
        "signature-of-another-file",
        "another firm's signature over another manifest",
        "signature signature-does-not-verify",
        try changed(other)
      ),
      rejected(
        "trailing-byte",
        "a byte behind the signature",
        "signature signature-trailing-bytes",
        try changed(signature + [0])
      ),
      rejected(
        "indefinite-length",
        "BER in place of DER",
        "signature signature-not-der",
        try changed([0x30, 0x80] + signature.dropFirst(4) + [0, 0])
      ),
      rejected(
        "no-signed-attributes",
        "the signed attributes are left out",
        "signature no-signed-attributes",
        try changed(parts.rebuilt(signedAttributes: false))
      ),
      rejected(
        "first-version-of-the-reference",
        "the certificate named by SHA-1's attribute",
        "signature attribute-not-allowed",
        try changed(
          Bytes.replacing(attribute, with: Array(attribute.dropLast()) + [0x0C], in: signature)
        )
      ),
    ]
  }

  // MARK: Documents

  func documents() throws -> [RecordedVector] {
    let xml = StatementWriter.xml(statement).text
    func signed(_ text: String, page: [UInt8]? = nil) throws -> [UInt8] {
      try AttestationSigner.file(
        xml: Array(text.utf8),
        html: page ?? StatementPage.html(statement),
        key: firm.key,
        certificate: firm.certificate,
        at: Firm.instant
      )
    }
    var boastful = statement
    boastful.counts.automaticFail = 1
    boastful.counts.met = 1
    return [
      rejected(
        "doctype",
        "a DOCTYPE under a good signature",
        "schema schema-violated",
        try signed(xml.replacing("?>\n", with: "?>\n<!DOCTYPE attestation>\n"))
      ),
      rejected(
        "written-otherwise",
        "a space more in a tag",
        "schema not-canonical",
        try signed(xml.replacing("<audience>", with: "<audience >"))
      ),
      rejected(
        "impossible-day",
        "the 31st of November",
        "schema value-impossible",
        try signed(
          xml.replacing("judgement on=\"2026-11-20\"", with: "judgement on=\"2026-11-31\"")
        )
      ),
      rejected(
        "verdict-contradicts",
        "ready, with an automatic fail",
        "statement verdict-contradicts-counts",
        try firm.forged(boastful)
      ),
      rejected(
        "page-says-otherwise",
        "the page is another's",
        "rendering rendering-differs",
        try signed(xml, page: Array("<!DOCTYPE html><p>Certified</p>".utf8))
      ),
    ]
  }

  // MARK: Bids

  func bids() throws -> [RecordedVector] {
    let presentation = Presentation(
      attestation: statement.id,
      made: Self.later,
      buyer: "An Invented Prime plc",
      notice: "ocds-h6vhtk-06d396",
      challenge: "7Q4M"
    )
    let bid = try Presenter.present(
      good(),
      presentation,
      disclosing: [disclosures[0], disclosures[3]],
      key: firm.key,
      certificate: firm.certificate
    )
    let forged = Disclosure(.answer(question: "A1.2", "another"), salt: disclosures[2].salt)
    let shown = try FurtherSignature.unjudged(
      [.init(name: forged.fileName, content: forged.bytes)],
      to: good(),
      key: firm.key,
      certificate: firm.certificate,
      at: Self.later
    )
    let thief = try FurtherSignature.unjudged(
      [.init(name: EntryName.presentation, content: PresentationDocument.xml(presentation))],
      to: good(),
      key: rival.key,
      certificate: rival.certificate,
      at: Self.later
    )
    let word = Countersignature(
      attestation: statement.id,
      role: .assessor,
      made: Self.later,
      name: "Example Assessor",
      statement: "Read the answers.",
      testedQuestions: ["A1.2"],
      signerCertificateSHA256: rival.certificate.fingerprint
    )
    let assessed = try Countersigner.sign(
      good(),
      word,
      key: rival.key,
      certificate: rival.certificate
    )
    let without = try ContainerReader.read(bid).entries.filter { $0.name != "presentation.xml" }
    let all = [
      recorded("bid", "the bid that it was made for", bid, "valid")
        .with { $0.bid = .init(notice: "ocds-h6vhtk-06d396", challenge: "7Q4M") },
      recorded(
        "bid-for-another-notice",
        "another notice is demanded",
        bid,
        "does not meet policy, presentation made-for-another-notice"
      )
      .with { $0.bid.notice = "ocds-h6vhtk-000001" },
      recorded(
        "bid-for-another-challenge",
        "another challenge is demanded",
        bid,
        "does not meet policy, presentation challenge-differs"
      ).with { $0.bid.challenge = "7Q4N" },
      recorded(
        "bid-stripped",
        "the statement alone, a notice demanded",
        try good(),
        "does not meet policy, presentation not-bound-to-this-notice"
      )
      .with { $0.bid.notice = "ocds-h6vhtk-06d396" },
      rejected(
        "bid-mutilated",
        "presentation.xml taken out of the file",
        "manifest file-missing",
        try ContainerWriter.bytes(of: Container(entries: without))
      ),
      rejected(
        "bid-by-another",
        "somebody else's presentation",
        "presentation presentation-by-another-key",
        thief
      ),
      rejected(
        "another-answer",
        "an answer that was not sealed",
        "disclosure disclosure-differs",
        shown
      ),
      recorded("assessed", "an assessor's counter-signature", assessed, "valid")
        .with {
          $0.assessors = [
            "\(rival.certificate.fingerprint); GB-COH 09999999; Example Buyer, by telephone; 2026-11-20"
          ]
        },
    ]
    return all.map { $0.with { $0.at = Self.later } }
  }

  // MARK: Withdrawals

  func withdrawals() throws -> [RecordedVector] {
    let withdrawal = Withdrawal(
      attestation: statement.id,
      sequence: Self.later.unixSeconds,
      issued: Self.later,
      legalName: statement.subject.legalName,
      identifiers: [Firm.identifier],
      reason: "The backups turned out not to run.",
      declaredBy: "Example Director",
      role: "Managing director",
      signerCertificateSHA256: firm.certificate.fingerprint
    )
    let file = try WithdrawalSigner.seal(
      withdrawal,
      key: firm.key,
      certificate: firm.certificate
    )
    var stolen = withdrawal
    stolen.signerCertificateSHA256 = rival.certificate.fingerprint
    let forged = try AttestationSigner.file(
      [.init(name: EntryName.withdrawal, content: WithdrawalDocument.xml(stolen))],
      key: rival.key,
      certificate: rival.certificate,
      at: Self.later
    )
    let all = [
      recorded("withdrawal", "a withdrawal", file, "valid"),
      rejected("withdrawn", "the statement together with it", "register withdrawn", try good())
        .with { $0.with = "withdrawal.bin" },
      rejected(
        "withdrawal-by-another",
        "somebody else's withdrawal",
        "subject signer-is-another-organisation",
        forged
      ),
      recorded("not-withdrawn", "the statement together with that", try good(), "valid")
        .with { $0.with = "withdrawal-by-another.bin" },
    ]
    return all.map { $0.with { $0.at = Self.later } }
  }
}
