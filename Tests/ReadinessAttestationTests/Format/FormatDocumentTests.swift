import Glibc
import Testing

@testable import ReadinessAttestation

/// The specification beside the sources against what the library does.
struct FormatDocumentTests {
  private static let checkout =
    #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
  private static let document = read("Sources/ReadinessAttestation/README.md")

  private static func read(_ path: String) -> String {
    guard let file = fopen("\(checkout)/\(path)", "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// The fenced blocks of one language.
  private static func blocks(_ language: String) -> [[Substring]] {
    document.components(between: "```\(language)\n", and: "```").map {
      $0.split(separator: "\n")
    }
  }

  @Test func `every line of the example is what the writer writes, in its order`() throws {
    let example = try #require(
      Self.blocks("xml").first { $0.contains { $0.contains("<judgement") } }
    )
    var written = StatementWriter.xml(SampleStatement.full()).text.split(separator: "\n")[...]
    for line in example where line != "…" {
      let place = try #require(written.firstIndex(of: line), "\(line)")
      written = written[(place + 1)...]
    }
  }

  @Test func `the example of a disclosure is one, with the digest that is printed`() throws {
    let line = try #require(Self.blocks("json").first?.first)
    let disclosure = try DisclosureReader.read(
      Array("\(line)\n".utf8),
      fileName: "disclosure-A1.3.json"
    )
    #expect(Self.document.contains("\(disclosure.digest)  disclosure-A1.3.json"))
  }

  @Test func `the example of a trust file is one`() throws {
    let block = try #require(Self.document.components(between: "```text\n", and: "```").first)
    let text = block.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    #expect(throws: Never.self) {
      try TrustStore.read([TrustFile(name: "trust.txt", bytes: Array(text.utf8))])
    }
  }

  @Test func `every code of the step statement is explained`() {
    for code in StatementSense.ProblemCode.allCases {
      #expect(Self.document.contains("| `\(code.rawValue)` |"), "\(code.rawValue)")
    }
  }

  @Test func `every element and file that there is has its line`() {
    for name in [
      "disclaimer", "audience", "subject", "identifier", "other-entity", "scope", "questionnaire",
      "judgement", "counts", "theme", "sealed-outcome", "certificate", "declares", "evidence",
      "improvement", "demand", "cohort", "signer", "prepared-by", "declaration", "answer",
    ] {
      #expect(Self.document.contains("| `\(name)`"), "\(name)")
    }
  }

  @Test func `every code of the step timestamp is explained`() {
    for code in TimeStampStep.Code.allCases {
      #expect(Self.document.contains("| `\(code.rawValue)` |"), "\(code.rawValue)")
    }
  }

  @Test func `every attack of the table has a test, and every test that it names is there`() throws
  {
    let command = "cat \(Self.checkout)/Tests/*/*/*.swift"
    let pipe = try #require(popen(command, "r"))
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
      bytes += buffer.prefix(count)
    }
    let sources = bytes.text
    let table = try #require(Self.document.components(between: "## Attacks", and: "\u{0}").first)
    var named = 0
    for row in table.split(separator: "\n").drop(while: { !$0.hasPrefix("| ---") }).dropFirst() {
      let cell = try #require(row.split(separator: "|").last, "\(row)")
      let names = String(cell).components(between: "`", and: "`")
      #expect(!names.isEmpty, "\(row)")
      for name in names {
        named += 1
        #expect(sources.contains("func `\(name)`"), "\(name)")
      }
    }
    #expect(named > 90)
  }
}

extension String {
  /// The parts between two marks; to the end where the second is missing.
  fileprivate func components(between open: String, and close: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let start = rest.firstRange(of: open) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: close) else { return parts + [String(rest)] }
      parts.append(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return parts
  }
}
