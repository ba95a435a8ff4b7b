import ArgumentParser
import ReadinessCore

/// In this program "option" means one of a command; the questionnaire's are `ReadinessCore.Option`.
typealias Option<Value> = ArgumentParser.Option<Value>

extension Question.Role {
  /// The role of that name, for a command's option.
  static func named(_ text: String) throws -> Question.Role {
    guard let role = Question.Role(rawValue: text) else {
      throw ValidationError(
        "\"\(text)\" is not one of "
          + Question.Role.allCases.map(\.rawValue).joined(separator: ", ")
      )
    }
    return role
  }
}
