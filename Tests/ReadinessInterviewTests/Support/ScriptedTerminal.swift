import ReadinessInterview

/// A terminal whose typed lines are written beforehand.
final class ScriptedTerminal: Terminal {
  /// What happened, in order.
  enum Event: Equatable {
    case shown(String)
    case asked(String)
  }

  let width: Int
  private(set) var events: [Event] = []
  private var script: [String]
  private let whenAsked: () -> Void

  init(_ script: [String], width: Int = 80, whenAsked: @escaping () -> Void = {}) {
    self.script = script
    self.width = width
    self.whenAsked = whenAsked
  }

  func show(_ line: String) { events.append(.shown(line)) }

  func ask(_ prompt: String) -> String? {
    events.append(.asked(prompt))
    whenAsked()
    return script.isEmpty ? nil : script.removeFirst()
  }

  /// What has not been typed.
  var rest: [String] { script }

  /// Every line that was shown, without prompts.
  var shown: [String] {
    events.compactMap { if case .shown(let line) = $0 { line } else { nil } }
  }

  /// Every prompt, as `A4.1`.
  var prompts: [String] {
    events.compactMap { event in
      guard case .asked(let prompt) = event else { return nil }
      return prompt.hasSuffix("> ") ? String(prompt.dropLast(2)) : prompt
    }
  }
}
