import ReadinessAttestation
import ReadinessCore

/// Demands on who stands behind a file, and for whom it was made.
extension Clause.Demand {
  static func identifiers(
    _ schemes: [String],
    _ all: Bool,
    _ areConfirmed: Bool,
    _ file: ShownFile,
    _ notes: inout JudgementNotes
  ) {
    let named = Set(file.statement.subject.identifiers.map(\.scheme))
    let confirmed = areConfirmed ? Set(file.confirmed.map(\.scheme)) : named
    let missing = schemes.filter { !named.contains($0) }
    let open = schemes.filter { named.contains($0) && !confirmed.contains($0) }
    if !all, missing.count + open.count < schemes.count { return }
    if all || open.isEmpty {
      for scheme in missing {
        notes.fail(.identifierMissing, "no entry in the register \(scheme) is named")
      }
    }
    for scheme in open {
      notes.doubt(
        .identifierNotConfirmed,
        "the entry in \(scheme) is the firm's own word; nobody you trust confirms it"
      )
    }
  }

  static func supplier(
    _ file: ShownFile,
    _ circumstances: Circumstances,
    _ notes: inout JudgementNotes
  ) {
    if file.isForecast { return notes.leaveToTheBuyer("compares you with its own list") }
    guard !circumstances.supplier.isEmpty else {
      return notes.doubt(.supplierNotGiven, "it was not said which supplier is meant")
    }
    let confirmed = file.confirmed
    guard !circumstances.supplier.contains(where: confirmed.contains) else { return }
    let wanted = circumstances.supplier.map(\.description).joined(separator: ", ")
    if circumstances.supplier.contains(where: file.statement.subject.identifiers.contains) {
      notes.doubt(
        .identifierNotConfirmed,
        "that the firm is \(wanted) is its own word; nobody you trust confirms it"
      )
    } else {
      notes.fail(.anotherSupplier, "the file is not about \(wanted)")
    }
  }

  static func signer(
    _ wanted: Clause.SignerDemand,
    _ file: ShownFile,
    _ notes: inout JudgementNotes
  ) {
    guard let firm = file.firm else {
      let kinds = wanted.kinds.map(\.inWords).joined(separator: " or ")
      return notes.leaveToTheBuyer("must know your key as \(kinds)")
    }
    let isAccepted =
      switch firm.trust {
      case .confirmedKey, .pinnedCertificate: wanted.kinds.contains(.pinned)
      case .authority(let root):
        wanted.kinds.contains(.programme)
          && (wanted.programmes.isEmpty || wanted.programmes.contains(root.fingerprint))
      case .bareFingerprint, .unknown: false
      }
    if !isAccepted {
      notes.fail(.signerNotAccepted, "the firm's key is known as: \(firm.trust.inWords)")
    }
    if wanted.isStamped, firm.stampedAt == nil {
      notes.fail(.notStamped, "no trusted time-stamp says when the firm signed")
    }
  }

  static func countersigned(
    _ roles: [Countersignature.Role],
    _ all: Bool,
    _ file: ShownFile,
    _ notes: inout JudgementNotes
  ) {
    let signed = file.countersigners
    let known = roles.filter { role in signed.contains { $0.role == role && $0.isKnown } }
    let open = roles.filter { role in
      !known.contains(role) && signed.contains { $0.role == role }
    }
    if !all, !known.isEmpty { return }
    for role in open {
      notes.doubt(
        .countersignerNotTrusted,
        "somebody signs as \(role.inWords), and nobody you trust vouches for that"
      )
    }
    if !all, !open.isEmpty { return }
    for role in roles where !known.contains(role) && !open.contains(role) {
      notes.fail(.notCountersigned, "nobody counter-signs as \(role.inWords)")
    }
  }

  static func binding(
    _ challenge: Bool,
    _ file: ShownFile,
    _ circumstances: Circumstances,
    _ notes: inout JudgementNotes
  ) {
    if file.isForecast {
      return notes.leaveToTheBuyer("names the notice" + (challenge ? " and the challenge" : ""))
    }
    var bound = file.presentation?.notice
    if bound == nil, case .tender(let reference) = file.statement.audience { bound = reference }
    if let bound {
      if let wanted = circumstances.notice {
        if !wanted.utf8.elementsEqual(bound.utf8) {
          notes.fail(.madeForAnotherNotice, "made for the notice \(bound), not for \(wanted)")
        }
      } else {
        notes.doubt(.noticeNotGiven, "made for the notice \(bound); which is yours was not said")
      }
    } else {
      notes.fail(.notBoundToNotice, "nothing in the file binds it to a notice")
    }
    guard challenge else { return }
    guard let answered = file.presentation?.challenge else {
      return notes.fail(.challengeNotAnswered, "the file repeats no challenge")
    }
    guard let wanted = circumstances.challenge else {
      return notes.doubt(.challengeNotGiven, "which challenge you set was not said")
    }
    if !wanted.utf8.elementsEqual(answered.utf8) {
      notes.fail(.challengeNotAnswered, "the file repeats another challenge than yours")
    }
  }
}

extension Clause.SignerDemand.Kind {
  /// Written as `a key that the buyer has confirmed`.
  public var inWords: String {
    switch self {
    case .pinned: "a key that the buyer has confirmed"
    case .programme: "a key that a trusted programme vouches for"
    }
  }
}

extension JudgementNotes {
  /// In a forecast: what only the buyer can know or do.
  mutating func leaveToTheBuyer(_ text: String) {
    remark(.forTheBuyer, "the buyer \(text)")
  }
}
