import ReadinessCore
import Testing

struct PostcodeTests {
  @Test(arguments: [
    ("DE4", "DE4", nil), ("de4 3ab", "DE4", "3AB"), ("DE43AB", "DE4", "3AB"),
    (" b1  1aa ", "B1", "1AA"), ("EC1A 1BB", "EC1A", "1BB"), ("W1A", "W1A", nil),
    ("CV21 3XX", "CV21", "3XX"), ("s1", "S1", nil),
  ])
  func `whole postcodes and first halves are read`(
    _ typed: String,
    _ outward: String,
    _ inward: String?
  ) throws {
    let postcode = try Postcode(typed)
    #expect(postcode.outward == outward)
    #expect(postcode.inward == inward)
  }

  @Test(arguments: [
    ("DE", "\"DE\" is only the letters: add the number, as DE1"),
    ("", "type a postcode, as DE4 or DE4 3AB"),
    ("4DE", "\"4DE\" is not a UK postcode: write it as DE4 or DE4 3AB"),
    ("DE4 3A", "\"DE4 3A\" is not a UK postcode: write it as DE4 or DE4 3AB"),
    ("DE04", "\"DE04\" is not a UK postcode: write it as DE4 or DE4 3AB"),
    ("XX9 9XX", "\"XX9 9XX\" is not a UK postcode: none begins with XX"),
    ("90210", "\"90210\" is not a UK postcode: write it as DE4 or DE4 3AB"),
    ("DE٤", "\"DE٤\" is not a UK postcode: write it as DE4 or DE4 3AB"),
    ("\u{1B}[2J", "\"\\u{1b}[2J\" is not a UK postcode: write it as DE4 or DE4 3AB"),
  ])
  func `what is no postcode says so, and what would be right`(
    _ typed: String,
    _ message: String
  ) {
    #expect(throws: Postcode.Mistake(what: message)) { try Postcode(typed) }
  }

  @Test func `an address ends with its postcode`() {
    #expect(
      Postcode(endOf: "Unit 2, Example Business Park, Matlock, Derbyshire, DE4 9ZZ")?.description
        == "DE4 9ZZ"
    )
    #expect(Postcode(endOf: "1 High Street\nLeeds\nLS11AA")?.description == "LS1 1AA")
    #expect(Postcode(endOf: "Unit B1, Mill Lane, Matlock") == nil)
    #expect(Postcode(endOf: "") == nil)
  }

  @Test func `the nation is that of most of the area`() throws {
    #expect(try Postcode("DE4").nation == .england)
    #expect(try Postcode("G1").nation == .scotland)
    #expect(try Postcode("CF10").nation == .wales)
    #expect(try Postcode("BT1").nation == .northernIreland)
    #expect(try Postcode("JE2").nation == .islands)
  }
}
