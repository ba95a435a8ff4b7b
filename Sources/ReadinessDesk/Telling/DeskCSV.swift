import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy

/// A run as a spreadsheet: one row for each file, then one for each supplier without one.
///
/// The columns are fixed; new ones only ever come at the end. No cell is a formula.
public enum DeskCSV {
  /// The names of the columns, in their order.
  public static let columns = [
    "path", "sha256", "decision", "supplier_reference", "supplier_name", "tier", "counts",
    "legal_name", "identifiers", "verdict", "judged_on", "valid_until", "attestation_id",
    "sequence", "signer_fingerprint", "signer_trust", "reason_codes", "reasons", "remarks",
    "policy", "judged_at",
  ]

  /// The file's text.
  ///
  /// - Parameters:
  ///   - run: what was found.
  ///   - list: the buyer's list, where there was one.
  ///   - policy: the policy's id and version, in words; empty without one.
  public static func text(_ run: DeskRun, list: SupplierList?, policy: String) -> String {
    var text = CSV.line(columns)
    for (file, standing) in zip(run.files, run.standings) {
      text += CSV.line(row(file, standing, list, policy))
    }
    for conclusion in run.conclusions where conclusion.counted == nil {
      guard let supplier = conclusion.supplier, conclusion.others.isEmpty else { continue }
      text += CSV.line(row(conclusion, supplier, policy))
    }
    return text
  }

  private static func row(
    _ file: FileFinding,
    _ standing: DeskRun.Standing,
    _ list: SupplierList?,
    _ policy: String
  ) -> [String] {
    let supplier = file.supplier.flatMap { list?.suppliers[$0] }
    let claim = file.claim
    var cells = [
      file.path, file.sha256 ?? "", file.decision.rawValue, supplier?.reference ?? "",
      supplier?.name ?? "", supplier?.tier ?? "", standing.rawValue, claim?.legalName ?? "",
    ]
    cells += [
      claim?.identifiers.map { "\($0.scheme) \($0.id)" }.joined(separator: " | ") ?? "",
      claim?.verdict ?? "", claim?.judgedOn.description ?? "", claim?.validUntil.description ?? "",
      claim?.id ?? "", claim.map { String($0.sequence) } ?? "", file.signer?.fingerprint ?? "",
      file.signer?.trust ?? "",
    ]
    cells += [
      file.reasons.map(code).joined(separator: " "),
      file.reasons.map(\.reason.text).joined(separator: "; "),
      file.remarks.map(\.reason.text).joined(separator: "; "), policy,
      file.judgedAt.description,
    ]
    return cells.map { TextLayout.harmless($0) }
  }

  private static func row(
    _ conclusion: Conclusion,
    _ supplier: Supplier,
    _ policy: String
  ) -> [String] {
    var cells = [String](repeating: "", count: columns.count)
    func set(_ column: String, _ text: String) {
      if let place = columns.firstIndex(of: column) { cells[place] = TextLayout.harmless(text) }
    }
    set("decision", conclusion.decision.rawValue)
    set("supplier_reference", supplier.reference ?? "")
    set("supplier_name", supplier.name)
    set("tier", supplier.tier ?? "")
    set("counts", DeskRun.Standing.no.rawValue)
    set(
      "identifiers",
      supplier.identifiers.map { "\($0.scheme) \($0.id)" }.joined(separator: " | ")
    )
    set("reason_codes", conclusion.lackCode?.rawValue ?? "")
    set("reasons", conclusion.lack ?? "")
    set("policy", policy)
    return cells
  }

  /// `policy:CERT-1:no-certificate`, or `chain:signer-unknown`.
  static func code(_ said: JudgedFile.Said) -> String {
    ([said.reason.step.rawValue] + [said.clause].compactMap(\.self) + [said.reason.code])
      .joined(separator: ":")
  }
}
