import ReadinessAttestation
import ReadinessSeal

/// Reads what a verifier trusts: certificates, lists of fingerprints, or folders of them.
///
/// Nothing is ever taken from the system's own store.
enum TrustFiles {
  /// One file of what is trusted.
  struct Content {
    /// Its name, for messages.
    let name: String
    let bytes: [UInt8]
    /// The revocation lists that it holds, where it lies in a folder and holds nothing else.
    let lists: [RevocationList]
  }

  /// The trust in these files and folders.
  static func read(_ paths: [String]) throws(Failure) -> TrustStore {
    try store(contents(paths))
  }

  /// The revocation lists that lie in the folders among these paths.
  static func lists(_ paths: [String]) throws(Failure) -> [RevocationList] {
    try contents(paths.filter { Files.isFolder($0) }).flatMap(\.lists)
  }

  /// The files at these paths, in their order.
  static func contents(_ paths: [String]) throws(Failure) -> [Content] {
    var files: [Content] = []
    for path in paths {
      if Files.isFolder(path) {
        for name in try Files.names(in: path) where !Files.isFolder("\(path)/\(name)") {
          let bytes = try Files.read("\(path)/\(name)")
          // A programme hands out its revocation lists beside its root.
          let lists = (try? RevocationList.read(bytes)) ?? []
          files.append(Content(name: name, bytes: bytes, lists: lists))
        }
      } else if !Files.exists(path), TrustLine.fingerprint(path) != nil {
        // `--trust` may be a fingerprint itself.
        files.append(Content(name: "--trust", bytes: Array((path + "\n").utf8), lists: []))
      } else {
        files.append(Content(name: path, bytes: try Files.read(path), lists: []))
      }
    }
    return files
  }

  /// The digest of what a run trusts, the same for seals and registers.
  static func digest(
    _ trust: [String],
    assessors: [String],
    crl: [String],
    tsaTrust: [String]
  ) throws(Failure) -> String {
    var digest = TrustDigest()
    for (paths, kind) in [
      (trust, TrustDigest.Kind.trust), (assessors, .assessors), (crl, .list), (tsaTrust, .stampers),
    ] {
      for file in try contents(paths) {
        digest.add(file.bytes, as: file.lists.isEmpty ? kind : .list)
      }
    }
    return digest.sha256
  }

  private static func store(_ files: [Content]) throws(Failure) -> TrustStore {
    do {
      return try TrustStore.read(
        files.filter(\.lists.isEmpty).map { TrustFile(name: $0.name, bytes: $0.bytes) }
      )
    } catch {
      throw Failure(
        "\(error)",
        hint: "a trust file is a certificate (PEM), or one line per key: "
          + "FINGERPRINT; GB-COH 01234567; who confirmed it, and how; 2026-11-22"
      )
    }
  }
}
