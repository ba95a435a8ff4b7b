import CLibXML2
import ReadinessXML

/// Reads XML that may be hostile and of any size, in constant memory.
///
/// Give the file's pieces to `read` in order, then call `finish` once. Nothing is loaded from
/// elsewhere; no entity is ever defined; only UTF-8 is read.
final class XMLStream<Element: XMLName, Attribute: XMLName> {
  private let state: UnsafeMutablePointer<XMLStreamState>
  private let elements: UnsafeBufferPointer<Element>
  private let attributes: UnsafeBufferPointer<Attribute>
  private let context: xmlParserCtxtPtr?
  private var watch: XMLGuard
  /// The file's first bytes, until its declaration is complete.
  private var head: [UInt8]? = []
  private var failure: ScanImportError?

  /// How much is given to libxml2 at once.
  private let pieceSize = 1 << 16

  /// A reader that has read nothing.
  init(_ vocabulary: XMLVocabulary<Element, Attribute>) {
    LibXML2.start()
    watch = XMLGuard(doctype: vocabulary.doctype)
    elements = Self.list(Element.allCases)
    attributes = Self.list(Attribute.allCases)
    let roles = elements.map { XMLStreamState.Role(vocabulary.role($0)) }
    state = .allocate(capacity: 1)
    state.initialize(
      to: XMLStreamState(
        names: XMLNameTable(
          wanted: elements.count + attributes.count + vocabulary.skipped.count
        ),
        roles: roles,
        isRoot: elements.map(vocabulary.roots.contains),
        longestAttribute: vocabulary.longestAttribute,
        doctype: vocabulary.doctype
      )
    )
    var handler = xmlSAXHandler.streaming()
    context = xmlCreatePushParserCtxt(&handler, state, nil, 0, nil)
    state.pointee.context = context
    guard let context else {
      failure = ScanImportError(.broken, "libxml2 could not start")
      return
    }
    _ = xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    intern(vocabulary, in: context)
  }

  deinit {
    xmlFreeParserCtxt(context)
    state.pointee.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
    elements.deallocate()
    attributes.deallocate()
  }

  private static func list<Name>(_ names: some Collection<Name>) -> UnsafeBufferPointer<Name> {
    let list = UnsafeMutableBufferPointer<Name>.allocate(capacity: names.count)
    _ = list.initialize(from: names)
    return UnsafeBufferPointer(list)
  }

  private func intern(
    _ vocabulary: XMLVocabulary<Element, Attribute>,
    in context: xmlParserCtxtPtr
  ) {
    func interned(_ name: String) -> UnsafePointer<UInt8>? {
      xmlDictLookup(context.pointee.dict, name, -1)
    }
    for (index, element) in elements.enumerated() {
      guard let key = interned(element.rawValue) else { continue }
      let isSkipped = vocabulary.role(element) == .skipped
      state.pointee.names.set(element: isSkipped ? XMLNameTable.skipped : Int16(index), for: key)
    }
    for name in vocabulary.skipped {
      guard let key = interned(name), state.pointee.names.entry(key).element < 0 else { continue }
      state.pointee.names.set(element: XMLNameTable.skipped, for: key)
    }
    for (index, attribute) in attributes.enumerated() {
      guard let key = interned(attribute.rawValue) else { continue }
      state.pointee.names.set(attribute: Int16(index), for: key)
    }
    state.pointee.namespaces = vocabulary.namespaces.compactMap(interned)
  }

  /// Reads the next bytes, and tells each event in them in the file's order.
  ///
  /// - Throws: where the file cannot be used, or what the closure throws.
  func read(
    _ chunk: UnsafeBufferPointer<UInt8>,
    each: (XMLEvent<Element, Attribute>) throws(ScanImportError) -> Void
  ) throws(ScanImportError) {
    if let failure { throw failure }
    guard var begun = head else {
      try parse(chunk, each: each)
      return
    }
    begun.append(contentsOf: chunk)
    head = begun
    guard begun.count >= XMLHead.most || begun.contains(0x3E) else { return }
    try parseHead(begun, each: each)
  }

  private func parseHead(
    _ bytes: [UInt8],
    each: (XMLEvent<Element, Attribute>) throws(ScanImportError) -> Void
  ) throws(ScanImportError) {
    head = nil
    if let problem = XMLHead.problem(bytes) { throw fail(problem) }
    try bytes.withUnsafeBufferPointer { buffer throws(ScanImportError) in
      try parse(buffer, each: each)
    }
  }

