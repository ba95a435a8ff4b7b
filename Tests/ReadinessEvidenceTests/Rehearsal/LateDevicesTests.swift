import ReadinessCore
import ReadinessEvidence
import ReadinessXML
import TestSupport
import Testing

/// Late devices that scans saw, in the groups of the example firm.
struct LateDevicesTests {
  /// A scan of 20 November in which each of the devices lacks a fix of 1 October.
  private static func scan(_ devices: [(name: String, system: String?)]) -> NamedScan {
    var report = ScanReport(format: .nessus)
    var problem = ScannedProblem(id: "1", title: "Old runtime")
    problem.scores = [CVSSScore(version: .v3, tenths: 98)]
    problem.fixPublished = CalendarDate(iso: "2026-10-01")
    report.problems = [problem]
    for (place, device) in devices.enumerated() {
      var scanned = ScannedDevice(name: device.name)
      scanned.operatingSystem = device.system
      scanned.scanned = CalendarDate(iso: "2026-11-20")
      scanned.loggedIn = true
      report.devices.append(scanned)
      report.findings.append(ScanFinding(device: Int32(place), problem: 0))
    }
    return NamedScan(name: "scan.nessus", report: report)
  }

  private static func late(
    _ devices: [(name: String, system: String?)],
    inventory: String? = nil,
    asOf: String = "2026-11-23"
  ) throws -> [LateDevice] {
    let support = try RehearsedFirm.support()
    let rules = try ScanRulesReader.read(Repository.bytes("Support/ScanRules.xml"))
    let reader = InventoryReader(
      columns: try InventoryColumns.read(Repository.bytes("Support/InventoryColumns.xml")),
      questionnaire: try Pack.shipped(),
      support: support
    )
    let review = FixReview([scan(devices)], rules: rules, support: support, asOf: day(asOf))
    return LateDevice.seen(
      in: review,
      try inventory.map { [try reader.read(Array($0.utf8))] } ?? []
    )
  }

  /// One device in a group, one in none, and some with long names.
  static func seen() throws -> [LateDevice] {
    let long = (0..<15).map { number -> (name: String, system: String?) in
      ("pc-\(number)-" + String(repeating: "w", count: 150), nil)
    }
    return try late(
      [
        ("PC-1", "Microsoft Windows 11 Pro Build 26200"),
        ("\u{1B}[31mred", "Microsoft Windows 11 Pro Build 22631"),
      ] + long
    )
  }

  private func rehearse(_ devices: [LateDevice], late: [Int: Int] = [:]) throws -> Rehearsal {
    try RehearsedFirm.rehearse(late: late, lateDevices: devices)
  }

  // Groups of the example firm: 1 Windows 11 25H2 Pro (9), 2 … Pro for Workstations (3),
  // 3 Windows 11 24H2 Pro (6), 4 … Home (1).

  @Test func `a device is in the group of the system and edition that the scan tells`() throws {
    let rehearsal = try rehearse(
      try Self.late([
        ("PC-1", "Microsoft Windows 11 Pro Build 26200"),
        ("PC-2", "Microsoft Windows 11 Professional Build 26200"),
        ("CAD-1", "Microsoft Windows 11 Pro for Workstations Build 26200"),
      ])
    )
    #expect(rehearsal.draws[0].lateSeen == ["PC-1", "PC-2"])
    #expect(rehearsal.draws[0].late == 2)
    #expect(rehearsal.draws[1].lateSeen == ["CAD-1"])
    #expect(rehearsal.unplaced.isEmpty)
    #expect(rehearsal.draws[0].odds == SampleOdds(devices: 9, late: 2, sample: 3))
  }

  @Test func `what cannot be placed is counted with the reason, and no odds count it`() throws {
    let rehearsal = try rehearse(
      try Self.late([
        ("A", nil), ("B", "Some appliance"), ("C", "Microsoft Windows 11 Pro Build 22631"),
        ("D", "Microsoft Windows 11 Build 26200"),
      ])
    )
    #expect(rehearsal.lateSeen == 4)
    #expect(
      rehearsal.unplaced == [
        .init(name: "A", why: .systemNotKnown), .init(name: "B", why: .systemNotKnown),
        .init(name: "C", why: .inNoGroup), .init(name: "D", why: .inSeveralGroups),
      ]
    )
    #expect(rehearsal.draws.allSatisfy { $0.lateSeen.isEmpty })
    let text = RehearsalText.text(rehearsal)
    #expect(text.contains("On 4 devices a serious fix was missing"))
    #expect(text.contains("Counted in no group below: 4 devices."))
    #expect(text.contains("  several groups fit, and nothing tells which: D\n"))
  }

  @Test func `an inventory that names the device tells its group, whatever the scan says`() throws {
    let list = """
      Device name,Managed by,Ownership,OS,OS version,Model,Manufacturer,SkuFamily
      PC-9,Intune,Corporate,Windows,10.0.26200.1,Latitude,Dell,Pro

      """
    let rehearsal = try rehearse(
      try Self.late([("pc-9.example.test", nil), ("PC-10", nil)], inventory: list)
    )
    #expect(rehearsal.draws[0].lateSeen == ["pc-9.example.test"])
    #expect(rehearsal.unplaced == [.init(name: "PC-10", why: .systemNotKnown)])
  }

  @Test func `what somebody said, and what is no longer supported, comes before what scans saw`()
    throws
  {
    let devices = try Self.late([
      ("PC-1", "Microsoft Windows 11 Pro Build 26200"),
      ("PC-2", "Microsoft Windows 11 Pro Build 26100"),
    ])
    let rehearsal = try rehearse(devices, late: [1: 4])
    #expect(rehearsal.draws[0].late == 4)
    #expect(rehearsal.draws[2].late == 6)
    #expect(rehearsal.draws[2].lateSeen == ["PC-2"])
  }

  @Test func `more late devices than the lists have are as many as the lists have`() throws {
    let devices = (1...12).map { number -> (name: String, system: String?) in
      ("PC-\(number)", "Microsoft Windows 11 Pro Build 26200")
    }
    let rehearsal = try rehearse(try Self.late(devices))
    #expect(rehearsal.draws[0].late == 9)
    #expect(rehearsal.draws[0].lateSeen.count == 12)
    #expect(RehearsalText.text(rehearsal).contains("More than your lists have"))
  }

  @Test func `what a scan of long ago saw is not taken for late today`() throws {
    let devices = try Self.late(
      [("PC-1", "Microsoft Windows 11 Pro Build 26200")],
      asOf: "2027-01-15"
    )
    #expect(devices.isEmpty)
  }
}
