/// A request to a time-stamp authority (RFC 3161), as a file that somebody takes to it.
public struct TimeStampRequest: Hashable, Sendable {
  /// The request in DER: SHA-256 of the signature's value, a number to be repeated, and the wish that
  /// the authority's certificate be enclosed.
  public let der: [UInt8]
  /// SHA-256 of the signature's value.
  let imprint: [UInt8]
  /// The number to be repeated, without leading zeros.
  let nonce: [UInt8]

  /// A request for the firm's signature in a container.
  ///
  /// - Parameters:
  ///   - file: the container.
  ///   - nonce: 8 random bytes; see ``SecureRandom``.
  /// - Throws: where the file cannot be stamped.
  public init(for file: [UInt8], nonce: [UInt8]) throws(TimeStampFailure) {
    let message = try TimeStamper.signature(of: file).message
    // Positive, and never zero, so that it has one form.
    var number = Array(nonce.prefix(8))
    if let first = number.first { number[0] = first & 0x7F | 0x40 }
    guard number.count == 8 else { throw TimeStampFailure("the request needs 8 random bytes") }
    self.nonce = number
    imprint = Digest.sha256(message.value)
    der = Self.written(imprint, number)
  }

  /// Reads a request that was written here.
  public init?(_ der: [UInt8]) {
    var file = DERReader(der)
    guard let whole = file.next(DERTag.sequence), file.isAtEnd else { return nil }
    var parts = DERReader(der, in: whole)
    guard parts.next(DERTag.integer) != nil, let imprint = parts.next(DERTag.sequence),
      let number = parts.next(DERTag.integer)
    else { return nil }
    var fields = DERReader(der, in: imprint)
    guard fields.next(DERTag.sequence) != nil, let digest = fields.next(DERTag.octets) else {
      return nil
    }
    self.der = der
    self.imprint = Array(der[digest.content])
    nonce = Array(der[number.content])
    guard Self.written(self.imprint, nonce) == der else { return nil }
  }

  private static func written(_ imprint: [UInt8], _ nonce: [UInt8]) -> [UInt8] {
    let algorithm =
      DERWriter.element(DERTag.object, ObjectIdentifiers.sha256) + [DERTag.null, 0]
    let message =
      DERWriter.element(DERTag.sequence, algorithm) + DERWriter.element(DERTag.octets, imprint)
    return DERWriter.element(
      DERTag.sequence,
      DERWriter.element(DERTag.integer, [1]) + DERWriter.element(DERTag.sequence, message)
        + DERWriter.element(DERTag.integer, nonce) + DERWriter.element(0x01, [0xFF])
    )
  }
}

/// Why a file was not stamped, in words.
public struct TimeStampFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason in words.
  public let description: String

  init(_ description: String) { self.description = description }
}
