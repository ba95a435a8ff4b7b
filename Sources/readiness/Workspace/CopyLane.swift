import Glibc
import ReadinessAttestation

/// Writes and digests pieces of a file; of a large one on a thread of its own, while somebody else
/// reads them.
///
/// At most `depth` pieces wait, so memory stays small. `@unchecked Sendable`: all that changes is
/// touched under the lock, but for the file and the digest, which belong to the thread until it
/// ends.
final class CopyLane: @unchecked Sendable {
  private static let depth = 32
  /// A smaller file is not worth a thread.
  private static let small = 4 << 20
  /// What was written goes to the disk on the way, not all at the end.
  private static let syncedAtOnce = 16 << 20

  private let copy: OutgoingFile
  private let digest = RunningDigest()
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var thread: pthread_t?
  private var waiting: [[UInt8]] = []
  private var written = 0
  private var isClosed = false
  private var failure: Failure?

  /// Begins to write to a file.
  init(_ copy: OutgoingFile) {
    self.copy = copy
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  /// Runs only when the thread has ended or never began, since it holds on to the lane.
  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Hands a piece over.
  ///
  /// - Throws: what went wrong with an earlier one.
  func add(_ piece: [UInt8]) throws(Failure) {
    if thread == nil, written >= Self.small { begin() }
    guard thread != nil else { return try write(piece) }
    pthread_mutex_lock(lock)
    while waiting.count >= Self.depth, failure == nil { pthread_cond_wait(changed, lock) }
    let failure = failure
    if failure == nil { waiting.append(piece) }
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
    if let failure { throw failure }
  }

  /// Waits until all is written, and gives the digest.
  func finish() throws(Failure) -> String {
    end()
    if let failure { throw failure }
    return digest.sha256Hex()
  }

  /// Ends the thread; nothing may be added afterwards.
  func end() {
    guard let thread else { return }
    pthread_mutex_lock(lock)
    isClosed = true
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
    pthread_join(thread, nil)
    self.thread = nil
  }

  // MARK: The thread

  private func begin() {
    var thread = pthread_t()
    let held = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread,
      nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<CopyLane>.fromOpaque(pointer).takeRetainedValue().work()
        return nil
      },
      held.toOpaque()
    )
    // Without a thread the pieces are written by whoever brings them.
    if status == 0 { self.thread = thread } else { held.release() }
  }

  private func work() {
    while let piece = next() {
      do throws(Failure) {
        try write(piece)
      } catch {
        pthread_mutex_lock(lock)
        failure = error
        waiting = []
        pthread_cond_signal(changed)
        pthread_mutex_unlock(lock)
        return
      }
    }
  }

  private func next() -> [UInt8]? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while waiting.isEmpty, !isClosed { pthread_cond_wait(changed, lock) }
    guard !waiting.isEmpty else { return nil }
    let piece = waiting.removeFirst()
    pthread_cond_signal(changed)
    return piece
  }

  private func write(_ piece: [UInt8]) throws(Failure) {
    digest.add(piece)
    try copy.add(piece)
    let before = written / Self.syncedAtOnce
    written += piece.count
    if written / Self.syncedAtOnce > before { copy.beginSync() }
  }
}
