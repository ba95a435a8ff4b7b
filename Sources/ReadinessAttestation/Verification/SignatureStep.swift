import ReadinessCore

/// The steps `signature` and `chain`, for every signature of a container.
enum SignatureStep {
  /// How far a signing time may be ahead of the clock without a remark, in seconds.
  private static let clockGrace = 10 * 60

  static func check(
    _ container: Container,
    files: [[String]],
    by verifier: Verifier,
    _ draft: inout Verification.Draft
  ) throws(Rejection) {
    let now = verifier.now
    for (number, files) in zip(1..., files) {
      let intact = try intactSignature(number, in: container)
      let stampedAt = try TimeStampStep.check(
        intact.message,
        number: number,
        signedAt: intact.signedAt,
        by: verifier,
        &draft
      )
      let moment = stampedAt ?? now
      let chain = try chain(of: intact, number, trust: verifier.trust, at: moment, &draft)
      TimeStampStep.remark(on: chain, stampedAt: stampedAt, at: now, &draft)
      var signer = Signer(
        certificate: intact.certificate,
        number: number,
        files: files,
        role: number == 1 ? .firm : .further,
        trust: chain.trust,
        signedAt: intact.signedAt,
        stampedAt: stampedAt
      )
      remark(on: signer, at: now, &draft)
      if signer.role == .firm {
        doubt(signer, &draft)
        try RevocationStep.check(
          chain,
          enclosed: intact.message,
          stampedAt: signer.stampedAt,
          by: verifier.revocation,
          at: now,
          &draft
        )
      } else {
        let isCurrent = stillHolds(chain, intact, signer, by: verifier, &draft)
        if !isCurrent { signer.trust = .unknown }
        signer.assessorTrust =
          isCurrent ? assessorTrust(of: intact, signer, by: verifier, &draft) : .unknown
      }
      draft.signers.append(signer)
    }
  }

  /// Whether no revocation list speaks against a further signer, nor is missing.
  ///
  /// One that was revoked counts for nothing, and takes nothing from what the firm says.
  private static func stillHolds(
    _ chain: CertificateChain,
    _ intact: Intact,
    _ signer: Signer,
    by verifier: Verifier,
    _ draft: inout Verification.Draft
  ) -> Bool {
    var own = Verification.Draft()
    var against: [Reason] = []
    do throws(Rejection) {
      try RevocationStep.check(
        chain,
        enclosed: intact.message,
        stampedAt: signer.stampedAt,
        by: verifier.revocation,
        at: verifier.now,
        &own
      )
      against = own.doubts
    } catch {
      against = error.reasons
    }
    for reason in against {
      let text = "signature \(signer.number) counts for nothing: \(reason.text)"
      draft.remarks.append(Reason(reason.step, reason.code, text))
    }
    return against.isEmpty
  }

  /// A signature that fits its manifest, by whomever.
  private struct Intact {
    let message: SignatureMessage
    let certificate: Certificate
    let signedAt: Instant
  }

  /// Steps 1 to 4 of a signature's judgement.
  private static func intactSignature(
    _ number: Int,
    in container: Container
  ) throws(Rejection) -> Intact {
    do throws(SignatureError) {
      let message = try SignatureMessage(container[EntryName.signature(number)] ?? [])
      let signedAt = try message.checkSignedAttributes()
      let certificate = try message.checkSignature(
        over: container[EntryName.manifest(number)] ?? []
      )
      try message.checkSigner(certificate)
      return Intact(message: message, certificate: certificate, signedAt: signedAt)
    } catch {
      throw Self.rejection(error)
    }
  }

  /// Steps 5 and 6: the chain, then the reference to the certificate, which needs the chain.
  ///
  /// A further signer whose certificates do not hold counts for nothing, and takes nothing from what
  /// the firm says; the signature itself must hold all the same.
  private static func chain(
    of intact: Intact,
    _ number: Int,
    trust: TrustStore,
    at now: Instant,
    _ draft: inout Verification.Draft
  ) throws(Rejection) -> CertificateChain {
    let enclosed = intact.message.certificates
    let found: CertificateChain
    do throws(ChainError) {
      found = try trust.chain(for: intact.certificate, enclosed: enclosed, at: now)
    } catch {
      guard number > 1 else { throw Rejection(Reason(.chain, error.code.rawValue, error.text)) }
      let text = "signature \(number) counts for nothing: \(error.text)"
      draft.remarks.append(Reason(.chain, error.code.rawValue, text))
      found = CertificateChain(alone: intact.certificate, trust: .unknown)
    }
    do throws(SignatureError) {
      // Without an authority the chain is the signer's certificate alone; a signature may name the
      // ones above it all the same.
      guard let stack = found.stack else { throw SignatureError(.certificates) }
      if case .authority = found.trust {
      } else if !stack.append(enclosed) {
        throw SignatureError(.certificates)
      }
      try intact.message.checkCertificateReference(to: intact.certificate, chain: stack)
    } catch {
      throw Self.rejection(error)
    }
    return found
  }

  /// How the signer is known among those who may speak as assessors.
  private static func assessorTrust(
    of intact: Intact,
    _ signer: Signer,
    by verifier: Verifier,
    _ draft: inout Verification.Draft
  ) -> Trust {
    guard verifier.assessors.count > 0,
      let found = try? verifier.assessors.chain(
        for: intact.certificate,
        enclosed: intact.message.certificates,
        at: signer.stampedAt ?? verifier.now
      ), stillHolds(found, intact, signer, by: verifier, &draft)
    else { return .unknown }
    return found.trust
  }

  /// What is missing before the firm's signature counts.
  private static func doubt(_ signer: Signer, _ draft: inout Verification.Draft) {
    switch signer.trust {
    case .unknown:
      draft.doubts.append(
        Reason(
          .chain,
          .signerUnknown,
          "intact, signer unknown: fingerprint \(signer.fingerprint)"
        )
      )
    case .authority, .confirmedKey, .pinnedCertificate, .bareFingerprint: break
    }
  }

  private static func remark(
    on signer: Signer,
    at now: Instant,
    _ draft: inout Verification.Draft
  ) {
    if signer.signedAt.unixSeconds - now.unixSeconds > clockGrace {
      draft.remarks.append(
        Reason(
          .signature,
          .signingTimeAhead,
          "the signer claims to have signed at \(signer.signedAt), after \(now)"
        )
      )
    }
    let certificate = signer.certificate
    if let start = certificate.notBefore, let end = certificate.notAfter,
      signer.signedAt < start || signer.signedAt > end
    {
      draft.remarks.append(
        Reason(
          .signature,
          .signingTimeOutsideCertificate,
          "the signer claims to have signed at \(signer.signedAt), when the certificate did not "
            + "hold"
        )
      )
    }
    if case .rsa(let bits) = certificate.keyKind, bits < 3_072 {
      draft.remarks.append(
        Reason(.signature, .shortKey, "the signer's key is RSA with \(bits) bits only")
      )
    }
  }

  private static func rejection(_ error: SignatureError) -> Rejection {
    Rejection(Reason(.signature, error.code.rawValue, error.description))
  }
}
