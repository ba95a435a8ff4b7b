import CLibXML2

/// Builds the tree while libxml2 parses, and notes what the parser and the schema object to.
final class XMLTreeBuilder {
  private(set) var root: XMLElement?
  private(set) var problems: [XMLProblem] = []

  private let bytes: [UInt8]
  private var open: [XMLElement] = []
  private var context: xmlParserCtxtPtr?
  /// The element that was started or ended last: schema errors belong to it.
  private var current = XMLPosition(line: 1, column: 1)
  private var scanned = 0
  private var scannedLine = 1
  private var scannedColumn = 1
  private var stopped = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Parses the bytes once; afterwards `root` and `problems` are set.
  func parse(schema: CompiledSchema?) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let context = base.withMemoryRebound(
          to: CChar.self,
          capacity: buffer.count,
          { xmlCreateMemoryParserCtxt($0, Int32(buffer.count)) }
        )
      else {
        problems.append(XMLProblem(at: nil, "libxml2 could not start"))
        return
      }
      self.context = context
      run(context, schema: schema)
      self.context = nil
      xmlFreeParserCtxt(context)
    }
  }

  private func run(_ context: xmlParserCtxtPtr, schema: CompiledSchema?) {
    _ = xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    let own = Unmanaged.passUnretained(self).toOpaque()
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = onStartElement
    handler.endElementNs = onEndElement
    handler.characters = onCharacters
    handler.ignorableWhitespace = onCharacters
    handler.cdataBlock = onCharacters
    handler.internalSubset = onDoctype
    let originalHandler = context.pointee.sax
    withUnsafeMutablePointer(to: &handler) { pointer in
      context.pointee.sax = pointer
      context.pointee.userData = own
      xmlSetStructuredErrorFunc(own, onError)
      var validation: xmlSchemaValidCtxtPtr?
      var plug: xmlSchemaSAXPlugPtr?
      if let schema {
        validation = xmlSchemaNewValidCtxt(schema.pointer)
        xmlSchemaSetValidStructuredErrors(validation, onError, own)
        plug = xmlSchemaSAXPlug(validation, &context.pointee.sax, &context.pointee.userData)
        if plug == nil { problems.append(XMLProblem(at: nil, "the schema could not be used")) }
      }
      let result = xmlParseDocument(context)
      if let plug { xmlSchemaSAXUnplug(plug) }
      if let validation { xmlSchemaFreeValidCtxt(validation) }
      xmlSetStructuredErrorFunc(nil, nil)
      if result != 0 || context.pointee.wellFormed == 0 || stopped, problems.isEmpty {
        problems.append(XMLProblem(at: current, "the file is not well-formed XML"))
      }
    }
    context.pointee.sax = originalHandler
  }

  fileprivate func start(_ element: XMLElement) {
    guard !stopped else { return }
    if open.count >= 64 {
      stop("more than 64 levels of elements", at: element.position)
      return
    }
    open.append(element)
    current = element.position
  }

  fileprivate func end() {
    guard !stopped, let element = open.popLast() else { return }
    current = element.position
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(element)
    }
  }

  fileprivate func characters(_ text: UnsafeBufferPointer<UInt8>) {
    guard !stopped, !open.isEmpty else { return }
    open[open.count - 1].text += String(decoding: text, as: UTF8.self)
  }

  fileprivate func stop(_ what: String, at position: XMLPosition? = nil) {
    guard !stopped else { return }
    stopped = true
    problems.append(XMLProblem(at: position ?? tagPosition(), what))
    xmlStopParser(context)
  }

  fileprivate func note(_ error: xmlError) {
    guard !stopped, problems.count < 100 else { return }
    let words = error.message.map { String(cString: $0) } ?? "unknown error"
    let fromParser = error.domain != Int32(XML_FROM_SCHEMASV.rawValue)
    let position =
      fromParser
      ? XMLPosition(line: max(1, Int(error.line)), column: max(1, Int(error.int2))) : current
    problems.append(XMLProblem(at: position, Self.readable(words)))
  }

  /// libxml2's words without line ends and without namespaces in braces.
  private static func readable(_ words: String) -> String {
    var out = ""
    var inBraces = false
    for character in words {
      switch character {
      case "{": inBraces = true
      case "}" where inBraces: inBraces = false
      case _ where inBraces: continue
      case _ where character.isNewline: out += " "
      default: out.append(character)
      }
    }
    var trimmed = Substring(out)
    while trimmed.last?.isWhitespace == true || trimmed.last == "." { trimmed.removeLast() }
    return String(trimmed)
  }

  /// The place of the last `<` before the parser's place.
  fileprivate func tagPosition() -> XMLPosition {
    guard let input = context?.pointee.input, let cur = input.pointee.cur,
      let base = input.pointee.base
    else { return current }
    var offset = min(max(0, Int(input.pointee.consumed) + (cur - base)), bytes.count - 1)
    while offset > 0, bytes[offset] != 0x3C { offset -= 1 }
    return position(of: offset)
  }

  /// Goes on from the last place asked for, so that a whole file is scanned once.
  private func position(of offset: Int) -> XMLPosition {
    if offset < scanned {
      scanned = 0
      scannedLine = 1
      scannedColumn = 1
    }
    if scanned == 0, bytes.starts(with: byteOrderMark) { scanned = min(3, offset) }
    for index in scanned..<max(scanned, offset) {
      if bytes[index] == 0x0A {
        scannedLine += 1
        scannedColumn = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        scannedColumn += 1
      }
    }
    scanned = max(scanned, offset)
    return XMLPosition(line: scannedLine, column: scannedColumn)
  }
}

// The callbacks are global, so that Swift gives them no actor: libxml2 calls them wherever it is.

private func builder(_ pointer: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
  pointer.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}

private func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}

private let onStartElement: startElementNsSAX2Func = {
  context,
  name,
  _,
  namespace,
  _,
  _,
  count,
  _,
  pointers in
  guard let builder = builder(context) else { return }
  var attributes: [XMLElement.Attribute] = []
  for index in 0..<Int(count) {
    guard let pointers, let from = pointers[index * 5 + 3], let to = pointers[index * 5 + 4] else {
      continue
    }
    let value = UnsafeBufferPointer(start: from, count: to - from)
    attributes.append(
      XMLElement.Attribute(
        name: string(pointers[index * 5]),
        namespace: string(pointers[index * 5 + 2]),
        // libxml2 hands over every ampersand of an attribute as the reference &#38;.
        value: String(decoding: value, as: UTF8.self).replacing("&#38;", with: "&")
      )
    )
  }
  builder.start(
    XMLElement(
      name: string(name),
      namespace: string(namespace),
      attributes: attributes,
      position: builder.tagPosition()
    )
  )
}

private let onEndElement: endElementNsSAX2Func = { context, _, _, _ in builder(context)?.end() }

private let onCharacters: charactersSAXFunc = { context, characters, count in
  guard let characters else { return }
  builder(context)?.characters(UnsafeBufferPointer(start: characters, count: Int(count)))
}

private let onDoctype: internalSubsetSAXFunc = { context, _, _, _ in
  builder(context)?.stop("a DOCTYPE is not allowed here")
}

private let onError: xmlStructuredErrorFunc = { context, error in
  guard let error else { return }
  builder(context)?.note(error.pointee)
}
