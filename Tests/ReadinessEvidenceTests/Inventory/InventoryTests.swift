import ReadinessCore
import ReadinessEvidence
import ReadinessXML
import TestSupport
import Testing

@Suite struct InventoryTests {
  private static let shipped = Result {
    InventoryReader(
      columns: try InventoryColumns.read(Repository.bytes("Support/InventoryColumns.xml")),
      questionnaire: try Pack.shipped(),
      support: try SupportDataReader.read(
        Repository.bytes("Support/EndOfSupport.xml"),
        sha256: Pack.noDigest
      )
    )
  }

  private func read(_ lines: String...) throws -> Inventory {
    let text = lines.joined(separator: "\r\n") + "\r\n"
    return try Self.shipped.get().read(Array(text.utf8))
  }

  private func row(_ cells: [String: String], _ quantity: Int? = nil) -> [String: Value] {
    let words = ["owner", "kind", "subscription"]
    var row = cells.reduce(into: [String: Value]()) { row, cell in
      row[cell.key] = words.contains(cell.key) ? .word(cell.value) : .text(cell.value)
    }
    if let quantity { row["quantity"] = .number(quantity) }
    return row
  }

  @Test func `an Intune list of devices becomes rows of A2.6 and A2.8, like devices counted`()
    throws
  {
    let list = try read(
      "Device name,Managed by,Ownership,Compliance,OS,OS version,Model,Manufacturer,SkuFamily",
      "PC-1,Intune,Corporate,Compliant,Windows,10.0.26100.2033,Latitude 5450,Dell Inc.,Pro",
      "PC-2,Intune,Corporate,Compliant,Windows,10.0.26100.2033,Latitude 7450,Dell Inc.,Pro",
      "PC-3,Intune,Corporate,Noncompliant,Windows,10.0.26100.1742,Latitude 5450,Dell Inc.,Pro",
      "PC-4,Intune,Personal,Compliant,Windows,10.0.19045.5011,Yoga,LENOVO,Home",
      "MAC-1,Intune,Corporate,Compliant,macOS,15.7.1 (24G231),MacBook Air,Apple,",
      "PH-1,Intune,Corporate,Compliant,iOS/iPadOS,26.0.1,iPhone 15,Apple,",
      "TB-1,Intune,Corporate,Compliant,iOS/iPadOS,26.1,iPad Air,Apple,",
      "AN-1,Intune,Personal,Compliant,Android (personally owned work profile),16.0,SM-A556B,samsung,"
    )
    #expect(list.style == "Microsoft Intune, devices")
    #expect(list.rowsRead == 8)
    let dell = ["make": "Dell Inc.", "product": "Microsoft Windows", "owner": "company"]
    #expect(
      list.tables["A2.6"] == [
        row(["make": "Apple", "product": "macOS", "version": "15.7", "owner": "company"], 1),
        row(dell.merging(["version": "11 24H2", "edition": "Pro"]) { $1 }, 3),
        row(
          [
            "make": "LENOVO", "product": "Microsoft Windows", "version": "10 22H2",
            "edition": "Home", "owner": "personal",
          ],
          1
        ),
      ]
    )
    #expect(list.tables["A2.8"]?.count == 3)
    let phones = try #require(list.tables["A2.8"])
    #expect(phones.contains { $0["kind"] == .word("tablet") && $0["product"] == .text("iPadOS") })
    #expect(phones.contains { $0["kind"] == .word("phone") && $0["version"] == .text("26") })
    // Nobody can tell from it whether an Android is a phone or a tablet.
    #expect(phones.contains { $0["product"] == .text("Android") && $0["kind"] == nil })
    #expect(list.questions == ["A2.6", "A2.8", "A6.1"])
    #expect(list.notUnderstood.isEmpty)
  }

  @Test func `a Google list of devices becomes rows, the version taken from the system's name`()
    throws
  {
    let list = try read(
      "Device ID,Name,Email,Model,OS,Type,Last Sync,Status,Ownership",
      "1,A,a@example.test,Pixel 8,Android 16,Phone,2026-11-20,Approved,Company owned",
      "2,B,b@example.test,iPad,iPadOS 26.1,Tablet,2026-11-20,Approved,User owned",
      "3,C,c@example.test,MacBook,Mac OS X 15.7.1,Mac,2026-11-20,Approved,Company owned"
    )
    #expect(list.style == "Google Workspace, devices")
    #expect(
      list.tables["A2.8"] == [
        row(
          [
            "kind": "phone", "make": "Pixel 8", "product": "Android", "version": "16",
            "owner": "company",
          ],
          1
        ),
        row(
          [
            "kind": "tablet", "make": "iPad", "product": "iPadOS", "version": "26",
            "owner": "personal",
          ],
          1
        ),
      ]
    )
    #expect(
      list.tables["A2.6"] == [row(["product": "macOS", "version": "15.7", "owner": "company"], 1)]
    )
  }

  @Test func `a list of programs fills A6.2.1 to A6.2.4 and names the other programs`() throws {
    let list = try read(
      "ApplicationName,ApplicationVersion,DeviceCount",
      "Google Chrome,153.0.8000.1,9",
      "Google Chrome,153.0.8000.7,3",
      "Mozilla Firefox (x64 en-GB),152.0.1,2",
      "Microsoft Edge Update,1.3.1,12",
      "LibreOffice 25.8.2.1,25.8.2.1,1",
      "Python 3.8.10 (64-bit),3.8.10150.0,2"
    )
    #expect(
      list.tables["A6.2.1"] == [
        row(["product": "Google Chrome", "version": "153"]),
        row(["product": "Mozilla Firefox", "version": "152"]),
      ]
    )
    #expect(list.tables["A6.2.4"]?.count == 1)
    #expect(list.others.map(\.product) == ["Microsoft Edge Update", "Python 3.8.10 (64-bit)"])
    #expect(list.questions == ["A6.2", "A6.2.1", "A6.2.4", "A6.6"])
  }

  @Test func `our own template goes where it says, with every cell`() throws {
    let list = try read(
      "list,kind,make,product,version,edition,quantity,owner,subscription,checked,ends,place,note",
      "A2.6,,Dell,Microsoft Windows,11 25H2,Pro,9,company,,,2027-10-12,Office,",
      "A2.8,phone,Apple iPhone 15,iOS,27,,4,company,,2026-11-12,,,",
      "A2.99,,Dell,Microsoft Windows,11 25H2,Pro,9,company,,,,,"
    )
    #expect(list.style == "our asset list")
    #expect(
      list.tables["A2.6"] == [
        row(
          [
            "make": "Dell", "product": "Microsoft Windows", "version": "11 25H2", "edition": "Pro",
            "owner": "company",
          ],
          9
        )
      ]
    )
    #expect(list.tables["A2.8"]?.first?["checked"] == .date(day("2026-11-12")))
    #expect(list.notUnderstood == ["A2.99 Microsoft Windows": 1])
  }

  @Test func `a server build is told apart from the same build of Windows 11`() throws {
    let list = try read(
      "Operating system,OS version,Quantity",
      "Windows Server 2025 Standard,10.0.26100.1742,1",
      "Windows 11 Pro,10.0.26100.1742,2"
    )
    #expect(
      list.tables["A2.7"] == [
        row(["product": "Windows Server", "version": "2025", "edition": "Standard"], 1)
      ]
    )
    #expect(
      list.tables["A2.6"] == [
        row(["product": "Microsoft Windows", "version": "11 24H2", "edition": "Pro"], 2)
      ]
    )
  }

  @Test func `an unknown build stays as the list gives it`() throws {
    let list = try read("Operating system,OS version", "Windows,10.0.99999.1")
    #expect(list.tables["A2.6"]?.first?["version"] == .text("10.0.99999.1"))
  }

  @Test func `a device of an unknown system is named, not dropped`() throws {
    let list = try read("Device name,Operating system,OS version", "X,Haiku,R1", "Y,Haiku,R1")
    #expect(list.tables.isEmpty)
    #expect(list.notUnderstood == ["Haiku": 2])
  }

  @Test func `quantities that are no number, and rows without a product, are named`() throws {
    let list = try read(
      "Operating system,OS version,Quantity,Model",
      "Windows 11,10.0.26100,many,A",
      "Windows 11,10.0.26100,-4,B",
      ",10.0,1,C"
    )
    #expect(list.tables["A2.6"] == nil)
    #expect(list.notUnderstood["C"] == 1)
    #expect(list.notUnderstood.values.reduce(0, +) == 3)
  }

  @Test(arguments: ["", "\u{FEFF}", "a,b,c\n1,2,3\n", "Device name\nX\n", "\"never closed\n"])
  func `what is no such list is refused`(text: String) {
    #expect(throws: InventoryError.self) { try Self.shipped.get().read(Array(text.utf8)) }
  }

  @Test func `bytes that are no text are refused, whatever they are`() {
    for first in UInt8.min...UInt8.max {
      #expect(throws: InventoryError.self) {
        try Self.shipped.get().read([first, 0xFF, 0x00, 0xC0, 0x0A])
      }
    }
  }

  @Test func `a cell keeps 200 characters, and controls in it are made harmless`() throws {
    let long = String(repeating: "x", count: 5_000)
    let list = try read("Operating system,OS version,Make", "Windows 11,10.0.26100,\(long)")
    #expect(list.tables["A2.6"]?.first?["make"] == .text(String(repeating: "x", count: 200)))
    let hostile = try read("Operating system,OS version,Make", "Windows 11,10.0.26100,a\u{1B}[2Jb")
    #expect(hostile.tables["A2.6"]?.first?["make"] == .text("a\\u{1b}[2Jb"))
  }

  @Test func `a list of a hundred thousand devices is counted into a few rows`() throws {
    var text = "Operating system,OS version,Make\n"
    for number in 0..<100_000 {
      text += "Windows 11 Pro,10.0.26100.\(number % 7),Dell\n"
    }
    let list = try Self.shipped.get().read(Array(text.utf8))
    #expect(list.tables["A2.6"]?.map { $0["quantity"] } == [.number(100_000)])
  }

  @Test func `more kinds of device than a person could check are refused`() {
    var text = "Operating system,OS version,Make\n"
    for number in 0..<1_001 { text += "Windows 11 Pro,10.0.26100,Maker \(number)\n" }
    #expect(throws: InventoryError.self) { try Self.shipped.get().read(Array(text.utf8)) }
  }
}
