import ReadinessCore

/// The step `revocation`, for one signature.
enum RevocationStep {
  /// What the step finds; stable.
  enum Code: String, CaseIterable {
    /// A certificate of the chain was revoked.
    case revoked = "certificate-revoked"
    /// It was revoked after a trusted stamp shows that it was signed.
    case revokedSince = "certificate-revoked-since"
    /// There is no list by an authority of the chain.
    case missing = "crl-missing"
    /// The last list by an authority of the chain is out of date.
    case stale = "crl-stale"
    /// The only lists were made after the moment of judgement.
    case ahead = "crl-not-yet-valid"
    /// A list was left aside.
    case notUsed = "crl-not-used"
    /// Lists were not looked at, by the verifier's choice.
    case off = "revocation-not-checked"
  }

  /// Judges the certificates below the one that is trusted.
  ///
  /// - Parameters:
  ///   - chain: the signer's certificate first, the trusted one last.
  ///   - enclosed: what came with the signature.
  ///   - stampedAt: when it was signed at the latest, as a trusted time-stamp says.
  ///   - now: the moment of judgement.
  /// - Throws: where one of them was revoked and no stamp shows that the signature is older.
  static func check(
    _ chain: CertificateChain,
    enclosed message: SignatureMessage,
    stampedAt: Instant?,
    by rules: RevocationRules,
    at now: Instant,
    _ draft: inout Verification.Draft
  ) throws(Rejection) {
    guard let mode = mode(for: chain, rules) else { return }
    guard mode != .off else {
      draft.remarks.append(reason(.off, "revocation lists were not looked at, as asked for"))
      return
    }
    let enclosed = rules.checked.lists(message.revocationLists)
    for (certificate, issuer) in pairs(chain, message) {
      let (known, flaws) = rules.lists(for: certificate, by: issuer, enclosed: enclosed)
      draft.remarks += flaws.map { reason(.notUsed, $0) }
      if let entry = known.entry(for: certificate, at: now) {
        let finding = try judge(entry, of: certificate, stampedAt: stampedAt)
        draft.remarks.append(finding)
      }
      guard let lack = known.lack(at: now) else { continue }
      let finding = self.finding(lack, issuer)
      if mode == .require { draft.doubts.append(finding) } else { draft.remarks.append(finding) }
    }
  }

  /// What is asked for a chain that ends there; `nil` where no list can say anything.
  private static func mode(for chain: CertificateChain, _ rules: RevocationRules)
    -> RevocationMode?
  {
    switch chain.trust {
    case .unknown: nil
    case .authority: rules.mode ?? .require
    case .confirmedKey, .pinnedCertificate, .bareFingerprint:
      // Whoever trusts the certificate itself withdraws that in the trust file.
      if chain.signer.isSelfSigned {
        nil
      } else if let mode = rules.mode {
        mode
      } else {
        rules.lists.isEmpty ? nil : .ifPresent
      }
    }
  }

  /// Each certificate to judge with the one that issued it.
  private static func pairs(
    _ chain: CertificateChain,
    _ message: SignatureMessage
  ) -> [(Certificate, Certificate)] {
    if chain.certificates.count > 1 {
      return Array(zip(chain.certificates, chain.certificates.dropFirst()))
    }
    // A signer who is trusted by itself: whoever issued the certificate may be enclosed.
    let issuer = message.certificates.members.first { chain.signer.isIssued(by: $0) }
    return issuer.map { [(chain.signer, $0)] } ?? []
  }

  private static func judge(
    _ entry: RevokedEntry,
    of certificate: Certificate,
    stampedAt: Instant?
  ) throws(Rejection) -> Reason {
    var what = "\(certificate.subject) was revoked at \(entry.revokedAt)"
    if entry.reason != .unspecified { what += " (\(entry.reason.name))" }
    guard let stampedAt else { throw Rejection(reason(.revoked, what)) }
    guard entry.spares(stampedAt: stampedAt) else {
      throw Rejection(reason(.revoked, what + "; the time-stamp is of \(stampedAt)"))
    }
    return reason(.revokedSince, what + ", after it was signed: stamped at \(stampedAt)")
  }

  private static func finding(_ lack: KnownLists.Lack, _ issuer: Certificate) -> Reason {
    switch lack {
    case .missing(let onlyEnclosed):
      reason(
        .missing,
        "no revocation list by \(issuer.subject) says whether the certificate still holds"
          + (onlyEnclosed ? "; the one that the signer enclosed may not be the last" : "")
      )
    case .stale(let since):
      reason(
        .stale,
        "the last revocation list by \(issuer.subject) "
          + (since.map { "held until \($0)" } ?? "does not say until when it holds")
      )
    case .ahead(let from):
      reason(.ahead, "the revocation list by \(issuer.subject) was made at \(from), later than now")
    }
  }

  private static func reason(_ code: Code, _ text: String) -> Reason {
    Reason(.revocation, code.rawValue, text)
  }
}
