import TestSupport
import Testing

@testable import ReadinessEvidence

/// A format with one of everything.
enum ToyPlace: JSONPlace {
  case root, list, text, number, flag, named, entry

  var shapes: JSONShapes {
    switch self {
    case .root: [.object, .array]
    case .list: .array
    case .named: .object
    case .text: .text
    case .number, .entry: .number
    case .flag: .flag
    }
  }

  var element: Self { .text }

  func member(_ name: String) -> JSONMember<Self> {
    switch (self, name) {
    case (.root, "list"): .wanted(.list)
    case (.root, "text"): .wanted(.text)
    case (.root, "number"): .wanted(.number)
    case (.root, "flag"): .wanted(.flag)
    case (.root, "named"): .wanted(.named)
    case (.root, "known"): .known
    case (.named, _): .entry(.entry)
    default: .unknown
    }
  }
}

/// Writes down what it is told.
struct ToyReceiver: JSONReceiver {
  var told: [String] = []
  var unknown: [String] = []

  mutating func take(_ event: JSONEvent<ToyPlace>) {
    switch event {
    case .begin(let place, let name, let isObject):
      told.append("\(place) \(name)\(isObject ? "{" : "[")")
    case .end(let place): told.append("\(place) end")
    case .text(let place, let text): told.append("\(place)=\(text)")
    case .number(let place, let number): told.append("\(place)=\(number)")
    case .flag(let place, let flag): told.append("\(place)=\(flag)")
    }
  }

  mutating func notUnderstood(_ name: String) { unknown.append(name) }
}

@Suite struct JSONStreamTests {
  /// What a text tells, in pieces of that size.
  static func read(_ bytes: [UInt8], piece: Int = 4_096) throws -> ToyReceiver {
    var stream = JSONStream<ToyPlace>()
    var receiver = ToyReceiver()
    for start in stride(from: 0, to: bytes.count, by: piece) {
      try bytes[start..<min(bytes.count, start + piece)].withUnsafeBufferPointer {
        try stream.read($0, into: &receiver)
      }
    }
    try stream.finish()
    return receiver
  }

  static func error(_ bytes: [UInt8], piece: Int = 4_096) -> ScanImportError? {
    do {
      _ = try read(bytes, piece: piece)
      return nil
    } catch {
      return error as? ScanImportError
    }
  }

  static func error(_ text: String) -> ScanImportError? { error(Array(text.utf8)) }

  static let everything = #"""
    {"text": "a\n\"\u00e9\ud83d\ude00\\ü", "list": ["b", null, "c"], "number": -1.5e+3,
     "flag": true, "known": {"deep": [1, {"x": "\ud800"}]}, "odd": [false, null, ""],
     "named": {"nvd": 7.5, "a very long name that is here": 0}}
    """#

  @Test(arguments: [1, 2, 3, 7, 4_096])
  func `what stands at known places is told, wherever the pieces are cut`(piece: Int) throws {
    let told = try Self.read(Array(Self.everything.utf8), piece: piece)
    #expect(
      told.told == [
        "root {", "text=a\n\"é😀\\ü", "list list[", "text=b", "text=c", "list end", "number=-1.5e+3",
        "flag=true", "named named{", "entry=7.5", "entry=0", "named end", "root end",
      ]
    )
    #expect(told.unknown == ["odd"])
  }

  @Test func `a value of another shape is counted and passed over`() throws {
    let told = try Self.read(Array(#"{"text": [{"a": 1}], "number": "x", "list": {}}"#.utf8))
    #expect(told.told == ["root {", "root end"])
    #expect(told.unknown == ["text", "number", "list"])
  }

  @Test(arguments: [
    "{", "[", "[1", #"{"a""#, #"{"a":"#, #"{"text":"x"#, #"{"a":1,"#, #"{"flag":tru"#, "", "  \n",
  ])
  func `a text that ends too early is cut short`(text: String) {
    #expect(Self.error(text)?.kind == .cutShort)
  }

  @Test(arguments: [
    "{,}", "[1,]", #"{"a":1,}"#, #"{"a" 1}"#, "{a:1}", "[01]", "[1.]", "[.5]", "[+1]", "[1e]",
    "[-]",
    "[NaN]", "[tru]", "[nul]", "[\"\\x\"]", "[\"\\u12g4\"]", "[1]x", "[1] [2]", "{\"a\":1]",
    "['a']",
    "[\"\u{1}\"]", "[\"\n\"]", "[1 2]", "// a\n[]", "}",
  ])
  func `what RFC 8259 refuses is refused`(text: String) {
    #expect(Self.error(text)?.kind == .broken)
  }

  @Test func `a wanted name that stands twice is refused with its place`() {
    let error = Self.error("{\"text\": \"a\",\n \"text\": \"b\"}")
    #expect(error?.kind == .broken)
    #expect(error?.line == 2)
    #expect(error?.column == 8)
  }

  @Test func `a mark of UTF-8 is passed over and one of UTF-16 is refused`() throws {
    #expect(
      try Self.read([0xEF, 0xBB, 0xBF, 0x5B, 0x5D], piece: 1).told == ["root [", "root end"]
    )
    #expect(Self.error([0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00])?.kind == .broken)
    #expect(Self.error([0xEF, 0x5B, 0x5D])?.kind == .broken)
    #expect(Self.error([0x5B, 0x00, 0x5D, 0x00])?.kind == .broken)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xFF], [0xE9], [0xC3, 0xC3], [0x00], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]]
  )
  func `bytes that are not UTF-8 are refused, kept or passed over`(bytes: [UInt8]) {
    for name in ["text", "known"] {
      let text = Array("{\"\(name)\": \"a".utf8) + bytes + Array("\"}".utf8)
      #expect(Self.error(text)?.kind == .broken)
      #expect(Self.error(text, piece: 1)?.kind == .broken)
    }
  }

  @Test func `a lone surrogate becomes the sign for what is not known`() throws {
    let text = #"["\ud800", "\udc00x", "\ud83d\ud83d\ude00", "\ud800\n", "\u0000"]"#
    let told = try Self.read(Array(text.utf8)).told
    #expect(
      told == [
        "root [", "text=\u{FFFD}", "text=\u{FFFD}x", "text=\u{FFFD}😀", "text=\u{FFFD}\n",
        "text=\u{0}", "root end",
      ]
    )
  }

  @Test func `a long text is cut at a whole character`() throws {
    let long = String(repeating: "ab😀", count: 4_000)
    let told = try Self.read(Array("[\"\(long)\"]".utf8)).told
    let kept = try #require(told.dropFirst().first?.dropFirst(5))
    #expect(long.hasPrefix(kept))
    #expect((4_093...4_096).contains(kept.utf8.count))
  }

  @Test func `64 levels are read and 65 are hostile`() {
    for (levels, kind) in [(64, nil), (65, .hostile)] as [(Int, ScanImportError.Kind?)] {
      let text =
        "{\"known\":" + String(repeating: "[", count: levels - 1)
        + String(repeating: "]", count: levels - 1) + "}"
      #expect(Self.error(text)?.kind == kind)
    }
  }

  @Test func `a number of 400 digits is read and a longer one is hostile`() {
    #expect(Self.error("[" + String(repeating: "1", count: 400) + "]") == nil)
    #expect(Self.error("[" + String(repeating: "1", count: 401) + "]")?.kind == .hostile)
  }

  @Test func `every way to cut the text is an error, and no byte of it traps`() throws {
    let whole = Array(Self.everything.utf8)
    let end = try #require(whole.lastIndex(of: 0x7D))
    for count in 0..<end { #expect(Self.error(Array(whole[..<count]))?.kind == .cutShort) }
    var numbers = DeterministicNumbers(seed: 4)
    for place in whole.indices {
      for _ in 0..<8 {
        var changed = whole
        changed[place] = UInt8.random(in: 0...255, using: &numbers)
        _ = Self.error(changed, piece: 5)
      }
    }
  }
}

@Suite struct JSONNumberTests {
  @Test(arguments: [
    ("7.5", 75), ("10", 100), ("0", 0), ("6.95", 69), ("9.800000190734863", 98), ("7", 70),
    ("6.9", 69), ("7.0999999046325684", 71), ("1e1", 100), ("0.0", 0),
  ])
  func `a score is read to tenths, and noise of few bits is not rounded down`(
    text: String,
    tenths: Int
  ) {
    #expect(JSONNumber.tenths(text) == tenths)
  }

  @Test(arguments: ["-1", "10.1", "1e400", "11", "-0.1"])
  func `what is no score from 0 to 10 is none`(text: String) {
    #expect(JSONNumber.tenths(text) == nil)
  }
}
