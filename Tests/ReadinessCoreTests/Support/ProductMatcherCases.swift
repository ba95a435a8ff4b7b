import ReadinessCore
import Testing

/// What a person typed, and how it stands.
struct Typed: Sendable, CustomTestStringConvertible {
  /// How it stands: the status, but `fails` for all that counts as unsupported.
  enum Stand: String, Sendable {
    case supported
    case extendedOnly
    case checkWithVendor
    case noMatch
    case fails
  }

  let product: String
  let version: String
  let edition: String
  let subscription: String
  let day: String
  let stand: Stand

  init(
    _ stand: Stand,
    _ product: String,
    _ version: String = "",
    _ edition: String = "",
    subscription: String = "none",
    day: String = "2026-11-22"
  ) {
    self.product = product
    self.version = version
    self.edition = edition
    self.subscription = subscription
    self.day = day
    self.stand = stand
  }

  var testDescription: String {
    "\(product) | \(version) | \(edition) | \(subscription) | \(day)"
  }
}

extension Typed {
  /// All of them.
  static let all: [Typed] = [
    computers, telephones, browsers, networks, linux, office, runtimes, devices, others,
    subscriptions, spellings, contradictions,
  ].flatMap(\.self)

  /// Computers.
  static let computers: [Typed] = [
    Typed(.supported, "Windows", "11 25H2", "Pro"),
    Typed(.fails, "Microsoft Windows", "11 24H2", "Home"),
    Typed(.fails, "Windows 11 Pro", "24H2"),
    Typed(.supported, "Windows 11", "24H2", "Enterprise"),
    Typed(.noMatch, "Windows 11", "24H2"),
    Typed(.supported, "Windows 11 Pro for Workstations", "25H2"),
    Typed(.fails, "Windows 11 23H2", "", "Education"),
    Typed(.fails, "Windows", "10 22H2", "Pro"),
    Typed(.fails, "Windows 10 Pro"),
    Typed(.supported, "Windows 10 Enterprise LTSC 2021"),
    Typed(.supported, "Windows", "10 21H2", "LTSC 2021"),
    Typed(.supported, "Windows 10 IoT Enterprise LTSC 2021"),
    Typed(.supported, "Windows 10", "21H2", "IoT Enterprise LTSC"),
    Typed(.fails, "Windows 10 LTSB 2016"),
    Typed(.noMatch, "Windows", "10 21H2"),
    Typed(.fails, "Windows 7 Professional"),
    Typed(.fails, "Windows XP"),
    Typed(.supported, "Windows 11 Pro", "11 25H2"),
    Typed(.noMatch, "Windows 11"),
    Typed(.supported, "Windows 11 Professional 25H2 (OS Build 26200.7171)"),
    Typed(.supported, "Windows 11", "25H2", "Business"),
    Typed(.noMatch, "Windows 11", "27H9"),
    Typed(.supported, "Windows", "11 26H2", "home"),
    Typed(.supported, "Windows Server", "2019", "Standard"),
    Typed(.fails, "Windows Server 2012 R2"),
    Typed(.supported, "Microsoft Windows Server", "2022 21H2", "Datacenter"),
    Typed(.fails, "Windows Server 2008"),
    Typed(.fails, "Windows Server", "23H2"),
    Typed(.supported, "Windows Server 2016"),
    Typed(.checkWithVendor, "macOS", "15.6"),
    Typed(.checkWithVendor, "macOS Sequoia 15.6"),
    Typed(.fails, "macOS", "Ventura"),
    Typed(.fails, "Mac OS X", "10.15.7"),
    Typed(.fails, "macOS", "14.8"),
    Typed(.fails, "macOS", "10"),
  ]

  /// Telephones and tablets.
  static let telephones: [Typed] = [
    Typed(.checkWithVendor, "iPhone", "iOS 18.7.2"),
    Typed(.checkWithVendor, "iOS", "26.1"),
    Typed(.fails, "iPhone 13", "iOS 17.2"),
    Typed(.fails, "iOS", "16.7.12"),
    Typed(.fails, "iPadOS", "17.7.10"),
    Typed(.checkWithVendor, "iPad", "iPadOS 26"),
    Typed(.fails, "iOS", "12.5.8"),
    Typed(.checkWithVendor, "Android", "14"),
    Typed(.fails, "Android", "13"),
    Typed(.checkWithVendor, "Samsung Galaxy S23", "Android 15"),
    Typed(.fails, "Android", "7"),
    Typed(.fails, "Galaxy S10"),
    Typed(.fails, "Samsung", "Galaxy A52s"),
    Typed(.fails, "Samsung Galaxy A13"),
  ]

