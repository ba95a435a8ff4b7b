import Glibc

/// Bytes that are appended, used and thrown away over and over.
struct XMLByteBuffer {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity = 1 << 16

  init() { base = .allocate(capacity: capacity) }

  /// Gives the memory back; the buffer cannot be used afterwards.
  func deallocate() { base.deallocate() }

  /// Adds bytes.
  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, _ more: Int) {
    reserve(more)
    memcpy(base + count, bytes, more)
    count += more
  }

  /// Adds an attribute's value: libxml2 hands over every ampersand in it as `&#38;`.
  mutating func appendValue(_ bytes: UnsafePointer<UInt8>, _ more: Int) {
    guard memchr(bytes, 0x26, more) != nil else {
      append(bytes, more)
      return
    }
    reserve(more)
    var index = 0
    while index < more {
      base[count] = bytes[index]
      count += 1
      let isEscape = index + 5 <= more && memcmp(bytes + index, "&#38;", 5) == 0
      index += isEscape ? 5 : 1
    }
  }

  /// Drops the start of a character that was cut in two at the end.
  mutating func dropBrokenTail(from start: Int) {
    var index = count
    var back = 0
    while index > start, back < 3, base[index - 1] & 0xC0 == 0x80 {
      index -= 1
      back += 1
    }
    guard index > start else { return }
    let first = base[index - 1]
    let needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    if back + 1 < needed { count = index - 1 }
  }

  /// Keeps only the bytes from that place on.
  mutating func removeFirst(_ some: Int) {
    count -= some
    memmove(base, base + some, count)
  }

  /// Empties the buffer.
  mutating func removeAll() { count = 0 }

  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    while count + more > capacity { capacity *= 2 }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    memcpy(larger, base, count)
    base.deallocate()
    base = larger
  }
}
