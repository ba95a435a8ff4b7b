/// The statement as one HTML page for people.
public enum StatementPage {
  /// The version of the rendering; changes whenever the bytes for any statement change.
  public static let version = "1"

  /// The page's bytes: self-contained UTF-8.
  public static func html(_ statement: Statement) -> [UInt8] { [] }
}
