public import ReadinessCore

/// Turns the sampling rules of Cyber Essentials Plus into values; their form is
/// `Support/plus-sampling.xsd`.
public enum PlusSamplingReader {
  /// The rules in a file.
  ///
  /// - Parameter bytes: the whole file; it may be hostile.
  /// - Throws: every problem of form, gaps between sizes, unknown sources, and a window that is
  ///   missing.
  public static func read(_ bytes: [UInt8]) throws(XMLReadingError) -> PlusSampling {
    let root = try XMLDocument.read(bytes, schema: .plusSampling)
    let problems = gaps(root) + unknownSources(root) + missingWindows(root)
    guard problems.isEmpty else { throw XMLReadingError(problems) }
    let sizes = root.first("sample-sizes")
    let accounts = root.first("accounts")
    return PlusSampling(
      version: root["version"] ?? "",
      asOf: root["as-of"].flatMap { CalendarDate(iso: $0) } ?? CalendarDate(dayNumber: 0),
      about: root.first("about")?.folded ?? "",
      sources: (root.first("sources")?.all("source") ?? []).map {
        Source(
          id: $0["id"] ?? "",
          title: $0.folded,
          date: $0["date"],
          confidence: $0["confidence"].flatMap(Confidence.init) ?? .low
        )
      },
      sizes: (sizes?.all("size") ?? []).map(size),
      sizesBasis: basis(sizes),
      serversBasis: basis(root.first("all-tested")),
      accounts: (
        number(accounts?["ordinary"]) ?? 1, number(accounts?["administrator"]) ?? 1, basis(accounts)
      ),
      secondSample: basis(root.first("second-sample")),
      windows: root.all("window").map {
        PlusSampling.Window(
          id: $0["id"] ?? "",
          count: number($0["count"]) ?? 0,
          unit: $0["unit"].flatMap(PlusSampling.Window.Unit.init) ?? .days,
          basis: basis($0),
          answer: answer($0)
        )
      },
      checklist: checklist(root)
    )
  }

  /// Written as questionnaire, question and part.
  private static func answer(
    _ element: XMLElement
  ) -> (questionnaire: String, question: String, part: String)? {
    let words = element.list("begins")
    return words.count == 3 ? (words[0], words[1], words[2]) : nil
  }

  private static func checklist(_ root: XMLElement) -> PlusChecklist {
    let cloud = root.first("cloud-services")
    let exposed = root.first("exposed-services")
    return PlusChecklist(
      deviceTables: root.all("devices").compactMap { table in
        table["kind"].flatMap(PlusChecklist.Kind.init).map {
          PlusChecklist.DeviceTable(
            question: table["of"] ?? "",
            kind: $0,
            name: table["name"] ?? ""
          )
        }
      },
      cloudServices: (cloud?["of"] ?? "", cloud?["name"] ?? ""),
      exposedServices: (exposed?["questionnaire"] ?? "", exposed?["of"] ?? ""),
      testCases: root.all("test-case").map { element in
        PlusChecklist.TestCase(
          id: element["id"] ?? "",
          name: element["name"] ?? "",
          checks: element.all("check").map { check in
            PlusChecklist.Check(
              text: check.folded,
              on: Set(check.list("on").compactMap(PlusChecklist.Place.init))
            )
          },
          basis: basis(element)
        )
      },
      beforehand: (root.first("beforehand")?.all("check") ?? []).map(\.folded)
    )
  }

  private static func number(_ text: String?) -> Int? { text.flatMap { Int($0) } }

  private static func size(_ element: XMLElement) -> PlusSampling.Size {
    PlusSampling.Size(
      from: number(element["from"]) ?? 0,
      to: number(element["to"]),
      sample: number(element["sample"]) ?? 0
    )
  }

  private static func basis(_ element: XMLElement?) -> PlusSampling.Basis {
    PlusSampling.Basis(
      sources: element?.list("source") ?? [],
      confidence: element?["confidence"].flatMap(Confidence.init) ?? .low,
      note: element?.first("note")?.folded ?? ""
    )
  }

  /// Every number of devices has one size of sample, and no sample is larger than its group.
  private static func gaps(_ root: XMLElement) -> [XMLProblem] {
    let elements = root.first("sample-sizes")?.all("size") ?? []
    var problems: [XMLProblem] = []
    var next: Int? = 1
    for element in elements {
      let size = size(element)
      if size.from != next {
        let wanted = next.map { "at \($0)" } ?? "nowhere: the one before has no end"
        problems.append(
          XMLProblem(at: element.position, "this size begins at \(size.from), but must \(wanted)")
        )
      }
      if let to = size.to, to < size.from {
        problems.append(XMLProblem(at: element.position, "this size ends before it begins"))
      }
      if size.sample > size.from {
        problems.append(
          XMLProblem(at: element.position, "a sample of \(size.sample) from \(size.from) devices")
        )
      }
      next = size.to.map { $0 + 1 }
    }
    if next != nil, let last = elements.last {
      problems.append(XMLProblem(at: last.position, "the last size must have no \"to\""))
    }
    return problems
  }

  private static func unknownSources(_ root: XMLElement) -> [XMLProblem] {
    let known = Set((root.first("sources")?.all("source") ?? []).compactMap { $0["id"] })
    return root.children.filter { $0["source"] != nil }.flatMap { element in
      element.list("source").filter { !known.contains($0) }.map {
        XMLProblem(at: element.position, "there is no source \"\($0)\"")
      }
    }
  }

  private static func missingWindows(_ root: XMLElement) -> [XMLProblem] {
    let known = Set(root.all("window").compactMap { $0["id"] })
    return ["certificate", "testing", "declaration", "fix"].filter { !known.contains($0) }.map {
      XMLProblem(at: root.position, "there is no window \"\($0)\"")
    }
  }
}
