public import ReadinessCore

/// A rehearsal of the Cyber Essentials Plus test: groups, samples, odds and the list for the day.
///
/// The same answers, rules and seed give the same rehearsal.
public struct Rehearsal: Sendable {
  /// One group with what is drawn from it.
  public struct Draw: Sendable {
    /// The group.
    public let group: BuildGroup
    /// The first sample, in the order of the group.
    public let first: [SampledDevice]
    /// The further sample of a retest: as many devices, none of the first; fewer where no more are
    /// left.
    public let second: [SampledDevice]
    /// How many devices of the group are late: as said, else all where its maker no longer supports
    /// the build, else as scans saw; `nil` where nobody knows.
    public let late: Int?
    /// The names of the late devices of the group that scans saw.
    public let lateSeen: [String]

    /// Whether all devices of the group are tested.
    public var isWhole: Bool { first.count == group.count }

    /// The odds that the first sample misses all late devices; one late device where nobody said.
    public var odds: SampleOdds {
      SampleOdds(devices: group.count, late: late ?? 1, sample: first.count)
    }
  }

  /// A late device that could not be put into a group.
  public struct Unplaced: Hashable, Sendable {
    /// Why not.
    public enum Why: String, Sendable {
      /// The scan does not tell its system in words that the support data knows.
      case systemNotKnown = "system not known"
      /// No row of the tables has its build.
      case inNoGroup = "in no group"
      /// Several groups fit, and nothing tells which.
      case inSeveralGroups = "in several groups"
    }
    /// Its name, as the scan has it.
    public let name: String
    /// Why not.
    public let why: Why

    /// A device with the reason.
    public init(name: String, why: Why) {
      self.name = name
      self.why = why
    }
  }

  /// The Cyber Essentials assessment that it rests on.
  public let assessment: Assessment
  /// The rules of sampling.
  public let rules: PlusSampling
  /// What the draw began with.
  public let seed: UInt64
  /// One for each group, in order.
  public let draws: [Draw]
  /// Rows whose number of devices is not known: they are in no group.
  public let notCounted: [String]
  /// How many late devices scans saw.
  public let lateSeen: Int
  /// Those of them that are in no group, so that no odds count them.
  public let unplaced: [Unplaced]
  /// The names of the cloud services, as the firm wrote them.
  public let cloudServices: [String]
  /// Services that scans saw from the internet: proposed for the table of services, never answers.
  public let exposed: [ExposedService]
  /// The day of the Cyber Essentials certificate, if it is known.
  public let certificateDate: CalendarDate?
  /// The day of the first test, if it is known.
  public let start: CalendarDate?

  /// Rehearses.
  ///
  /// - Parameters:
  ///   - assessment: by the Cyber Essentials set, whose tables list the devices.
  ///   - rules: the sizes of samples, the times that hold, and what is looked at.
  ///   - support: until when makers support what.
  ///   - seed: the same seed draws the same devices.
  ///   - sample: a size for every group in place of the table's; servers are all tested still.
  ///   - late: how many devices of a group are late, by the group's number, as somebody said.
  ///   - lateDevices: devices on which scans saw a fix that is late.
  ///   - certificateDate: the day of the Cyber Essentials certificate.
  ///   - start: the day of the first test.
  ///   - exposed: the services that scans saw from the internet.
  public init(
    _ assessment: Assessment,
    rules: PlusSampling,
    support: SupportData,
    seed: UInt64,
    sample: Int? = nil,
    late: [Int: Int] = [:],
    lateDevices: [LateDevice] = [],
    certificateDate: CalendarDate? = nil,
    start: CalendarDate? = nil,
    exposed: [ExposedService] = []
  ) {
    self.assessment = assessment
    self.rules = rules
    self.seed = seed
    self.certificateDate = certificateDate
    self.start = start
    self.exposed = exposed
    let checklist = rules.checklist
    let grouper = BuildGrouper(assessment, checklist, support: support)
    notCounted = grouper.notCounted
    let places = LatePlaces(lateDevices, grouper)
    lateSeen = lateDevices.count
    unplaced = places.unplaced
    draws = grouper.groups.map { group in
      let size =
        group.kind == .server
        ? group.count : min(group.count, sample ?? rules.sample(of: group.count))
      var numbers = SplitMix64(seed: seed, name: group.key)
      let drawn = numbers.draw(size * 2, of: group.count)
      func devices(_ places: ArraySlice<Int>) -> [SampledDevice] {
        places.sorted().map(group.device(at:))
      }
      return Draw(
        group: group,
        first: devices(drawn.prefix(size)),
        second: devices(drawn.dropFirst(size)),
        // What its maker no longer supports is late on every device.
        late: late[group.number].map { min(max(0, $0), group.count) }
          ?? (group.support.fails == .yes ? group.count : nil)
            ?? places.groups[group.number].map { min($0.count, group.count) },
        lateSeen: places.groups[group.number] ?? []
      )
    }
    var services: [String] = []
    let (question, column) = checklist.cloudServices
    if assessment.result(question) != nil,
      case .rows(let rows)? = assessment.answers[question]?.content
    {
      for row in rows {
        if case .text(let name)? = row[column], name.contains(where: { !$0.isWhitespace }),
          !services.contains(name)
        {
          services.append(name)
        }
      }
    }
    cloudServices = services
  }

  /// How many devices there are.
  public var devices: Int { draws.reduce(0) { $0 + $1.group.count } }

  /// How many are in the first sample.
  public var sampled: Int { draws.reduce(0) { $0 + $1.first.count } }

  /// The probability that the first samples of all groups miss every late device; `nil` where no
  /// number of late devices was given.
  ///
  /// The draws are independent of one another, so it is the product.
  public var missesAll: Double? {
    let told = draws.filter { $0.late != nil }
    return told.isEmpty ? nil : told.reduce(1) { $0 * $1.odds.probability }
  }

  /// The last day on which all tests can be done, where the days are known: the earlier of three
  /// months after the certificate and thirty days after the first test, both as the rules have them.
  public var lastDay: CalendarDate? {
    let ends = [
      certificateDate.flatMap { rules.window("certificate")?.end(from: $0) },
      start.flatMap { rules.window("testing")?.end(from: $0) },
    ]
    return ends.compactMap(\.self).min()
  }
}
