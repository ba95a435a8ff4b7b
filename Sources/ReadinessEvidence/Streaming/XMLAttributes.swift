/// The wanted attributes of one element.
struct XMLAttributes<Attribute: XMLName> {
  let records: UnsafeBufferPointer<XMLAttributeRecord>
  let bytes: UnsafePointer<UInt8>
  /// The stream's own list: an event holds nothing that is counted.
  let names: UnsafeBufferPointer<Attribute>

  /// The value of an attribute; `nil` where the element has none of that name.
  subscript(_ name: Attribute) -> XMLText? {
    for record in records where names[Int(record.name)] == name {
      return XMLText(
        bytes: UnsafeBufferPointer(start: bytes + Int(record.start), count: Int(record.count)),
        isCut: record.isCut
      )
    }
    return nil
  }
}

/// Where the value of one attribute lies.
struct XMLAttributeRecord {
  let name: Int16
  let isCut: Bool
  var start: Int32
  let count: Int32
}
