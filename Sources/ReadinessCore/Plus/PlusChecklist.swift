/// What is looked at on the day of a Cyber Essentials Plus test, and where the devices are listed.
public struct PlusChecklist: Sendable {
  /// A kind of device.
  public enum Kind: String, Sendable, CaseIterable {
    /// Laptops, desktops and virtual desktops.
    case computer
    /// Boxes that only show a desktop.
    case thinClient = "thin-client"
    /// Servers, real and virtual: all are tested.
    case server
    /// Phones and tablets.
    case mobile

    /// In the plural, for people.
    public var inWords: String {
      switch self {
      case .computer: "computers"
      case .thinClient: "thin clients"
      case .server: "servers"
      case .mobile: "phones and tablets"
      }
    }
  }

  /// What a check is made on.
  public enum Place: Hashable, Sendable {
    /// Each device of a kind that is in the sample.
    case device(Kind)
    /// An ordinary account of each cloud service.
    case ordinaryAccount
    /// An administrator account of each cloud service.
    case administratorAccount
    /// The whole, once.
    case whole

    /// Reads the spelling of the data.
    public init?(_ text: String) {
      switch text {
      case "ordinary": self = .ordinaryAccount
      case "administrator": self = .administratorAccount
      case "whole": self = .whole
      default:
        guard let kind = Kind(rawValue: text) else { return nil }
        self = .device(kind)
      }
    }
  }

  /// One thing to look at.
  public struct Check: Sendable {
    /// What to look at, in words for the firm.
    public let text: String
    /// Where.
    public let on: Set<Place>

    /// One thing to look at.
    public init(text: String, on: Set<Place>) {
      self.text = text
      self.on = on
    }
  }

  /// One test case.
  public struct TestCase: Sendable {
    /// As `TC1`.
    public let id: String
    /// What it tests.
    public let name: String
    /// In order.
    public let checks: [Check]
    /// Where it comes from.
    public let basis: PlusSampling.Basis

    /// One test case.
    public init(id: String, name: String, checks: [Check], basis: PlusSampling.Basis) {
      self.id = id
      self.name = name
      self.checks = checks
      self.basis = basis
    }
  }

  /// A table of the answers that lists devices.
  public struct DeviceTable: Sendable {
    /// The question.
    public let question: String
    /// What stands in it.
    public let kind: Kind
    /// The column that names the make.
    public let name: String

    /// A table.
    public init(question: String, kind: Kind, name: String) {
      self.question = question
      self.kind = kind
      self.name = name
    }
  }

  /// The tables that list devices, in order.
  public let deviceTables: [DeviceTable]
  /// The table that lists cloud services, and its column with their names.
  public let cloudServices: (question: String, column: String)
  /// The table of services that answer from the internet, in the set for Cyber Essentials Plus.
  public let exposedServices: (questionnaire: String, question: String)
  /// The test cases, in order.
  public let testCases: [TestCase]
  /// What to arrange before the day.
  public let beforehand: [String]

  /// A checklist from its parts.
  public init(
    deviceTables: [DeviceTable],
    cloudServices: (question: String, column: String),
    exposedServices: (questionnaire: String, question: String),
    testCases: [TestCase],
    beforehand: [String]
  ) {
    self.deviceTables = deviceTables
    self.cloudServices = cloudServices
    self.exposedServices = exposedServices
    self.testCases = testCases
    self.beforehand = beforehand
  }
}
