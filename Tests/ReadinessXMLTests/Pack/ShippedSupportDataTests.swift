import ReadinessCore
import ReadinessXML
import TestSupport
import Testing

struct ShippedSupportDataTests {
  @Test func `names with an ampersand are known by what people type`() throws {
    let bytes = try Repository.bytes("Support/EndOfSupport.xml")
    let data = try SupportDataReader.read(bytes, sha256: Pack.noDigest)
    let horizon = SupportHorizon(data: data, asOf: dateOfFacts)
    func product(_ name: String) -> String? {
      horizon.judge(
        product: name,
        version: "13",
        edition: nil,
        subscription: nil,
        checked: nil
      ).product
    }
    #expect(product("VBR") != nil)
    #expect(product("VBR") == "Veeam Backup & Replication")
  }
}
