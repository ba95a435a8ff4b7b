import ReadinessAttestation
import ReadinessCore

/// Who signed, and what for.
enum SignerFacts {
  /// Lines with their indentation, safe to print.
  static func lines(_ signer: Signer) -> [(indent: String, text: String)] {
    var lines: [(String, String)] = [("  ", head(signer))]
    func add(_ text: String) { lines.append(("    ", text)) }
    if signer.role != .presenter {
      let isNamed = signer.countsAsAssessor && signer.trust == .unknown
      add("trust: " + (isNamed ? "an assessor whom you named" : signer.trust.inWords))
      add("fingerprint: \(signer.fingerprint)")
    }
    add("says it signed on \(signer.signedAt)")
    if let stamped = signer.stampedAt {
      add("was there on \(stamped), says a time-stamp by an authority you trust")
    }
    if signer.role != .firm, !signer.files.isEmpty {
      add("vouches for: " + signer.files.joined(separator: ", "))
    }
    guard let said = signer.countersignature else { return lines }
    let person = said.name + (said.organisation.map { ", " + $0 } ?? "")
    add("says, as \(said.role.inWords): " + TextLayout.harmless("\(person): \(said.statement)"))
    if !said.testedQuestions.isEmpty {
      add(
        (signer.countsAsAssessor ? "independently tested: " : "says it tested (does not count): ")
          + said.testedQuestions.joined(separator: ", ")
      )
    }
    return lines
  }

  private static func head(_ signer: Signer) -> String {
    let subject = TextLayout.harmless(signer.subject)
    return switch signer.role {
    case .firm: "signed by: \(subject)"
    case .presenter: "signed for one bid by the same key"
    case .further: "also signed by: \(subject)"
    case .seniorPerson, .itLead, .adviser, .assessor:
      "counter-signed as \(signer.role.inWords) by: \(subject)"
    }
  }

  /// The fields that others build on.
  static func json(_ signer: Signer) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("fingerprint", .string(signer.fingerprint)),
      .init("subject", .string(signer.subject)),
      .init("role", .string(signer.role.rawValue)),
      .init("trust", .string(signer.trust.inWords)),
      .init("signedAt", .string(signer.signedAt.description)),
      .init("stampedAt", signer.stampedAt.map { .string($0.description) } ?? .null),
      .init("files", .array(signer.files.map { .string($0) })),
    ]
    if let said = signer.countersignature {
      members.append(
        .init(
          "says",
          .object([
            .init("name", .string(said.name)),
            .init("organisation", said.organisation.map { .string($0) } ?? .null),
            .init("statement", .string(said.statement)),
            .init("tested", .array(said.testedQuestions.map { .string($0) })),
            .init("trustedAssessor", .bool(signer.countsAsAssessor)),
          ])
        )
      )
    }
    return .object(members)
  }
}
