/// A way to put something right, in words.
enum RemedyWords {
  /// What to do, with the way's name in front where it has one.
  static func named(_ remedy: Remedy) -> String {
    guard let id = remedy.id else { return remedy.text }
    return "\(name(id)): \(remedy.text)"
  }

  /// The id in words: `cut-off` is "Cut off".
  static func name(_ id: String) -> String {
    ReportWords.capitalised(id.replacing("-", with: " "))
  }

  /// Effort and cost.
  static func cost(_ remedy: Remedy) -> String {
    "Work: \(remedy.effort.inWords). Money: \(remedy.cost.inWords)."
  }

  /// What it changes for the scope and the insurance; `nil` where the question set does not say.
  static func effects(_ remedy: Remedy) -> String? {
    let effects = [
      remedy.scope.map { "Scope: \($0)" }, remedy.insurance.map { "Insurance: \($0)" },
    ]
    .compactMap(\.self)
    return effects.isEmpty ? nil : effects.joined(separator: " ")
  }
}
