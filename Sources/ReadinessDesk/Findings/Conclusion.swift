public import ReadinessAttestation
import ReadinessPolicy

/// What all the files of one supplier come to: the newest trustworthy file counts.
public struct Conclusion: Hashable, Sendable {
  /// The supplier on the buyer's list; `nil` for a firm that is not on it, or without a list.
  public let supplier: Supplier?
  /// The name to show.
  public let name: String
  /// The firm's entries in registers.
  public let identifiers: [Identifier]
  /// What it comes to; `undecided` where no file counts.
  public let decision: Decision
  /// The place of the file that counts among the findings; `nil` where none does.
  public let counted: Int?
  /// The places of trustworthy files that are older.
  public let superseded: [Int]
  /// The places of files that claim to be this supplier's and count for nothing.
  public let others: [Int]
  /// Why no file counts, in words; `nil` where one does.
  public let lack: String?

  /// Why no file of a supplier counts, for programs.
  public enum Lack: String, Hashable, Sendable {
    /// No file names the supplier.
    case noFile = "no-file"
    /// Files name the supplier, and none of them can be trusted.
    case noTrustworthyFile = "no-trustworthy-file"
  }

  /// The same for programs.
  public var lackCode: Lack? {
    guard counted == nil else { return nil }
    return others.isEmpty ? .noFile : .noTrustworthyFile
  }
}

/// Everything that a run over many files found.
public struct DeskRun: Hashable, Sendable {
  /// The files, in the order in which they were named.
  public let files: [FileFinding]
  /// The suppliers: those on the list in its order, then firms that are not on it by name; without
  /// a list, every firm with a trustworthy file.
  public let conclusions: [Conclusion]
  /// Whether a list was given.
  public let hasList: Bool

  /// Concludes from the files; the same whatever order threads finished in.
  public init(files: [FileFinding], list: SupplierList?) {
    self.files = files
    hasList = list != nil
    var bySupplier: [Int: [Int]] = [:]
    var strangers: [[Identifier]: [Int]] = [:]
    for (place, file) in files.enumerated() {
      guard let claim = file.claim else { continue }
      if let supplier = file.supplier {
        bySupplier[supplier, default: []].append(place)
      } else if file.isTrustworthy {
        strangers[claim.identifiers, default: []].append(place)
      }
    }
    let listed = (list?.suppliers ?? []).enumerated().map { place, supplier in
      Self.conclude(bySupplier[place] ?? [], of: supplier, files)
    }
    let others = strangers.values.map { Self.conclude($0, of: nil, files) }
      .sorted { ($0.name, $0.counted ?? 0) < ($1.name, $1.counted ?? 0) }
    conclusions = listed + others
  }

  private static func conclude(
    _ places: [Int],
    of supplier: Supplier?,
    _ files: [FileFinding]
  ) -> Conclusion {
    let trusted = places.filter { files[$0].isTrustworthy }.sorted { left, right in
      (files[left].claim?.sequence ?? 0, right) > (files[right].claim?.sequence ?? 0, left)
    }
    let counted = trusted.first
    let claim = (counted ?? places.first).flatMap { files[$0].claim }
    var lack: String?
    if counted == nil {
      lack =
        places.isEmpty
        ? "no file names this supplier"
        : "\(places.count) " + (places.count == 1 ? "file names" : "files name")
          + " this supplier, and none can be trusted"
    }
    return Conclusion(
      supplier: supplier,
      name: supplier?.title ?? claim?.legalName ?? "",
      identifiers: supplier?.identifiers ?? claim?.identifiers ?? [],
      decision: counted.map { files[$0].decision } ?? .undecided,
      counted: counted,
      superseded: Array(trusted.dropFirst()),
      others: places.filter { !files[$0].isTrustworthy },
      lack: lack
    )
  }

  /// How many files came to each decision.
  public func count(_ decision: Decision) -> Int { files.count { $0.decision == decision } }

  /// The commonest reasons against files, most first: step, code and number of files.
  public func commonestReasons(_ most: Int = 10) -> [(step: String, code: String, count: Int)] {
    var counts: [String: (step: String, code: String, count: Int)] = [:]
    for file in files {
      for key in Set(file.reasons.map { "\($0.reason.step.rawValue) \($0.reason.code)" }) {
        let words = key.split(separator: " ", maxSplits: 1).map(String.init)
        counts[key, default: (words[0], words.count > 1 ? words[1] : "", 0)].count += 1
      }
    }
    return Array(
      counts.values.sorted { left, right in
        (-left.count, left.step, left.code) < (-right.count, right.step, right.code)
      }.prefix(most)
    )
  }

  /// What a file is to its supplier.
  public enum Standing: String, Hashable, Sendable {
    /// It is the file that counts.
    case counts
    /// A newer one counts.
    case superseded
    /// It cannot count.
    case no
  }

  /// What each file is to its supplier, in the files' order.
  public var standings: [Standing] {
    var standings = [Standing](repeating: .no, count: files.count)
    for conclusion in conclusions {
      if let counted = conclusion.counted { standings[counted] = .counts }
      for place in conclusion.superseded { standings[place] = .superseded }
    }
    return standings
  }
}
