import ReadinessCore

@testable import ReadinessAttestation

extension VectorRecorder {
  /// Stamped files of a firm whose certificate holds for ten days more.
  func stamps() throws -> [RecordedVector] {
    let programme = try SampleProgramme(days: 40)
    let authority = try VectorStamps()
    let plain = try Self.file(statement, by: programme)
    let other = try Self.file(statement, by: programme)
    let time = Firm.instant.adding(seconds: 60)
    let token = try authority.token(over: Self.value(of: plain), at: time)
    let stamped = try Self.adding(token, to: plain)
    let day = SampleProgramme.day
    /// About a file of the programme's firm, stamps believed.
    func judged(
      _ name: String,
      _ what: String,
      _ expect: String,
      _ bytes: [UInt8]?,
      after seconds: Int = 3_600,
      revoking entry: RevokedEntry? = nil
    ) throws -> RecordedVector {
      var vector = Vector(what: what, file: "stamped.bin", expect: expect)
      vector.at = Firm.instant.adding(seconds: seconds)
      vector.roots = "stamped-root.pem"
      vector.stamps = "stamps-root.pem"
      vector.lists = "stamped.crl"
      if expect == "valid" { vector.stamped = time }
      var files: [String: [UInt8]] = [:]
      if let bytes {
        vector.file = "\(name).bin"
        files[vector.file] = bytes
      }
      if let entry {
        vector.lists = "\(name).crl"
        let from = Firm.instant.adding(seconds: seconds - 60)
        let list = try programme.issuingList(revoking: entry, number: 8, from: from)
        files["\(name).crl"] = try programme.rootList().pem + list.pem
      }
      return RecordedVector(name: name, vector: vector, files: files)
    }
    func revoked(_ reason: RevocationReason, invalidFrom: Int? = nil) -> RevokedEntry {
      RevokedEntry(
        revokedAt: Firm.instant.adding(seconds: day),
        reason: reason,
        invalidFrom: invalidFrom.map { Firm.instant.adding(seconds: $0) }
      )
    }
    func forged(_ token: [UInt8]) throws -> [UInt8] { try Self.adding(token, to: plain) }
    let since = ["revocation certificate-revoked-since"]
    let untrusted = ["timestamp timestamp-not-trusted"]
    return [
      try judged("stamped", "a stamp by a trusted authority", "valid", stamped)
        .with(programme.root.pem, as: "stamped-root.pem")
        .with(authority.root.pem, as: "stamps-root.pem")
        .with(try programme.rootList().pem + programme.issuingList().pem, as: "stamped.crl"),
      try judged(
        "stamped-expired-since",
        "the certificate ended after the stamp",
        "valid",
        nil,
        after: 20 * day
      ).with { $0.remarks = ["timestamp certificate-expired-since"] },
      try judged(
        "unstamped-expired",
        "the same without a stamp",
        "rejected, chain certificate-expired",
        plain,
        after: 20 * day
      ),
      try judged(
        "stamped-revoked-since",
        "revoked after the stamp",
        "valid",
        nil,
        after: 2 * day,
        revoking: revoked(.superseded)
      ).with { $0.remarks = since },
      try judged(
        "stamped-key-compromised",
        "revoked after the stamp, since somebody else has the key",
        "rejected, revocation certificate-revoked",
        nil,
        after: 2 * day,
        revoking: revoked(.keyCompromise)
      ),
      try judged(
        "stamped-key-compromised-since",
        "somebody else has had the key since after the stamp",
        "valid",
        nil,
        after: 2 * day,
        revoking: revoked(.keyCompromise, invalidFrom: 3_600)
      ).with { $0.remarks = since },
      try judged("stamp-not-trusted", "no time-stamp authority is trusted", "valid", nil).with {
        $0.stamps = nil
        $0.stamped = nil
        $0.remarks = untrusted
      },
      try judged(
        "stamp-for-mail",
        "a stamp by a certificate for mail, under the trusted root",
        "valid",
        forged(
          try VectorStamps(usage: "emailProtection").token(over: Self.value(of: plain), at: time)
        )
      ).with {
        $0.stamped = nil
        $0.remarks = untrusted
      },
      try judged(
        "stamp-over-other-bytes",
        "another signature's stamp",
        "rejected, timestamp timestamp-over-other-bytes",
        forged(authority.token(over: Self.value(of: other), at: time))
      ),
      try judged(
        "stamp-changed",
        "the moment in the stamp changed",
        "rejected, timestamp timestamp-does-not-verify",
        forged(
          Bytes.replacing(
            Array("20261122093100Z".utf8),
            with: Array("20261122093000Z".utf8),
            in: token
          )
        )
      ),
      try judged(
        "stamp-ahead",
        "a stamp from later than now",
        "rejected, timestamp timestamp-ahead",
        forged(authority.token(over: Self.value(of: plain), at: Firm.instant.adding(seconds: day)))
      ),
      try judged(
        "stamp-malformed",
        "something else in the place of a stamp",
        "rejected, timestamp timestamp-malformed",
        forged(DERWriter.element(DERTag.sequence, [DERTag.null, 0]))
      ),
    ]
  }

  /// The value of the first signature.
  private static func value(of file: [UInt8]) throws -> [UInt8] {
    try SignatureMessage(ContainerReader.read(file)[EntryName.signature(1)] ?? []).value
  }

  private static func adding(_ token: [UInt8], to file: [UInt8]) throws -> [UInt8] {
    try Forgery.changing(EntryName.signature(1), of: file) {
      $0 = (try? SignatureMessage($0).adding(timeStamp: token)) ?? []
    }
  }
}
