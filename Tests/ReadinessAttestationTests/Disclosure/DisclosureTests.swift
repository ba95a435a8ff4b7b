import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct DisclosureTests {
  private let salt: Salt

  init() throws { salt = try #require(Salt(Array(0..<16))) }

  @Test func `an answer is one line of canonical JSON`() {
    let disclosure = Disclosure(.answer(question: "A1.3", .string("yes")), salt: salt)
    #expect(
      disclosure.bytes.text
        == #"{"answer":"yes","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\n"
    )
    #expect(disclosure.fileName == "disclosure-A1.3.json")
    // As `sha256sum disclosure-A1.3.json` prints it.
    #expect(
      disclosure.digest == "69c3067ad002651c1c8492af1044fb3a0a3f304975b75b76efa35e5ff536ced8"
    )
  }

  @Test func `a note and an outcome have files of their own`() {
    let note = Disclosure(.note(question: "A1.3", "Huw says \"so\"\n"), salt: salt)
    #expect(
      note.bytes.text
        == #"{"note":"Huw says \"so\"\n","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"#
        + "\n"
    )
    #expect(note.fileName == "note-A1.3.json")
    let outcome = Disclosure(.outcome(.requirement, id: "SUM-5", .notMet), salt: salt)
    #expect(
      outcome.bytes.text
        == #"{"outcome":"not-met","requirement":"SUM-5","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\n"
    )
    #expect(outcome.fileName == "outcome-SUM-5.json")
  }

  @Test func `names inside an answer are sorted by their bytes`() {
    let answer = JSONValue.object([
      .init("é", 1), .init("b", .object([.init("z", 1), .init("a", .array([.null]))])),
      .init("B", true),
    ])
    let disclosure = Disclosure(.answer(question: "A1.3", answer), salt: salt)
    #expect(
      disclosure.bytes.text.hasPrefix(#"{"answer":{"B":true,"b":{"a":[null],"z":1},"é":1},"#)
    )
  }

  @Test func `no answer is sealed as null, and null is no answer`() {
    let none = Disclosure(.answer(question: "A4.10", nil), salt: salt)
    #expect(none.bytes.text.hasPrefix(#"{"answer":null,"#))
    #expect(none == Disclosure(.answer(question: "A4.10", .null), salt: salt))
  }

  @Test func `every disclosure of the sample is read back and was sealed`() throws {
    let files = SampleStatement.disclosures()
    #expect(files.count == 2 * SampleStatement.questions.count + 6)
    for file in files {
      let read = try DisclosureReader.read(
        file.bytes,
        fileName: file.fileName,
        sealedBy: SampleStatement.ready()
      )
      #expect(read == file)
      #expect(Disclosure.isFileName(file.fileName))
    }
  }

  @Test func `a salt has sixteen bytes`() {
    #expect(Salt([UInt8](repeating: 0, count: 15)) == nil)
    #expect(Salt([UInt8](repeating: 0, count: 17)) == nil)
  }
}
