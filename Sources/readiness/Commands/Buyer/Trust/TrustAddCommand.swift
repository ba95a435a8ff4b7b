import ArgumentParser
import ReadinessAttestation
import ReadinessCore

/// Adds a key, a programme's root or revocation lists to a trust folder.
struct TrustAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Trust a firm's key or a programme's root, or take up revocation lists.",
    discussion: """
      Examples:
        readiness trust add trust supplier.asice
        readiness trust add trust FINGERPRINT --register "GB-COH 01234567"
        readiness trust add trust programme-root.pem
        readiness trust add trust programme-crls.pem
        readiness trust add trust supplier.asice --confirmed-by "Example Buyer" \\
          --how "by telephone, on the number from the contract"

      What is offered is shown, but for the end of its fingerprint: that you type as
      the firm reads it to you by telephone. A fingerprint that came with the file
      proves nothing. --confirmed-by and --how say that somebody did this already.

      Of a firm the key is written down, with the register entries that it is for; a
      key without any proves the key, not the firm. A revocation list needs nobody's
      word: it counts where the programme signed it.
      """
  )

  @Argument(help: "The trust folder; it is made where there is none.")
  var folder: String

  @Argument(help: "An .asice file, a certificate, a revocation list, or a fingerprint.")
  var what: String

  @Option(help: "The firm's entry in a register, as \"GB-COH 01234567\" (repeatable).")
  var register: [String] = []

  @Option(help: "Who compared the fingerprint with the firm.")
  var confirmedBy: String?

  @Option(help: "How, as \"by telephone\".")
  var how: String?

  func validate() throws {
    guard (confirmedBy == nil) == (how == nil) else {
      throw ValidationError("--confirmed-by and --how go together")
    }
  }

  func run() throws {
    let now = try Clock.now()
    let offer = try TrustCandidate.read(what, at: now)
    let entries = try identifiers()
    try Files.makeFolder(folder)
    let lock = try FolderLock(folder)
    defer { withExtendedLifetime(lock) {} }
    switch offer {
    case .lists(let lists): for list in lists { try add(list, at: now) }
    case .keys(let keys):
      for var key in keys {
        if !entries.isEmpty { key.identifiers = entries }
        try add(key, at: now)
      }
    }
  }

  private func identifiers() throws(Failure) -> [Identifier] {
    var found: [Identifier] = []
    for text in register {
      guard let identifier = TrustLine.identifier(text) else {
        throw Failure(
          "--register \"\(TextLayout.harmless(text))\" is no entry of a register",
          status: .usage,
          hint: "write it as \"GB-COH 01234567\""
        )
      }
      found.append(identifier)
    }
    return found
  }

  private func add(_ key: TrustCandidate, at now: Instant) throws(Failure) {
    let trust = try TrustFolder(folder)
    if let end = key.certificate?.notAfter, end < now {
      throw Failure(
        "the certificate ended on \(end.day.inWords): nothing was added",
        hint: "ask for the new one"
      )
    }
    let known = trust.keys.first { $0.line.sha256 == key.sha256 }
    if let known, known.line.confirmedBy != nil,
      key.identifiers.isEmpty || known.line.identifiers == key.identifiers
    {
      let since = known.line.confirmedOn.map { " since \($0.inWords)" } ?? ""
      Console.print("This key is trusted already\(since): \(known.file):\(known.number).")
      return
    }
    if let root = trust.roots.first(where: { $0.certificate.sha256 == key.sha256 }) {
      Console.print("This certificate is trusted already: \(root.file).")
      return
    }
    Console.print(
      key.isRoot ? "You are about to trust a programme:" : "You are about to trust a key:"
    )
    for (name, value) in key.facts {
      for line in TextLayout.wrap(
        value,
        width: Console.width,
        first: "  " + TextLayout.pad(name, to: 12),
        rest: String(repeating: " ", count: 14)
      ) { Console.print(line) }
    }
    if key.identifiers.isEmpty, !key.isRoot {
      Console.print("  No register entry: this proves the key, not the firm (--register).")
    }
    warn(of: key, in: trust)
    let confirmed = try TrustConfirmation(by: confirmedBy, how: how).ask(key)
    let line = TrustLine(
      sha256: key.sha256,
      identifiers: key.isRoot ? [] : key.identifiers,
      confirmedBy: confirmed,
      confirmedOn: now.day,
      firstSeen: trust.firstSeen(key.sha256) ?? now.day
    )
    if key.isRoot, let certificate = key.certificate {
      try trust.add(certificate, line)
    } else {
      try trust.add(line)
    }
    Console.print("Added to \(folder): \(key.fingerprint)")
    let lines = TextLayout.wrap(
      "confirmed by \(TextLayout.harmless(confirmed)), on \(now.day.inWords)",
      width: Console.width,
      first: "  ",
      rest: "    "
    )
    for line in lines { Console.print(line) }
  }

  /// Says where another key is trusted for the same firm.
  private func warn(of key: TrustCandidate, in trust: TrustFolder) {
    for other in trust.keys
    where other.line.sha256 != key.sha256
      && other.line.identifiers.contains(where: key.identifiers.contains)
    {
      let text =
        "Another key is trusted for this firm: \(other.fingerprint). If this one takes its place, "
        + "take the other out: readiness trust remove \(folder) "
        + String(other.fingerprint.prefix(16))
      for line in TextLayout.wrap(text, width: Console.width, first: "  ", rest: "  ") {
        Console.print(line)
      }
    }
  }

  private func add(_ list: RevocationList, at now: Instant) throws(Failure) {
    let trust = try TrustFolder(folder)
    let name = TextLayout.harmless(list.issuer.description)
    guard !trust.lists.contains(where: { $0.list == list }) else {
      Console.print("This list is there already: \(name), \(list.thisUpdate.day.inWords).")
      return
    }
    let issuer = trust.roots.first { list.isSigned(by: $0.certificate) }
    // Lists of one maker and kind; without the maker's certificate a forged one cannot be told.
    let others = trust.lists.filter {
      $0.list.issuer == list.issuer && ($0.list.baseNumber == nil) == (list.baseNumber == nil)
    }
    if let issuer {
      let genuine = others.filter { $0.list.isSigned(by: issuer.certificate) }
      if let newer = genuine.first(where: { $0.list.thisUpdate > list.thisUpdate }) {
        throw Failure(
          "\(newer.file) is newer, of \(newer.list.thisUpdate.day.inWords): nothing was added",
          hint: "ask the programme for its last list"
        )
      }
      try trust.add(list)
      for old in genuine { try trust.remove(old) }
    } else {
      try trust.add(list)
    }
    Console.print("Added to \(folder): the list by \(name) of \(list.thisUpdate.day.inWords)")
    Console.print(
      issuer == nil
        ? "  its signature is checked when a file shows the issuer's certificate"
        : "  signed by a programme in this folder"
    )
  }
}
