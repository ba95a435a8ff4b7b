import ReadinessAttestation
import ReadinessCore

/// Whether a certificate that the firm names will do.
///
/// That it is named proves nothing; a look-up counts only where the buyer made it.
struct CertificateJudge {
  let wanted: Clause.CertificateDemand
  let file: ShownFile
  let circumstances: Circumstances

  private var today: CalendarDate { circumstances.at.day }

  func judge(_ notes: inout JudgementNotes) {
    let candidates = file.statement.certificatesHeld.filter(fits)
    // The best of them speaks for the firm.
    var best: JudgementNotes?
    for certificate in candidates {
      var own = JudgementNotes(clause: notes.clause)
      judge(certificate, &own)
      if own.result == .met { return notes.take(own) }
      if best == nil || best?.result == .notMet && own.result == .undecided { best = own }
    }
    if let best, best.result == .undecided { return notes.take(best) }
    if wanted.asksForEquivalent, declarations.contains(where: { $0.equivalent }) {
      return notes.doubt(
        .equivalentToBeAccepted,
        "the firm relies on equivalent controls: are they enough?"
      )
    }
    let renewable: [PolicyReason.Code] = [.certificateExpired, .certificateExpiresTooSoon]
    if wanted.byAward, best?.reasons.allSatisfy({ renewable.contains($0.code) }) ?? true,
      declarations.contains(where: { $0.status == .meetsByAward })
    {
      return judgeByAward(&notes)
    }
    if let best { return notes.take(best) }
    notes.fail(.noCertificate, "the file names no certificate of \(wanted.inWords)")
  }

  /// Whether it is of a scheme and level that will do.
  private func fits(_ certificate: Statement.CertificateHeld) -> Bool {
    guard wanted.schemes.contains(certificate.scheme) else { return false }
    guard let least = wanted.level else { return true }
    return certificate.level.flatMap { Int($0) }.map { $0 >= least } ?? false
  }

  private var declarations: [Statement.TenderDeclaration] {
    wanted.schemes.compactMap { scheme in
      switch scheme {
      case .cyberEssentials: file.statement.cyberEssentials
      case .cyberEssentialsPlus: file.statement.cyberEssentialsPlus
      case .defenceCyberCertification, .iso27001, .other: nil
      }
    }
  }

  // MARK: One certificate

  private func judge(_ certificate: Statement.CertificateHeld, _ notes: inout JudgementNotes) {
    let name = "\(certificate.scheme.inWords) \(certificate.number)"
    judgeDates(certificate, name, &notes)
    if !LegalName.isSame(certificate.holder, file.statement.subject.legalName) {
      notes.fail(
        .certificateOfAnother,
        "\(name) is in the name of \(certificate.holder), not of "
          + file.statement.subject.legalName
      )
    }
    judgeScope(certificate, name, &notes)
    if !wanted.requirementsVersions.isEmpty,
      !wanted.requirementsVersions.contains(certificate.requirementsVersion ?? "")
    {
      notes.fail(
        .certificateRequirements,
        "\(name) rests on requirements \(certificate.requirementsVersion ?? "of no stated version")"
      )
    }
    judgeLookUp(certificate, name, &notes)
  }

  private func judgeDates(
    _ certificate: Statement.CertificateHeld,
    _ name: String,
    _ notes: inout JudgementNotes
  ) {
    let ends = certificate.expires
    if certificate.issued > today {
      notes.fail(.certificateNotYetIssued, "\(name) begins on \(certificate.issued)")
    }
    guard ends >= today else {
      return notes.fail(.certificateExpired, "\(name) ran out on \(ends)")
    }
    if today.days(to: ends) < wanted.spareDays {
      notes.fail(
        .certificateExpiresTooSoon,
        "\(name) runs out on \(ends); \(wanted.spareDays) days must be left"
      )
    }
    for day in wanted.days {
      let date =
        switch day {
        case .award: circumstances.award
        case .contractStart: circumstances.contractStart
        }
      if let date {
        if ends < date {
          notes.fail(
            .certificateExpiresTooSoon,
            "\(name) runs out on \(ends), before \(day.inWords) on \(date)"
          )
        }
      } else {
        notes.doubt(
          day == .award ? .awardNotGiven : .contractStartNotGiven,
          "\(name) runs out on \(ends); the day of \(day.inWords) was not given"
        )
      }
    }
  }

  private func judgeScope(
    _ certificate: Statement.CertificateHeld,
    _ name: String,
    _ notes: inout JudgementNotes
  ) {
    guard let parts = wanted.scope, certificate.scopeKind == .part else { return }
    let scope = certificate.scopeDescription ?? "not described"
    switch parts {
    case .refused: notes.fail(.certificateScope, "\(name) covers a part only: \(scope)")
    case .asked:
      notes.doubt(.certificateScopeToBeAccepted, "\(name) covers a part, is it enough? \(scope)")
    case .named(let names):
      if !names.contains(where: { $0.utf8.elementsEqual(scope.utf8) }) {
        notes.fail(.certificateScope, "\(name) covers a part that is not named: \(scope)")
      }
    }
  }

  private func judgeLookUp(
    _ certificate: Statement.CertificateHeld,
    _ name: String,
    _ notes: inout JudgementNotes
  ) {
    let own = circumstances.lookUps.filter {
      $0.certificate.utf8.elementsEqual(certificate.number.utf8) && $0.on <= today
    }
    let last = own.max { $0.on < $1.on }
    if let last, last.result != .found {
      return notes.fail(
        .lookUpNegative,
        "\(name): on \(last.on) the public search showed "
          + (last.result == .notFound ? "no such certificate" : "other particulars")
      )
    }
    guard let days = wanted.lookUpDays else { return }
    if file.isForecast {
      return notes.leaveToTheBuyer("looks \(name) up in the public certificate search")
    }
    if !certificate.registerChecks.isEmpty {
      notes.remark(.ownLookUp, "\(name): the firm's own look-up does not count")
    }
    guard let last else {
      return notes.doubt(.lookUpMissing, "\(name) was not looked up in the public search by you")
    }
    if last.on.days(to: today) > days {
      notes.doubt(.lookUpTooOld, "\(name) was looked up on \(last.on); \(days) days are allowed")
    }
  }

  // MARK: By contract award

  private func judgeByAward(_ notes: inout JudgementNotes) {
    if let award = circumstances.award, award < today {
      return notes.fail(
        .noCertificate,
        "\(wanted.inWords) was to be there by contract award, which was on \(award)"
      )
    }
    PlanJudge.judge(file.statement, circumstances, &notes)
  }
}

extension Clause.CertificateDemand {
  /// Written as `Cyber Essentials or Cyber Essentials Plus`.
  public var inWords: String {
    schemes.map(\.inWords).joined(separator: " or ")
      + (level.map { ", Level \($0) or above" } ?? "")
  }
}

/// Compares names as they stand on certificates and at Companies House.
enum LegalName {
  /// Whether two names are the same but for capitals, spaces, full stops and the short form of the
  /// kind of company.
  static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8) || words(one) == words(other)
  }

  private static func words(_ name: String) -> [String] {
    let plain = name.lowercased().filter { $0 != "." && $0 != "," }
    return plain.split(separator: " ").map { word in
      switch word {
      case "limited": "ltd"
      case "&": "and"
      default: String(word)
      }
    }
  }
}
