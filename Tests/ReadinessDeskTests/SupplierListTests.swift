import ReadinessAttestation
import ReadinessCore
import Testing

@testable import ReadinessDesk

@Suite struct SupplierListTests {
  private func read(_ text: String) throws(SupplierList.Problem) -> SupplierList {
    try SupplierList(csv: Array(text.utf8))
  }

  @Test func `columns are found by their names, in any order`() throws {
    let list = try read(
      """
      Name,Contract Start,identifier,award,tier,reference,comment
      "Pennard, Ltd",2027-01-15,GB-COH 4336774,2026-12-20,2,R-7,new
      ,,08209948 | VAT 337440071,,,,
      """
    )
    let first = try #require(list.suppliers.first)
    #expect(first.name == "Pennard, Ltd")
    #expect(first.identifiers == [Identifier(scheme: "GB-COH", id: "04336774")])
    #expect(first.award == CalendarDate(iso: "2026-12-20"))
    #expect(first.contractStart == CalendarDate(iso: "2027-01-15"))
    #expect(first.tier == "2" && first.reference == "R-7" && first.line == 2)
    #expect(list.suppliers.last?.identifiers.count == 2)
    #expect(list.suppliers.last?.title == "GB-COH-08209948")
    #expect(list.ignored == ["comment"])
  }

  @Test func `a semicolon, a byte-order mark and Windows line ends are read too`() throws {
    let list = try read("\u{FEFF}identifier;name\r\n04336774;Pennard\r\n")
    #expect(list.suppliers.map(\.name) == ["Pennard"])
  }

  @Test(arguments: [
    ("", 1, "empty"), ("name\nPennard\n", 1, "no column is called identifier"),
    ("identifier\n", 1, "names no supplier"),
    ("identifier,Identifier\n1,2\n", 1, "twice"),
    ("identifier\n04336774\nnonsense\n", 3, "not a register entry"),
    ("identifier,award\n04336774,20/12/2026\n", 2, "not a day"),
    ("identifier,name\n04336774,A\n4336774,B\n", 3, "stands in line 2 too"),
    ("identifier,name\n,Pennard\n", 2, "the identifier is missing"),
    ("identifier\n\"04336774\n", 2, "never closed"),
  ])
  func `a mistake is told with its line`(text: String, line: Int, words: String) {
    let problem = #expect(throws: SupplierList.Problem.self) { try read(text) }
    #expect(problem?.line == line)
    #expect(problem?.what.contains(words) == true, "\(problem?.what ?? "")")
  }

  @Test func `entries of two suppliers belong to nobody`() throws {
    let list = try read("identifier\n04336774\n08209948\n")
    let one = Identifier(scheme: "GB-COH", id: "04336774")
    let two = Identifier(scheme: "GB-COH", id: "08209948")
    #expect(list.place(of: [one]) == 0)
    #expect(list.place(of: [one, two]) == nil)
    #expect(list.place(of: []) == nil)
  }
}
