import ReadinessCore

extension Workspace {
  /// The set that a question set builds on, with the answers to it in the same folder; `nil` where
  /// there are none.
  func base(of assessor: Assessor) throws(Failure) -> (assessor: Assessor, sheet: AnswerSheet)? {
    guard let id = assessor.questionnaire.buildsOn, let pack = Packs.shipped(id: id) else {
      return nil
    }
    let file = try answersFile(for: pack)
    // Where this very set's answers stand there, from before there were two files, there are none.
    guard try file != answersFile(for: assessor.questionnaire), try Files.exists(file, in: folder)
    else { return nil }
    let sheet = try answers(pack)
    return (Assessor(questionnaire: pack, support: assessor.support), sheet)
  }
}
