import FoundationEssentials

/// Paths into the checkout, found from this very file.
public enum Repository {
  /// The checkout's top folder, without a final slash.
  public static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    // …/Tests/TestSupport/Repository.swift
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// A path below the checkout's top folder.
  public static func path(_ relative: String) -> String { root + "/" + relative }

  /// The bytes of a file below the checkout's top folder.
  ///
  /// - Throws: where the file cannot be read, with its path.
  public static func bytes(_ relative: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path(relative)) else {
      throw Unreadable(path: relative)
    }
    return [UInt8](data)
  }

  /// The names of the files in a folder below the checkout's top folder, sorted.
  public static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  /// A file of the checkout that could not be read.
  public struct Unreadable: Error {
    /// Its path below the checkout's top folder.
    public let path: String
  }
}
