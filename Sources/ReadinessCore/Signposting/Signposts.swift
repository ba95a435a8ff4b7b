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
    let help = needs.map(\.name).joined(separator: ", ")
    return
      "it helps with: \(help). It is for firms in: \(areas.map(\.name).joined(separator: ", "))."
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

  /// At most so many, in order.
  ///
  /// Among them are, where there are any, the best for each need, two
  /// near the firm and one that is paid for, so that a long list of national pages hides nothing.
  public func shown(_ limit: Int) -> [Signpost] {
    guard items.count > limit else { return items }
    let known = items.indices.filter { items[$0].body.status != .unknown }
    var chosen = Set(known.filter { items[$0].isNear }.prefix(2))
    chosen.formUnion(known.filter { items[$0].body.price == .paid }.prefix(1))
    for code in request.needs {
      guard let best = known.first(where: { items[$0].needs.contains { $0.code == code } })
      else { continue }
      if chosen.count < limit { chosen.insert(best) }
    }
    for index in items.indices where chosen.count < limit { chosen.insert(index) }
    return chosen.sorted().prefix(limit).map { items[$0] }
  }
}
