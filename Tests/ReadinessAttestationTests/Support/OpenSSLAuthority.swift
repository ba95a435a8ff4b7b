import ReadinessCore

@testable import ReadinessAttestation

/// A programme's authority, made by the stock `openssl` program, with one firm under it.
struct OpenSSLAuthority {
  private let signer: OpenSSLSigner
  private let folder: TemporaryFolder
  let certificate: Certificate
  private let firm: Certificate

  init() throws {
    let authority = try OpenSSLSigner(extensions: [
      "basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign",
    ])
    signer = try OpenSSLSigner()
    folder = signer.folder
    certificate = authority.certificate
    try folder.write(authority.certificate.pem, as: "authority.pem")
    try folder.write(authority.folder.read("key.pem"), as: "authority-key.pem")
    let extensions =
      ["authorityKeyIdentifier=keyid", "subjectKeyIdentifier=hash"] + OpenSSLSigner.profile
    try folder.write(Array(extensions.joined(separator: "\n").utf8), as: "extensions.cnf")
    try Tool.succeed(
      ["openssl", "req", "-new", "-key", "key.pem", "-config", "req.cnf", "-out", "request.pem"],
      in: folder
    )
    try Tool.succeed(
      [
        "openssl", "x509", "-req", "-in", "request.pem", "-CA", "authority.pem", "-CAkey",
        "authority-key.pem", "-set_serial", "0x7A01020304050607", "-days", "20", "-sha256",
        "-extfile", "extensions.cnf", "-out", "cert.pem",
      ],
      in: folder
    )
    firm = try Certificate.read(folder.read("cert.pem"))[0]
  }

  /// A minute after the firm's certificate was made.
  var instant: Instant { (firm.notBefore ?? Instant(unixSeconds: 0)).adding(seconds: 60) }

  /// An attestation of the firm.
  func attestation() throws -> [UInt8] {
    var statement = signer.statement()
    statement.signerCertificateSHA256 = firm.fingerprint
    return try Forgery.container(statement) { try signer.sign($0) }
  }

  /// A revocation list made by `openssl ca`, with the firm on it for that reason, if any.
  func list(revoking reason: String?, extensions: String) throws -> RevocationList {
    let database = try TemporaryFolder()
    for name in ["authority.pem", "authority-key.pem", "cert.pem"] {
      try database.write(folder.read(name), as: name)
    }
    let configuration = """
      [ca]
      default_ca = this
      [this]
      database = index.txt
      crlnumber = number
      default_md = sha256
      default_crl_days = 7
      certificate = authority.pem
      private_key = authority-key.pem
      unique_subject = no
      [extensions]
      \(extensions)

      """
    try database.write(Array(configuration.utf8), as: "ca.cnf")
    try database.write([], as: "index.txt")
    try database.write(Array("01\n".utf8), as: "number")
    if let reason {
      try Tool.succeed(
        ["openssl", "ca", "-config", "ca.cnf", "-revoke", "cert.pem", "-crl_reason", reason],
        in: database
      )
    }
    try Tool.succeed(
      [
        "openssl", "ca", "-config", "ca.cnf", "-gencrl", "-crlexts", "extensions", "-out",
        "list.pem",
      ],
      in: database
    )
    return try RevocationList.read(database.read("list.pem"))[0]
  }
}
