import ReadinessAttestation

/// Reads what a verifier trusts: certificates, lists of fingerprints, or folders of them.
///
/// Nothing is ever taken from the system's own store.
enum TrustFiles {
  /// The trust in these files and folders.
  static func read(_ paths: [String]) throws(Failure) -> TrustStore {
    var files: [TrustFile] = []
    for path in paths {
      if Files.isFolder(path) {
        for name in try Files.names(in: path) where !Files.isFolder("\(path)/\(name)") {
          let bytes = try Files.read("\(path)/\(name)")
          // A programme hands out its revocation lists beside its root; they are for --crl.
          if (try? RevocationList.read(bytes)) != nil { continue }
          files.append(TrustFile(name: name, bytes: bytes))
        }
      } else if !Files.exists(path), let line = fingerprint(path) {
        files.append(line)
      } else {
        files.append(TrustFile(name: path, bytes: try Files.read(path)))
      }
    }
    do {
      return try TrustStore.read(files)
    } catch {
      throw Failure(
        "\(error)",
        hint: "a trust file is a certificate (PEM), or one line per key: "
          + "FINGERPRINT; GB-COH 01234567; who confirmed it, and how; 2026-11-22"
      )
    }
  }

  /// `--trust` may be a fingerprint itself.
  private static func fingerprint(_ text: String) -> TrustFile? {
    guard TrustLine.fingerprint(text) != nil else { return nil }
    return TrustFile(name: "--trust", bytes: Array((text + "\n").utf8))
  }
}
