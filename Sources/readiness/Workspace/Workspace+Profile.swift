import ReadinessAttestation
import ReadinessCore

extension Workspace {
  /// The firm's profile; an empty one where there is none yet.
  func profile() throws(Failure) -> Profile {
    guard try Files.exists(profileFile, in: folder) else { return Profile() }
    let bytes = try Files.read(profileFile, limit: ProfileFile.limit)
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch {
      throw Failure("\(profileFile):\(error.line):\(error.column): \(error.what)", hint: Self.form)
    }
    do {
      return try ProfileFile.read(value)
    } catch {
      throw Failure("\(profileFile): \(error)", hint: Self.form)
    }
  }

  private static var form: String {
    "the form is in Sources/ReadinessAttestation/Profile/README.md; nothing was changed"
  }

  /// Puts the profile on disk, if a statement could carry it.
  func save(_ profile: Profile) throws(Failure) {
    if let problem = profile.problems.first {
      throw Failure(
        TextLayout.harmless(problem.what),
        status: .usage,
        hint: "readiness help profile shows examples; nothing was changed"
      )
    }
    try Files.write(ProfileFile.write(profile).utf8, to: profileFile)
  }
}
