import ReadinessAttestation
public import ReadinessCore

/// A run's conclusions for programs; README.md shows the shapes.
public enum DeskJSON {
  /// What each supplier's files come to.
  public static func conclusion(_ conclusion: Conclusion, _ run: DeskRun) -> JSONValue {
    func paths(_ places: [Int]) -> JSONValue {
      .array(places.map { .string(run.files[$0].path) })
    }
    let supplier = conclusion.supplier
    return .object([
      .init("name", .string(conclusion.name)), .init("onList", .bool(supplier != nil)),
      .init("reference", text(supplier?.reference)), .init("tier", text(supplier?.tier)),
      .init(
        "identifiers",
        .array(
          conclusion.identifiers.map {
            .object([.init("scheme", .string($0.scheme)), .init("id", .string($0.id))])
          }
        )
      ),
      .init("decision", .string(conclusion.decision.rawValue)),
      .init("counts", conclusion.counted.map { .string(run.files[$0].path) } ?? .null),
      .init("superseded", paths(conclusion.superseded)), .init("others", paths(conclusion.others)),
      .init("lack", text(conclusion.lackCode?.rawValue)),
    ])
  }

  /// The counts, and the commonest reasons.
  public static func summary(_ run: DeskRun) -> JSONValue {
    let decisions = Decision.allCases.map {
      JSONValue.Member($0.rawValue, .integer(run.count($0)))
    }
    let suppliers = Decision.allCases.map { decision in
      JSONValue.Member(
        decision.rawValue,
        .integer(run.conclusions.count { $0.decision == decision })
      )
    }
    return .object([
      .init("files", .integer(run.files.count)), .init("decisions", .object(decisions)),
      .init("suppliers", .object(suppliers)),
      .init("withoutFile", .integer(run.conclusions.count { $0.lackCode == .noFile })),
      .init(
        "commonestReasons",
        .array(
          run.commonestReasons().map {
            .object([
              .init("step", .string($0.step)), .init("code", .string($0.code)),
              .init("files", .integer($0.count)),
            ])
          }
        )
      ),
    ])
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
