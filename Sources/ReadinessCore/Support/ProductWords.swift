/// Typed names as words that can be compared: "Version 17.09.04a" and "17.9.4a" are the same.
enum ProductWords {
  /// The words of a text.
  ///
  /// Lower case; brackets, quotes, commas, strokes and control characters part words; "version",
  /// "release" and "v" before a number fall away, as do a build and all behind it; numbers lose
  /// their leading zeros.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    for part in parts(of: text) {
      guard part != "build" else {
        if words.last == "os" { words.removeLast() }
        break
      }
      let word = plainNumbers(withoutMarker(part))
      if !word.isEmpty { words.append(word) }
    }
    return words
  }

  /// The words without what is said twice in a row: "windows 11 windows 11 pro" says "windows 11"
  /// once.
  static func once(_ words: [String]) -> [String] {
    var words = words
    var length = 1
    while length <= words.count / 2 {
      let twice = (0...(words.count - 2 * length)).first { start in
        (start..<(start + length)).allSatisfy { words[$0] == words[$0 + length] }
      }
      if let twice {
        words.removeSubrange(twice..<(twice + length))
        length = 1
      } else {
        length += 1
      }
    }
    return words
  }

  private static let separators = Set("[](){}<>\"'`‘’“”,;:/\\|_-‐‑–—".unicodeScalars)
  private static let markers = ["version", "release", "ver", "v"]

  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    func end() {
      // The full stop that ends a sentence or an abbreviation; ".net" keeps its own.
      while part.last == "." { part.removeLast() }
      if !part.isEmpty { parts.append(String(part)) }
      part.removeAll()
    }
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "®", "™": continue
      case "&":
        end()
        parts.append("and")
      case _ where separates(scalar): end()
      default: part.append(scalar)
      }
    }
    end()
    return parts
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    separators.contains(scalar) || scalar.properties.isWhitespace
      || scalar.properties.generalCategory == .control
  }

  /// "v7.4" and "ver.7.4" without what only says that a version follows; empty for "version".
  private static func withoutMarker(_ word: String) -> Substring {
    for marker in markers where word.hasPrefix(marker) {
      var rest = word.dropFirst(marker.count)
      if rest.isEmpty { return rest }
      if rest.first == "." { rest.removeFirst() }
      if rest.utf8.first.map(isDigit) == true { return rest }
    }
    return word[...]
  }

  /// "17.09.04a" as "17.9.04a": parts that are numbers without leading zeros.
  private static func plainNumbers(_ word: Substring) -> String {
    word.split(separator: ".", omittingEmptySubsequences: false).map { part in
      guard part.utf8.first == UInt8(ascii: "0"), part.utf8.allSatisfy(isDigit) else { return part }
      let number = part.drop { $0 == "0" }
      return number.isEmpty ? "0" : number
    }.joined(separator: ".")
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}
