public import ReadinessCore

extension AuthorityLog {
  /// A firm's certificate and what has become of it.
  public struct Issued: Hashable, Sendable {
    /// The certificate.
    public let certificate: Certificate
    /// SHA-256 of its public key, as it was confirmed.
    public let keyFingerprint: String
    /// Why it was issued.
    public let why: String
    /// When and why it was revoked, where it was.
    public let revoked: RevokedEntry?
  }

  /// The certificate of the root, or of the issuing authority that was begun last.
  public func certificate(of part: AuthorityPart) -> Certificate? {
    entries.reversed().lazy.compactMap { entry in
      if case .began(part, let certificate) = entry.event { certificate } else { nil }
    }.first
  }

  /// All firms' certificates in the order in which they were issued.
  public var issued: [Issued] {
    let revoked = revocations
    return entries.compactMap { entry in
      guard case .issued(let certificate, let key, let why) = entry.event else { return nil }
      return Issued(
        certificate: certificate,
        keyFingerprint: key,
        why: why,
        revoked: revoked[certificate.serial]
      )
    }
  }

  /// What each revoked certificate's list entry says, by serial number.
  private var revocations: [String: RevokedEntry] {
    var found: [String: RevokedEntry] = [:]
    for entry in entries {
      guard case .revoked(let serial, let revoked, _) = entry.event else { continue }
      found[serial] = revoked
    }
    return found
  }

  /// The entries of that authority's next complete list; they stay for ever.
  ///
  /// - Parameter part: the root's list names issuing authorities, the issuing one's the firms.
  public func listEntries(of part: AuthorityPart) -> [(serial: [UInt8], entry: RevokedEntry)] {
    let mine: [String] = entries.compactMap { entry in
      switch entry.event {
      case .issued(let certificate, _, _) where part == .issuing: certificate.serial
      case .began(.issuing, let certificate) where part == .root: certificate.serial
      default: nil
      }
    }
    let revoked = revocations
    return mine.compactMap { serial in
      guard let entry = revoked[serial], let bytes = Hex.bytes(serial) else { return nil }
      return (bytes, entry)
    }
  }

  /// The last list of that authority: its number and until when it holds.
  public func lastList(of part: AuthorityPart) -> (number: Int, until: Instant)? {
    entries.reversed().lazy.compactMap { entry in
      if case .listed(part, let number, nil, let until) = entry.event {
        (number, until)
      } else {
        nil
      }
    }.first
  }

  /// The number of that authority's next list, complete or delta.
  public func nextListNumber(of part: AuthorityPart) -> Int {
    entries.count { entry in
      if case .listed(part, _, _, _) = entry.event { true } else { false }
    } + 1
  }
}
