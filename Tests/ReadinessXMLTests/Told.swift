import ReadinessXML

extension XMLProblem {
  /// The problem as `line:column: words`; 0 stands for no place.
  var told: String { place + ": " + what }

  /// The place as `line:column`; 0 stands for no place.
  var place: String { position?.told ?? "0:0" }
}

extension XMLPosition {
  /// The place as `line:column`.
  var told: String { "\(line):\(column)" }
}
