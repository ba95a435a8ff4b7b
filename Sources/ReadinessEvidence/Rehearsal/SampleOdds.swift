/// How likely it is that a sample misses every late device: the hypergeometric formula.
///
/// Of `devices` devices `late` are late; `sample` of them are drawn, each as likely as any other. The
/// sample misses all of them with probability C(devices − late, sample) ÷ C(devices, sample).
public struct SampleOdds: Hashable, Sendable {
  /// How many devices there are.
  public let devices: Int
  /// How many of them are late.
  public let late: Int
  /// How many are drawn.
  public let sample: Int
  /// The probability that all late ones are missed, in lowest terms; `nil` where its numbers have
  /// more than 128 bits.
  public let missed: (numerator: UInt128, denominator: UInt128)?
  /// The same probability as a number.
  public let probability: Double

  /// The odds; numbers outside what is possible are brought to the nearest that is.
  public init(devices: Int, late: Int, sample: Int) {
    let devices = max(0, devices)
    let late = min(max(0, late), devices)
    let sample = min(max(0, sample), devices)
    self.devices = devices
    self.late = late
    self.sample = sample
    var exact: (numerator: UInt128, denominator: UInt128)? = (1, 1)
    var probability = 1.0
    // The same value comes out with `late` and `sample` in each other's place: take the fewer steps.
    let steps = min(late, sample)
    let others = devices - max(late, sample)
    for step in 0..<steps {
      let above = max(0, others - step)
      probability *= Double(above) / Double(devices - step)
      exact = exact.flatMap { Self.times($0, UInt128(above), UInt128(devices - step)) }
      if above == 0 { break }
    }
    missed = exact
    self.probability = probability
  }

  private static func times(
    _ fraction: (numerator: UInt128, denominator: UInt128),
    _ above: UInt128,
    _ below: UInt128
  ) -> (numerator: UInt128, denominator: UInt128)? {
    guard above > 0 else { return (0, 1) }
    let first = divisor(above, fraction.denominator)
    let second = divisor(fraction.numerator, below)
    let (above, oldBelow) = (above / first, fraction.denominator / first)
    let (oldAbove, below) = (fraction.numerator / second, below / second)
    let numerator = oldAbove.multipliedReportingOverflow(by: above)
    let denominator = oldBelow.multipliedReportingOverflow(by: below)
    guard !numerator.overflow, !denominator.overflow else { return nil }
    let common = divisor(numerator.partialValue, denominator.partialValue)
    return (numerator.partialValue / common, denominator.partialValue / common)
  }

  private static func divisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return max(first, 1)
  }

  /// The same sample, late devices and all.
  public static func == (left: SampleOdds, right: SampleOdds) -> Bool {
    left.devices == right.devices && left.late == right.late && left.sample == right.sample
  }

  /// Takes part in hashing by the three numbers.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(devices)
    hasher.combine(late)
    hasher.combine(sample)
  }

  /// How often all late ones are missed, as "1 time in 1.7", "never" or "every time".
  public var howOften: String {
    if late == 0 || sample == 0 { return "every time" }
    if probability == 0 { return "never" }
    return "1 time in \(Self.tenths(1 / probability))"
  }

  /// The odds in one sentence, without its full stop.
  ///
  /// - Parameters:
  ///   - noun: what the devices are, in the plural, as `laptops`.
  ///   - isSupposed: whether nobody knows that they are late: "If 1 of 9 laptops were late …".
  public func inWords(_ noun: String = "devices", isSupposed: Bool = false) -> String {
    guard late > 0 else {
      return "None of \(devices) \(noun) late: a sample of \(sample) has nothing to find"
    }
    let start = "\(late) of \(devices) \(noun) "
    let what =
      isSupposed
      ? "If \(start)were late, a sample of \(sample) " : "\(start)late: a sample of \(sample) "
    if probability == 0 {
      let finds = isSupposed ? "would be certain to find " : "is certain to find "
      return what + finds + (late == 1 ? "it" : "at least one of them")
    }
    // "1 time in 3" is exact by itself.
    let exact =
      missed.flatMap { $0.numerator > 1 ? " (\($0.numerator) in \($0.denominator))" : nil } ?? ""
    let misses = isSupposed ? "would miss " : "misses "
    return what + misses + (late == 1 ? "it " : "all of them ") + howOften
      + (probability == 1 ? "" : exact)
  }

  /// To one place behind the point, or whole from 100 on.
  private static func tenths(_ value: Double) -> String {
    guard value < 1e15 else { return "more than 1,000,000,000,000,000" }
    if value >= 100 { return String(Int(value.rounded())) }
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}
