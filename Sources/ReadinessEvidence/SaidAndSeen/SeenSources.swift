import ReadinessCore

/// The reports behind observations, with what each cannot show.
enum SeenSources {
  static func all(_ review: FixReview) -> [SeenSource] {
    zip(review.scans, review.standings).map { scan, standing in
      let report = scan.report
      var limits = standing.limits
      if let leftOut = standing.leftOut { limits.insert(leftOut, at: 0) }
      if standing.replaced > 0 {
        limits.append(
          "a newer scan of the same kind replaces it for "
            + FixWords.many(standing.replaced, "device")
        )
      }
      let skipped = report.notUnderstood.values.reduce(0) { $0 &+ $1 }
      if skipped > 0 {
        limits.append("\(FixWords.many(skipped, "thing")) in it not understood")
      }
      return SeenSource(
        name: scan.name,
        kind: report.tool ?? report.format.rawValue,
        date: report.started ?? report.ended
          ?? report.devices.compactMap(\.scanned).min(),
        devices: report.devices.count,
        limits: limits,
        counts: standing.leftOut == nil
      )
    }
  }
}
