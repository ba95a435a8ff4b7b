import ReadinessAttestation
import ReadinessCore
import ReadinessPolicy

/// A run for programs that read test results.
///
/// Each file is one test case: `does not meet policy` and `rejected` are failures, `undecided` is
/// skipped, `unreadable` is an error. A supplier without a file that counts is skipped too.
public enum DeskJUnit {
  /// The file's text.
  public static func xml(_ run: DeskRun, list: SupplierList?, policy: String) -> String {
    let files = run.files.map { testcase($0, list) }.joined()
    let lacking = run.conclusions.filter { $0.supplier != nil && $0.counted == nil }
    let suppliers = lacking.map { conclusion in
      "    <testcase classname=\"readiness.supplier\" name=\"\(escaped(conclusion.name))\">\n"
        + "      <skipped message=\"\(escaped(conclusion.lack ?? ""))\"/>\n    </testcase>\n"
    }.joined()
    let tests = run.files.count + lacking.count
    let failures = run.count(.doesNotMeetPolicy) + run.count(.rejected)
    let skipped = run.count(.undecided) + lacking.count
    let counts =
      " tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(run.count(.unreadable))\" "
      + "skipped=\"\(skipped)\""
    let name = "readiness verify" + (policy.isEmpty ? "" : " by \(policy)")
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(escaped(name))"\(counts)>
        <testsuite name="\(escaped(name))"\(counts)>
      \(files)\(suppliers)  </testsuite>
      </testsuites>

      """
  }

  private static func testcase(_ file: FileFinding, _ list: SupplierList?) -> String {
    let supplier = file.supplier.flatMap { list?.suppliers[$0].reference }
    let suffix = supplier.map { " (\($0))" } ?? ""
    let head =
      "    <testcase classname=\"readiness.verify\" name=\"\(escaped(file.path + suffix))\""
    let message = escaped(file.decision.rawValue)
    let reasons = escaped(
      file.reasons.map { "\(DeskCSV.code($0)): \($0.reason.text)" }.joined(separator: "\n")
    )
    func body(_ element: String) -> String {
      head + ">\n      <\(element) message=\"\(message)\">\(reasons)</\(element)>\n"
        + "    </testcase>\n"
    }
    return switch file.decision {
    case .meetsPolicy, .valid: head + "/>\n"
    case .doesNotMeetPolicy, .rejected: body("failure")
    case .undecided: body("skipped")
    case .unreadable: body("error")
    }
  }

  private static func escaped(_ text: String) -> String {
    Markup.escaped(TextLayout.harmless(text, keepLines: true))
  }
}
