import ReadinessCore
import TestSupport
import Testing

struct SignpostTextTests {
  private func found() throws -> Signposts {
    let directory = try ExampleFirm.directory()
    return Signposter(directory: directory).signposts(
      for: SignpostRequest(try ExampleFirm.notReady(), directory)
    )
  }

  @Test func `each says why it is shown, for whom it is, how sure we are and how old it is`()
    throws
  {
    let text = SignpostText.text(try found(), width: 400)
    let centre = try #require(text.split(separator: "\n\n").first { $0.contains("EMCRC") })
    for words in [
      "Shown because: it helps with: Security updates", "It is for firms in: Derbyshire.",
      "For: Small and very small firms, and charities", "Cost: a part is free.",
      "Where: emcrc.co.uk (address not checked)",
      "Standing: likely still running, going by older facts; we are fairly sure.",
      "Facts of 22 November 2026.",
    ] {
      #expect(centre.contains(words), "\(words)")
    }
  }

  @Test func `the rest is counted, and can be asked for`() throws {
    let found = try found()
    let text = SignpostText.text(found)
    #expect(text.contains("\(found.items.count - 8) more fit. Add --all to see them."))
    #expect(!SignpostText.text(found, limit: nil).contains("more fit"))
  }

  @Test func `a page that follows from an assessment says that it is no certificate`() throws {
    #expect(
      SignpostText.text(try found()).contains("This is a self-assessment, not a certificate.")
    )
  }

  @Test func `in an incident the whole advice comes before anything else`() throws {
    let directory = try ExampleFirm.directory()
    let request = SignpostRequest(
      try ExampleFirm.notReady(),
      directory,
      situations: [.incident]
    )
    #expect(request.needs.isEmpty, "what is lacking can wait")
    let text = SignpostText.text(
      Signposter(directory: directory).signposts(for: request),
      width: 2_000
    )
    let advice = try #require(text.firstRange(of: "tell the security contacts named in your"))
    let first = try #require(text.firstRange(of: "1. "))
    #expect(advice.lowerBound < first.lowerBound)
    #expect(text.contains("1. Report Fraud"))
  }

  @Test func `no line is wider than the page`() throws {
    for width in [40, 80] {
      let text = SignpostText.text(try found(), limit: nil, width: width)
      #expect(text.split(separator: "\n").allSatisfy { TextLayout.width($0) <= width })
    }
  }

  @Test func `the JSON holds all of it`() throws {
    let found = try found()
    let json = SignpostJSON.json(found)
    #expect(json["format"] == "readiness-signposts-1")
    #expect(json["place"]?["kind"] == "likely")
    #expect(json["place"]?["names"] == ["Derbyshire"])
    #expect(json["signposts"]?.array?.count == found.items.count)
    let centre = try #require(json["signposts"]?.array?.first { $0["body"] == "crc-em" })
    #expect(centre["status"] == "likely-running")
    #expect(centre["confidence"] == "medium")
    #expect(centre["web"]?.array?.first?["checked"] == .null)
    #expect(centre["near"] == true)
    let notices = json["notices"]?.array?.compactMap { $0["id"]?.string } ?? []
    #expect(notices.contains("dcc-level-0"))
    #expect(notices.last == "incident")
  }
}
