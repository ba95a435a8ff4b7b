/// Makes withdrawals.
public enum WithdrawalSigner {
  /// The container of a withdrawal with the firm's signature.
  ///
  /// What was made is judged by the strict verifier before it is handed out.
  ///
  /// - Parameters:
  ///   - withdrawal: what is taken back, and why.
  ///   - key: the firm's key.
  ///   - certificate: the certificate for that key, which the withdrawal names.
  ///   - chain: where a programme vouches for it, the certificates above it.
  /// - Returns: the file's bytes.
  /// - Throws: why no file was made.
  public static func seal(
    _ withdrawal: Withdrawal,
    key: SigningKey,
    certificate: Certificate,
    chain: [Certificate] = []
  ) throws(AttestationSigner.Failure) -> [UInt8] {
    let bytes = try AttestationSigner.file(
      [.init(name: EntryName.withdrawal, content: WithdrawalDocument.xml(withdrawal))],
      key: key,
      certificate: certificate,
      chain: chain,
      at: withdrawal.issued
    )
    try AttestationSigner.check(bytes, certificate: certificate, at: withdrawal.issued)
    return bytes
  }
}
