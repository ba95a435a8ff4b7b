/// Where the interview speaks and listens.
public protocol Terminal: AnyObject {
  /// The cells of a line; at most 80 are used.
  var width: Int { get }
  /// Shows a line.
  func show(_ line: String)
  /// Asks for a line; `nil` where there is no more input.
  func ask(_ prompt: String) -> String?
}
