import ReadinessCore

/// A file of the evidence folder that is not what the program wrote.
public struct StoredFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, and where in the file.
  public let what: String

  /// As `line 3, column 7: the text ends too early`, or with the place in the value.
  public var description: String { what }

  /// An error in words.
  init(_ what: String) {
    self.what = what
  }
}

/// What the readers of the evidence folder's files have in common.
enum StoredFile {
  /// The value of a file, whose `format` must be this one.
  static func value(_ bytes: [UInt8], format: String) throws(StoredFileError) -> JSONValue {
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch {
      throw StoredFileError("line \(error.line), column \(error.column): \(error.what)")
    }
    guard case .object = value else { throw StoredFileError("it is no object") }
    guard let found = value["format"]?.string else {
      throw StoredFileError("it has no \"format\"")
    }
    guard found == format else {
      throw StoredFileError(
        "its format is \"\(found)\", and this program reads \"\(format)\""
      )
    }
    return value
  }
}

/// An object that is being read; what is not asked for is an error.
struct StoredMembers {
  private let place: String
  private var values: [String: JSONValue] = [:]

  /// The members of an object.
  ///
  /// - Parameter place: what it is, for errors, as `devices[3]`.
  init(_ value: JSONValue, _ place: String) throws(StoredFileError) {
    guard let members = value.members else { throw StoredFileError("\(place) is no object") }
    self.place = place
    for member in members { values[member.name] = member.value }
  }

  /// Takes a member out.
  mutating func take(_ name: String) -> JSONValue? { values.removeValue(forKey: name) }

  mutating func text(_ name: String) throws(StoredFileError) -> String? {
    guard let value = take(name) else { return nil }
    guard let text = value.string else { throw wrong(name, "text") }
    return text
  }

  mutating func needed(_ name: String) throws(StoredFileError) -> String {
    guard let text = try text(name) else { throw wrong(name, "text") }
    return text
  }

  mutating func number(
    _ name: String,
    in range: ClosedRange<Int> = 0...Int.max
  ) throws(StoredFileError) -> Int? {
    guard let value = take(name) else { return nil }
    guard let number = value.integer, range.contains(number) else {
      throw wrong(name, "a whole number that fits")
    }
    return number
  }

  mutating func flag(_ name: String) throws(StoredFileError) -> Bool? {
    guard let value = take(name) else { return nil }
    guard case .bool(let flag) = value else { throw wrong(name, "true or false") }
    return flag
  }

  mutating func day(_ name: String) throws(StoredFileError) -> CalendarDate? {
    guard let text = try text(name) else { return nil }
    guard let day = CalendarDate(iso: text) else { throw wrong(name, "a date as 2026-11-22") }
    return day
  }

  mutating func list(_ name: String) throws(StoredFileError) -> [JSONValue] {
    guard let value = take(name) else { return [] }
    guard let elements = value.array else { throw wrong(name, "a list") }
    return elements
  }

  mutating func texts(_ name: String) throws(StoredFileError) -> [String] {
    var texts: [String] = []
    for element in try list(name) {
      guard let text = element.string else { throw wrong(name, "a list of texts") }
      texts.append(text)
    }
    return texts
  }

  /// What must be one of the words of an enumeration.
  mutating func word<Word: RawRepresentable<String>>(
    _ name: String,
    _: Word.Type
  ) throws(StoredFileError) -> Word {
    guard let word = Word(rawValue: try needed(name)) else { throw wrong(name, "a known word") }
    return word
  }

  /// Refuses what was not taken.
  func end() throws(StoredFileError) {
    guard let name = values.keys.min() else { return }
    throw StoredFileError("\(place) has \"\(name)\", which is not known")
  }

  func wrong(_ name: String, _ expected: String) -> StoredFileError {
    StoredFileError("\(place): \"\(name)\" must be \(expected)")
  }
}
