public import ReadinessCore

/// One file that the firm keeps as evidence.
public struct EvidenceEntry: Hashable, Sendable {
  /// SHA-256 of the file, 64 lower-case hexadecimal digits; the copy's name too.
  public let sha256: String

  /// The file's size in bytes.
  public let size: Int

  /// What the file was called where it came from, without folders.
  public var name: String

  /// What kind of file it is.
  public var kind: EvidenceKind

  /// The ids of the questions that it is for, in the order in which they were named.
  public var questions: [String]

  /// What it shows, in the firm's words.
  public var shows: String?

  /// The day on which what it shows was so: of the review, the list, the scan.
  ///
  /// `nil` where nobody said; then it is never counted as fresh.
  public var made: CalendarDate?

  /// The last day on which it is fresh, where the firm said so.
  ///
  /// `nil` leaves it to each question's own time.
  public var expires: CalendarDate?

  /// When it was taken in.
  public var imported: Instant

  /// An entry for a file.
  public init(sha256: String, size: Int, name: String, kind: EvidenceKind, imported: Instant) {
    self.sha256 = sha256
    self.size = size
    self.name = name
    self.kind = kind
    questions = []
    self.imported = imported
  }

  /// The name of what the program read in it, where it is a scan.
  public var scanFileName: String { sha256 + EvidenceIndex.scanEnding }

  /// How it stands on a day.
  ///
  /// - Parameters:
  ///   - question: what it is looked at for; `nil` is a question that the pack does not have.
  ///   - day: the day of judgement.
  /// - Returns: whether it is fresh, and until when.
  public func freshness(for question: Question?, on day: CalendarDate) -> EvidenceFreshness {
    guard let last = expires ?? lastDay(for: question) else { return .undated }
    if let made, made > day { return .fromTheFuture(made) }
    return last < day ? .stale(since: last.adding(days: 1)) : .fresh(until: last)
  }

  private func lastDay(for question: Question?) -> CalendarDate? {
    made.map { $0.adding(days: question?.freshDays(of: kind.source) ?? 365) }
  }
}

/// What kind of file a piece of evidence is.
public enum EvidenceKind: Hashable, Sendable {
  /// A file for people.
  case file(EvidenceFileForm)
  /// A scan report that was read, and why it proves less than it seems to, counted.
  case scan(ScanFormat, limits: Int)
  /// A list of devices or programs that answers were filled in from.
  case inventory

  /// The kind of report, for how long it stays fresh.
  public var source: EvidenceSource? {
    switch self {
    case .file: nil
    case .scan(let format, _): format.source
    case .inventory: .inventory
    }
  }

  /// How much it puts behind an answer, at most.
  ///
  /// A scan that did not see everything is a document, not more.
  public var strength: Strength {
    if case .scan(_, limits: 0) = self { .scanned } else { .documented }
  }

  /// In a word, as an attestation names it.
  public var attestedKind: String {
    switch self {
    case .file(.picture): "picture"
    case .file(.other): "file"
    case .file: "document"
    case .scan: "scan-report"
    case .inventory: "inventory"
    }
  }

  /// In words, as `a Nessus report` without the article.
  public var inWords: String {
    switch self {
    case .file(let form): form.inWords
    case .scan(let format, _): format.inWords
    case .inventory: "inventory"
    }
  }
}

/// What a file for people is, told by its first bytes.
public enum EvidenceFileForm: String, CaseIterable, Hashable, Sendable {
  /// A PDF document.
  case pdf
  /// A PNG, JPEG, GIF, WebP or HEIC picture.
  case picture
  /// A file of an office program, or another ZIP archive.
  case office
  /// Text that can be read without a program of its own: CSV, Markdown, XML, e-mail.
  case text
  /// Anything else.
  case other

  /// The form of a file that begins with these bytes.
  public init(firstBytes bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(4_096))
    let pictures: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8),
    ]
    let archives: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]]
    let isPicture =
      pictures.contains { head.starts(with: $0) }
      || (head.starts(with: "RIFF".utf8) && head.dropFirst(8).starts(with: "WEBP".utf8))
      || head.dropFirst(4).starts(with: "ftyphei".utf8)
    if head.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if isPicture {
      self = .picture
    } else if archives.contains(where: { head.starts(with: $0) }) {
      self = .office
    } else {
      let isText = !head.isEmpty && head.allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
      self = isText ? .text : .other
    }
  }

  /// In words.
  public var inWords: String {
    switch self {
    case .pdf: "PDF document"
    case .picture: "picture"
    case .office: "office document or archive"
    case .text: "text"
    case .other: "file"
    }
  }
}

/// Whether a piece of evidence still counts as fresh.
public enum EvidenceFreshness: Hashable, Sendable {
  /// It is fresh, and this is the last day.
  case fresh(until: CalendarDate)
  /// It is stale since that day.
  case stale(since: CalendarDate)
  /// Nobody said when it was made.
  case undated
  /// It says that it was made after the day of judgement.
  case fromTheFuture(CalendarDate)

  /// Whether it is fresh.
  public var isFresh: Bool {
    if case .fresh = self { true } else { false }
  }
}

extension ScanFormat {
  /// What such a report looks at.
  public var source: EvidenceSource {
    switch self {
    case .nessus, .greenbone, .trivy, .grype: .vulnerabilityScan
    case .nmap: .portScan
    case .xccdf, .arf, .lynis: .settingsScan
    }
  }

  /// In words, as `Nessus report`.
  public var inWords: String {
    switch self {
    case .nessus: "Nessus report"
    case .greenbone: "Greenbone report"
    case .nmap: "Nmap report"
    case .xccdf: "XCCDF results"
    case .arf: "asset report (ARF)"
    case .lynis: "Lynis report"
    case .trivy: "Trivy report"
    case .grype: "Grype report"
    }
  }
}
