import Glibc
import ReadinessCore
import ReadinessEvidence

/// One file on its way into the evidence folder: read once, and copied and digested on the way.
///
/// Nothing of it is in the store before `keep`; what was copied so far goes with this object.
final class EvidenceIntake {
  /// A stop was asked for, by that signal.
  struct Stopped: Error {
    let signal: Int32
  }

  /// The first bytes, by which the file's form is recognised.
  private(set) var head: [UInt8] = []
  /// How many bytes were read.
  private(set) var size = 0

  private let file: IncomingFile
  private let copy: OutgoingFile
  private let lane: CopyLane
  private let progress: (Int) -> Void
  private var waiting: [[UInt8]] = []

  /// Begins with a file, and reads its first bytes.
  init(_ path: String, into store: EvidenceStore, progress: @escaping (Int) -> Void) throws {
    file = try IncomingFile(path)
    copy = try OutgoingFile(in: store.folder, name: "incoming")
    lane = CopyLane(copy)
    self.progress = progress
    while head.count < ScanRecognition.enough, let piece = try read() {
      waiting.append(piece)
      head += piece
    }
    waiting.reverse()
  }

  deinit { lane.end() }

  /// The next bytes, from the first; `nil` at the end.
  func next() throws -> [UInt8]? { try waiting.popLast() ?? read() }

  private func read() throws -> [UInt8]? {
    if let signal = StopSignal.received { throw Stopped(signal: signal) }
    guard let piece = try file.next() else { return nil }
    try lane.add(piece)
    size += piece.count
    progress(piece.count)
    return piece
  }

  /// Reads what nobody has read, and gives the digest of the whole file.
  func finish() throws -> String {
    waiting = []
    while try read() != nil {}
    return try lane.finish()
  }

  /// Puts the copy in its place.
  func keep(as sha256: String, in store: EvidenceStore) throws(Failure) {
    try copy.keep(as: "\(store.folder)/\(sha256)")
  }
}
