import ReadinessAttestation
import ReadinessCore

/// Makes an authority's revocation lists and puts them where the buyers' files are.
struct AuthorityLists {
  let authority: AuthorityFolder
  let now: Instant

  /// Makes the next complete list.
  func make(_ part: AuthorityPart, key: SigningKey) throws -> RevocationList {
    let days = part == .root ? RevocationList.rootDays : RevocationList.issuingDays
    let until = now.adding(seconds: days * 86_400)
    let number = authority.log.nextListNumber(of: part)
    let list = try RevocationList.make(
      authority.log.listEntries(of: part),
      number: number,
      issuer: try authority.certificate(of: part),
      key: key,
      from: now,
      until: until
    )
    try authority.record(
      [.listed(part: part, number: number, base: nil, until: until)],
      at: now
    )
    try Files.makeFolder(authority.folder + "/lists")
    try Files.write(list.pem, to: file(part), mode: 0o644)
    if part == .issuing, Files.exists(deltaFile) { try Files.write([], to: deltaFile, mode: 0o644) }
    try publish()
    return list
  }

  /// Makes a delta list: what the issuing authority has revoked since its last complete one.
  func makeDelta(key: SigningKey) throws -> RevocationList {
    guard let base = authority.log.lastList(of: .issuing), base.until > now else {
      throw Failure(
        "there is no complete list that a delta list could add to",
        hint: "make one with: readiness authority crl \(authority.folder)"
      )
    }
    let known = try RevocationList.read(Files.read(file(.issuing)))
    let fresh = authority.log.issued.filter { issued in
      issued.revoked != nil && !known.contains { $0.entry(for: issued.certificate) != nil }
    }.map(\.certificate.serial)
    let number = authority.log.nextListNumber(of: .issuing)
    let until = min(base.until, now.adding(seconds: 7 * 86_400))
    let entries = authority.log.listEntries(of: .issuing).filter { entry in
      fresh.contains { Hex.bytes($0) == entry.serial }
    }
    let list = try RevocationList.make(
      entries,
      number: number,
      base: base.number,
      issuer: try authority.certificate(of: .issuing),
      key: key,
      from: now,
      until: until
    )
    try authority.record(
      [.listed(part: .issuing, number: number, base: base.number, until: until)],
      at: now
    )
    try Files.write(list.pem, to: deltaFile, mode: 0o644)
    try publish()
    return list
  }

  private func file(_ part: AuthorityPart) -> String {
    "\(authority.folder)/lists/\(part.rawValue).pem"
  }

  private var deltaFile: String { authority.folder + "/lists/issuing-delta.pem" }

  /// All current lists in one file, beside the root certificate.
  private func publish() throws(Failure) {
    try Files.makeFolder(authority.buyersFolder)
    var bytes: [UInt8] = []
    for path in [file(.root), file(.issuing), deltaFile] where Files.exists(path) {
      bytes += try Files.read(path)
    }
    try Files.write(bytes, to: authority.listsFile, mode: 0o644)
    try Files.write(
      try authority.certificate(of: .root).pem,
      to: authority.rootFile,
      mode: 0o644
    )
  }

  /// What was made, until when it holds, and whom to send it to.
  func tell(_ list: RevocationList) throws(Failure) {
    let kind = list.baseNumber == nil ? "list" : "delta list"
    let holds = list.nextUpdate.map { " until \($0.day.inWords)" } ?? ""
    let made = "Made the revocation \(kind) of \(TextLayout.harmless(list.issuer.description)):"
    for line in TextLayout.wrap(made, width: Console.width) { Console.print(line) }
    Console.print("  \(list.count) revoked; it holds\(holds).")
  }

  /// Whom to send the lists to.
  func tellRecipients() throws(Failure) {
    let recipients = try authority.recipients()
    let send = "Send \(authority.listsFile) to every buyer who trusts this programme:"
    for line in TextLayout.wrap(send, width: Console.width) { Console.print(line) }
    for name in recipients { Console.print("  \(name)") }
    if recipients.isEmpty {
      Console.print("  (nobody is listed: write their names into \(authority.recipientsFile),")
      Console.print("  one to the line)")
    }
    Console.print("Until they have it, what was revoked still counts with them.")
  }
}
