public import ReadinessCore

/// What the firm would answer Find a Tender for one level, as it is typed.
///
/// `meets-now`, `meets-now=NUMBER`, `meets-by-award`, `meets-by-award=DATE` or `does-not-meet`
/// (facts: the Cyber Essentials module of the central digital platform).
public struct TenderAnswer: Hashable, Sendable {
  /// Now, by award, or not.
  public let status: Statement.TenderDeclaration.Status
  /// With "meets now": the number of the certificate relied on, where one was named.
  public let number: String?
  /// With "meets by award": the day by which the firm means to hold the certificate.
  public let day: CalendarDate?

  /// Why an answer cannot be given, and the next step.
  public struct Mistake: Error, Hashable, Sendable {
    /// In words, safe to print.
    public let what: String
    /// What to do.
    public let hint: String
  }

  private static let form =
    "write meets-now, meets-now=NUMBER, meets-by-award, meets-by-award=DATE or does-not-meet"

  /// Reads what was typed.
  public init(_ text: String) throws(Mistake) {
    let shown = TextLayout.harmless(String(text.prefix(80)))
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard
      let status = parts.first.flatMap({ Statement.TenderDeclaration.Status(rawValue: String($0)) })
    else { throw Mistake(what: "\"\(shown)\" is no answer", hint: Self.form) }
    self.status = status
    let detail = parts.count > 1 ? String(parts[1]) : nil
    switch status {
    case .meetsNow:
      number = detail
      day = nil
    case .meetsByAward:
      number = nil
      day = detail.flatMap { CalendarDate(iso: $0) }
      guard (detail == nil) == (day == nil) else {
        throw Mistake(what: "\"\(shown)\" names no day", hint: "write it as 2027-01-31")
      }
    case .doesNotMeet:
      number = nil
      day = nil
      guard detail == nil else { throw Mistake(what: "\"\(shown)\" is no answer", hint: Self.form) }
    }
  }

  /// The declaration for a level.
  ///
  /// "Meets now" needs a certificate in date; "meets by award" needs a plan.
  ///
  /// - Parameters:
  ///   - scheme: Cyber Essentials or Cyber Essentials Plus.
  ///   - certificates: those that the firm says it holds.
  ///   - today: the day of signing.
  ///   - hasTargets: whether the firm has set targets of its own.
  /// - Throws: what is missing.
  public func declaration(
    _ scheme: Statement.CertificateScheme,
    _ certificates: [Statement.CertificateHeld],
    today: CalendarDate,
    hasTargets: Bool
  ) throws(Mistake) -> Statement.TenderDeclaration {
    switch status {
    case .doesNotMeet: return .init(status: status)
    case .meetsByAward:
      guard hasTargets || day != nil else {
        throw Mistake(
          what: "\(scheme.inWords): \"meets by award\" needs a plan, and there is none",
          hint: "set targets with readiness plan, or say by when: meets-by-award=2027-01-31"
        )
      }
      if let day, day < today {
        throw Mistake(
          what: "\(scheme.inWords): \(day.inWords) is past",
          hint: "name the day by which you mean to hold the certificate"
        )
      }
      return .init(status: status)
    case .meetsNow:
      let certificate = try relied(scheme, certificates, today)
      return .init(
        status: status,
        certificate: certificate.number,
        expires: certificate.expires,
        equivalent: !bears(certificate.scheme, scheme)
      )
    }
  }

  private func relied(
    _ scheme: Statement.CertificateScheme,
    _ certificates: [Statement.CertificateHeld],
    _ today: CalendarDate
  ) throws(Mistake) -> Statement.CertificateHeld {
    let candidates =
      if let number {
        certificates.filter { $0.number.utf8.elementsEqual(number.utf8) }
      } else {
        certificates.filter { bears($0.scheme, scheme) }
      }
    guard let best = candidates.max(by: { $0.expires < $1.expires }) else {
      let named = number.map { " with the number \(TextLayout.harmless($0))" } ?? ""
      throw Mistake(
        what: "\(scheme.inWords): \"meets now\" needs a certificate\(named), and none is listed",
        hint: "add it with: readiness profile certificate; or answer meets-by-award"
      )
    }
    if best.scheme == .cyberEssentials, scheme == .cyberEssentialsPlus {
      throw Mistake(
        what: "the certificate \(best.number) is for Cyber Essentials, which is less than Plus",
        hint: "answer meets-by-award or does-not-meet for Cyber Essentials Plus"
      )
    }
    guard best.issued <= today, today <= best.expires else {
      throw Mistake(
        what: "the certificate \(best.number) holds from \(best.issued.inWords) to "
          + "\(best.expires.inWords), not today",
        hint: "add the new one with: readiness profile certificate; or answer meets-by-award"
      )
    }
    return best
  }

  /// Cyber Essentials Plus includes Cyber Essentials.
  private func bears(
    _ held: Statement.CertificateScheme,
    _ wanted: Statement.CertificateScheme
  ) -> Bool {
    held == wanted || held == .cyberEssentialsPlus && wanted == .cyberEssentials
  }
}
