public import ReadinessCore

/// The rehearsal as JSON, in the shape of `Questionnaires/rehearsal.schema.json`.
public enum RehearsalJSON {
  /// The value of `format`.
  public static let format = "readiness-rehearsal-1"

  /// The rehearsal as a value; `JSONWriter` turns it into text.
  public static func json(_ rehearsal: Rehearsal) -> JSONValue {
    let rules = rehearsal.rules
    return .object([
      .init("format", .string(format)),
      .init("notice", .string(ReportWords.notACertificate)),
      .init("asOf", .string(rehearsal.assessment.asOf.description)),
      .init("organisation", string(Firm(rehearsal.assessment).name)),
      // Sixty-four bits are more than a JSON number may hold.
      .init("seed", .string(String(rehearsal.seed))),
      .init("devices", .integer(rehearsal.devices)),
      .init("sampled", .integer(rehearsal.sampled)),
      .init("notCounted", strings(rehearsal.notCounted)),
      .init("groups", .array(rehearsal.draws.map(group))),
      .init("lateSeen", .integer(rehearsal.lateSeen)),
      .init(
        "lateInNoGroup",
        .array(
          rehearsal.unplaced.map { device in
            .object([
              .init("name", .string(device.name)), .init("reason", .string(device.why.rawValue)),
            ])
          }
        )
      ),
      .init("missesAllTogether", string(rehearsal.missesAll.map { String($0) })),
      .init("cloudServices", strings(rehearsal.cloudServices)),
      .init(
        "accountsEach",
        .object([
          .init("ordinary", .integer(rules.accounts.ordinary)),
          .init("administrator", .integer(rules.accounts.administrator)),
          .init("basis", basis(rules.accounts.basis)),
        ])
      ),
      .init("exposedServices", .array(rehearsal.exposed.map(service))),
      .init("windows", .array(rules.windows.map { window($0, rehearsal) })),
      .init("certificateDate", string(rehearsal.certificateDate?.description)),
      .init("start", string(rehearsal.start?.description)),
      .init("lastDay", string(rehearsal.lastDay?.description)),
      .init("beforehand", strings(rules.checklist.beforehand)),
      .init("testCases", .array(rules.checklist.testCases.map { testCase($0, rehearsal) })),
      .init(
        "rules",
        .object([
          .init("version", .string(rules.version)), .init("asOf", .string(rules.asOf.description)),
          .init("about", .string(rules.about)), .init("sizes", basis(rules.sizesBasis)),
          .init("servers", basis(rules.serversBasis)),
          .init("secondSample", basis(rules.secondSample)),
        ])
      ),
      .init("disclaimer", .string(ReportWords.disclaimer)),
    ])
  }

  private static func group(_ draw: Rehearsal.Draw) -> JSONValue {
    let group = draw.group
    let odds = draw.odds
    return .object([
      .init("number", .integer(group.number)), .init("kind", .string(group.kind.rawValue)),
      .init("build", .string(group.build)), .init("devices", .integer(group.count)),
      .init("support", .string(group.support.status.rawValue)),
      .init("ends", string(group.support.ends?.description)),
      .init("allTested", .bool(draw.isWhole)),
      .init("first", .array(draw.first.map(device))),
      .init("second", .array(draw.second.map(device))),
      .init("late", draw.late.map { .integer($0) } ?? .null),
      .init("lateSeen", strings(draw.lateSeen)),
      .init(
        "odds",
        .object([
          .init("late", .integer(odds.late)), .init("devices", .integer(odds.devices)),
          .init("sample", .integer(odds.sample)),
          .init("missed", string(odds.missed.map { "\($0.numerator)/\($0.denominator)" })),
          .init("text", .string(odds.inWords(group.kind.inWords, isSupposed: draw.late == nil))),
        ])
      ),
    ])
  }

  private static func service(_ service: ExposedService) -> JSONValue {
    .object([
      .init("address", .string(service.address)), .init("port", .string(service.port)),
      .init("service", .string(service.service)),
      .init("highestScoreTenths", service.highest.map { .integer($0) } ?? .null),
      .init("nothingFound", .bool(service.isClean)),
    ])
  }

  private static func device(_ device: SampledDevice) -> JSONValue {
    .object([
      .init("question", .string(device.question)), .init("row", .integer(device.row)),
      .init("make", .string(device.make)), .init("number", .integer(device.number)),
    ])
  }

  private static func window(_ window: PlusSampling.Window, _ rehearsal: Rehearsal) -> JSONValue {
    .object([
      .init("id", .string(window.id)), .init("count", .integer(window.count)),
      .init("unit", .string(window.unit.rawValue)), .init("basis", basis(window.basis)),
    ])
  }

  private static func testCase(
    _ testCase: PlusChecklist.TestCase,
    _ rehearsal: Rehearsal
  ) -> JSONValue {
    .object([
      .init("id", .string(testCase.id)), .init("name", .string(testCase.name)),
      .init("basis", basis(testCase.basis)),
      .init(
        "checks",
        .array(
          testCase.checks.map { check in
            .object([
              .init("text", .string(check.text)),
              .init("groups", .array(groups(check, rehearsal))),
              .init("ordinaryAccounts", .bool(check.on.contains(.ordinaryAccount))),
              .init("administratorAccounts", .bool(check.on.contains(.administratorAccount))),
              .init("once", .bool(check.on.contains(.whole))),
            ])
          }
        )
      ),
    ])
  }

  private static func groups(_ check: PlusChecklist.Check, _ rehearsal: Rehearsal) -> [JSONValue] {
    rehearsal.draws.map(\.group).filter { check.on.contains(.device($0.kind)) }
      .map { .integer($0.number) }
  }

  private static func basis(_ basis: PlusSampling.Basis) -> JSONValue {
    .object([
      .init("confidence", .string(basis.confidence.rawValue)),
      .init("sources", strings(basis.sources)), .init("note", .string(basis.note)),
    ])
  }

  private static func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private static func strings(_ items: [String]) -> JSONValue { .array(items.map { .string($0) }) }
}
