public import ReadinessCore

/// Puts a time-stamp authority's answer into a container.
public enum TimeStamper {
  /// The container with the stamp on the firm's signature.
  ///
  /// - Parameters:
  ///   - file: the container, with the firm's signature and no other one: a later signature covers
  ///     the first, and would no longer fit.
  ///   - answer: the authority's answer (`.tsr`), or the token in it.
  ///   - request: the request that was sent, whose number the answer must repeat; `nil` where it was
  ///     not kept.
  ///   - trust: the authority's certificates.
  ///   - instant: now; the stamp must not be from later.
  /// - Returns: the new container's bytes.
  /// - Throws: why none was made.
  public static func stamp(
    _ file: [UInt8],
    with answer: [UInt8],
    request: TimeStampRequest?,
    trust: TimeStampTrust,
    at instant: Instant
  ) throws(TimeStampFailure) -> [UInt8] {
    let (container, message) = try signature(of: file)
    guard let token = TimeStampToken.read(answer: answer) else {
      throw TimeStampFailure("the answer holds no time-stamp, or the authority refused one")
    }
    guard token.isOver(message.value) else {
      throw TimeStampFailure("the answer is for another signature than the one in this file")
    }
    if let request {
      guard request.imprint == Digest.sha256(message.value) else {
        throw TimeStampFailure("the request is for another signature than the one in this file")
      }
      guard token.nonce == request.nonce else {
        throw TimeStampFailure("the answer does not repeat the request's number")
      }
    }
    switch trust.judge(token, RevocationRules()) {
    case .trusted: break
    case .broken: throw TimeStampFailure("the answer does not fit its own signature")
    case .ignored(let why):
      throw TimeStampFailure("the answer is not by a trusted time-stamp authority: \(why)")
    }
    guard token.time.unixSeconds - instant.unixSeconds <= TimeStampStep.clockGrace else {
      throw TimeStampFailure("the answer tells \(token.time), later than this machine's clock")
    }
    guard let stamped = message.adding(timeStamp: token.der) else {
      throw TimeStampFailure("the stamp cannot be added to the signature")
    }
    let entries = container.entries.map { entry in
      entry.name == EntryName.signature(1)
        ? Container.Entry(name: entry.name, content: stamped) : entry
    }
    let bytes: [UInt8]
    do throws(ContainerError) {
      bytes = try ContainerWriter.bytes(of: Container(entries: entries))
    } catch {
      throw TimeStampFailure(error.description)
    }
    try check(bytes, container.documentKind, trust, instant)
    return bytes
  }

  /// The firm's signature in a container that can be stamped.
  static func signature(
    of file: [UInt8]
  ) throws(TimeStampFailure) -> (container: Container, message: SignatureMessage) {
    let container: Container
    do throws(ContainerError) {
      container = try ContainerReader.read(file)
    } catch {
      throw TimeStampFailure("this is no attestation: \(error)")
    }
    guard container.signatureCount == 1 else {
      throw TimeStampFailure(
        "a later signature covers the first one, which can no longer be stamped"
      )
    }
    let message: SignatureMessage
    do throws(SignatureError) {
      message = try SignatureMessage(container[EntryName.signature(1)] ?? [])
    } catch {
      throw TimeStampFailure("the signature does not hold: \(error)")
    }
    guard message.timeStamp == nil else { throw TimeStampFailure("it has a time-stamp already") }
    return (container, message)
  }

  /// Nothing that the strict verifier rejects is handed out.
  private static func check(
    _ bytes: [UInt8],
    _ kind: DocumentKind,
    _ trust: TimeStampTrust,
    _ instant: Instant
  ) throws(TimeStampFailure) {
    var verifier = Verifier(trust: .none, now: instant)
    verifier.timeStampTrust = trust
    let found: (decision: Decision, reasons: [Reason])
    switch kind {
    case .policy, .seal:
      let result = verifier.verifyDocument(bytes, kind: kind)
      found = (result.decision, result.reasons)
    case .attestation, .withdrawal:
      let result = verifier.verify(bytes)
      found = (result.decision, result.reasons)
    }
    guard found.decision != .rejected else {
      throw TimeStampFailure(
        "the stamped file would be rejected: "
          + found.reasons.map(\.description).joined(separator: "; ")
      )
    }
  }
}
