/// What to do, in the order that changes the verdict soonest.
public struct Plan: Sendable {
  /// What the answers came to.
  public let assessment: Assessment
  /// The most pressing first; within that, what takes less work, then what costs less.
  public let actions: [PlanAction]
  /// Days that lie ahead within twelve months, and targets that have gone by; the soonest first.
  public let deadlines: [PlanDeadline]
  /// What the real certificate costs, where the question set knows.
  public let price: PlanPrice?

  /// The plan for an assessment.
  ///
  /// - Parameters:
  ///   - assessment: what the answers came to.
  ///   - directory: where dated notices stand, if there is one.
  public init(_ assessment: Assessment, directory: SupportDirectory? = nil) {
    self.assessment = assessment
    actions = PlanAction.all(assessment)
    deadlines = PlanDeadline.all(assessment, directory: directory)
    price = PlanPrice(assessment)
  }
}

/// What the real certificate costs, as far as is known.
public struct PlanPrice: Sendable {
  /// All bands, with their date, confidence and note.
  public let bands: PriceBands
  /// How many people there are, if it was answered.
  public let headCount: Int?
  /// The firm's band, where the head count is known.
  public let band: PriceBands.Band?

  init?(_ assessment: Assessment) {
    guard let bands = assessment.questionnaire.prices else { return nil }
    self.bands = bands
    headCount = Firm(assessment).headCount
    band = headCount.flatMap(bands.band)
  }

  /// In words.
  public var inWords: String {
    var text: String
    if let band, let headCount {
      text =
        "£\(band.pounds) plus VAT for a firm of your size "
        + "(\(band.size), \(ReportWords.many(headCount, "person", plural: "people")))."
    } else {
      let pounds = bands.bands.map(\.pounds)
      text =
        "£\(pounds.min() ?? 0) to £\(pounds.max() ?? 0) plus VAT, by the number of people. "
        + "Answer \(bands.headCount) to see yours."
    }
    text += " Prices seen on \(bands.asOf.inWords); we are "
    text += ReportWords.sureness(bands.confidence) + "."
    // The note of the set may say "plus VAT" again.
    let note = bands.note.hasPrefix("Plus VAT. ") ? String(bands.note.dropFirst(10)) : bands.note
    return note.isEmpty ? text : text + " " + note
  }
}
