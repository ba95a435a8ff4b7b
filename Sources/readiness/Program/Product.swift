/// What the program calls itself.
enum Product {
  /// The program's version.
  static let version = "0.1.0"

  /// What `readiness` alone says.
  static let greeting = """
    readiness: would your firm meet Cyber Essentials, and what is missing?
    A self-assessment that stays on this machine. It is not a certificate.

      My firm            readiness assess my-firm        answer the questions, come back any time
                         readiness plan my-firm          what to do first
                         readiness attest my-firm        a signed file for a bid
      A supplier's file  readiness verify FILE.asice     who signed it, what it says, can I trust it
      My region          readiness signpost --postcode DE4   who helps firms near there

    readiness help COMMAND explains one command, with examples.

    """
}
