/// Why a disclosure is not accepted, or could not be made.
public struct DisclosureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of reason, for programs.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// Not JSON, or not the members that a disclosure has.
    case unreadable = "disclosure-unreadable"
    /// A disclosure, but not written in the one form that there is.
    case notCanonical = "disclosure-not-canonical"
    /// The file's name is not the one that its content demands.
    case misnamed = "disclosure-misnamed"
    /// The statement has no digest for it.
    case notSealed = "disclosure-not-sealed"
    /// The statement has another digest for it.
    case differs = "disclosure-differs"
    /// Two disclosures would have the same salt, or the same file name.
    case repeated = "disclosure-repeated"
  }

  /// The kind of reason, for programs.
  public let code: Code
  /// The reason in words, safe to print; it never holds the answer.
  public let text: String

  init(_ code: Code, _ text: String) {
    self.code = code
    self.text = VisibleText.of(text)
  }

  /// The reason in words.
  public var description: String { text }
}
