import ReadinessAttestation

/// What a register can say of a file, for programs; stable.
public enum RegisterCode: String, CaseIterable, Hashable, Sendable {
  /// A newer statement of the firm is known: the file is rejected.
  case rollback
  /// A newer statement of the firm is known and lies beside it: the newer one counts.
  case superseded
  /// The firm has withdrawn the statement: the file is rejected.
  case withdrawn
  /// This very file was verified before.
  case seenBefore = "seen-before"
  /// Another statement of the firm has the same sequence: undecided.
  case sequenceTwice = "sequence-used-twice"
  /// A statement that is newer by its sequence is older by its dates, or the other way round:
  /// undecided.
  case datesCannotBe = "dates-cannot-be"
  /// The firm said another day of the same certificate or piece of evidence before.
  case datesChanged = "dates-changed"
  /// The firm signed with another key before.
  case keyChanged = "key-changed"
  /// An unrelated supplier signs with the same key: undecided.
  case keyShared = "key-shared"
  /// An unrelated supplier names the same piece of evidence.
  case evidenceShared = "evidence-shared"
  /// An unrelated supplier names the same certificate.
  case certificateShared = "certificate-shared"

  func reason(_ text: String) -> Reason { Reason(.register, rawValue, text) }
}
