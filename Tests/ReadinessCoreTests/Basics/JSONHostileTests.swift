import ReadinessCore
import TestSupport
import Testing

struct JSONHostileTests {
  private static let valid = [
    #"{"format":"readiness-answers-1","answers":[{"question":"A1.3","answer":12}]}"#,
    #"[[[[]]],{"a":{"b":{"c":[true,false,null,-9223372036854775808]}}}]"#,
    #"{"\u00fc":"\ud83d\ude00","text":"\"\\\/\b\f\n\r\t","é":"日本 😀","n":[0,-1,10]}"#,
    "  {\r\n\t\"a\" : [ 1 , 2 ] ,\n\"b\" : \"\" }  \n",
  ]

  /// One change at one place, as an attacker or a broken disk would make it.
  private func mutated(_ bytes: [UInt8], _ numbers: inout DeterministicNumbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...2, using: &numbers) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      let end = Int.random(in: place...bytes.count, using: &numbers)
      switch Int.random(in: 0..<7, using: &numbers) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &numbers)
      case 2: bytes.remove(at: place)
      case 3:
        bytes.insert(Array("{}[]\",:\\u0e.-".utf8).randomElement(using: &numbers) ?? 0, at: place)
      case 4: bytes.removeSubrange(place..<end)
      case 5: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: bytes = Array(bytes[..<place])
      }
    }
    return bytes
  }

  @Test(arguments: valid.indices)
  func `a spoiled text is refused with a place, or read as a value that reads back equal`(
    index: Int
  ) throws {
    let text = Array(Self.valid[index].utf8)
    #expect(throws: Never.self) { try JSONReader.read(text) }
    var numbers = DeterministicNumbers(seed: UInt64(index) + 1)
    var refused = 0
    var read = 0
    for _ in 0..<5_000 {
      let bytes = mutated(text, &numbers)
      do {
        let value = try JSONReader.read(bytes)
        let line = JSONWriter.line(value)
        let again = try JSONReader.read(Array(line.utf8))
        try #require(again == value, "\(bytes)")
        try #require(Array(JSONWriter.line(again).utf8) == Array(line.utf8), "\(bytes)")
        read += 1
      } catch let error as JSONReadingError {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        try #require(!error.what.isEmpty && (1...lines.count).contains(error.line), "\(bytes)")
        let longest = lines[error.line - 1].count + 1
        try #require((1...longest).contains(error.column), "\(bytes)")
        refused += 1
      }
    }
    // Both ways must have been gone, or the test shows nothing.
    #expect(refused > 1_000 && read > 50)
  }

  @Test func `every beginning of a valid text is refused`() throws {
    let text = Array(Self.valid[0].utf8)
    let accepted = (0..<text.count).filter { (try? JSONReader.read(Array(text[..<$0]))) != nil }
    #expect(accepted == [])
    #expect(throws: Never.self) { try JSONReader.read(text) }
  }

  @Test func `a name that stands twice is found anywhere`() {
    for count in [2, 50, 1_000] {
      let members = (0..<count).map { "\"n\($0)\":0" } + ["\"n\(count / 2)\":1"]
      let text = "{" + members.joined(separator: ",") + "}"
      let error = #expect(throws: JSONReadingError.self) { try JSONReader.read(Array(text.utf8)) }
      #expect(error?.what == "the name \"n\(count / 2)\" stands twice")
    }
  }

  @Test func `large flat texts are read in bounded time`() throws {
    let many = "[" + repeatElement("\"abc\"", count: 100_000).joined(separator: ",") + "]"
    let long = "\"" + String(repeating: "é", count: 500_000) + "\""
    let spaces = String(repeating: " ", count: 1_000_000) + "?"
    let start = ContinuousClock.now
    #expect(try JSONReader.read(Array(many.utf8)).array?.count == 100_000)
    #expect(try JSONReader.read(Array(long.utf8)).string?.utf8.count == 1_000_000)
    #expect(throws: JSONReadingError.self) { try JSONReader.read(Array(spaces.utf8)) }
    #expect(start.duration(to: .now) < .seconds(30))
  }
}