  /// Browsers.
  static let browsers: [Typed] = [
    Typed(.fails, "Chrome", "151.0.7000.1"),
    Typed(.checkWithVendor, "Google Chrome", "153"),
    Typed(.checkWithVendor, "Edge", "143"),
    Typed(.fails, "Firefox", "140.5 ESR"),
    Typed(.checkWithVendor, "Firefox ESR", "153.1"),
    Typed(.checkWithVendor, "Firefox", "155"),
    Typed(.checkWithVendor, "Safari", "18"),
  ]

  /// Firewalls and routers.
  static let networks: [Typed] = [
    Typed(.supported, "FortiOS", "7.4.5"),
    Typed(.fails, "FortiGate", "FortiOS v7.2.11"),
    Typed(.noMatch, "Fortinet FortiOS", "7.20"),
    Typed(.fails, "Cisco IOS XE", "17.09.04a"),
    Typed(.supported, "RouterOS", "7.21.3"),
    Typed(.fails, "PAN-OS", "10.2.7-h3"),
    Typed(.supported, "Palo Alto", "PAN-OS 11.1.4"),
    Typed(.supported, "MikroTik", "RouterOS 6.49.18"),
  ]

  /// Linux.
  static let linux: [Typed] = [
    Typed(.supported, "Debian", "12"),
    Typed(.fails, "Debian GNU/Linux", "11.9 bullseye"),
    Typed(.supported, "Ubuntu", "22.04.5 LTS"),
    Typed(.fails, "Ubuntu Server", "20.04 LTS"),
    Typed(.noMatch, "Ubuntu", "22"),
    Typed(.supported, "RHEL", "8.10"),
    Typed(.fails, "SLES", "15 SP6"),
    Typed(.supported, "SLES", "15 SP7"),
  ]

  /// Office programs and servers.
  static let office: [Typed] = [
    Typed(.fails, "Office", "2021"),
    Typed(.fails, "Microsoft Office Professional Plus 2019"),
    Typed(.supported, "Office LTSC 2024"),
    Typed(.supported, "Office", "2024", "Home and Business"),
    Typed(.checkWithVendor, "Office 365"),
    Typed(.checkWithVendor, "Microsoft 365 Apps for business", "2410"),
    Typed(.fails, "Office", "2016 for Mac"),
    Typed(.fails, "Exchange", "2019 CU14"),
    Typed(.supported, "Exchange Server", "SE"),
    Typed(.fails, "SQL Server", "2016"),
    Typed(.fails, "SQL Server 2016 SP3"),
    Typed(.supported, "SQL Server", "2019", "Express"),
    Typed(.supported, "SQL Server 2022 CU13"),
    Typed(.supported, "SharePoint", "SE"),
  ]

  /// Run-times and hypervisors.
  static let runtimes: [Typed] = [
    Typed(.fails, ".NET", "8.0.11"),
    Typed(.fails, ".NET Core 3.1"),
    Typed(.supported, ".NET Framework", "4.8"),
    Typed(.fails, ".NET Framework", "4.6.1"),
    Typed(.supported, "Microsoft .NET Runtime", "10.0.1"),
    Typed(.fails, "Node.js", "20.11"),
    Typed(.supported, "Python", "3.12.1"),
    Typed(.noMatch, "Python", "3"),
    Typed(.fails, "PowerShell", "7.4.6"),
    Typed(.fails, "Java SE", "8u401"),
    Typed(.fails, "Java SE", "1.8.0_401"),
    Typed(.supported, "Temurin", "21.0.4+7"),
    Typed(.fails, "VMware ESXi", "7.0 U3"),
    Typed(.supported, "ESXi", "8.0 Update 3"),
  ]

  /// Devices.
  static let devices: [Typed] = [
    Typed(.checkWithVendor, "iPad", "9th generation"),
    Typed(.fails, "iPad Air", "2"),
    Typed(.fails, "iPad", "5th gen"),
    Typed(.fails, "iPhone", "8"),
    Typed(.checkWithVendor, "iPhone XS"),
    Typed(.checkWithVendor, "iPhone", "SE (2nd generation)"),
    Typed(.fails, "Pixel 6"),
    Typed(.supported, "Google Pixel", "9 Pro"),
    Typed(.supported, "Fairphone 4"),
    Typed(.checkWithVendor, "Surface Pro 6"),
    Typed(.supported, "Surface Pro 6", "Windows 11 25H2", "Pro"),
  ]

