import ReadinessCore
import TestSupport
import Testing

struct LocalityTests {
  private func locality(_ postcode: String) throws -> Locality {
    try ExampleFirm.directory().locality(of: Postcode(postcode))
  }

  @Test func `a postcode within one county gives it as likely`() throws {
    let place = try locality("DE4 3AB")
    #expect(place.kind == .likely)
    #expect(place.places.map(\.id) == ["DERBYS"])
    #expect(place.areas.isSuperset(of: ["DERBYS", "EM", "EMCCA", "ENG", "UK"]))
    #expect(!place.areas.contains("WM"))
    #expect(
      place.remarks == ["DE4 is likely in Derbyshire. If that is wrong, add --county."]
    )
  }

  @Test func `a postcode across a border says so and counts for each side`() throws {
    let place = try locality("DY14 8AA")
    #expect(place.kind == .several)
    #expect(place.places.map(\.id) == ["SHROPS", "WORCS"])
    #expect(place.areas.isSuperset(of: ["SHROPS", "WORCS"]))
    #expect(place.remarks[0].hasPrefix("DY14 crosses a border: Shropshire or Worcestershire."))
  }

  @Test func `a note is shown only to the districts that it names`() throws {
    #expect(try locality("DE6").remarks.last == "Our list says: DE6 partly Staffordshire.")
    #expect(try locality("DE4").remarks.count == 1)
    #expect(
      try locality("LE12").remarks.last == "Our list says: LE12 partly Nottinghamshire (EMCCA)."
    )
    #expect(try locality("LE11").remarks.count == 1)
  }

  @Test func `a district in no line takes the area's default and says so`() throws {
    let place = try locality("DE99")
    #expect(place.places.map(\.id) == ["DERBYS"])
    #expect(
      place.remarks.last == "DE99 is in no line of our list: we took what holds for most of DE."
    )
  }

  @Test(arguments: [
    ("M1", "OUT-ENG"), ("PE1", "OUT-ENG"), ("G1", "SCOTLAND"), ("CF10", "WALES"), ("BT1", "NI"),
    ("SY23", "WALES"),
  ])
  func `outside the Midlands only the country counts, and it is said`(
    _ postcode: String,
    _ area: String
  ) throws {
    let place = try locality(postcode)
    #expect(place.kind == .outside)
    #expect(place.areas.contains(area))
    #expect(place.areas.contains("UK"))
    #expect(place.areas.isDisjoint(with: ["EM", "WM"]))
    #expect(place.remarks[0].contains("is outside the Midlands"))
  }

  @Test func `a county that is chosen counts with all its parts`() throws {
    let directory = try ExampleFirm.directory()
    let lincolnshire = try #require(directory.locality(county: "lincolnshire"))
    #expect(lincolnshire.kind == .chosen)
    #expect(lincolnshire.areas.isSuperset(of: ["LINCS", "LINCS-CC", "NLINCS", "GLCCA", "EM"]))
    #expect(lincolnshire.remarks.count == 1)
    #expect(directory.locality(county: "Atlantis") == nil)
  }

  @Test func `every district of every line is found in it`() throws {
    let directory = try ExampleFirm.directory()
    for line in directory.postcodes {
      for number in line.districts {
        let place = directory.locality(of: try Postcode("\(line.area)\(number)"))
        let isInside = line.counties.contains { directory.area($0)?.kind == .county }
        #expect((place.kind != .outside) == isInside)
        #expect(place.areas.isSuperset(of: line.counties))
      }
    }
  }
}
