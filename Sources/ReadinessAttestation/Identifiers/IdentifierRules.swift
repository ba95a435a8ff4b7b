/// The registers we know, and which entries can exist in them.
///
/// The rules are those of the registers' own forms; that an entry can exist does not say that it
/// does, nor that it is this firm's.
public enum IdentifierRules {
  /// What a reader should know about an entry that was taken.
  public enum Remark: String, CaseIterable, Hashable, Sendable {
    /// Zeros were put before a Companies House number that was given with fewer digits.
    case paddedWithZeros = "padded-with-zeros"
    /// A Companies House number with a prefix that we do not know.
    case unknownPrefix = "unknown-prefix"
    /// A PPON in the looser form that the platform's search takes.
    case looseForm = "loose-form"
    /// A PPON that marks an informal consortium.
    case informalConsortium = "informal-consortium"
    /// A register that we do not know; nothing was checked.
    case unknownRegister = "unknown-register"

    /// The remark as a sentence without a full stop.
    public var inWords: String {
      switch self {
      case .paddedWithZeros: "zeros were put before the number to make eight digits"
      case .unknownPrefix: "the prefix of the company number is not one we know"
      case .looseForm: "the number is not in the strict form of a PPON"
      case .informalConsortium: "the number marks an informal consortium"
      case .unknownRegister: "the register is not one we know; nothing was checked"
      }
    }
  }

  /// An entry in its normal form, with what there is to say about it.
  public struct Reading: Hashable, Sendable {
    /// The entry in its normal form.
    public let identifier: Identifier
    /// What a reader should know.
    public let remarks: [Remark]
  }

  /// Brings an entry, as a person types it, into its normal form.
  ///
  /// Capitals, spaces, hyphens where they are cosmetic, and the register's own code in front
  /// (`GB-COH-04336774`, `GB 337440071`) do not matter.
  ///
  /// - Parameters:
  ///   - scheme: the register's code, as `GB-COH`.
  ///   - text: the entry.
  /// - Returns: the normal form, or `nil` where no such entry can exist.
  public static func read(scheme: String, _ text: String) -> Reading? {
    let scheme = plain(scheme)
    guard isScheme(scheme) else { return nil }
    var id = plain(text)
    if id.hasPrefix("\(scheme)-") || id.hasPrefix("\(scheme):") {
      id = String(id.dropFirst(scheme.count + 1))
    }
    guard let rule = IdentifierRule.known[scheme] else {
      guard isEntry(id) else { return nil }
      return Reading(
        identifier: Identifier(scheme: scheme, id: id),
        remarks: [.unknownRegister]
      )
    }
    guard let (normal, remarks) = rule(id) else { return nil }
    return Reading(identifier: Identifier(scheme: scheme, id: normal), remarks: remarks)
  }

  /// Whether the entry can exist and is written in its normal form.
  public static func isNormal(_ identifier: Identifier) -> Bool {
    guard let reading = read(scheme: identifier.scheme, identifier.id) else { return false }
    // By bytes: Swift's own comparison takes some look-alikes for equal.
    return reading.identifier.scheme.utf8.elementsEqual(identifier.scheme.utf8)
      && reading.identifier.id.utf8.elementsEqual(identifier.id.utf8)
  }

  /// The text in capitals without spaces; only ASCII letters are changed.
  private static func plain(_ text: String) -> String {
    String(
      decoding: text.utf8.filter { $0 != 0x20 }.map {
        (0x61...0x7A).contains($0) ? $0 - 0x20 : $0
      },
      as: UTF8.self
    )
  }

  private static func isScheme(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first else { return false }
    return (2...6).contains(first.count) && first.allSatisfy { (0x41...0x5A).contains($0) }
      && parts.dropFirst().allSatisfy {
        (2...10).contains($0.count)
          && $0.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
      }
  }

  private static func isEntry(_ text: String) -> Bool {
    guard (1...40).contains(text.utf8.count), let first = text.utf8.first,
      first != 0x2D, first != 0x2E, first != 0x2F
    else { return false }
    return text.utf8.allSatisfy {
      (0x41...0x5A).contains($0) || (0x2D...0x39).contains($0)
    }
  }
}
