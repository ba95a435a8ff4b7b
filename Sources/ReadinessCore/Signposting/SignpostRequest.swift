/// What somebody looks for, and what decides who fits.
public struct SignpostRequest: Sendable {
  /// Where the firm is.
  public let locality: Locality
  /// Codes of what it lacks, the most pressing first.
  public let needs: [String]
  /// What it is about to do.
  public let situations: [Situation]
  /// `micro`, `small`, `medium` or `large`; `nil` where it is not known.
  public let size: String?
  /// Its sectors; `nil` where they are not known, and then nobody is left out for them.
  public let sectors: Set<String>?
  /// Whether it supplies defence or wants to; `nil` where it is not known.
  public let isDefenceSupplier: Bool?
  /// Certificates that it holds: `CE`, `CE+`.
  public let holds: Set<String>
  /// The day from which days are counted.
  public let asOf: CalendarDate
  /// Whether it comes from an assessment, rather than from somebody's own words.
  public private(set) var isFromAssessment = false

  /// A request from its parts.
  public init(
    locality: Locality,
    needs: [String],
    situations: [Situation] = [],
    size: String? = nil,
    sectors: Set<String>? = nil,
    isDefenceSupplier: Bool? = nil,
    holds: Set<String> = [],
    asOf: CalendarDate
  ) {
    self.locality = locality
    self.needs = needs
    self.situations = situations
    self.size = size
    self.sectors = sectors
    self.isDefenceSupplier = isDefenceSupplier
    self.holds = holds
    self.asOf = asOf
  }

  /// What an assessment calls for.
  ///
  /// - Parameters:
  ///   - assessment: what the answers came to.
  ///   - directory: where places are looked up.
  ///   - locality: where the firm is, if it says so; else the postcode of its answers counts.
  ///   - given: what it looks for, if it says so; else what its findings and verdict call for.
  ///   - situations: what it is about to do, if it says so; then its findings do not count.
  public init(
    _ assessment: Assessment,
    _ directory: SupportDirectory,
    locality: Locality? = nil,
    needs given: [String] = [],
    situations: [Situation] = []
  ) {
    let firm = Firm(assessment)
    var needs: [String] = []
    var situations = situations
    func add(_ codes: [String]) {
      for code in codes where !needs.contains(code) { needs.append(code) }
    }
    if given.isEmpty, situations.isEmpty {
      for finding in assessment.findings { add(finding.needs) }
      if assessment.verdict == .ready { situations.append(.readyToApply) }
      if firm.isDefenceSupplier == true { add(["DCC"]) }
    } else {
      add(given)
    }
    self.init(
      locality: locality ?? firm.postcode.map { directory.locality(of: $0) }
        ?? directory.unknownLocality,
      needs: needs,
      situations: situations,
      size: firm.size,
      sectors: firm.sectors,
      isDefenceSupplier: firm.isDefenceSupplier,
      asOf: assessment.asOf
    )
    isFromAssessment = true
  }

  /// Whether a body's sectors fit; what is not known fits.
  func fits(sectors wanted: Set<String>) -> Bool {
    if wanted.contains("any") { return true }
    if wanted.contains("defence"), isDefenceSupplier ?? true { return true }
    guard let sectors else { return !wanted.subtracting(["defence"]).isEmpty }
    return !wanted.isDisjoint(
      with: sectors.subtracting(isDefenceSupplier == false ? ["defence"] : [])
    )
  }
}
