import ReadinessCore

/// One attribute of a signature, with its one value.
struct SignatureAttribute: Hashable {
  /// The attribute's object identifier, as the content of its DER.
  let type: [UInt8]
  /// The value in DER.
  let value: [UInt8]

  /// All attributes of a set.
  ///
  /// - Throws: where the set is no list of attributes, or an attribute has not exactly one value.
  static func list(_ set: DERReader) throws(SignatureError) -> [SignatureAttribute] {
    var reader = set
    var attributes: [SignatureAttribute] = []
    while !reader.isAtEnd {
      guard let attribute = reader.next(DERTag.sequence) else { throw SignatureError(.encoding) }
      var parts = DERReader(reader.bytes, in: attribute)
      guard let type = parts.next(DERTag.object), let values = parts.next(DERTag.set),
        parts.isAtEnd
      else { throw SignatureError(.encoding) }
      var list = DERReader(reader.bytes, in: values)
      guard let value = list.next() else { throw SignatureError(.attributeMissing) }
      guard list.isAtEnd else { throw SignatureError(.attributeMissing) }
      attributes.append(
        SignatureAttribute(
          type: Array(reader.bytes[type.content]),
          value: Array(reader.bytes[value.whole])
        )
      )
    }
    return attributes
  }

  /// The moment that the value of a signing-time tells.
  ///
  /// UTCTime until 2049 and GeneralizedTime from 2050 (RFC 5652, 11.3), to the second and in UTC.
  var instant: Instant? {
    var reader = DERReader(value)
    guard let time = reader.next(), reader.isAtEnd else { return nil }
    let digits = value[time.content]
    let isShort = time.tag == DERTag.utcTime
    guard isShort || time.tag == DERTag.generalizedTime, digits.count == (isShort ? 13 : 15),
      digits.last == 0x5A
    else { return nil }
    var parts: [Int] = []
    var rest = digits.dropLast()
    if !isShort {
      guard let century = Self.number(rest.prefix(2)) else { return nil }
      parts.append(century)
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      guard let number = Self.number(rest.prefix(2)) else { return nil }
      parts.append(number)
      rest = rest.dropFirst(2)
    }
    if isShort { parts.insert(parts[0] < 50 ? 20 : 19, at: 0) }
    let year = parts[0] * 100 + parts[1]
    guard isShort || year >= 2_050 || year < 1_950,
      let day = CalendarDate(year: year, month: parts[2], day: parts[3]),
      parts[4] < 24, parts[5] < 60, parts[6] < 60
    else { return nil }
    return Instant(startOf: day).adding(seconds: parts[4] * 3_600 + parts[5] * 60 + parts[6])
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
