extension SupportData.Release {
  /// How it stands on a day, without any subscription.
  public func status(on day: CalendarDate) -> SupportJudgement.Status {
    switch judge {
    case .vendor: return .checkWithVendor
    case .ended: return .ended
    case .dates: break
    }
    guard let ends, day > ends else { return .supported }
    guard let extendedUntil, day <= extendedUntil else { return .ended }
    return .extendedOnly
  }
}

extension SupportData.Product {
  /// How many releases stand in each way on a day.
  public func counts(on day: CalendarDate) -> [SupportJudgement.Status: Int] {
    releases.reduce(into: [:]) { $0[$1.status(on: day), default: 0] += 1 }
  }
}
