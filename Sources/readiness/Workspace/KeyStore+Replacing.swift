import ReadinessAttestation
import ReadinessCore

extension KeyStore {
  /// The certificates above the firm's, where a programme vouches for it; without a root.
  func chain() throws(Failure) -> [Certificate] {
    let bytes = try Files.read(certificateFile, limit: 1 << 20)
    guard let all = try? Certificate.read(bytes) else { return [] }
    return Array(all.dropFirst().filter { !$0.isSelfSigned })
  }

  /// Puts a certificate in place, with those above it.
  func write(_ certificates: [Certificate]) throws(Failure) {
    try Files.write(certificates.flatMap(\.pem), to: certificateFile)
  }

  /// Refuses a certificate that the firm's files could not be signed with.
  func check(
    _ certificate: Certificate,
    for subject: Statement.Subject,
    at now: Instant,
    _ path: String
  ) throws(Failure) {
    guard !certificate.isAuthority, certificate.mayBeUsedToSign, certificate.isForSigningDocuments
    else {
      throw Failure(
        "\(path): the certificate is not for signing documents",
        hint: "ask for one with digital signature and non-repudiation, for documents or e-mail"
      )
    }
    guard let from = certificate.notBefore, let until = certificate.notAfter, from <= now,
      now <= until
    else {
      throw Failure("\(path): the certificate does not hold today", hint: "ask for a new one")
    }
    guard let named = certificate.organizationIdentifier else {
      Console.note("Note: the certificate names no register; a buyer must confirm whose key it is.")
      return
    }
    let own = subject.identifiers.compactMap(\.organizationIdentifier)
    guard own.contains(where: { $0.utf8.elementsEqual(named.utf8) }) else {
      throw Failure(
        "\(path): the certificate is for \(TextLayout.harmless(named)), your answers say "
          + (own.isEmpty ? "nothing of that" : own.joined(separator: ", ")),
        hint: "correct section A1 of the answers, or ask for another certificate"
      )
    }
  }
}
