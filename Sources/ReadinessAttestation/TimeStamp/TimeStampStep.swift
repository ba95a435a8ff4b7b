import ReadinessCore

/// The step `timestamp`, for one signature.
enum TimeStampStep {
  /// What the step finds; stable.
  enum Code: String, CaseIterable {
    /// The attribute holds no time-stamp in DER, or one over a digest that is not accepted.
    case malformed = "timestamp-malformed"
    /// The stamp is over other bytes than this signature.
    case otherBytes = "timestamp-over-other-bytes"
    /// The stamp's own signature does not fit.
    case broken = "timestamp-does-not-verify"
    /// The stamp tells a time that is still to come.
    case ahead = "timestamp-ahead"
    /// Nobody who is trusted made the stamp; its time is ignored.
    case notTrusted = "timestamp-not-trusted"
    /// The signer claims a later signing time than the stamp shows.
    case signedLater = "signing-time-after-stamp"
    /// The certificate has expired since the stamp was made.
    case expiredSince = "certificate-expired-since"
  }

  /// How far the clocks of authority and verifier may differ, in seconds.
  static let clockGrace = 60

  /// Judges the stamp of a signature.
  ///
  /// - Parameters:
  ///   - message: the signature.
  ///   - number: the signature's number. A bad stamp of a further one takes nothing from what the
  ///     firm says: it is only remarked on.
  ///   - signedAt: when the signer claims to have signed.
  /// - Returns: the moment at which it was signed at the latest; `nil` where there is no stamp whose
  ///   time counts.
  /// - Throws: where the firm's stamp is no stamp of its signature.
  static func check(
    _ message: SignatureMessage,
    number: Int,
    signedAt: Instant,
    by verifier: Verifier,
    _ draft: inout Verification.Draft
  ) throws(Rejection) -> Instant? {
    guard let bytes = message.timeStamp else { return nil }
    do throws(Finding) {
      let time = try judge(bytes, over: message.value, by: verifier)
      if signedAt.unixSeconds - time.unixSeconds > clockGrace {
        let text = "the signer claims to have signed at \(signedAt), the stamp is of \(time)"
        draft.remarks.append(reason(.signedLater, text))
      }
      return time
    } catch {
      if error.rejects, number == 1 { throw Rejection(reason(error.code, error.text)) }
      let prefix = number == 1 ? "" : "signature \(number): "
      draft.remarks.append(reason(error.code, prefix + error.text))
      return nil
    }
  }

  /// What is worth saying of certificates that held when the stamp was made.
  static func remark(
    on chain: CertificateChain,
    stampedAt: Instant?,
    at now: Instant,
    _ draft: inout Verification.Draft
  ) {
    guard let stampedAt,
      let ended = chain.certificates.compactMap(\.notAfter).filter({ $0 < now }).min()
    else { return }
    draft.remarks.append(
      reason(
        .expiredSince,
        "certificate expired since: it held until \(ended); signed by \(stampedAt)"
      )
    )
  }

  private struct Finding: Error {
    let code: Code
    let text: String
    let rejects: Bool
  }

  private static func judge(
    _ bytes: [UInt8],
    over value: [UInt8],
    by verifier: Verifier
  ) throws(Finding) -> Instant {
    guard let token = TimeStampToken(bytes) else {
      let text = "the enclosed time-stamp cannot be read, or is by an algorithm not accepted"
      throw Finding(code: .malformed, text: text, rejects: true)
    }
    guard token.isOver(value) else {
      let text = "the enclosed time-stamp is over other bytes than the signature"
      throw Finding(code: .otherBytes, text: text, rejects: true)
    }
    switch verifier.timeStampTrust.judge(token, verifier.revocation) {
    case .broken:
      let text = "the time-stamp does not fit its own signature"
      throw Finding(code: .broken, text: text, rejects: true)
    case .ignored(let why):
      let text = "a time-stamp that tells \(token.time) was not taken into account: \(why)"
      throw Finding(code: .notTrusted, text: text, rejects: false)
    case .trusted: break
    }
    guard token.time.unixSeconds - verifier.now.unixSeconds <= clockGrace else {
      let text = "the time-stamp tells \(token.time), later than now"
      throw Finding(code: .ahead, text: text, rejects: true)
    }
    return token.time
  }

  private static func reason(_ code: Code, _ text: String) -> Reason {
    Reason(.timestamp, code.rawValue, text)
  }
}
