import ReadinessAttestation

/// An inbox as it comes: most files hold, some lie, some are late or for somebody else.
extension DeskFixture {
  /// The notice that the analyst asks for.
  static let notice = "ocds-h6vhtk-06d396"
  private static let otherNotice = "ocds-h6vhtk-070000"

  /// The file of that number, made for the notice; of twenty, one is hostile or broken, and one has
  /// run out, was revoked, or was made for another bid.
  ///
  /// - Returns: the bytes, and what a verifier who asks for ``notice`` must say of them.
  mutating func mixed(_ number: Int) throws -> (bytes: [UInt8], expected: String) {
    switch number % 20 {
    case 7: try hostile(number, kind: number / 20 % 7)
    case 13: try late(number, kind: number / 20 % 6)
    default: (try file(number, Self.bound(number)), "valid")
    }
  }

  /// For the notice: by a second signature, or from the start.
  private static func bound(_ number: Int) -> Making {
    number % 3 == 0 ? Making(presentedFor: notice) : Making(audience: .tender(notice))
  }

  private func hostile(_ number: Int, kind: Int) throws -> (bytes: [UInt8], expected: String) {
    if kind == 6 {
      // Whole and well signed, by somebody whom a programme vouches for that nobody trusts.
      let making = Making(audience: .tender(Self.notice), isByStrangers: true)
      return (try file(number, making), "undecided")
    }
    var bytes = try file(number, Self.bound(number))
    switch kind {
    case 0: bytes.removeLast(bytes.count / 2)
    case 1: bytes[bytes.count / 3] ^= 1
    case 2: bytes += [0]
    case 3: bytes = Array("This is no container.".utf8)
    case 4: bytes = []
    default:
      // Somebody put another letter into the firm's name.
      let name = Array("Supplier".utf8)
      if let place = bytes.indices.first(where: { bytes[$0...].starts(with: name) }) {
        bytes[place] = UInt8(ascii: "Z")
      }
    }
    return (bytes, "rejected")
  }

  private mutating func late(_ number: Int, kind: Int) throws -> (bytes: [UInt8], expected: String)
  {
    var making = Self.bound(number)
    switch kind {
    case 0:
      making.days = 1
      making.signedDaysAgo = 2
      return (try file(number, making), "rejected")
    case 1:
      revoke(number)
      return (try file(number, making), "rejected")
    case 2:
      making.validDays = 1
      making.signedDaysAgo = 2
      return (try file(number, making), "rejected")
    case 3:
      return (try file(number, Making(audience: .tender(Self.otherNotice))), "does not meet policy")
    case 4:
      return (try file(number, Making(presentedFor: Self.otherNotice)), "does not meet policy")
    default: return (try file(number), "does not meet policy")
    }
  }
}
