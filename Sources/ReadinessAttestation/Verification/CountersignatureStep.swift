/// What those beside the firm say, and whether it counts; a part of the step `signature`.
///
/// They are listed apart. What is broken or contradicts itself is rejected with the whole file; a
/// signer of whom nothing is known counts for nothing, and takes nothing from what the firm says.
enum CountersignatureStep {
  static func check(
    _ statement: Statement,
    _ container: Container,
    _ draft: inout Verification.Draft
  ) throws(Rejection) {
    for index in draft.signers.indices {
      let signer = draft.signers[index]
      let names = signer.files.filter { EntryName.countersigningRole(of: $0) != nil }
      if let name = names.first {
        guard names.count == 1, !signer.files.contains(EntryName.presentation) else {
          throw rejection(.severalParts, "signature \(signer.number) says twice what it is for")
        }
        let value = try read(container[name] ?? [], name)
        try compare(value, name, statement, signer, draft)
        draft.signers[index].countersignature = value
        draft.signers[index].role = Signer.Role(value.role)
        let remark = remark(on: draft.signers[index], statement)
        draft.signers[index].countsAsAssessor = value.role == .assessor && remark == nil
        if let remark { draft.remarks.append(remark) }
      } else if signer.trust == .unknown, signer.fingerprint != draft.signers[0].fingerprint {
        draft.remarks.append(unknown(signer))
      }
    }
    draft.remarks += unconfirmedTests(statement, draft.signers)
  }

  private static func read(
    _ bytes: [UInt8],
    _ name: String
  ) throws(Rejection) -> Countersignature {
    do throws(StatementReadingError) {
      return try CountersignatureDocument.read(bytes, name: name)
    } catch {
      throw Rejection(Reason(.schema, error.code.rawValue, error.description))
    }
  }

  private static func compare(
    _ value: Countersignature,
    _ name: String,
    _ statement: Statement,
    _ signer: Signer,
    _ draft: Verification.Draft
  ) throws(Rejection) {
    guard value.fileName == name else {
      throw rejection(.countersignatureNotValid, "\(name) is by somebody in another role")
    }
    guard value.attestation == statement.id else {
      throw rejection(.countersignatureOfAnother, "\(name) is about \(value.attestation)")
    }
    guard signer.fingerprint != draft.signers.first?.fingerprint else {
      throw rejection(.countersignatureByTheFirm, "the firm's own key signs \(name)")
    }
    guard value.signerCertificateSHA256 == signer.fingerprint else {
      throw rejection(
        .countersignatureByAnother,
        "\(name) names the certificate \(value.signerCertificateSHA256), "
          + "\(signer.fingerprint) signed"
      )
    }
    if let problem = value.problem(with: statement) {
      throw rejection(.countersignatureNotValid, "\(name): \(problem)")
    }
  }

  /// Why the signer counts for less than it seems.
  private static func remark(on signer: Signer, _ statement: Statement) -> Reason? {
    guard signer.role == .assessor else {
      return signer.trust == .unknown ? unknown(signer) : nil
    }
    guard !isTheFirm(signer, statement) else {
      return Reason(
        .signature,
        .assessorIsTheFirm,
        "signature \(signer.number) is by the firm itself as its own assessor; it does not count"
      )
    }
    switch signer.assessorTrust {
    case .confirmedKey, .pinnedCertificate, .bareFingerprint, .authority: return nil
    case .unknown:
      return Reason(
        .signature,
        .assessorNotTrusted,
        "signature \(signer.number) is by \(signer.subject) as an assessor, who is not among the "
          + "assessors that you named: nothing counts as independently tested"
      )
    }
  }

  private static func unknown(_ signer: Signer) -> Reason {
    Reason(
      .signature,
      .countersignerUnknown,
      "signature \(signer.number) holds, and nobody you trust vouches for \(signer.subject): "
        + "fingerprint \(signer.fingerprint)"
    )
  }

  /// By entries in registers, as far as certificate and trust file name them.
  private static func isTheFirm(_ signer: Signer, _ statement: Statement) -> Bool {
    let own = statement.subject.identifiers + statement.subject.otherEntities.flatMap(\.identifiers)
    if let named = signer.certificate.organizationIdentifier,
      own.contains(where: { $0.organizationIdentifier?.utf8.elementsEqual(named.utf8) ?? false })
    {
      return true
    }
    guard case .confirmedKey(let line) = signer.assessorTrust else { return false }
    return line.identifiers.contains(where: own.contains)
  }

  private static func unconfirmedTests(_ statement: Statement, _ signers: [Signer]) -> [Reason] {
    statement.evidence.compactMap { evidence in
      guard evidence.strength == .independentlyTested,
        signers.countedStrength(of: evidence) != .independentlyTested
      else { return nil }
      return Reason(
        .statement,
        .independentTestNotConfirmed,
        "the firm calls \(evidence.kind) of \(evidence.madeOn) independently tested; without a "
          + "trusted assessor's signature it counts as documented"
      )
    }
  }

  private static func rejection(_ code: Reason.Code, _ text: String) -> Rejection {
    Rejection(Reason(.signature, code, text))
  }
}

extension Signer.Role {
  /// The part of who counter-signs in that role.
  init(_ role: Countersignature.Role) {
    switch role {
    case .seniorPerson: self = .seniorPerson
    case .itLead: self = .itLead
    case .adviser: self = .adviser
    case .assessor: self = .assessor
    }
  }
}

extension [Signer] {
  /// How much that evidence counts: "independently tested" only where a trusted assessor has tested
  /// all questions it bears on.
  func countedStrength(of evidence: Statement.EvidenceDigest) -> Statement.Strength {
    guard evidence.strength == .independentlyTested else { return evidence.strength }
    let isConfirmed = contains { signer in
      signer.countsAsAssessor && !evidence.questions.isEmpty
        && evidence.questions.allSatisfy {
          signer.countersignature?.testedQuestions.contains($0) ?? false
        }
    }
    return isConfirmed ? .independentlyTested : .documented
  }
}
