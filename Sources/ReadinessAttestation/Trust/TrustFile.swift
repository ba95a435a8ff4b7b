/// A file of a trust folder, read by whoever calls.
public struct TrustFile: Hashable, Sendable {
  /// Its name, for messages.
  public let name: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// A file of that name.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What is wrong with trust files.
public struct TrustError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One thing that is wrong.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The file's name.
    public let file: String
    /// The line, from 1, where one is concerned.
    public let line: Int?
    /// What is wrong, in words.
    public let text: String

    /// One line such as `keys.txt:3: the key stands there twice`.
    public var description: String {
      VisibleText.of(file) + (line.map { ":\($0)" } ?? "") + ": " + VisibleText.of(text)
    }
  }

  /// Everything that is wrong, in the order of the files; at least one.
  public let problems: [Problem]

  /// The problems, one to the line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension TrustStore {
  /// Reads trust files: certificates in PEM or DER, and lists of confirmed keys.
  ///
  /// A list has one ``TrustLine`` to the line; empty lines and those beginning with `#` are passed
  /// over. A key may stand there once only.
  ///
  /// - Returns: the store of all files together.
  /// - Throws: every problem of every file.
  public static func read(_ files: [TrustFile]) throws(TrustError) -> TrustStore {
    var problems: [TrustError.Problem] = []
    var lines: [TrustLine] = []
    var seen: Set<[UInt8]> = []
    var certificates: [Certificate] = []
    for file in files {
      if PEM.isPresent(in: file.bytes) || isDER(file.bytes) {
        do throws(CryptoError) {
          certificates += try Certificate.read(file.bytes)
        } catch {
          problems.append(.init(file: file.name, line: nil, text: "\(error)"))
        }
        continue
      }
      guard let text = String(validating: file.bytes, as: UTF8.self) else {
        problems.append(
          .init(file: file.name, line: nil, text: "neither a certificate nor a list of keys")
        )
        continue
      }
      for (number, line) in numberedLines(of: text) {
        do throws(TrustLine.Problem) {
          let read = try TrustLine(text: line)
          guard seen.insert(read.sha256).inserted else {
            throw TrustLine.Problem(text: "the key stands there twice")
          }
          lines.append(read)
        } catch {
          problems.append(.init(file: file.name, line: number, text: error.text))
        }
      }
    }
    guard problems.isEmpty else { throw TrustError(problems: problems) }
    do throws(CryptoError) {
      return try TrustStore(lines: lines, certificates: certificates)
    } catch {
      throw TrustError(problems: [.init(file: "certificates", line: nil, text: "\(error)")])
    }
  }

  /// A sequence whose length takes more than one byte; text never begins so.
  private static func isDER(_ bytes: [UInt8]) -> Bool {
    bytes.count > 2 && bytes[0] == DERTag.sequence && bytes[1] >= 0x80
  }

  /// The lines that say something, numbered from 1.
  private static func numberedLines(of text: String) -> [(Int, Substring)] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .enumerated().map { ($0.offset + 1, $0.element) }
      .filter { _, line in
        guard let first = line.first(where: { $0 != " " && $0 != "\t" }) else { return false }
        return first != "#"
      }
  }
}
