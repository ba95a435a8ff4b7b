import Glibc

/// Finds the files that were meant: those named, and `.asice` files in folders that were named.
struct Inbox {
  /// The paths in the order in which they are judged: as named; in a folder by name.
  private(set) var paths: [String] = []
  /// Folders that could not be looked into, with the reason.
  private(set) var unreadable: [String: Failure] = [:]
  private var seen: Set<String> = []
  private static let mostLevels = 32

  /// - Throws: where a folder was named and holds no such file at all.
  init(_ named: [String]) throws(Failure) {
    for path in named {
      guard Files.isFolder(path) else {
        paths.append(path)
        continue
      }
      let before = paths.count
      look(into: path, level: 0)
      if paths.count == before {
        if let failure = unreadable[path] { throw failure }
        throw Failure("\(path) holds no .asice file", hint: "name the files, or another folder")
      }
    }
  }

  /// A folder that leads back to itself is looked into once.
  private mutating func look(into folder: String, level: Int) {
    guard level < Self.mostLevels, let place = Self.place(of: folder), seen.insert(place).inserted
    else { return }
    let entries: [(name: String, isFolder: Bool)]
    do throws(Failure) {
      entries = try Files.entries(in: folder)
    } catch {
      unreadable[folder] = error
      if level > 0 { paths.append(folder) }
      return
    }
    for (name, isFolder) in entries {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if isFolder {
        look(into: path, level: level + 1)
      } else if name.hasSuffix(".asice") {
        paths.append(path)
      }
    }
  }

  private static func place(of folder: String) -> String? {
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    return "\(status.st_dev) \(status.st_ino)"
  }
}
