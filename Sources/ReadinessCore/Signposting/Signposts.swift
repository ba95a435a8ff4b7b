/// One body that fits, and why it is shown.
public struct Signpost: Sendable {
  /// The body.
  public let body: SupportDirectory.Body
  /// What it was found for.
  public let needs: [SupportDirectory.Need]
  /// The areas that it serves and the firm is in.
  public let areas: [SupportDirectory.Area]
  /// Whether it serves the region rather than the country.
  public let isNear: Bool

  /// Why it is shown.
  public var why: String {
    let help = needs.map(\.name).joined(separator: "; ")
    let place = ReportWords.list(areas.map(\.name))
    return "it helps with: \(help). It serves \(place)."
  }
}

/// A notice with the days that are left.
public struct NoticeShown: Sendable {
  /// The notice.
  public let notice: SupportDirectory.Notice
  /// Days until the day that it is about; negative where that day has gone by.
  public let daysLeft: Int?

  init(notice: SupportDirectory.Notice, asOf: CalendarDate) {
    self.notice = notice
    daysLeft = notice.date.map { asOf.days(to: $0) }
  }

  /// The days that are left, in words.
  public var remark: String? {
    guard let daysLeft, let date = notice.date else { return nil }
    return switch daysLeft {
    case ..<0: "That date, \(date.inWords), has gone by."
    case 0: "That is today."
    default: "\(ReportWords.many(daysLeft, "day")) left until \(date.inWords)."
    }
  }

  /// What to do first, in one sentence; for the line at the foot of a page.
  public var firstSentence: String {
    guard let end = notice.says.firstIndex(of: ".") else { return notice.says }
    return String(notice.says[..<end])
  }
}

/// Who helps a firm, in order.
public struct Signposts: Sendable {
  /// What to bear in mind about some needs.
  public struct Advice: Sendable {
    /// The needs.
    public let needs: [SupportDirectory.Need]
    /// In words.
    public let text: String
  }

  /// Where it was looked up.
  public let directory: SupportDirectory
  /// What was looked for.
  public let request: SignpostRequest
  /// All that fit, the best first.
  public let items: [Signpost]
  /// What to bear in mind.
  public let advice: [Advice]
  /// Notices that apply, without the one on incidents.
  public let notices: [NoticeShown]
  /// What to do in an incident; stands at the foot of every page.
  public let incident: NoticeShown?

  /// At most so many, in order: the first ones, but two near the firm and one that is paid for are
  /// among them where there are any, so that a long list of national pages does not hide them.
  public func shown(_ limit: Int) -> [Signpost] {
    guard items.count > limit else { return items }
    let near = items.indices.filter { items[$0].isNear && items[$0].body.status != .unknown }
    let paid = items.indices.filter { items[$0].body.price == .paid }
    var chosen = Set(near.prefix(min(2, limit)))
    if chosen.count < limit, let first = paid.first { chosen.insert(first) }
    for index in items.indices where chosen.count < limit { chosen.insert(index) }
    return chosen.sorted().map { items[$0] }
  }
}
