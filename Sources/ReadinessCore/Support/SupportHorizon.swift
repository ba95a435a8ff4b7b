/// How one row of a table stands against the support data.
public struct SupportJudgement: Hashable, Sendable {
  /// How it stands on the date of judgement.
  public enum Status: String, Sendable, CaseIterable {
    /// The vendor supports it.
    case supported
    /// Only paid extended updates are left.
    case extendedOnly = "extended only"
    /// Support is over.
    case ended
    /// The data cannot tell; a person must look at the vendor's page.
    case checkWithVendor = "check with vendor"
    /// The data does not know the product or the version.
    case noMatch = "no match"
  }

  /// How it stands.
  public let status: Status
  /// Whether it counts as unsupported: ended, or extended updates that are not paid for.
  public let fails: Truth
  /// The last supported day (with extended updates, theirs), where known.
  public let ends: CalendarDate?
  /// Why, and what to look up.
  public let note: String
  /// The name of the matched product, where one matched.
  public let product: String?
  /// The version of the matched release, where one matched.
  public let version: String?
}

/// Matches rows against the support data at one date.
///
/// Strict: what does not match is said, never guessed.
public struct SupportHorizon: Sendable {
  /// How long a "checked with the vendor" of the firm's own counts, in days.
  public static let checkCounts = 92

  let data: SupportData
  let asOf: CalendarDate

  /// A horizon over that data at that date.
  public init(data: SupportData, asOf: CalendarDate) {
    self.data = data
    self.asOf = asOf
  }

  /// How a row of that question's table stands; "no match" where the table has no product column.
  public func judgement(of row: [String: Value], in question: Question) -> SupportJudgement {
    func cell(_ role: Column.Role) -> Value? {
      question.columns.first { $0.role == role }.flatMap { row[$0.id] }
    }
    func text(_ role: Column.Role) -> String? {
      if case .text(let text)? = cell(role), text.contains(where: { !$0.isWhitespace }) {
        text
      } else {
        nil
      }
    }
    guard let product = text(.product), let version = text(.version) else {
      return .noMatch("the product or the version is not given")
    }
    var checked: CalendarDate?
    if case .date(let date)? = cell(.checked), date <= asOf,
      date.days(to: asOf) <= Self.checkCounts
    {
      checked = date
    }
    // An empty cell records no subscription; only "don't know" leaves it open.
    var subscription: String? = "none"
    switch cell(.subscription) {
    case .word(let word)?: subscription = word
    case .dontKnow?: subscription = nil
    default: break
    }
    return judge(
      product: product,
      version: version,
      edition: text(.edition),
      subscription: subscription,
      checked: checked
    )
  }

  /// How a product stands.
  ///
  /// - Parameters:
  ///   - product: as the firm wrote it; version and edition may stand here too.
  ///   - version: as the firm wrote it; the product's name may stand in front of it.
  ///   - edition: as the firm wrote it, if it did.
  ///   - subscription: `none`, `live`, `consumer`, or `nil` where it is not known.
  ///   - checked: the day on which the firm found it current, if that still counts.
  /// - Returns: how it stands, and why.
  public func judge(
    product: String,
    version: String,
    edition: String?,
    subscription: String?,
    checked: CalendarDate?
  ) -> SupportJudgement {
    guard
      let match = data.matcher.match(product: product, version: version, edition: edition ?? "")
    else {
      return said(
        .noMatch(
          "our data does not list this product: look up its support date with the maker"
        ),
        checked: checked
      )
    }
    let known = match.product
    guard !match.releases.isEmpty else {
      if let otherwise = known.otherwise {
        return said(
          SupportJudgement(
            status: .checkWithVendor,
            fails: .no,
            ends: nil,
            note: otherwise.note,
            product: known.name,
            version: nil
          ),
          checked: checked
        )
      }
      return said(
        .noMatch(
          "our data lists \(known.name), but not this version: write it as the maker does, "
            + "as \"\(known.releases.last?.version ?? "")\"",
          product: known.name
        ),
        checked: checked
      )
    }
    guard !data.matcher.leavesEditionOpen(match, in: [product, version, edition ?? ""]) else {
      return said(.open(match), checked: checked)
    }
    let judgements = match.releases.map { judge($0, of: known, subscription: subscription) }
    return said(
      SupportJudgement.common(judgements) ?? .open(match),
      checked: checked
    )
  }

  func judge(
    _ release: SupportData.Release,
    of product: SupportData.Product,
    subscription: String?
  ) -> SupportJudgement {
    func result(
      _ status: SupportJudgement.Status,
      _ fails: Truth,
      _ ends: CalendarDate?,
      _ note: String
    ) -> SupportJudgement {
      let whole = [note, release.note].filter { !$0.isEmpty }.joined(separator: "; ")
      return SupportJudgement(
        status: status,
        fails: fails,
        ends: ends,
        note: whole,
        product: product.name,
        version: release.version
      )
    }
    switch release.judge {
    case .vendor: return result(.checkWithVendor, .no, release.ends, "")
    case .ended: return result(.ended, .yes, release.ends, "the maker no longer supports it")
    case .dates: break
    }
    guard let ends = release.ends else {
      return result(.supported, .no, nil, "no end date is announced")
    }
    if asOf <= ends { return result(.supported, .no, ends, "") }
    guard let extended = release.extendedUntil, asOf <= extended else {
      return result(.ended, .yes, release.extendedUntil ?? ends, "support ended on \(ends)")
    }
    let programme = release.extendedName ?? "extended updates"
    switch subscription {
    case "live":
      return result(.extendedOnly, .no, extended, "kept alive by \(programme)")
    case "consumer":
      guard let consumers = release.consumerUntil, asOf <= consumers else {
        return result(
          .extendedOnly,
          .yes,
          ends,
          "support ended on \(ends); no consumer programme runs now"
        )
      }
      return result(
        .checkWithVendor,
        .no,
        consumers,
        "the consumer programme may not cover business use: ask the assessor"
      )
    case "none":
      return result(
        .extendedOnly,
        .yes,
        ends,
        "support ended on \(ends); only \(programme) is left, and it is not paid for"
      )
    default:
      return result(
        .extendedOnly,
        .unknown,
        ends,
        "support ended on \(ends); say whether \(programme) is paid for"
      )
    }
  }

  /// A dated "I checked, it is current" counts as said where our data cannot tell.
  private func said(
    _ judgement: SupportJudgement,
    checked: CalendarDate?
  ) -> SupportJudgement {
    guard let checked, judgement.status == .checkWithVendor || judgement.status == .noMatch else {
      return judgement
    }
    return SupportJudgement(
      status: judgement.status,
      fails: .no,
      ends: judgement.ends,
      note: "you checked it on \(checked); " + judgement.note,
      product: judgement.product,
      version: judgement.version
    )
  }
}
