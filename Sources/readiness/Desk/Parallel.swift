import Glibc
import Synchronization

/// Work on numbered things by several threads, with results in the order of the numbers.
enum Parallel {
  /// Hands each result to `each` in the order of the numbers, as soon as those before it are done.
  ///
  /// Returns when all is done. What it hands over does not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - count: the work is done for 0 to `count - 1`.
  ///   - threads: how many at once; at least one.
  ///   - work: called on several threads.
  ///   - each: called on one thread at a time.
  static func ordered<Value: Sendable>(
    _ count: Int,
    threads: Int,
    work: @escaping @Sendable (Int) -> Value,
    each: @escaping @Sendable (Int, Value) -> Void
  ) {
    let line = Line(count: count, work: work, each: each)
    let others = (1..<max(1, min(threads, count))).compactMap { _ in Thread.start { line.run() } }
    line.run()
    for thread in others { pthread_join(thread, nil) }
  }

  /// How many threads the machine runs at once.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private final class Line<Value: Sendable>: Sendable {
    private struct State {
      var waiting: [Int: Value] = [:]
      var next = 0
    }

    private let count: Int
    private let work: @Sendable (Int) -> Value
    private let each: @Sendable (Int, Value) -> Void
    private let taken = Atomic<Int>(0)
    private let handed = Atomic<Int>(0)
    private let state = Mutex(State())

    init(
      count: Int,
      work: @escaping @Sendable (Int) -> Value,
      each: @escaping @Sendable (Int, Value) -> Void
    ) {
      self.count = count
      self.work = work
      self.each = each
    }

    /// How far the threads may be ahead of the slowest, so that few results wait in memory.
    private static var most: Int { 128 }

    func run() {
      while true {
        let number = taken.add(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        while number - handed.load(ordering: .relaxed) > Self.most { usleep(500) }
        let value = work(number)
        state.withLock { state in
          state.waiting[number] = value
          while let ready = state.waiting.removeValue(forKey: state.next) {
            each(state.next, ready)
            state.next += 1
            handed.store(state.next, ordering: .relaxed)
          }
        }
      }
    }
  }
}

/// A thread of the system's.
private enum Thread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread, to be joined; `nil` where the system has none to give.
  static func start(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
    let body = Unmanaged.passRetained(Body(run))
    var thread = pthread_t()
    let status = pthread_create(
      &thread,
      nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
      },
      body.toOpaque()
    )
    guard status == 0 else {
      body.release()
      return nil
    }
    return thread
  }
}
