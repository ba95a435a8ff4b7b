import ReadinessCore

/// The step `container`.
enum ContainerStep {
  static func read(_ file: [UInt8]) throws(Rejection) -> Container {
    do throws(ContainerError) {
      return try ContainerReader.read(file)
    } catch {
      throw Rejection(Reason(.container, error.code.rawValue, error.description))
    }
  }
}

/// The step `manifest`.
enum ManifestStep {
  /// - Returns: for each signature the files that it is the first to cover.
  static func check(_ container: Container) throws(Rejection) -> [[String]] {
    do throws(ManifestError) {
      var manifests: [Manifest] = []
      for number in 1...container.signatureCount {
        let name = EntryName.manifest(number)
        let manifest = try Manifest.read(container[name] ?? [], name: name)
        try manifest.check(against: container, number: number)
        manifests.append(manifest)
      }
      try Manifest.checkCoverage(of: container, by: manifests)
      var seen: Set<String> = []
      return manifests.map { manifest in
        manifest.names.filter { name in
          switch EntryName.role(of: name) {
          case .document, .rendering, .data: seen.insert(name).inserted
          case .manifest, .signature, nil: false
          }
        }
      }
    } catch {
      throw Rejection(Reason(.manifest, error.code.rawValue, error.description))
    }
  }
}

/// The steps `schema` and `statement`.
enum StatementStep {
  static func read(_ container: Container) throws(Rejection) -> Statement {
    guard container.documentName == EntryName.document else {
      throw Rejection(DocumentStep.another(container, .attestation))
    }
    do throws(StatementReadingError) {
      return try StatementReader.read(container[EntryName.document] ?? [])
    } catch {
      throw Rejection(Reason(.schema, error.code.rawValue, error.description))
    }
  }

  /// The statement against itself, the clock and the certificate that signed it.
  static func check(
    _ statement: Statement,
    at now: Instant,
    _ draft: inout Verification.Draft
  ) throws(Rejection) {
    var reasons = StatementSense.problems(statement, at: now).map {
      Reason(.statement, $0.code.rawValue, $0.text)
    }
    if let firm = draft.signers.first, firm.fingerprint != statement.signerCertificateSHA256 {
      reasons.append(
        Reason(
          .statement,
          .certificateNotAsStated,
          "the statement names the certificate \(statement.signerCertificateSHA256), "
            + "\(firm.fingerprint) signed"
        )
      )
    }
    if let rejection = Rejection(reasons) { throw rejection }
    draft.remarks += StatementSense.remarks(statement, at: now).map {
      Reason(.statement, $0.code.rawValue, $0.text)
    }
  }
}

/// The step `rendering`.
enum RenderingStep {
  static func check(
    _ statement: Statement,
    _ container: Container,
    _ draft: inout Verification.Draft
  ) throws(Rejection) {
    guard statement.rendererVersion == StatementPage.version else {
      draft.doubts.append(
        Reason(
          .rendering,
          .renderingNotChecked,
          "enclosed rendering not checked: its version \(statement.rendererVersion) is not known"
        )
      )
      return
    }
    guard container[EntryName.rendering] == StatementPage.html(statement) else {
      throw Rejection(
        Reason(.rendering, .renderingDiffers, "the enclosed page is not that of the document")
      )
    }
  }
}
