import ReadinessEvidence
import Testing

@Suite struct CVSSScoreTests {
  @Test(arguments: [("7.0", 70), ("7", 70), ("10.0", 100), ("0.0", 0), ("6.95", 69)])
  func `a score is read to tenths, rounded down`(text: String, tenths: Int) {
    #expect(CVSSScore.tenths(text) == tenths)
  }

  @Test(arguments: ["", "-1.0", "10.1", "11", "7.", ".5", "7,0", "NaN", "7.0.0", "99999999999"])
  func `what is no score from 0 to 10 is none`(text: String) {
    #expect(CVSSScore.tenths(text) == nil)
  }
}
