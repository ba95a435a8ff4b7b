import ReadinessCore
import ReadinessEvidence

/// The question sets that a file can be evidence for: Cyber Essentials, and the shipped sets that
/// build on it.
struct EvidencePacks {
  /// Cyber Essentials.
  let base: Questionnaire
  /// The sets that build on it.
  let others: [Questionnaire]

  /// The shipped sets.
  init() throws(Failure) {
    let base = try Packs.questionnaire()
    self.base = base
    others = Packs.shipped { $0.buildsOn == base.id }
  }

  /// All of them, Cyber Essentials first.
  var all: [Questionnaire] { [base] + others }

  /// The question of that id in any of them.
  func question(_ id: String) -> Question? {
    all.lazy.compactMap { $0.question(id) }.first
  }

  /// Those that a firm has answers to; Cyber Essentials always.
  func used(in workspace: Workspace) throws(Failure) -> [Questionnaire] {
    var used = [base]
    for pack in others {
      let file = try workspace.answersFile(for: pack)
      if try Files.exists(file, in: workspace.folder) { used.append(pack) }
    }
    return used
  }

  /// The answers of a firm to all sets that it uses, by question.
  func answers(in workspace: Workspace) throws(Failure) -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for pack in try used(in: workspace) {
      answers.merge(try workspace.answers(pack).answers) { $1 }
    }
    return answers
  }

  /// The ids in texts such as `A4.6,P2.1`, each once.
  ///
  /// - Throws: where none of the sets has such a question.
  func ids(_ texts: [String]) throws(Failure) -> [String] {
    var ids: [String] = []
    for text in texts {
      for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
        let id = part.first.map { $0.uppercased() + part.dropFirst() } ?? ""
        guard question(id) != nil else {
          throw Failure(
            "\(all.map(\.scheme).joined(separator: " and ")) have no question \"\(TextLayout.harmless(String(part)))\"",
            status: .usage,
            hint: "readiness questionnaire show lists them; write --for A4.6"
          )
        }
        if !ids.contains(id) { ids.append(id) }
      }
    }
    guard !ids.isEmpty else {
      throw Failure("--for names no question", status: .usage, hint: "write --for A4.6")
    }
    return ids
  }
}
