import ReadinessCore

@testable import ReadinessAttestation

/// A time-stamp authority run by `openssl ts`; stamps tell the machine's clock.
struct StampAuthority {
  let folder: TemporaryFolder
  let root: Certificate
  let certificate: Certificate

  /// Makes a root and an authority under it.
  ///
  /// - Parameter usage: the authority's extended key usage.
  init(usage: String = "critical,timeStamping") throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    func openssl(_ arguments: String) throws { try Self.openssl(arguments, in: folder) }
    let configuration = """
      [tsa]
      default_tsa = this
      [this]
      serial = serial
      default_policy = 1.2.3.4.1
      digests = sha256, sha384, sha512
      signer_digest = sha256
      accuracy = secs:1
      ess_cert_id_chain = no
      [req]
      distinguished_name = name
      prompt = no
      [name]
      CN = Authority
      [root]
      basicConstraints = critical,CA:TRUE
      keyUsage = critical,keyCertSign,cRLSign
      subjectKeyIdentifier = hash
      [leaf]
      basicConstraints = critical,CA:FALSE
      keyUsage = critical,digitalSignature
      extendedKeyUsage = \(usage)
      subjectKeyIdentifier = hash
      authorityKeyIdentifier = keyid

      """
    try folder.write(Array(configuration.utf8), as: "ts.cnf")
    try folder.write(Array("01\n".utf8), as: "serial")
    for name in ["root", "tsa"] {
      try openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out \(name)-key.pem")
    }
    try openssl(
      "req -x509 -new -key root-key.pem -config ts.cnf -extensions root -days 900 -subj /CN=Root "
        + "-set_serial 0x5151515151515151 -out root.pem"
    )
    try openssl("req -new -key tsa-key.pem -config ts.cnf -subj /CN=Stamps -out tsa.csr")
    try openssl(
      "x509 -req -in tsa.csr -CA root.pem -CAkey root-key.pem -days 800 -extfile ts.cnf "
        + "-extensions leaf -set_serial 0x6262626262626262 -out tsa.pem"
    )
    root = try Certificate.read(folder.read("root.pem"))[0]
    certificate = try Certificate.read(folder.read("tsa.pem"))[0]
  }

  private static func openssl(_ arguments: String, in folder: TemporaryFolder) throws {
    try Tool.succeed(["openssl"] + arguments.split(separator: " ").map(String.init), in: folder)
  }

  /// The authority's answer to a request.
  func answer(_ request: [UInt8], tokenOnly: Bool = false) throws -> [UInt8] {
    try folder.write(request, as: "r.tsq")
    try Self.openssl(
      "ts -reply -config ts.cnf -queryfile r.tsq -signer tsa.pem -inkey tsa-key.pem -out r.tsr"
        + (tokenOnly ? " -token_out" : ""),
      in: folder
    )
    return try folder.read("r.tsr")
  }

  /// What another authority stamped, signed by this one, whatever its certificate is for.
  func resigned(_ token: [UInt8]) throws -> [UInt8] {
    try folder.write(token, as: "other.der")
    try Self.openssl("cms -verify -noverify -inform DER -in other.der -out info.der", in: folder)
    try Self.openssl(
      "cms -sign -nodetach -binary -cades -econtent_type 1.2.840.113549.1.9.16.1.4 -nosmimecap "
        + "-in info.der -signer tsa.pem -inkey tsa-key.pem -md sha256 -outform DER -out own.der",
      in: folder
    )
    return try folder.read("own.der")
  }

  /// The machine's clock as the authority's certificate tells it, a minute later.
  var now: Instant { (certificate.notBefore ?? Instant(unixSeconds: 0)).adding(seconds: 60) }

  var trust: TimeStampTrust { TimeStampTrust(certificates: [root]) }
}
