import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct DisclosureReaderTests {
  private let good =
    #"{"answer":"yes","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\n"

  private func code(
    _ text: String,
    name: String = "disclosure-A1.3.json"
  ) -> DisclosureError.Code? {
    do {
      _ = try DisclosureReader.read(Array(text.utf8), fileName: name)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `the canonical form is read`() {
    #expect(code(good) == nil)
  }

  @Test(arguments: [
    #"{"question":"A1.3","answer":"yes","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\n",
    #"{"answer":"yes","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"#,
    #"{"answer":"yes","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\n\n",
    #"{"answer":"yes","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\r\n",
    #"{"answer": "yes","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\n",
    #"{"answer":"ye\u0073","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\n",
    #"{"answer":"yes\/","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\n",
    #"{"answer":{"b":1,"a":2},"question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\n",
    "\u{FEFF}" + #"{"answer":"yes","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"# + "\n",
  ])
  func `the same answer written otherwise is refused`(text: String) {
    #expect(code(text) == .notCanonical)
  }

  @Test(arguments: [
    "", "null\n", "[]\n", "{}\n", "no\n",
    #"{"answer":"yes","answer":"no","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"#,
    #"{"answer":"yes","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw==","x":1}"#,
    #"{"answer":"yes","question":"A1.3"}"#,
    #"{"answer":"yes","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODg"}"#,
    #"{"answer":"yes","question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODx=="}"#,
    #"{"answer":"yes","question":"A1.3","salt":"AAECAw=="}"#,
    #"{"answer":1.5,"question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"#,
    #"{"answer":"yes","question":"../A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"#,
    #"{"answer":"yes","question":3,"salt":"AAECAwQFBgcICQoLDA0ODw=="}"#,
    #"{"note":7,"question":"A1.3","salt":"AAECAwQFBgcICQoLDA0ODw=="}"#,
    #"{"outcome":"good","requirement":"SUM-5","salt":"AAECAwQFBgcICQoLDA0ODw=="}"#,
    #"{"outcome":"met","question":"SUM-5","salt":"AAECAwQFBgcICQoLDA0ODw=="}"#,
  ])
  func `what is no disclosure is refused`(text: String) {
    #expect(code(text) == .unreadable)
  }

  @Test(arguments: [
    "disclosure-A1.4.json", "disclosure-a1.3.json", "note-A1.3.json", "outcome-A1.3.json",
    "A1.3.json", "disclosure-A1.3.json ", "x/disclosure-A1.3.json", "",
  ])
  func `a file under another name is refused`(name: String) {
    #expect(code(good, name: name) == .misnamed)
  }

  @Test func `an answer that was not sealed so is refused`() throws {
    let salt = try #require(Salt([UInt8](repeating: 1, count: 16)))
    let statement = SampleStatement.ready()
    let other = Disclosure(.answer(question: "A1.3", .string("yes")), salt: salt)
    #expect {
      try DisclosureReader.read(other.bytes, fileName: other.fileName, sealedBy: statement)
    } throws: { ($0 as? DisclosureError)?.code == .differs }
    let unknown = Disclosure(.answer(question: "Z9", .string("yes")), salt: salt)
    #expect {
      try DisclosureReader.read(unknown.bytes, fileName: unknown.fileName, sealedBy: statement)
    } throws: { ($0 as? DisclosureError)?.code == .notSealed }
  }

  @Test func `a note cannot be passed off as an answer`() throws {
    let statement = SampleStatement.ready()
    let note = try #require(
      SampleStatement.disclosures().first { $0.fileName == "note-A1.3.json" }
    )
    #expect {
      try DisclosureReader.read(
        note.bytes,
        fileName: "disclosure-A1.3.json",
        sealedBy: statement
      )
    } throws: { ($0 as? DisclosureError)?.code == .misnamed }
  }

  @Test func `no changed byte goes unnoticed`() throws {
    let statement = SampleStatement.ready()
    let file = try #require(SampleStatement.disclosures().first)
    for index in file.bytes.indices {
      for bit in 0..<8 {
        var changed = file.bytes
        changed[index] ^= 1 << bit
        #expect(throws: DisclosureError.self) {
          try DisclosureReader.read(changed, fileName: file.fileName, sealedBy: statement)
        }
      }
    }
  }

  @Test func `no error tells the answer`() {
    let secret = #"{"answer":"hunter2","hunter2":1,"hunter2":2}"#
    #expect {
      try DisclosureReader.read(Array(secret.utf8), fileName: "disclosure-A1.3.json")
    } throws: { !"\($0)".contains("hunter2") }
  }
}
