import ReadinessCore

@testable import ReadinessAttestation

extension VectorRecorder {
  /// What others say beside the firm.
  func countersigners() throws -> [RecordedVector] {
    let rivals =
      "\(rival.certificate.fingerprint); GB-COH 09999999; Example Buyer, by letter; 2026-11-20"
    func word(_ role: Countersignature.Role, by key: Firm) -> Countersignature {
      Countersignature(
        attestation: statement.id,
        role: role,
        made: Self.later,
        name: "Example Adviser",
        statement: "Read the answers.",
        testedQuestions: role == .assessor ? ["A1.2"] : [],
        signerCertificateSHA256: key.certificate.fingerprint
      )
    }
    func signed(_ file: [UInt8], _ word: Countersignature, by signer: Firm) throws -> [UInt8] {
      try FurtherSignature.unjudged(
        [.init(name: word.fileName, content: CountersignatureDocument.xml(word))],
        to: file,
        key: signer.key,
        certificate: signer.certificate,
        at: Self.later
      )
    }
    var elsewhere = word(.assessor, by: rival)
    elsewhere.attestation = "11111111-2222-4333-8444-555555555555"
    let lead = try Firm(organizationIdentifier: nil)
    let two = try signed(
      signed(try good(), word(.assessor, by: rival), by: rival),
      word(.itLead, by: lead),
      by: lead
    )
    let middle = try ContainerReader.read(two).entries.filter {
      $0.name != "assessor-statement.xml"
    }
    let second = try Firm(organizationIdentifier: "NTRGB-04336774")
    let seconds =
      "\(second.certificate.fingerprint); GB-COH 04336774; Example Buyer, by letter; 2026-11-20"
    let all = [
      recorded("two-countersigners", "an assessor, then the IT lead", two, "valid")
        .with { $0.assessors = [rivals] },
      rejected(
        "countersigner-taken-out",
        "the assessor's word taken out from under the IT lead's signature",
        "manifest file-missing",
        try ContainerWriter.bytes(of: Container(entries: middle))
      ),
      recorded(
        "assessor-unknown",
        "an assessor whom nobody vouches for",
        try signed(good(), word(.assessor, by: rival), by: rival),
        "valid"
      ).with { $0.remarks = ["signature assessor-not-trusted"] },
      recorded(
        "assessor-is-the-firm",
        "the firm's second key as an assessor's",
        try signed(good(), word(.assessor, by: second), by: second),
        "valid"
      ).with {
        $0.assessors = [seconds]
        $0.remarks = ["signature assessor-is-the-firm"]
      },
      rejected(
        "countersigned-by-the-firm",
        "the firm's own key as the IT lead's",
        "signature countersignature-by-the-firm",
        try signed(good(), word(.itLead, by: firm), by: firm)
      ),
      rejected(
        "countersigned-elsewhere",
        "a word about another attestation",
        "signature countersignature-of-another-attestation",
        try signed(good(), elsewhere, by: rival)
      ),
      rejected(
        "countersigned-by-another",
        "an assessor's word under somebody else's key",
        "signature countersignature-by-another-key",
        try signed(good(), word(.assessor, by: rival), by: lead)
      ),
    ]
    return all.map { $0.with { $0.at = Self.later } }
  }
}
