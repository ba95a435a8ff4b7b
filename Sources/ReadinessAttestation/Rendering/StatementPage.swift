/// The statement as one HTML page for people.
public enum StatementPage {
  /// The version of the rendering; changes whenever the bytes for any statement change.
  public static let version = "1"
}
