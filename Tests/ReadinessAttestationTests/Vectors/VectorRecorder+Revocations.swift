import ReadinessCore

@testable import ReadinessAttestation

extension VectorRecorder {
  /// A firm under a programme, with the programme's lists.
  func revocations() throws -> [RecordedVector] {
    let programme = try SampleProgramme()
    let root = try programme.rootList()
    let issuing = try programme.issuingList()
    let entry = RevokedEntry(
      revokedAt: Firm.instant.adding(seconds: -SampleProgramme.day),
      reason: .superseded
    )
    let revoked = try programme.issuingList(revoking: entry)
    let forger = try SampleProgramme()
    func file(_ enclosed: [RevocationList] = []) throws -> [UInt8] {
      try Self.file(statement, by: programme, enclosing: enclosed)
    }
    /// About the file `programme.bin`, with those lists.
    func judged(
      _ name: String,
      _ what: String,
      _ expect: String,
      _ lists: [RevocationList]
    ) -> RecordedVector {
      var vector = Vector(what: what, file: "programme.bin", expect: expect)
      vector.roots = "programme-root.pem"
      var files: [String: [UInt8]] = [:]
      if !lists.isEmpty {
        vector.lists = "\(name).crl"
        files["\(name).crl"] = lists.flatMap(\.pem)
      }
      return RecordedVector(name: name, vector: vector, files: files)
    }
    let missing = "undecided, revocation crl-missing"
    let enclosed = judged(
      "lists-enclosed",
      "current lists that the signer enclosed, and no others",
      missing + ", revocation crl-missing",
      []
    )
    return [
      judged("programme", "a firm that a programme vouches for", "valid", [root, issuing])
        .with(try file(), as: "programme.bin")
        .with(programme.root.pem, as: "programme-root.pem"),
      judged("lists-missing", "no lists", missing + ", revocation crl-missing", []),
      judged("list-missing", "the root's list is missing", missing, [issuing]),
      judged("list-forged", "a list by another key", missing, [root, try forger.issuingList()])
        .with { $0.remarks = ["revocation crl-not-used"] },
      judged(
        "list-stale",
        "a list of which a newer one is due",
        "undecided, revocation crl-stale",
        [root, try programme.issuingList(days: 1)]
      ).with { $0.at = Firm.instant.adding(seconds: 2 * SampleProgramme.day) },
      judged(
        "list-stale-names-firm",
        "the same, with the firm on it",
        "rejected, revocation certificate-revoked",
        [root, try programme.issuingList(revoking: entry, days: 1)]
      ).with { $0.at = Firm.instant.adding(seconds: 2 * SampleProgramme.day) },
      judged(
        "revoked",
        "the firm was taken off",
        "rejected, revocation certificate-revoked",
        [root, revoked]
      ),
      judged(
        "issuing-revoked",
        "the issuing authority was taken off",
        "rejected, revocation certificate-revoked",
        [try programme.rootList(revoking: entry), issuing]
      ),
      judged(
        "delta-revokes",
        "a delta list names the firm",
        "rejected, revocation certificate-revoked",
        [root, issuing, try programme.issuingList(revoking: entry, number: 8, base: 7)]
      ),
      judged("revocation-if-present", "no lists, none demanded", "valid", []).with {
        $0.revocation = .ifPresent
        $0.remarks = ["revocation crl-missing"]
      },
      judged("revocation-off", "revoked, and nobody looks", "valid", [root, revoked]).with {
        $0.revocation = .off
        $0.remarks = ["revocation revocation-not-checked"]
      },
      enclosed.with { $0.file = "lists-enclosed.bin" }
        .with(try file([root, issuing]), as: "lists-enclosed.bin"),
    ]
  }

  /// The statement by a programme's firm.
  static func file(
    _ statement: Statement,
    by programme: SampleProgramme,
    enclosing lists: [RevocationList] = []
  ) throws -> [UInt8] {
    var statement = statement
    statement.signerCertificateSHA256 = programme.firm.fingerprint
    return try AttestationSigner.file(
      xml: StatementWriter.xml(statement),
      html: StatementPage.html(statement),
      key: programme.firmKey,
      certificate: programme.firm,
      chain: [programme.issuing],
      lists: lists,
      at: Firm.instant
    )
  }
}
