import ArgumentParser
import ReadinessAttestation
import ReadinessSeal

/// The options of a run that is to be sealed.
struct SealOptions: ParsableArguments {
  @Option(help: "Write a signed record of the run to this .asice file.")
  var seal: String?

  @Option(help: "With --seal: the folder of your own key.")
  var key: String?

  @Option(help: "With --seal: read the pass phrase from this file descriptor.")
  var passphraseFd: Int32?

  func validate() throws {
    guard let seal else {
      guard key == nil, passphraseFd == nil else {
        throw ValidationError("--key and --passphrase-fd go with --seal")
      }
      return
    }
    guard seal.hasSuffix(".asice"), Files.name(of: seal).count > 6 else {
      throw ValidationError("--seal must name a file that ends in .asice")
    }
    guard key != nil else { throw ValidationError("--seal needs --key, the folder of your key") }
  }

  /// Opens the key and takes down what is trusted, before the first file is judged.
  ///
  /// - Returns: `nil` where no seal is asked for.
  func open(
    trust: [String],
    assessors: [String],
    crl: [String],
    tsaTrust: [String],
    revocation: RevocationMode?
  ) throws(Failure) -> SealWriter? {
    guard let seal, let key else { return nil }
    try Files.checkWritable(Files.parent(of: seal))
    let now = try Clock.now()
    let store = KeyStore(folder: key)
    let certificate = try store.certificate(at: now)
    let digest = try TrustFiles.digest(
      trust,
      assessors: assessors,
      crl: crl,
      tsaTrust: tsaTrust
    )
    return SealWriter(
      out: seal,
      key: try store.key(passphraseFd),
      certificate: certificate,
      chain: try store.chain(),
      trustSHA256: digest,
      revocation: revocation
    )
  }
}
