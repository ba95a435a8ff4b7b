import ReadinessCore

@testable import ReadinessAttestation

/// What of a vector's file stays when it is made anew: all but keys, signatures and what names them.
struct VectorShape: Equatable {
  private var lines: [String] = []
  /// The size of a file that cannot be read, which a signature's length may change by a few bytes.
  private var size = 0

  init(_ bytes: [UInt8]) {
    if let container = try? ContainerReader.read(bytes) {
      let signers = container.entries.flatMap { entry in
        entry.content.text.matches(of: /certificate-sha256="([0-9a-f]{64})"/).map { String($0.1) }
      }
      lines = container.entries.map { entry in
        if entry.name.hasSuffix(".p7s") { return entry.name }
        var text = entry.content.text.replacing(/<ds:DigestValue>[^<]*/, with: "…")
        for signer in signers {
          text.replace(signer, with: "…")
          text.replace(PageWords.groups(signer), with: "…")
        }
        return entry.name + "\n" + text
      }
    } else if let lists = try? RevocationList.read(bytes) {
      lines = lists.map { "\($0), next \($0.nextUpdate?.description ?? "never")" }
    } else if let certificates = try? Certificate.read(bytes) {
      lines = certificates.map {
        "\($0.subject) \($0.serial) \($0.notBefore as Any) \($0.notAfter as Any)"
      }
    } else {
      size = bytes.count
    }
  }

  static func == (left: VectorShape, right: VectorShape) -> Bool {
    left.lines == right.lines && abs(left.size - right.size) <= 16
  }

  /// The text of a vector without fingerprints.
  static func masked(_ text: String) -> String { text.replacing(/[0-9a-f]{64}/, with: "…") }
}
