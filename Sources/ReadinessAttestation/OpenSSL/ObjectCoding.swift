import CCryptoSupport
import COpenSSL
import ReadinessCore

/// OpenSSL objects from DER and to it.
enum ObjectCoding {
  typealias Decoder = (
    UnsafeMutablePointer<OpaquePointer?>?, UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int
  ) -> OpaquePointer?
  typealias Encoder = (
    OpaquePointer?, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?
  ) -> Int32

  /// The object, owned by the caller, where the bytes are that object and nothing else.
  static func decode(
    _ bytes: [UInt8],
    by decoder: Decoder,
    freeing free: (OpaquePointer?) -> Void
  ) -> OpaquePointer? {
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      var position: UnsafePointer<UInt8>? = start
      guard let object = decoder(nil, &position, buffer.count) else { return nil }
      guard position == start + buffer.count else {
        free(object)
        return nil
      }
      return object
    }
  }

  /// The object in DER, or `nil` where it cannot be written.
  static func encode(_ object: OpaquePointer?, by encoder: Encoder) -> [UInt8]? {
    var start: UnsafeMutablePointer<UInt8>?
    let count = encoder(object, &start)
    guard count > 0, let start else { return nil }
    defer { ccrypto_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}

/// Moments as ASN.1 writes them.
enum ASN1Time {
  /// The moment, or `nil` where it cannot be read.
  static func instant(_ time: UnsafePointer<ASN1_TIME>?) -> Instant? {
    var parts = tm()
    guard let time, ASN1_TIME_to_tm(time, &parts) == 1,
      let day = CalendarDate(
        year: Int(parts.tm_year) + 1900,
        month: Int(parts.tm_mon) + 1,
        day: Int(parts.tm_mday)
      )
    else { return nil }
    return Instant(startOf: day).adding(
      seconds: Int(parts.tm_hour) * 3_600 + Int(parts.tm_min) * 60 + Int(parts.tm_sec)
    )
  }

  /// Hands the moment as ASN.1 to the body; `nil` where it lies outside the years 0 to 9999.
  static func with<Result>(
    _ instant: Instant,
    _ body: (UnsafeMutablePointer<ASN1_TIME>) -> Result
  ) -> Result? {
    guard let time = ASN1_TIME_set(nil, time_t(instant.unixSeconds)) else { return nil }
    defer { ASN1_TIME_free(time) }
    return body(time)
  }
}
