import ReadinessAttestation

/// Reads the revocation lists that a verifier is given: files, or folders of them.
enum RevocationFiles {
  /// All lists of these files and folders, and those that lie in the trust folders.
  static func read(
    _ paths: [String],
    besides trust: [String]
  ) throws(Failure) -> [RevocationList] {
    try read(paths) + TrustFiles.lists(trust)
  }

  /// All lists of these files and folders.
  ///
  /// In a folder, certificates that lie beside the lists are passed over.
  static func read(_ paths: [String]) throws(Failure) -> [RevocationList] {
    var lists: [RevocationList] = []
    for path in paths {
      guard Files.isFolder(path) else {
        lists += try read(path)
        continue
      }
      let names = try Files.names(in: path).filter { name in
        [".crl", ".pem", ".der"].contains { name.hasSuffix($0) }
          && !Files.isFolder("\(path)/\(name)")
      }
      var found: [RevocationList] = []
      for name in names {
        let bytes = try Files.read("\(path)/\(name)", limit: 32 << 20)
        if (try? Certificate.read(bytes)) != nil { continue }
        found += try read("\(path)/\(name)")
      }
      guard !found.isEmpty else {
        throw Failure(
          "\(path) holds no revocation list",
          hint: "lists are files that end in .crl, .pem or .der; ask the programme for its last one"
        )
      }
      lists += found
    }
    return lists
  }

  private static func read(_ path: String) throws(Failure) -> [RevocationList] {
    let bytes = try Files.read(path, limit: 32 << 20)
    do {
      return try RevocationList.read(bytes)
    } catch {
      throw Failure(
        "\(path) is not a revocation list (CRL)",
        hint: "it must be PEM or DER; ask the programme for its last one"
      )
    }
  }
}
