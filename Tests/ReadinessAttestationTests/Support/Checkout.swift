/// Files of the checkout that tests read.
enum Checkout {
  /// The script that checks files without our program.
  static var verifyWithoutUs: String {
    let folders = #filePath.split(separator: "/").dropLast(4)
    return "/" + folders.joined(separator: "/")
      + "/Sources/ReadinessAttestation/verify-without-us.sh"
  }
}
