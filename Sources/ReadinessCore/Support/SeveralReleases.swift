/// What is said where typed words fit no release, or several.
extension SupportJudgement {
  /// The data does not know it, or the words leave it open.
  static func noMatch(_ note: String, product: String? = nil) -> SupportJudgement {
    SupportJudgement(
      status: .noMatch,
      fails: .no,
      ends: nil,
      note: note,
      product: product,
      version: nil
    )
  }

  /// What holds whichever of several releases is meant: all stand alike, or all fail.
  ///
  /// The end that is told is the latest of what fails, else the earliest.
  static func common(_ judgements: [SupportJudgement]) -> SupportJudgement? {
    guard let first = judgements.first else { return nil }
    let fail = judgements.allSatisfy { $0.fails == .yes }
    guard fail || judgements.allSatisfy({ $0.status == first.status && $0.fails == first.fails })
    else { return nil }
    let dated = judgements.filter { $0.ends != nil }
    func isEarlier(_ one: SupportJudgement, _ other: SupportJudgement) -> Bool {
      guard let one = one.ends, let other = other.ends else { return false }
      return one < other
    }
    let told = (fail ? dated.max(by: isEarlier) : dated.min(by: isEarlier)) ?? first
    guard judgements.contains(where: { $0.version != first.version }) else { return told }
    let taken = "at \(fail ? "best" : "worst") it is \(told.version ?? "")"
    return SupportJudgement(
      status: told.status,
      fails: told.fails,
      ends: told.ends,
      note: told.note.isEmpty ? taken : taken + ": " + told.note,
      product: told.product,
      version: nil
    )
  }

  /// No match, as the words leave open which of several releases is meant.
  static func open(_ match: ProductMatcher.Match) -> SupportJudgement {
    var versions: [String] = []
    for release in match.releases where !versions.contains(release.version) {
      versions.append(release.version)
    }
    guard versions.count == 1 else {
      return noMatch(
        "the version decides (our data knows \(versions.joined(separator: ", "))): write it down",
        product: match.product.name
      )
    }
    let ends = match.releases.map { release in
      let names = release.editions.joined(separator: ", ")
      return "\(names.isEmpty ? "other editions" : names): "
        + (release.ends.map { "until \($0)" } ?? "no date")
    }
    return SupportJudgement(
      status: .noMatch,
      fails: .no,
      ends: nil,
      note: "the edition decides (" + ends.joined(separator: "; ") + "): write it down",
      product: match.product.name,
      version: versions.first
    )
  }
}
