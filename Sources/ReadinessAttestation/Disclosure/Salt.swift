/// 16 random bytes that keep a digest from telling what it seals (profile 3.5).
///
/// Fresh for every answer, note and outcome and for every statement: answers are guessable, and a
/// salt used twice shows that two statements hold the same answer.
public struct Salt: Hashable, Sendable {
  /// The number of bytes.
  public static let byteCount = 16

  /// The bytes.
  public let bytes: [UInt8]

  /// A salt of exactly 16 bytes from a good source of randomness, or `nil`.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// The written form, Base64.
  var text: String { Base64.text(bytes) }

  /// Reads the written form.
  init?(text: String) {
    guard let bytes = Base64.bytes(text) else { return nil }
    self.init(bytes)
  }
}