  /// Says that the file has ended, and tells the events that were left.
  ///
  /// - Throws: `cutShort` where the root element is still open.
  func finish(
    each: (XMLEvent<Element, Attribute>) throws(ScanImportError) -> Void
  ) throws(ScanImportError) {
    if let failure { throw failure }
    if let head { try parseHead(head, each: each) }
    let end = place(after: UnsafeBufferPointer(start: nil, count: 0), upTo: 0)
    xmlParseChunk(context, nil, 0, 1)
    if let problem = state.pointee.problem {
      let isOpen = !state.pointee.rootEnded
      let isCut = watch.isInMarkup || (problem.kind == .broken && !isMismatch)
      throw fail(isOpen && isCut ? cutShort(end) : problem)
    }
    try tell(each)
    if !state.pointee.rootEnded { throw fail(cutShort(end)) }
    if context?.pointee.wellFormed == 0 {
      throw fail(ScanImportError(.broken, "the file is not well-formed XML"))
    }
  }

  /// Whether the last complaint is about an end tag that is there, but is the wrong one.
  private var isMismatch: Bool {
    context?.pointee.errNo == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue)
  }

  private func cutShort(_ place: (line: Int, column: Int)) -> ScanImportError {
    ScanImportError(
      .cutShort,
      "the file ends too early: the scan or the copy was stopped",
      line: place.line,
      column: place.column
    )
  }

  private func fail(_ error: ScanImportError) -> ScanImportError {
    failure = error
    return error
  }

  private func parse(
    _ chunk: UnsafeBufferPointer<UInt8>,
    each: (XMLEvent<Element, Attribute>) throws(ScanImportError) -> Void
  ) throws(ScanImportError) {
    var from = 0
    while from < chunk.count {
      let to = min(chunk.count, from + pieceSize)
      let piece = UnsafeBufferPointer(rebasing: chunk[from..<to])
      if let obstacle = watch.look(at: piece) {
        let at = place(after: piece, upTo: obstacle.offset)
        throw fail(
          ScanImportError(obstacle.kind, obstacle.what, line: at.line, column: at.column)
        )
      }
      // libxml2 takes 300 bytes of a CDATA section at a call, whatever it is given.
      try feed(piece, parts: watch.sawCharacterData ? 1 << 8 : pieceSize, each)
      from = to
    }
  }

  private func feed(
    _ piece: UnsafeBufferPointer<UInt8>,
    parts: Int,
    _ each: (XMLEvent<Element, Attribute>) throws(ScanImportError) -> Void
  ) throws(ScanImportError) {
    guard let base = piece.baseAddress else { return }
    var from = 0
    while from < piece.count {
      let count = min(parts, piece.count - from)
      (base + from).withMemoryRebound(to: CChar.self, capacity: count) { part in
        _ = xmlParseChunk(context, part, Int32(count), 0)
      }
      if let problem = state.pointee.problem { throw fail(problem) }
      try tell(each)
      from += count
    }
  }

  /// Tells the events that libxml2 has brought, and forgets them.
  private func tell(
    _ each: (XMLEvent<Element, Attribute>) throws(ScanImportError) -> Void
  ) throws(ScanImportError) {
    let bytes = UnsafePointer(state.pointee.bytes.base)
    try state.pointee.attributes.withUnsafeBufferPointer { kept throws(ScanImportError) in
      for event in state.pointee.events {
        let from = Int(event.attributeStart)
        let values = kept[from..<(from + Int(event.attributeCount))]
        let text = UnsafeBufferPointer(
          start: bytes + Int(event.textStart),
          count: Int(event.textCount)
        )
        try each(
          XMLEvent(
            kind: event.kind,
            element: elements[Int(event.element)],
            namespace: Int(event.namespace),
            depth: Int(event.depth),
            text: XMLText(bytes: text, isCut: event.isCut),
            attributes: XMLAttributes(
              records: UnsafeBufferPointer(rebasing: values),
              bytes: bytes,
              names: attributes
            )
          )
        )
      }
    }
    state.pointee.clear()
  }

  /// The line and column of a byte that libxml2 was not given yet.
  private func place(
    after piece: UnsafeBufferPointer<UInt8>,
    upTo offset: Int
  ) -> (line: Int, column: Int) {
    guard let input = context?.pointee.input else { return (1, 1) }
    var line = max(1, Int(input.pointee.line))
    var column = max(1, Int(input.pointee.col))
    func pass(_ bytes: some Sequence<UInt8>) {
      for byte in bytes {
        if byte == 0x0A {
          line += 1
          column = 1
        } else {
          column += 1
        }
      }
    }
    if let from = input.pointee.cur, let to = input.pointee.end {
      pass(UnsafeBufferPointer(start: from, count: max(0, to - from)))
    }
    pass(piece.prefix(offset))
    return (line, column)
  }

  /// The names of elements that are not in the vocabulary, each with how often it stood there.
  ///
  /// The names of elements within such an element are not in it.
  var notUnderstood: [String: Int] { state.pointee.names.counts }
}

extension XMLStreamState.Role {
  fileprivate init(_ role: XMLRole) {
    switch role {
    case .container: self.init(isContainer: true)
    case .leaf(let most): self.init(keepsText: true, most: most)
    case .mixed(let most): self.init(isContainer: true, keepsText: true, most: most)
    case .skipped: self.init()
    }
  }
}
