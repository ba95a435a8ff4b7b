import ReadinessCore
import ReadinessEvidence
import TestSupport
import Testing

/// Services that scans saw from the internet, as rows for the table of services.
struct ExposedServicesTests {
  static func report(
    _ format: ScanFormat,
    _ addresses: String...,
    scores: [(port: UInt16, version: CVSSVersion, tenths: Int)] = []
  ) -> ScanReport {
    var report = ScanReport(format: format)
    for (index, address) in addresses.enumerated() {
      report.devices.append(ScannedDevice(name: address))
      var service = ReachableService(device: Int32(index), port: 443, transport: "tcp")
      service.name = "https"
      report.services.append(service)
    }
    for (index, score) in scores.enumerated() {
      var problem = ScannedProblem(id: "\(index)", title: "Problem \(index)")
      problem.scores = [CVSSScore(version: score.version, tenths: score.tenths)]
      report.problems.append(problem)
      report.findings.append(
        ScanFinding(device: 0, problem: Int32(index), port: score.port)
      )
    }
    return report
  }

  @Test(arguments: [
    "10.1.2.3", "192.168.0.1", "172.16.0.1", "172.31.255.255", "127.0.0.1", "169.254.1.1",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "fe80::1", "fd00::1", "desk7",
  ])
  func `what only the inside can reach is not proposed`(address: String) {
    #expect(ExposedServices.seen(in: [Self.report(.nmap, address)]).isEmpty)
  }

  @Test(arguments: [
    "203.0.113.7", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2001:db8::7", "vpn.example.co.uk",
  ])
  func `what the internet can reach is proposed once`(address: String) throws {
    let both = [Self.report(.nmap, address), Self.report(.nessus, address)]
    let found = ExposedServices.seen(in: both)
    #expect(found.count == 1)
    #expect(found.first?.address == address)
    #expect(found.first?.port == "443/tcp")
  }

  @Test func `a name with a private address beside it is inside`() {
    var inside = Self.report(.nmap, "server.example.co.uk")
    inside.devices[0].addresses = ["192.168.0.5"]
    #expect(ExposedServices.seen(in: [inside]).isEmpty)
  }

  @Test func `only CVSS version 3 at that port says what the score is`() throws {
    func score(_ scores: [(port: UInt16, version: CVSSVersion, tenths: Int)]) throws -> Value? {
      let scan = Self.report(.nessus, "203.0.113.7", scores: scores)
      return try #require(ExposedServices.seen(in: [scan]).first).row["score"]
    }
    #expect(try score([(443, .v3, 70)]) == .word("high"))
    #expect(try score([(443, .v3, 69), (443, .v3, 10)]) == .word("low"))
    #expect(try score([(443, .v2, 100)]) == nil)
    #expect(try score([(80, .v3, 98)]) == .word("none"))
    #expect(try score([]) == .word("none"))
  }

  @Test func `a look at ports, or a scan to be doubted, says nothing of scores`() throws {
    let ports = ExposedServices.seen(in: [Self.report(.nmap, "203.0.113.7")])
    #expect(try #require(ports.first).row["score"] == nil)
    var doubted = Self.report(.nessus, "203.0.113.7")
    doubted.limits = [.unfinished(status: "stopped")]
    #expect(try #require(ExposedServices.seen(in: [doubted]).first).row["score"] == nil)
  }

  @Test func `a proposed row answers nothing: it cannot be determined until the firm fills it`()
    throws
  {
    let row = try #require(
      ExposedServices.seen(in: [Self.report(.nessus, "203.0.113.7")]).first
    ).row
    let assessment = try PlusPack.assessor().assess(["P1.2-any": .yes, "P1.2": .rows([row])])
    #expect(assessment.rows.first?.outcome == .cannotDetermine)
    let columns = try #require(try PlusPack.shipped().question("P1.2")).columns.map(\.id)
    #expect(Set(row.keys).isSubset(of: columns))
  }

  @Test func `places that a broken report names and does not have are left out`() {
    var broken = Self.report(.nessus, "203.0.113.7", scores: [(443, .v3, 90)])
    broken.services.append(ReachableService(device: 99, port: 1, transport: "tcp"))
    broken.services.append(ReachableService(device: -1, port: 1, transport: "tcp"))
    broken.findings.append(ScanFinding(device: 0, problem: 99, port: 443))
    #expect(ExposedServices.seen(in: [broken]).count == 1)
  }
}
