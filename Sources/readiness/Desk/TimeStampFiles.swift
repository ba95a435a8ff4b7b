import ReadinessAttestation

/// Reads whose time-stamps count: certificates, or folders of them.
enum TimeStampFiles {
  /// The certificates of these files and folders.
  static func trust(_ paths: [String]) throws(Failure) -> TimeStampTrust {
    var certificates: [Certificate] = []
    for path in paths {
      if Files.isFolder(path) {
        for name in try Files.names(in: path) where !Files.isFolder("\(path)/\(name)") {
          certificates += try read("\(path)/\(name)")
        }
      } else {
        certificates += try read(path)
      }
    }
    return TimeStampTrust(certificates: certificates)
  }

  private static func read(_ path: String) throws(Failure) -> [Certificate] {
    let bytes = try Files.read(path, limit: 1 << 20)
    guard let certificates = try? Certificate.read(bytes), !certificates.isEmpty else {
      throw Failure(
        "\(path) holds no certificate",
        hint: "it is the time-stamp authority's root or own certificate, in PEM or DER"
      )
    }
    return certificates
  }
}
