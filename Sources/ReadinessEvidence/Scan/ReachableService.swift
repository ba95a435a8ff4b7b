/// A port of a device that answers.
public struct ReachableService: Hashable, Sendable {
  /// The device's place in `ScanReport.devices`.
  public var device: Int32

  /// The port's number.
  public var port: UInt16

  /// `tcp`, `udp` or `sctp`.
  public var transport: String

  /// What it is called (`https`), where the report says so.
  public var name: String?

  /// The product and version that answers, where it was asked.
  public var product: String?

  /// Whether the name is only a guess from the port's number.
  public var guessed = false

  /// A service.
  public init(device: Int32, port: UInt16, transport: String) {
    self.device = device
    self.port = port
    self.transport = transport
  }
}
