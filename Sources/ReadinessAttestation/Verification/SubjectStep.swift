/// The step `subject`: the signer must be the firm that the statement is about.
///
/// Names are never compared, since anybody can carry any name; only entries in registers count.
enum SubjectStep {
  static func check(
    _ subject: [Identifier],
    _ draft: inout Verification.Draft
  ) throws(Rejection) {
    guard let firm = draft.signers.first else { return }
    let named = firm.certificate.organizationIdentifier
    let isNamedInCertificate = firm.certificate.names(oneOf: subject)
    switch firm.trust {
    case .confirmedKey(let line):
      guard line.identifiers.contains(where: subject.contains) else {
        throw another(
          "the key is confirmed for \(list(line.identifiers)), the statement is about "
            + list(subject)
        )
      }
      if let named, !isNamedInCertificate {
        draft.remarks.append(
          Reason(
            .subject,
            .certificateNamesAnother,
            "the certificate names \(named), the key is confirmed for \(list(line.identifiers))"
          )
        )
      }
    case .pinnedCertificate, .authority, .bareFingerprint, .unknown:
      if let named, !isNamedInCertificate {
        throw another(
          "the certificate is for \(named), the statement is about \(list(subject))"
        )
      }
      // What the certificate says of itself counts where somebody vouches for the certificate.
      switch firm.trust {
      case .bareFingerprint:
        draft.doubts.append(notIdentified(firm))
      case .pinnedCertificate where named == nil, .authority where named == nil:
        draft.doubts.append(notIdentified(firm))
      case .pinnedCertificate, .authority, .confirmedKey, .unknown: break
      }
    }
  }

  private static func another(_ text: String) -> Rejection {
    Rejection(Reason(.subject, .signerIsAnotherOrganisation, text))
  }

  private static func notIdentified(_ firm: Signer) -> Reason {
    Reason(
      .subject,
      .signerNotIdentified,
      "the key \(firm.fingerprint) is known, the trust file does not say whose it is"
    )
  }

  private static func list(_ identifiers: [Identifier]) -> String {
    identifiers.isEmpty
      ? "an organisation without identifiers"
      : identifiers.map(\.description).joined(separator: ", ")
  }
}

extension Certificate {
  /// Whether the register's entry in the certificate's subject is one of these.
  ///
  /// `false` where the certificate carries none. Compared byte by byte: Swift's own comparison takes
  /// some look-alikes for equal.
  public func names(oneOf identifiers: [Identifier]) -> Bool {
    guard let named = organizationIdentifier else { return false }
    return identifiers.contains {
      $0.organizationIdentifier?.utf8.elementsEqual(named.utf8) == true
    }
  }
}
