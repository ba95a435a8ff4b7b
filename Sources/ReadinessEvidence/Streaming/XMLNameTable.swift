import CLibXML2

/// Which of libxml2's interned names are wanted.
///
/// libxml2 keeps one copy of each name, so that a name is known by its address and no string is
/// made or compared.
struct XMLNameTable {
  /// What is known of one name.
  struct Entry {
    var key: UnsafePointer<UInt8>?
    /// The place in the vocabulary's elements; `skipped`, or `unknown` or less.
    var element: Int16 = unknown
    /// The place in the vocabulary's attributes; `unknown` for none.
    var attribute: Int16 = unknown
    /// How often an element of that name was passed over.
    var count = 0
  }

  static let unknown: Int16 = -1
  static let skipped: Int16 = -2

  /// The most names that are counted apart; the rest are counted together.
  private static let mostCounted = 512

  private let entries: UnsafeMutableBufferPointer<Entry>
  private let shift: UInt64
  private var counted = 0
  /// How many elements were passed over whose names found no room.
  private(set) var others = 0

  /// A table with room for so many wanted names and the ones that are counted.
  init(wanted: Int) {
    var bits: UInt64 = 4
    while 1 << bits < (wanted + Self.mostCounted) * 3 { bits += 1 }
    shift = 64 - bits
    entries = .allocate(capacity: 1 << bits)
    entries.initialize(repeating: Entry())
  }

  /// Gives the memory back; the table cannot be used afterwards.
  func deallocate() { entries.deallocate() }

  /// The place of a name, whether or not it stands there.
  private func place(_ key: UnsafePointer<UInt8>) -> Int {
    let bits = UInt64(UInt(bitPattern: key)) &* 0x9E37_79B9_7F4A_7C15
    var index = Int(bits >> shift)
    while let other = entries[index].key, other != key {
      index = (index + 1) & (entries.count - 1)
    }
    return index
  }

  /// The entry of a name; one that says `unknown` where it has none.
  @inline(__always)
  func entry(_ key: UnsafePointer<UInt8>) -> Entry { entries[place(key)] }

  /// Says what an element's name means.
  func set(element: Int16, for key: UnsafePointer<UInt8>) {
    let index = place(key)
    entries[index].key = key
    entries[index].element = element
  }

  /// Says what an attribute's name means.
  func set(attribute: Int16, for key: UnsafePointer<UInt8>) {
    let index = place(key)
    entries[index].key = key
    entries[index].attribute = attribute
  }

  /// Counts an element that is passed over because nobody knows its name.
  mutating func count(_ key: UnsafePointer<UInt8>) {
    let index = place(key)
    if entries[index].key == nil {
      guard counted < Self.mostCounted else {
        others += 1
        return
      }
      entries[index].key = key
    }
    if entries[index].count == 0 { counted += 1 }
    entries[index].count += 1
  }

  /// The names that were counted, with how often.
  var counts: [String: Int] {
    var all: [String: Int] = [:]
    for entry in entries {
      guard let key = entry.key, entry.count > 0 else { continue }
      all[String(cString: key), default: 0] += entry.count
    }
    if others > 0 { all["…"] = others }
    return all
  }
}
