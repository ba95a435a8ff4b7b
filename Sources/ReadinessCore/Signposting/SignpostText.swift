/// Signposts as text for a terminal.
public enum SignpostText {
  /// The page.
  ///
  /// - Parameters:
  ///   - signposts: what was found.
  ///   - limit: how many are shown; `nil` is all.
  ///   - width: the widest line, in cells; at least 40.
  /// - Returns: lines with a final line feed.
  public static func text(
    _ signposts: Signposts,
    limit: Int? = 8,
    width: Int = 80
  ) -> String {
    var page = TextPage(width: width)
    head(signposts, &page)
    let shown = limit.map(signposts.shown) ?? signposts.items
    for (index, item) in shown.enumerated() {
      page.blank()
      self.item(item, number: index + 1, &page)
    }
    page.blank()
    let rest = signposts.items.count - shown.count
    if rest > 0 { page.add("\(rest) more fit. Add --all to see them.") }
    if shown.isEmpty {
      page.add("Nobody in the directory fits. Try another need, or leave the place out.")
    }
    notices(signposts, &page)
    foot(signposts, &page)
    return page.text
  }

  private static func head(_ signposts: Signposts, _ page: inout TextPage) {
    let request = signposts.request
    page.heading("Who can help", "=")
    if request.situations.contains(.incident), let incident = signposts.incident {
      page.add("\(incident.notice.title): \(incident.notice.says)")
      page.blank()
    }
    for remark in request.locality.remarks { page.add(remark) }
    let needs = request.needs.map { signposts.directory.need($0)?.name ?? $0 }
    if !needs.isEmpty { page.add("Looked for: " + needs.joined(separator: ", ") + ".") }
    if let size = request.size { page.add("Only what is for a firm of your size (\(size)).") }
    if request.situations.contains(.readyToApply) {
      page.add("Your answers are ready, so this is about the way to the certificate.")
    }
    if !signposts.advice.isEmpty { page.blank() }
    for advice in signposts.advice {
      page.point("\(advice.needs.map(\.name).joined(separator: ", ")): \(advice.text)", indent: 0)
    }
  }

  private static func item(_ item: Signpost, number: Int, _ page: inout TextPage) {
    let body = item.body
    let label = "\(number). "
    let indent = label.count
    page.add(body.name, first: label)
    page.add(BodyWords.kind(body), first: String(repeating: " ", count: indent))
    page.add("Run by", body.runBy, indent: indent)
    page.add("Shown because", item.why, indent: indent)
    page.add("For", body.eligible, indent: indent)
    page.add("Offer", body.offer, indent: indent)
    let contacts = BodyWords.contacts(body)
    if !contacts.isEmpty { page.add("Where", contacts.joined(separator: "; "), indent: indent) }
    page.add("Standing", BodyWords.standing(body), indent: indent)
    if let note = body.note { page.add("Note", note, indent: indent) }
  }

  private static func notices(_ signposts: Signposts, _ page: inout TextPage) {
    for shown in signposts.notices {
      page.blank()
      page.add(shown.notice.title + ".")
      let remark = shown.remark.map { $0 + " " } ?? ""
      page.add(remark + shown.notice.says, first: "  ")
      page.add(
        "\(ReportWords.capitalised(BodyWords.sureness(shown.notice.confidence))). "
          + "From: \(shown.notice.source).",
        first: "  "
      )
    }
  }

  private static func foot(_ signposts: Signposts, _ page: inout TextPage) {
    let directory = signposts.directory
    page.blank()
    page.add(
      "Nobody here is endorsed, and nobody here endorses this program. The list (\(directory.id) "
        + "\(directory.version)) was put together on \(directory.asOf.inWords); look at the "
        + "body's own page before you rely on it."
    )
    if signposts.request.isFromAssessment { page.add(ReportWords.notACertificate) }
    page.blank()
    if let incident = signposts.incident { page.add("Hacked? " + incident.firstSentence) }
  }
}

/// A body in words.
enum BodyWords {
  static func kind(_ body: SupportDirectory.Body) -> String {
    let kind =
      switch body.kind {
      case "adviser": "Adviser: helps you, does not mark you"
      case "certification-body": "Certification body: marks you, should not help you first"
      default: ReportWords.capitalised(body.kind.replacing("-", with: " "))
      }
    let official = body.isOfficial ? ". Official" : ""
    return "\(kind)\(official). Cost: \(price(body.price))."
  }

  static func price(_ price: SupportDirectory.Body.Price) -> String {
    switch price {
    case .free: "free"
    case .mixed: "a part is free"
    case .funding: "it gives or lends money"
    case .notStated: "not stated"
    case .membership: "for members, who pay"
    case .paid: "paid"
    }
  }

  static func contacts(_ body: SupportDirectory.Body) -> [String] {
    func text(_ contact: SupportDirectory.Body.Contact, _ what: String) -> String {
      let state = contact.checked.map { "checked on \($0.inWords)" } ?? "\(what) not checked"
      return "\(contact.text) (\(state))"
    }
    return body.web.map { text($0, "address") } + body.phone.map { text($0, "number") }
  }

  static func standing(_ body: SupportDirectory.Body) -> String {
    let status =
      switch body.status {
      case .running: "running"
      case .likelyRunning: "likely still running, going by older facts"
      case .changed: "its name or form has changed, so check first"
      case .unknown: "we could not confirm that it still runs, so check first"
      case .planned: "planned, not running yet"
      case .ended: "ended"
      }
    return "\(status); \(sureness(body.confidence)). Facts of \(body.compiled.inWords)."
  }

  static func sureness(_ confidence: Confidence) -> String {
    switch confidence {
    case .high: "we are sure"
    case .medium: "we are fairly sure"
    case .low: "we are not sure"
    }
  }
}
