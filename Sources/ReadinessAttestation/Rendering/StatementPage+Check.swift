import ReadinessCore

extension StatementPage {
  /// Who declares what, and with which key.
  static func declaration(_ statement: Statement, _ page: inout PageBuilder) {
    let declaration = statement.declaration
    page.markup("<section>\n<h2>Declaration</h2>\n<blockquote><bdi>")
    page.text(declaration.words)
    page.markup("</bdi></blockquote>\n<table class=\"facts\">\n<tbody>\n")
    page.row(
      "Declared by",
      lines: ["\(declaration.name), \(declaration.role) (\(declaration.authority.inWords))"]
    )
    page.row(
      "Answers prepared by",
      lines: [PageWords.capitalised(PageWords.list(statement.preparedBy.map(\.inWords)))]
    )
    page.markup("<tr><th scope=\"row\">Signer's certificate (SHA-256)</th><td><code>")
    page.text(PageWords.groups(statement.signerCertificateSHA256))
    page.markup("</code></td></tr>\n</tbody>\n</table>\n</section>\n")
  }

  /// How a reader finds out whether to rely on it.
  static func howToCheck(_ statement: Statement, _ page: inout PageBuilder) {
    page.markup(
      """
      <section>
      <h2>How to check it</h2>
      <p>Anybody can write a page like this one. What counts is the signed file (.asice) it came in, and in that \
      <code>attestation.xml</code> alone. Ask the firm for the SHA-256 above by another way than this file came, then:</p>
      <pre>readiness verify --trust TRUST FILE.asice</pre>
      <p>or with common tools (the whole list of checks is in the format's specification):</p>
      <pre>unzip -q FILE.asice -d a &amp;&amp; cd a
      openssl cms -verify -cades -binary -inform DER -in META-INF/signature001.p7s \\
        -content META-INF/ASiCManifest001.xml -CAfile ../TRUST.pem -no-CApath -no-CAstore \\
        -out /dev/null -signer ../signer.pem
      openssl x509 -in ../signer.pem -noout -fingerprint -sha256
      openssl dgst -sha256 -binary attestation.xml | openssl base64  # is in the manifest
      sha256sum disclosure-*.json  # each is in attestation.xml</pre>

      """
    )
    page.element(
      "p",
      "Statement \(statement.id), sequence \(statement.sequence). The firm's answers to all"
        + " \(statement.sealedAnswers.count) questions are sealed in it by digest and can be shown"
        + " one by one. Question set \(statement.questionnaire.id), SHA-256"
        + " \(statement.questionnaire.sha256). End-of-support data \(statement.supportDataVersion)."
        + " Made by \(statement.programVersion), rendering \(statement.rendererVersion).",
      class: "small"
    )
    page.markup("</section>\n")
  }
}
