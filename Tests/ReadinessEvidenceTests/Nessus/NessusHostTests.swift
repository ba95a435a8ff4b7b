import ReadinessCore
import ReadinessEvidence
import Testing

@Suite struct NessusHostTests {
  static func device(_ properties: String, items: String = "") throws -> ScannedDevice {
    let report = try NessusImporterTests.report(properties: properties, items)
    return try #require(report.devices.first)
  }

  static func tag(_ name: String, _ text: String) -> String {
    "<tag name=\"\(name)\">\(text)</tag>"
  }

  static func record(_ says: String) -> String {
    NessusImporterTests.item(
      severity: 0,
      plugin: 19_506,
      "<plugin_output>Nessus version : 8.0\nCredentialed checks : \(says)\n</plugin_output>"
    )
  }

  @Test func `a start with two spaces before the day is read, and the end may come first`() throws {
    let device = try Self.device(
      Self.tag("HOST_END", "Sat May  4 01:00:00 2024")
        + Self.tag("HOST_START", "Fri May  3 10:00:00 2024")
    )
    #expect(device.scanned == CalendarDate(iso: "2024-05-03"))
  }

  @Test func `the time stamp in UTC outweighs the scanner's local time, in any order`() throws {
    let tags = [
      Self.tag("HOST_START", "Fri May  3 00:30:00 2024"),
      Self.tag("HOST_START_TIMESTAMP", "1714691400"),
    ]
    for tags in [tags, tags.reversed()] {
      #expect(try Self.device(tags.joined()).scanned == CalendarDate(iso: "2024-05-02"))
    }
  }

  @Test func `a web application scan writes ISO times and scores of its own`() throws {
    let report = try Reading.report(
      .nessus,
      NessusImporterTests.file(
        properties: Self.tag("HOST_START", "2024-05-03T10:00:00.123456+01:00"),
        NessusImporterTests.item("<cvss>6.4</cvss><cvssv3>7.2</cvssv3>")
      ).replacing("<Report ", with: #"<Report type="was" version="1" "#)
    )
    #expect(report.started == CalendarDate(iso: "2024-05-03"))
    #expect(report.formatVersion == "2, web application scan")
    #expect(
      report.problems.first?.scores == [
        CVSSScore(version: .v2, tenths: 64), CVSSScore(version: .v3, tenths: 72),
      ]
    )
  }

  @Test(arguments: ["yesterday", "Fri Foo  3 10:00:00 2024", "Fri May 32 10:00:00 2024", ""])
  func `a time that is none is counted`(time: String) throws {
    let report = try NessusImporterTests.report(properties: Self.tag("HOST_START", time), "")
    #expect(report.started == nil)
    #expect(report.notUnderstood == ["HOST_START": 1])
  }

  @Test func `the scan began when its first device did`() throws {
    let host = { (time: Int) in
      """
      <ReportHost name="h\(time)"><HostProperties>
      \(Self.tag("HOST_START_TIMESTAMP", "\(time)"))</HostProperties></ReportHost>
      """
    }
    let report = try Reading.report(
      .nessus,
      """
      <NessusClientData_v2><Report>\(host(1_714_900_000))\(host(1_714_726_800))</Report>
      </NessusClientData_v2>
      """
    )
    #expect(report.started == CalendarDate(iso: "2024-05-03"))
  }

  @Test func `several addresses and platforms stand one a line`() throws {
    let device = try Self.device(
      Self.tag("mac-address", "00:00:5E:00:53:01\n00:00:5E:00:53:02")
        + Self.tag("host-ip", "192.0.2.1") + Self.tag("cpe", "cpe:/o:a:b\ncpe:/a:c:d")
        + Self.tag("cpe-0", "cpe:/o:a:b")
    )
    #expect(device.addresses == ["00:00:5E:00:53:01", "00:00:5E:00:53:02"])
    #expect(device.platforms == ["cpe:/o:a:b", "cpe:/a:c:d"])
  }

  @Test(arguments: [
    ("true", "yes", true), ("false", "yes", false), ("true", "no", false), ("", "yes", true),
    ("", "no", false), ("true", "", true),
    ("", "yes, as 'A\\b' via ssh", true), ("", "", nil),
  ])
  func `one no is enough: the device was not logged in to`(
    property: String,
    record: String,
    loggedIn: Bool?
  ) throws {
    let report = try NessusImporterTests.report(
      properties: property.isEmpty ? "" : Self.tag("Credentialed_Scan", property),
      Self.record(record)
    )
    #expect(report.devices.first?.loggedIn == loggedIn)
    #expect(
      report.limits == (loggedIn == false ? [.notLoggedIn(devices: ["192.0.2.1"])] : [])
    )
  }

  @Test func `a service's name with a question mark is a guess, and each port is told once`() throws
  {
    let items = [("www?", 80), ("www", 443), ("www", 443), ("general", 0), ("unknown", 99)]
    let report = try NessusImporterTests.report(
      items.map { NessusImporterTests.item(port: $0.1, service: $0.0, "") }.joined()
    )
    #expect(report.services.map(\.port) == [80, 443, 99])
    #expect(report.services.map(\.name) == ["www", "www", nil])
    #expect(report.services.map(\.guessed) == [true, false, false])
  }
}
