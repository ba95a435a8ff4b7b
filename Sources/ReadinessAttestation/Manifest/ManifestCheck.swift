extension Manifest {
  /// Checks that this is the manifest of that number and that each file has the digest it lists.
  ///
  /// The first manifest covers the document and its rendering. A later one covers the document and
  /// the manifest and signature before it, so that signatures stand in an order that cannot be
  /// changed (profile 3.2).
  ///
  /// - Throws: the first rule that is broken.
  public func check(against container: Container, number: Int) throws(ManifestError) {
    guard signature == EntryName.signature(number) else {
      throw ManifestError(.signature, EntryName.manifest(number))
    }
    var listed: Set<String> = []
    for reference in references {
      guard listed.insert(reference.name).inserted else {
        throw ManifestError(.duplicate, reference.name)
      }
      switch EntryName.role(of: reference.name) {
      case .document, .rendering, .data: break
      case .manifest(let other), .signature(let other):
        guard other < number else { throw ManifestError(.notCoverable, reference.name) }
      case nil: throw ManifestError(.notCoverable, reference.name)
      }
      guard let content = container[reference.name] else {
        throw ManifestError(.missing, reference.name)
      }
      guard reference.algorithm.digest(of: content) == reference.digest else {
        throw ManifestError(.digest, reference.name)
      }
    }
    let document = container.documentName
    var needed = [document]
    if number > 1 {
      needed += [EntryName.manifest(number - 1), EntryName.signature(number - 1)]
    } else if document == EntryName.document {
      needed.append(EntryName.rendering)
    }
    for name in needed where !listed.contains(name) {
      throw ManifestError(.notListed, name)
    }
  }

  /// Checks that some manifest covers each data file.
  ///
  /// - Parameters:
  ///   - container: the files.
  ///   - manifests: all manifests of the container.
  /// - Throws: the first file that none covers.
  public static func checkCoverage(
    of container: Container,
    by manifests: [Manifest]
  ) throws(ManifestError) {
    let covered = Set(manifests.flatMap(\.names))
    for entry in container.entries where !covered.contains(entry.name) {
      switch EntryName.role(of: entry.name) {
      case .manifest, .signature: break
      case .document, .rendering, .data, nil: throw ManifestError(.notCovered, entry.name)
      }
    }
  }
}
