/// The places of a JSON format that an importer knows.
///
/// A place says what may stand there and what the members or elements in it are. Whatever leads
/// to no place is passed over without being kept.
protocol JSONPlace: Hashable, Sendable {
  /// The place of the whole file.
  static var root: Self { get }

  /// What may stand here, beside `null`, which is read as nothing everywhere.
  var shapes: JSONShapes { get }

  /// What a member of an object here is.
  func member(_ name: String) -> JSONMember<Self>

  /// What each element of an array here is.
  var element: Self { get }
}

extension JSONPlace {
  /// The members of an object that has none to keep.
  func member(_ name: String) -> JSONMember<Self> { .unknown }

  /// An array whose elements are of the same kind as itself.
  var element: Self { self }
}

/// Kinds of JSON value.
struct JSONShapes: OptionSet, Sendable {
  let rawValue: UInt8

  static let object = JSONShapes(rawValue: 1)
  static let array = JSONShapes(rawValue: 2)
  static let text = JSONShapes(rawValue: 4)
  static let number = JSONShapes(rawValue: 8)
  static let flag = JSONShapes(rawValue: 16)
}

/// What becomes of a member of an object.
enum JSONMember<Place: JSONPlace> {
  /// It is read; a second one of that name in the same object is an error.
  case wanted(Place)
  /// It is read, and so are others beside it: the object is a list with names.
  case entry(Place)
  /// It is known and of no use.
  case known
  /// It is not understood, which is counted.
  case unknown
}

/// One thing that happens while a file is read.
enum JSONEvent<Place: JSONPlace> {
  /// An object or array begins; with the member's name, which is empty in an array.
  case begin(Place, name: String, isObject: Bool)
  /// The object or array ends.
  case end(Place)
  /// A text, cut at the stream's limit.
  case text(Place, String)
  /// A number as it is written.
  case number(Place, String)
  /// `true` or `false`.
  case flag(Place, Bool)
}

/// Takes what a stream finds.
protocol JSONReceiver<Place> {
  associatedtype Place: JSONPlace

  /// Takes the next thing.
  mutating func take(_ event: JSONEvent<Place>) throws(ScanImportError)

  /// Takes note of a name that is not understood.
  mutating func notUnderstood(_ name: String)
}
