import ReadinessCore

/// One value of `profile.json` with its place.
struct ProfileReader {
  private let value: JSONValue
  private let place: String

  init(_ value: JSONValue, _ place: String) throws(Profile.Problem) {
    self.init(value: value, place: place)
    guard value.members != nil else { throw Profile.Problem(place, "it is no object") }
  }

  private init(value: JSONValue, place: String) {
    self.value = value
    self.place = place
  }

  private func below(_ name: String) -> String { place == "the file" ? name : "\(place).\(name)" }

  /// Refuses members of other names.
  func allow(_ names: [String]) throws(Profile.Problem) {
    guard let members = value.members else { throw Profile.Problem(place, "it is no object") }
    for member in members where !names.contains(member.name) {
      throw Profile.Problem(
        below(String(member.name.prefix(40))),
        "a member of that name is not known; known are \(names.joined(separator: ", "))"
      )
    }
  }

  func member(_ name: String) throws(Profile.Problem) -> ProfileReader {
    guard let member = value[name] else { throw Profile.Problem(below(name), "it is missing") }
    return ProfileReader(value: member, place: below(name))
  }

  private func optional(_ name: String) -> ProfileReader? {
    value[name].map { ProfileReader(value: $0, place: below(name)) }
  }

  func text() throws(Profile.Problem) -> String {
    guard let text = value.string else { throw Profile.Problem(place, "it is no text") }
    return text
  }

  func text(_ name: String) throws(Profile.Problem) -> String { try member(name).text() }

  func optionalText(_ name: String) throws(Profile.Problem) -> String? {
    try optional(name)?.text()
  }

  func flag(_ name: String) throws(Profile.Problem) -> Bool {
    guard let member = value[name] else { return false }
    guard case .bool(let flag) = member else {
      throw Profile.Problem(below(name), "it is neither true nor false")
    }
    return flag
  }

  func date(_ name: String) throws(Profile.Problem) -> CalendarDate {
    let text = try text(name)
    guard let date = CalendarDate(iso: text) else {
      throw Profile.Problem(below(name), "\"\(text)\" is no day, as 2026-11-22")
    }
    return date
  }

  /// The elements of a list; none where there is no such member.
  func list(_ name: String) throws(Profile.Problem) -> [ProfileReader] {
    guard let member = value[name] else { return [] }
    guard let elements = member.array else { throw Profile.Problem(below(name), "it is no list") }
    guard elements.count <= ProfileFile.most else {
      throw Profile.Problem(below(name), "there are more than \(ProfileFile.most)")
    }
    return elements.enumerated().map {
      ProfileReader(value: $1, place: "\(below(name))[\($0)]")
    }
  }

  func choice<Choice: RawRepresentable & CaseIterable>() throws(Profile.Problem) -> Choice
  where Choice.RawValue == String {
    let text = try text()
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw Profile.Problem(place, "\"\(text)\" is none of \(known)")
    }
    return choice
  }
}
