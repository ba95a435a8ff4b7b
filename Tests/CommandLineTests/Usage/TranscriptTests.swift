import Glibc
import TestSupport
import Testing

/// Whole runs, recorded in Transcripts, against the built program.
struct TranscriptTests {
  private static let folder = "Tests/CommandLineTests/Transcripts"
  private static let isRecording = getenv("READINESS_RECORD") != nil

  static let names: [String] =
    (try? Repository.files(in: folder).filter { $0.hasSuffix(".txt") }) ?? []

  @Test func `there are transcripts`() {
    #expect(Self.names.count > 5)
  }

  @Test(arguments: names)
  func `the program still says what was recorded`(name: String) throws {
    let file = "\(Self.folder)/\(name)"
    let recorded = try Transcript(String(decoding: Repository.bytes(file), as: UTF8.self))
    let now = try recorded.replayed()
    if Self.isRecording {
      let path = Repository.path(file)
      let stream = try #require(fopen(path, "w"))
      fputs(now.text, stream)
      fclose(stream)
      return
    }
    for (before, after) in zip(recorded.steps, now.steps) { #expect(after == before) }
  }

  @Test func `a command that says something else is noticed`() throws {
    let text = "$ echo one; echo two >&2; exit 3\none\n2| two\n[exit 3]\n"
    let recorded = try Transcript(text)
    #expect(recorded.text == text)
    #expect(try recorded.replayed().steps == recorded.steps)
    for changed in [
      text.replacing("\none", with: "\nOne"), text.replacing("2| two", with: "two"),
      text.replacing("[exit 3]", with: "[exit 0]"),
    ] {
      let transcript = try Transcript(changed)
      #expect(try transcript.replayed().steps != transcript.steps)
    }
  }

  @Test func `equal digests stay equal under their mask, others do not`() {
    var masks = TranscriptMasks()
    let first = String(repeating: "a1", count: 32)
    let second = String(repeating: "b2", count: 32)
    #expect(masks.mask("\(first)  x.json") == "<digest-1>  x.json")
    #expect(masks.mask("\(second) \(first)") == "<digest-2> <digest-1>")
    let colons = Array(repeating: "A1", count: 32).joined(separator: ":")
    #expect(masks.mask(colons) == "<digest-1>")
    #expect(masks.mask("12345 bytes") == "<some> bytes")
  }
}
