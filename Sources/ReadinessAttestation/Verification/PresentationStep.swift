import ReadinessCore

/// The step `presentation`: what binds the file to a bid, and whether it is the bid at hand.
///
/// A binding that contradicts the rest is rejected. One to another bid, or none where one is
/// demanded, leaves an intact file that does not meet the demand: a binding that somebody took out
/// is no match.
enum PresentationStep {
  private static let day = 86_400

  static func check(
    _ statement: Statement,
    _ container: Container,
    demand: BidDemand,
    at now: Instant,
    _ draft: inout Verification.Draft
  ) throws(Rejection) {
    if let bytes = container[EntryName.presentation] {
      let presentation = try read(bytes)
      try checkSigner(&draft)
      try check(presentation, statement, at: now)
      draft.presentation = presentation
    }
    compare(statement, demand, &draft)
  }

  private static func read(_ bytes: [UInt8]) throws(Rejection) -> Presentation {
    do throws(StatementReadingError) {
      return try PresentationDocument.read(bytes)
    } catch {
      throw Rejection(Reason(.presentation, error.code.rawValue, error.description))
    }
  }

  /// Only the firm binds its statement to a bid, by the key that signed it.
  private static func checkSigner(_ draft: inout Verification.Draft) throws(Rejection) {
    guard
      let index = draft.signers.firstIndex(where: { $0.files.contains(EntryName.presentation) }),
      draft.signers[index].fingerprint == draft.signers.first?.fingerprint
    else {
      throw rejection(
        .presentationByAnother,
        "the presentation is signed with another key than the statement"
      )
    }
    if index > 0 { draft.signers[index].role = .presenter }
  }

  private static func check(
    _ presentation: Presentation,
    _ statement: Statement,
    at now: Instant
  ) throws(Rejection) {
    guard presentation.attestation == statement.id else {
      throw rejection(
        .presentationOfAnother,
        "the presentation is of the statement \(presentation.attestation)"
      )
    }
    guard TextRules.isLine(presentation.buyer, limit: 150),
      TextRules.isLine(presentation.notice, limit: 64),
      presentation.challenge.map({ TextRules.isLine($0, limit: 150) }) ?? true
    else {
      throw rejection(.presentationNotValid, "a text of the presentation is not allowed")
    }
    let made = presentation.made
    guard made.adding(seconds: DateChecks.clockGrace) >= statement.issued,
      made <= statement.validUntil, made.unixSeconds - now.unixSeconds <= day
    else {
      throw rejection(
        .presentationNotValid,
        "the presentation was made on \(made), when the statement did not hold"
      )
    }
    if case .tender(let reference) = statement.audience,
      !reference.utf8.elementsEqual(presentation.notice.utf8)
    {
      throw rejection(
        .presentationNotValid,
        "the statement is for \(reference) alone, the presentation for \(presentation.notice)"
      )
    }
  }

  // MARK: The demand

  private static func compare(
    _ statement: Statement,
    _ demand: BidDemand,
    _ draft: inout Verification.Draft
  ) {
    let bound = draft.presentation?.notice ?? statement.audience.tender
    switch (demand.notice, bound) {
    case (let wanted?, let bound?) where !wanted.utf8.elementsEqual(bound.utf8):
      draft.unmet.append(
        Reason(
          .presentation,
          .madeForAnotherNotice,
          "the file was made for the notice \(bound), not for \(wanted)"
        )
      )
    case (let wanted?, nil):
      draft.unmet.append(
        Reason(
          .presentation,
          .notBoundToNotice,
          "the file is for anybody; nothing in it binds it to the notice \(wanted)"
        )
      )
    case (nil, let bound?):
      draft.remarks.append(
        Reason(
          .presentation,
          .boundToNotice,
          "the file was made for the notice \(bound) alone; whether that is yours was not asked"
        )
      )
    default: break
    }
    guard let wanted = demand.challenge else { return }
    guard let answered = draft.presentation?.challenge else {
      draft.unmet.append(
        Reason(.presentation, .challengeNotAnswered, "the file repeats no challenge of yours")
      )
      return
    }
    guard wanted.utf8.elementsEqual(answered.utf8) else {
      draft.unmet.append(
        Reason(.presentation, .challengeDiffers, "the file repeats another challenge than yours")
      )
      return
    }
  }

  private static func rejection(_ code: Reason.Code, _ text: String) -> Rejection {
    Rejection(Reason(.presentation, code, text))
  }
}

extension Statement.Audience {
  /// The one tender it is for; `nil` for anybody.
  var tender: String? {
    switch self {
    case .any: nil
    case .tender(let reference): reference
    }
  }
}
