import ReadinessCore

/// Certificates listed as held, and what is declared on their strength.
enum CertificateChecks {
  static func problems(_ statement: Statement) -> [StatementSense.Problem] {
    let dates = statement.certificatesHeld.filter {
      $0.expires <= $0.issued || $0.issued > statement.issued.day.adding(days: 1)
    }
    return dates.map {
      .init(
        .certificateDatesNotValid,
        "the certificate \($0.number) says it holds from \($0.issued) to \($0.expires)"
      )
    }
      + declaration(statement.cyberEssentials, .cyberEssentials, statement)
      + declaration(statement.cyberEssentialsPlus, .cyberEssentialsPlus, statement)
  }

  static func remarks(_ statement: Statement, at now: Instant) -> [StatementSense.Remark] {
    var remarks: [StatementSense.Remark] = []
    for certificate in statement.certificatesHeld {
      if certificate.expires < now.day {
        remarks.append(
          .init(
            .certificateExpired,
            "the certificate \(certificate.number) held until \(certificate.expires)"
          )
        )
      }
      if !certificate.holder.utf8.elementsEqual(statement.subject.legalName.utf8) {
        remarks.append(
          .init(
            .certificateOfAnother,
            "the certificate \(certificate.number) names \(certificate.holder), not"
              + " \(statement.subject.legalName)"
          )
        )
      }
    }
    let declarations = [statement.cyberEssentials, statement.cyberEssentialsPlus]
    if declarations.contains(where: { $0?.status == .meetsByAward }),
      statement.improvementPlan.isEmpty
    {
      remarks.append(
        .init(.noPlan, "it will be met by contract award, says the firm, but no plan is given")
      )
    }
    return remarks
  }

  /// "Meets now" needs a certificate of that level, listed, and in date when issued.
  private static func declaration(
    _ declaration: Statement.TenderDeclaration?,
    _ scheme: Statement.CertificateScheme,
    _ statement: Statement
  ) -> [StatementSense.Problem] {
    guard let declaration else { return [] }
    func problem(_ text: String) -> [StatementSense.Problem] {
      [.init(.declarationWithoutCertificate, "\(scheme.inWords): \(text)")]
    }
    guard let number = declaration.certificate else {
      return declaration.status == .meetsNow
        ? problem("\"meets now\" is declared without the number of a certificate") : []
    }
    let listed = statement.certificatesHeld.first { $0.number.utf8.elementsEqual(number.utf8) }
    guard let certificate = listed else {
      return problem("the certificate \(number) is not among those listed")
    }
    guard declaration.status == .meetsNow else { return [] }
    guard declaration.equivalent || bears(certificate.scheme, scheme) else {
      return problem("the certificate \(number) is for \(certificate.scheme.inWords)")
    }
    guard certificate.expires >= statement.issued.day else {
      return problem("the certificate \(number) had expired when the statement was issued")
    }
    guard declaration.expires == nil || declaration.expires == certificate.expires else {
      return problem("the certificate \(number) has another expiry date")
    }
    return []
  }

  /// Cyber Essentials Plus includes Cyber Essentials, not the other way round.
  private static func bears(
    _ held: Statement.CertificateScheme,
    _ wanted: Statement.CertificateScheme
  ) -> Bool {
    held == wanted || (held == .cyberEssentialsPlus && wanted == .cyberEssentials)
  }
}