  /// What is left.
  static let others: [Typed] = [
    Typed(.fails, "Internet Explorer", "11"),
    Typed(.fails, "IE", "11.0.9600"),
    Typed(.fails, "FreeBSD", "14.3-RELEASE-p2"),
    Typed(.supported, "FreeBSD", "14.4"),
    Typed(.supported, "FreeBSD", "14-STABLE"),
    Typed(.noMatch, "FreeBSD", "14.9"),
    Typed(.fails, "WordPress", "6.9.1"),
    Typed(.fails, "Windows Embedded Standard 7"),
    Typed(.noMatch, "POSReady 7"),
    Typed(.supported, "LibreOffice", "26.2.1"),
    Typed(.fails, "OpenWrt", "23.05.3"),
    Typed(.supported, "SNS", "4.8.3"),
    Typed(.supported, "BIG-IP", "17.1.1.3"),
    Typed(.noMatch, "Foo", "1"),
    Typed(.supported, "Linux Mint", "21.3"),
    Typed(.fails, "Linux Mint", "LMDE 6"),
  ]

  /// With paid updates, and at the edges of a date.
  static let subscriptions: [Typed] = [
    Typed(.extendedOnly, "Windows", "10 22H2", "Pro", subscription: "live"),
    Typed(.checkWithVendor, "Windows", "10 22H2", subscription: "consumer"),
    Typed(.noMatch, "Windows 10 Pro", subscription: "live"),
    Typed(.extendedOnly, "SQL Server", "2016", subscription: "live"),
    Typed(.extendedOnly, "SQL Server", "2016 SP3", subscription: "live"),
    Typed(.extendedOnly, "Ubuntu", "20.04", subscription: "live"),
    Typed(.supported, "Windows", "11 25H2", "Pro", day: "2027-10-12"),
    Typed(.fails, "Windows", "11 25H2", "Pro", day: "2027-10-13"),
    Typed(.fails, "Exchange", "2019", subscription: "live"),
    Typed(.fails, "Windows Server 2012", subscription: "live"),
  ]

  /// More ways to write the same.
  static let spellings: [Typed] = [
    Typed(.fails, "Windows 11 Pro", "24H2", "Pro"),
    Typed(.fails, "Windows 11 Pro", "Microsoft Windows 11 24H2"),
    Typed(.fails, "Windows 11", "24H2 (OS Build 26100.4061)", "Pro"),
    Typed(.fails, "Surface Pro 6", "Windows 11 24H2", "Pro"),
    Typed(.fails, "MICROSOFT\u{A0}WINDOWS®", " 7 "),
    Typed(.supported, "FortiGate 60F", "FortiOS ver. 7.4.5"),
    Typed(.supported, "FortiOS", "v.07.04.5"),
    Typed(.fails, "macOS", "14.8.1 (23J21)"),
    Typed(.fails, "macOS", "12 “Monterey”"),
  ]

  /// What says two things, or only begins like something known, is no match.
  static let contradictions: [Typed] = [
    Typed(.noMatch, "Windows 10", "Windows 11 25H2", "Pro"),
    Typed(.noMatch, "Windows", "11 25H2", "Home Enterprise"),
    Typed(.noMatch, "Windows", "11 25H2", "Gold"),
    Typed(.noMatch, "Windows", "11 25H22", "Pro"),
    Typed(.noMatch, "Windows Pro"),
    Typed(.noMatch, "macOS", "15.6 Ventura"),
    Typed(.noMatch, "macOS", "Ventura 15.6"),
    Typed(.noMatch, "macOS", "15, 14 and 13"),
    Typed(.noMatch, "macOS", "27 26 14"),
    Typed(.noMatch, "FortiOS", "7.4 (head office) and 7.2"),
    Typed(.noMatch, "Debian", "12/11"),
    Typed(.noMatch, "Debian", "Bookworms"),
    Typed(.fails, "macOS", "13, 12"),
    Typed(.noMatch, "FortiGate 7.4", "FortiOS 7.2"),
  ]
}
