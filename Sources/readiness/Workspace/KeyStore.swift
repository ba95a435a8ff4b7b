import ReadinessAttestation
import ReadinessCore

/// The signing key and its certificate in a firm's folder.
struct KeyStore {
  /// The folder that was named.
  let owner: String
  /// The folder with the key.
  let folder: String

  /// The key of a firm's folder.
  init(workspace: Workspace) {
    owner = workspace.folder
    folder = workspace.keyFolder
  }

  /// The key in a folder: a firm's, or one that holds nothing else.
  init(folder: String) {
    owner = folder
    self.folder = Files.isFolder(folder + "/key") ? folder + "/key" : folder
  }

  var keyFile: String { folder + "/key.pem" }
  var certificateFile: String { folder + "/certificate.pem" }

  /// The certificate that stands for the firm.
  func certificate() throws(Failure) -> Certificate {
    guard Files.exists(certificateFile) else {
      throw Failure(
        "\(owner) has no signing key yet",
        hint: "make one with: readiness key create \(owner)"
      )
    }
    let bytes = try Files.read(certificateFile, limit: 1 << 20)
    let certificates: [Certificate]
    do {
      certificates = try Certificate.read(bytes)
    } catch {
      throw Failure("\(certificateFile) is not a certificate", hint: forgotten)
    }
    guard let first = certificates.first else {
      throw Failure("\(certificateFile) holds no certificate", hint: forgotten)
    }
    return first
  }

  /// The certificate, which must hold at that time.
  func certificate(at now: Instant) throws(Failure) -> Certificate {
    let certificate = try certificate()
    if let end = certificate.notAfter, end < now {
      throw Failure("the firm's certificate ended on \(end.day.inWords)", hint: forgotten)
    }
    if let start = certificate.notBefore, start > now {
      throw Failure(
        "the firm's certificate begins on \(start.day.inWords), and today is \(now.day.inWords)",
        hint: "check this machine's date and time"
      )
    }
    return certificate
  }

  /// A firm whose number changed since the key was made needs a new one: no verifier takes the old
  /// certificate for a statement about another entry in a register.
  func check(_ certificate: Certificate, isFor identifiers: [Identifier]) throws(Failure) {
    guard let named = certificate.organizationIdentifier, !certificate.names(oneOf: identifiers)
    else { return }
    let now = identifiers.map(\.description).joined(separator: ", ")
    throw Failure(
      "the signing key was made for \(named), and the answers now name "
        + (now.isEmpty ? "no entry in a register" : now),
      hints: [
        "if the answers are right, make a new key: readiness key create \(owner) --replace",
        "then send its fingerprint to the buyers who know the old one",
      ]
    )
  }

  /// Keeps copies of the key and the certificate that are there, under a name not used before.
  ///
  /// After a crash one of them may be missing.
  ///
  /// - Returns: what both names begin with.
  @discardableResult
  func putAside(at now: Instant) throws(Failure) -> String {
    let pairs = [(keyFile, "-key.pem"), (certificateFile, "-certificate.pem")]
    var number = now.unixSeconds
    var aside: String { "\(folder)/replaced-\(number)" }
    while pairs.contains(where: { Files.exists(aside + $0.1) }) { number += 1 }
    for (file, ending) in pairs where Files.exists(file) {
      try Files.write(try Files.read(file), to: aside + ending)
    }
    return aside
  }

  /// Opens the key.
  func key(_ descriptor: Int32?) throws(Failure) -> SigningKey {
    let bytes = try Files.read(keyFile, limit: 1 << 20)
    var passphrase = try Passphrase.ask(descriptor)
    do {
      return try SigningKey.open(bytes, passphrase: &passphrase)
    } catch {
      guard error.code == .wrongPassphrase else {
        throw Failure("\(keyFile): \(error)", hint: forgotten)
      }
      throw Failure(
        "that is not the pass phrase of \(keyFile)",
        hints: [
          "try again; nothing was changed",
          "a forgotten pass phrase cannot be recovered: \(forgotten)",
          "files already sent stay valid, but old disclosures can no longer be presented under "
            + "a new key; tell your buyers the new fingerprint",
        ]
      )
    }
  }

  private var forgotten: String {
    "make a new key with: readiness key create \(owner) --replace"
  }
}

/// Fingerprints in groups of four, to be read out over the telephone.
enum Fingerprint {
  static func grouped(_ hex: String) -> String {
    var groups: [Substring] = []
    var rest = Substring(hex)
    while !rest.isEmpty {
      groups.append(rest.prefix(4))
      rest = rest.dropFirst(4)
    }
    let half = groups.count / 2
    return groups[..<half].joined(separator: " ") + "\n" + groups[half...].joined(separator: " ")
  }
}
