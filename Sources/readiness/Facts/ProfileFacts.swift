import ReadinessAttestation
import ReadinessCore

/// What a profile says, in short.
enum ProfileFacts {
  /// Names and values in words, safe to print.
  static func lines(_ profile: Profile) -> [(name: String, value: String)] {
    var lines = profile.tradingNames.map { ("trading as", $0) }
    lines += profile.identifiers.map { ("register", "\($0.scheme) \($0.id)") }
    let preparers = profile.preparedBy.isEmpty ? [.firm] : profile.preparedBy
    lines += [
      ("prepared by", preparers.map(\.inWords).joined(separator: ", ")),
      ("postcode", profile.postcode ?? "left out"), ("county", profile.county ?? "left out"),
      (
        "counted",
        profile.consentsToBeCounted
          ? "yes: programmes may count the firm in anonymous totals" : "no"
      ),
    ]
    for certificate in profile.certificates {
      lines += CertificateFacts.lines(certificate)
    }
    if profile.certificates.isEmpty { lines.append(("holds", "no certificate")) }
    return lines.map { ($0.0, TextLayout.harmless($0.1)) }
  }
}

/// What is said of a certificate that a firm holds, in short.
enum CertificateFacts {
  /// The certificate, then each look-up.
  static func lines(_ certificate: Statement.CertificateHeld) -> [(name: String, value: String)] {
    let level = certificate.level.map { " level \($0)" } ?? ""
    let scope =
      certificate.scopeKind == .whole
      ? "whole organisation" : "part: \(certificate.scopeDescription ?? "not said")"
    let words =
      "\(certificate.scheme.inWords)\(level), number \(certificate.number), holder "
      + "\(certificate.holder), \(certificate.issued.inWords) to "
      + "\(certificate.expires.inWords), by \(certificate.body), \(scope)"
    return [("holds", words)]
      + certificate.registerChecks.map { check in
        (
          "looked up",
          "\(certificate.number), by \(check.by) on \(check.on.inWords): \(check.result)"
        )
      }
  }
}
