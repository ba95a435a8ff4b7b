import ReadinessCore
import Testing

@testable import ReadinessAttestation

struct CertificateSenseTests {
  private func codes(_ change: (inout Statement) -> Void) -> [StatementSense.ProblemCode] {
    var statement = SampleStatement.full()
    change(&statement)
    return StatementSense.problems(statement, at: statement.issued).map(\.code)
  }

  private func remarks(
    _ change: (inout Statement) -> Void
  ) -> [StatementSense.RemarkCode] {
    var statement = SampleStatement.full()
    change(&statement)
    return StatementSense.remarks(statement, at: statement.issued).map(\.code)
  }

  @Test func `meets now needs a certificate that is listed`() {
    #expect(
      codes { $0.cyberEssentials = .init(status: .meetsNow) } == [.declarationWithoutCertificate]
    )
    #expect(
      codes { $0.cyberEssentials = .init(status: .meetsNow, certificate: "another") } == [
        .declarationWithoutCertificate
      ]
    )
    #expect(codes { $0.certificatesHeld = [] } == [.declarationWithoutCertificate])
    #expect(codes { $0.cyberEssentials = .init(status: .doesNotMeet) }.isEmpty)
  }

  @Test func `meets now needs a certificate of that level, or an equivalent`() {
    #expect(
      codes {
        $0.cyberEssentialsPlus = $0.cyberEssentials
        $0.cyberEssentials = nil
      } == [.declarationWithoutCertificate]
    )
    #expect(codes { $0.certificatesHeld[0].scheme = .cyberEssentialsPlus }.isEmpty)
    #expect(
      codes { $0.certificatesHeld[0].scheme = .iso27001 } == [.declarationWithoutCertificate]
    )
    #expect(
      codes {
        $0.certificatesHeld[0].scheme = .iso27001
        $0.cyberEssentials = .init(
          status: .meetsNow,
          certificate: $0.certificatesHeld[0].number,
          equivalent: true
        )
      }.isEmpty
    )
  }

  @Test func `meets now needs a certificate in date, with the date it has`() {
    #expect(
      codes {
        $0.certificatesHeld[0].expires = SampleStatement.day(2026, 11, 21)
        $0.cyberEssentials = .init(
          status: .meetsNow,
          certificate: $0.certificatesHeld[0].number
        )
      } == [.declarationWithoutCertificate]
    )
    #expect(
      codes {
        $0.cyberEssentials = .init(
          status: .meetsNow,
          certificate: $0.certificatesHeld[0].number,
          expires: SampleStatement.day(2028, 1, 1)
        )
      }
        == [.declarationWithoutCertificate]
    )
  }

  @Test func `a certificate whose dates cannot be is refused`() {
    #expect(
      codes { $0.certificatesHeld[0].issued = SampleStatement.day(2026, 11, 24) }
        == [.certificateDatesNotValid]
    )
    #expect(
      codes { $0.certificatesHeld[0].issued = $0.certificatesHeld[0].expires }
        .contains(.certificateDatesNotValid)
    )
  }

  @Test func `an expired certificate and another holder are remarked on`() {
    #expect(
      remarks {
        $0.certificatesHeld[0].expires = SampleStatement.day(2026, 11, 21)
      } == [.certificateExpired]
    )
    #expect(
      remarks { $0.certificatesHeld[0].holder = "Pennard Holdings Ltd" } == [.certificateOfAnother]
    )
    #expect(remarks { $0.improvementPlan = [] } == [.noPlan])
    #expect(remarks { _ in }.isEmpty)
  }
}
