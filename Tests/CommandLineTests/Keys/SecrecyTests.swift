import TestSupport
import Testing

/// What goes wrong is told without what it went wrong with.
struct SecrecyTests {
  private let desk: Desk
  /// Stands in answers and notes, and nowhere else.
  private static let secret = "Quartz-Heron-41"

  init() throws { desk = try Desk() }

  /// Expects that the command fails and shows none of those words.
  private func expectSilence(
    _ run: RunningProcess.Finished,
    of words: [String],
    _ what: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status != 0, "\(what)", sourceLocation: location)
    for word in words {
      let shows = run.errorText.contains(word) || run.outputText.contains(word)
      #expect(!shows, "\(what): \(run.errorText)\(run.outputText)", sourceLocation: location)
    }
  }

  @Test func `answers that cannot be read are told by place and never shown`() throws {
    var lines = try Repository.bytes(Desk.november.file).split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self)
    }
    // Each text answer in turn is what it cannot be, or the file ends within it.
    let texts = lines.indices.filter { lines[$0].hasPrefix("      \"answer\": \"") }
    for index in lines.indices where lines[index].hasPrefix("      \"note\": ") {
      lines[index] = "      \"note\": \"\(Self.secret)\","
    }
    var told = 0
    for index in texts {
      var changed = lines
      changed[index] = "      \"answer\": \"\(Self.secret)\","
      try desk.folder.write(changed.joined(separator: "\n").utf8, as: "some.json")
      let run = try desk.readiness("assess", "firm-\(index)", "--answers", "some.json")
      // A text is a good answer to some questions; then nothing went wrong.
      if run.errorText.hasPrefix("readiness: error: ") {
        told += 1
        expectSilence(run, of: [Self.secret], lines[index - 1])
      }
      changed[index] = "      \"answer\": \"\(Self.secret)"
      try desk.folder.write(changed[...index].joined(separator: "\n").utf8, as: "some.json")
      let cut = try desk.readiness("assess", "cut", "--answers", "some.json")
      expectSilence(cut, of: [Self.secret], "cut at \(index)")
    }
    #expect(told > 30)
  }

  @Test func `a reply that cannot be read is told by its line and never shown`() throws {
    _ = try desk.readiness("assess", "firm", "--answers", try desk.write([:], as: "none.json"))
    let header = "id,Your answer,Your note\r\n"
    for row in ["A6.4,\(Self.secret),", "A6.4,yes,\"\(Self.secret)", "A99.1,\(Self.secret),"] {
      try desk.folder.write((header + row + "\r\n").utf8, as: "reply.csv")
      let run = try desk.readiness("assess", "firm", "--answers", "reply.csv")
      expectSilence(run, of: [Self.secret], row)
    }
  }

  @Test func `a disclosure that does not fit is named and never shown`() throws {
    try desk.makeFirm()
    try desk.makeKey()
    try desk.attest(out: "firm.asice").expect(0)
    let found = try RunningProcess(
      ["find", "firm/issued", "-name", "disclosure-A6.4.json"],
      in: desk.folder.path
    ).succeed().outputText
    let path = try #require(found.split(separator: "\n").first.map(String.init))
    let text = try desk.folder.text(path)
    try desk.folder.write(
      text.replacing("\"yes\"", with: "\"\(Self.secret)\"").utf8,
      as: path
    )
    #expect(try desk.folder.text(path).contains(Self.secret))
    let run = try RunningProgram.run(
      [
        "present", "firm.asice", "--buyer", "Example Prime plc", "--notice", "S-117", "--out",
        "bid.asice", "--disclose", "A6.4", "--passphrase-fd", "3",
      ],
      in: desk.folder,
      environment: ["READINESS_NOW": Desk.november.now],
      passphrase: Desk.passphrase
    )
    expectSilence(run, of: [Self.secret], "a changed disclosure")
    #expect(!desk.folder.has("bid.asice"))
  }

  @Test func `a key that cannot be used shows none of its lines`() throws {
    try desk.makeFirm()
    try desk.makeKey()
    let own = try desk.folder.text("firm/key/key.pem").split(separator: "\n").map(String.init)
    let phrase = "another example phrase"
    // Cut off, changed, open, and of a kind that does not sign.
    let open = try RunningProcess(
      ["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
      in: desk.folder.path
    ).succeed().outputText
    let other = try RunningProcess(
      ["openssl", "genpkey", "-algorithm", "ED25519"],
      in: desk.folder.path
    ).succeed().outputText
    let changed = own.map { $0.hasPrefix("M") ? "MIIB" + $0.dropFirst(4) : $0 }
    for text in [
      own.dropLast(2).joined(separator: "\n"), changed.joined(separator: "\n") + "\n", open, other,
    ] {
      try desk.folder.write(text.utf8, as: "firm/key/key.pem")
      let secrets = text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("-----") }
      let run = try desk.attest(passphrase: phrase)
      expectSilence(run, of: secrets + [phrase], "a key of \(secrets.count) lines")
      let bundle = try RunningProgram.run(
        [
          "key", "import", "firm", "--replace", "--pkcs12", "firm/key/key.pem",
          "--pkcs12-passphrase-fd", "3", "--passphrase-fd", "3",
        ],
        in: desk.folder,
        environment: ["READINESS_NOW": Desk.november.now],
        passphrase: phrase + "\n" + Desk.passphrase
      )
      expectSilence(bundle, of: secrets + [phrase, Desk.passphrase], "an import")
    }
  }
}
