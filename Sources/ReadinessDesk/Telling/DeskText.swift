import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy

/// A run in words for a terminal.
public enum DeskText {
  /// One file: its decision, where it lies, whose it is, and every reason.
  public static func file(
    _ file: FileFinding,
    supplier: Supplier?,
    width: Int
  ) -> String {
    var head = TextLayout.harmless(file.path)
    if let claim = file.claim {
      let who = supplier.map { reference($0) } ?? claim.legalName
      let doubt = claim.isVerified ? "" : "claims to be "
      head += " (\(doubt)\(TextLayout.harmless(who)))"
    }
    var lines = TextLayout.wrap(
      head,
      width: width,
      first: TextLayout.pad(file.decision.rawValue, to: 22),
      rest: String(repeating: " ", count: 22)
    )
    for said in file.reasons {
      lines += TextLayout.wrap(
        "because: \(said.reason.text) (\(DeskCSV.code(said)))",
        width: width,
        first: "    ",
        rest: "      "
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The suppliers and the counts at the end.
  public static func summary(_ run: DeskRun, width: Int) -> String {
    var lines = [""]
    func add(_ text: String, first: String = "", rest: String = "  ") {
      lines += TextLayout.wrap(TextLayout.harmless(text), width: width, first: first, rest: rest)
    }
    for conclusion in run.conclusions where !conclusion.superseded.isEmpty {
      guard let counted = conclusion.counted else { continue }
      let older = conclusion.superseded.map { run.files[$0].path }.joined(separator: ", ")
      add("\(conclusion.name): \(run.files[counted].path) counts; superseded: \(older)")
    }
    if run.hasList { suppliers(run, add: { add($0, first: $1, rest: $1 + "  ") }) }
    add("\(many(run.files.count, "file")). " + counts { run.count($0) })
    let common = run.commonestReasons(5)
    if !common.isEmpty {
      lines.append("Commonest reasons:")
      for reason in common {
        add("\(reason.count)  \(reason.code) (\(reason.step))", first: "  ", rest: "     ")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func suppliers(_ run: DeskRun, add: (String, String) -> Void) {
    let listed = run.conclusions.filter { $0.supplier != nil }
    let decisions = counts { decision in listed.count { $0.decision == decision } }
    add("\(many(listed.count, "supplier")) on the list. \(decisions)", "")
    for conclusion in listed where conclusion.lackCode != nil {
      guard let supplier = conclusion.supplier, let lack = conclusion.lack else { continue }
      add("\(reference(supplier)): \(lack)", "  ")
    }
    let strangers = run.conclusions.filter { $0.supplier == nil }
    if !strangers.isEmpty {
      add(
        strangers.count == 1
          ? "1 firm that is not on the list sent files:"
          : "\(strangers.count) firms that are not on the list sent files:",
        ""
      )
      for conclusion in strangers {
        let ids = conclusion.identifiers.map { "\($0.scheme) \($0.id)" }.joined(separator: ", ")
        add("\(conclusion.name) (\(ids)): \(conclusion.decision.rawValue)", "  ")
      }
    }
  }

  /// How many came to each decision.
  ///
  /// As `Meets policy: 2, does not meet policy: 3.`
  private static func counts(_ count: (Decision) -> Int) -> String {
    let words = Decision.allCases.filter { count($0) > 0 }.map { "\($0.rawValue): \(count($0))" }
      .joined(separator: ", ")
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  private static func many(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)" + (count == 1 ? "" : "s")
  }

  private static func reference(_ supplier: Supplier) -> String {
    (supplier.reference.map { "\($0), " } ?? "") + supplier.title
  }
}
