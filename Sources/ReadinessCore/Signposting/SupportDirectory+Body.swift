extension SupportDirectory {
  /// Somebody, or something, that helps.
  public struct Body: Sendable {
    /// Whether it still runs.
    public enum Status: String, Sendable {
      /// It runs.
      case running
      /// It ran about a year ago.
      case likelyRunning = "likely-running"
      /// It runs under another name or form.
      case changed
      /// Nobody knows.
      case unknown
      /// It has not begun.
      case planned
      /// It is over.
      case ended
    }

    /// What it costs.
    public enum Price: String, Sendable {
      /// Nothing.
      case free
      /// A part is free.
      case mixed
      /// It gives or lends money.
      case funding
      /// Not stated.
      case notStated = "not-stated"
      /// For members, who pay.
      case membership
      /// It is paid for.
      case paid
    }

    /// A web address or a telephone number.
    public struct Contact: Hashable, Sendable {
      /// The address or the number.
      public let text: String
      /// When a person opened or called it; `nil` where nobody has.
      public let checked: CalendarDate?

      /// A contact.
      public init(text: String, checked: CalendarDate?) {
        self.text = text
        self.checked = checked
      }
    }

    /// Its id, as `crc-em`.
    public let id: String
    /// What kind of body it is, as `adviser` or `certification-body`.
    public let kind: String
    /// Its name.
    public let name: String
    /// Who runs it.
    public let runBy: String
    /// Whom it is for, in words.
    public let eligible: String
    /// What it offers.
    public let offer: String
    /// What to bear in mind.
    public let note: String?
    /// The areas that it serves.
    public let areas: [String]
    /// The sizes of firm that it is for.
    public let sizes: Set<String>
    /// The sectors that it is for; `any` is all.
    public let sectors: Set<String>
    /// The needs that it helps with.
    public let helps: [String]
    /// What it costs.
    public let price: Price
    /// Whether it still runs.
    public let status: Status
    /// How sure we are that it is as described.
    public let confidence: Confidence
    /// When the facts were put together, which is no check.
    public let compiled: CalendarDate
    /// Whether government, the police or a council stands behind it.
    public let isOfficial: Bool
    /// The certificate that a firm must hold for it: `CE` or `CE+`.
    public let holds: String?
    /// Whether it helps single firms.
    public let helpsFirms: Bool
    /// Who is there instead, where it has ended.
    public let instead: [String]
    /// Web addresses.
    public let web: [Contact]
    /// Telephone numbers.
    public let phone: [Contact]

    /// A body.
    public init(
      id: String,
      kind: String,
      name: String,
      runBy: String,
      eligible: String,
      offer: String,
      note: String?,
      areas: [String],
      sizes: Set<String>,
      sectors: Set<String>,
      helps: [String],
      price: Price,
      status: Status,
      confidence: Confidence,
      compiled: CalendarDate,
      isOfficial: Bool,
      holds: String?,
      helpsFirms: Bool,
      instead: [String],
      web: [Contact],
      phone: [Contact]
    ) {
      self.id = id
      self.kind = kind
      self.name = name
      self.runBy = runBy
      self.eligible = eligible
      self.offer = offer
      self.note = note
      self.areas = areas
      self.sizes = sizes
      self.sectors = sectors
      self.helps = helps
      self.price = price
      self.status = status
      self.confidence = confidence
      self.compiled = compiled
      self.isOfficial = isOfficial
      self.holds = holds
      self.helpsFirms = helpsFirms
      self.instead = instead
      self.web = web
      self.phone = phone
    }
  }
}
