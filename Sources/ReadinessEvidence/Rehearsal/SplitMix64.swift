/// The generator that draws samples: the same seed gives the same devices everywhere.
///
/// SplitMix64 as Steele, Lea and Flood published it (2014): the state grows by 0x9E3779B97F4A7C15 and
/// each number is the state, mixed. It is for fair draws that can be repeated, never for secrets.
public struct SplitMix64: Hashable, Sendable {
  private var state: UInt64

  /// The sequence of a seed.
  public init(seed: UInt64) { state = seed }

  /// The sequence of a seed for one of several draws, by the draw's name.
  ///
  /// So a group's draw does not change when another group does. The name's UTF-8 bytes are hashed by
  /// FNV-1a (64 bits), and the hash is added to the seed by exclusive or.
  public init(seed: UInt64, name: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    state = seed ^ hash
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including `bound`, each as likely as any other; 0 for a bound
  /// under 2.
  ///
  /// The highest numbers are thrown away where they would make some results likelier.
  public mutating func number(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let bound = UInt64(bound)
    // 2^64 modulo the bound: so many numbers at the top are one too many.
    let surplus = (UInt64.max % bound + 1) % bound
    while true {
      let number = next()
      if surplus == 0 || number <= UInt64.max - surplus { return Int(number % bound) }
    }
  }

  /// So many different numbers from 0 up to but not including `count`, in the order of the draw.
  ///
  /// The first steps of a Fisher-Yates shuffle of 0, 1, 2 …: step `i` takes the entry at
  /// `i + number(below: count - i)` and puts the entry at `i` in its place.
  public mutating func draw(_ wanted: Int, of count: Int) -> [Int] {
    var moved: [Int: Int] = [:]
    var drawn: [Int] = []
    for index in 0..<max(0, min(wanted, count)) {
      let other = index + number(below: count - index)
      drawn.append(moved[other] ?? other)
      moved[other] = moved[index] ?? index
    }
    return drawn
  }
}
