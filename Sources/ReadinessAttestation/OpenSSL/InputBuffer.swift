import COpenSSL

/// Bytes that OpenSSL reads as a stream.
enum InputBuffer {
  /// Lends the bytes for the time of the body; `nil` where memory is exhausted.
  static func with<Result>(_ bytes: [UInt8], _ body: (OpaquePointer) -> Result) -> Result? {
    bytes.withUnsafeBufferPointer { buffer in
      // A buffer without an address would be taken for a missing one.
      let nothing: StaticString = ""
      let start = buffer.baseAddress ?? nothing.utf8Start
      guard let stream = BIO_new_mem_buf(start, Int32(clamping: buffer.count)) else { return nil }
      defer { BIO_free(stream) }
      return body(stream)
    }
  }
}
