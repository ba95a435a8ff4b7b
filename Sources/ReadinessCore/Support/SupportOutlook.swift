/// How a row stands later: on the day of a certificate, and through the twelve months after it.
public struct SupportOutlook: Hashable, Sendable {
  /// The day of the certificate.
  public let certificateDate: CalendarDate
  /// How the row stands on that day.
  public let onCertificate: SupportJudgement
  /// The last day of the certificate's twelve months.
  public let lastDay: CalendarDate
  /// How the row stands on the last day; support that ends on the way has ended then.
  public let onLastDay: SupportJudgement
}

extension SupportHorizon {
  /// How a row of that question's table stands on the day of a certificate and a year on.
  func outlook(
    of row: [String: Value],
    in question: Question,
    certificateDate: CalendarDate
  ) -> SupportOutlook {
    let lastDay = certificateDate.adding(years: 1).adding(days: -1)
    func judgement(on day: CalendarDate) -> SupportJudgement {
      SupportHorizon(data: data, asOf: day).judgement(of: row, in: question)
    }
    return SupportOutlook(
      certificateDate: certificateDate,
      onCertificate: judgement(on: certificateDate),
      lastDay: lastDay,
      onLastDay: judgement(on: lastDay)
    )
  }
}
