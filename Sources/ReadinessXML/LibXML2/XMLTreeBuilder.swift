import CLibXML2

/// Builds the tree while libxml2 parses, and notes what the parser and the schema object to.
final class XMLTreeBuilder {
  private(set) var root: XMLElement?
  private(set) var problems: [XMLProblem] = []

  fileprivate let source: XMLSource
  private var open: [XMLElement] = []
  private var context: xmlParserCtxtPtr?
  /// The place of the element that was started or ended last: schema errors belong to it.
  private var current = 0
  private var stopped = false
  /// Names met, by their places in libxml2's dictionary: a format has few.
  private var names: [(place: UnsafePointer<xmlChar>, name: String)] = []

  init(bytes: [UInt8]) { source = XMLSource(bytes) }

  /// Parses the bytes once; afterwards `root` and `problems` are set.
  func parse(schema: CompiledSchema?) {
    source.bytes.withUnsafeBufferPointer { buffer in
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
        problems.append(
          XMLProblem(at: source.tag(before: current), "the file is not well-formed XML")
        )
      }
    }
    context.pointee.sax = originalHandler
  }

  /// The name at that place of libxml2's dictionary, where equal names have equal places.
  fileprivate func name(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer else { return "" }
    if let known = names.first(where: { $0.place == pointer }) { return known.name }
    let name = String(cString: pointer)
    if names.count < 64 { names.append((pointer, name)) }
    return name
  }

  fileprivate func start(_ element: XMLElement) {
    guard !stopped else { return }
    if open.count >= 64 {
      stop("more than 64 levels of elements", at: element.position)
      return
    }
    open.append(element)
    current = element.place
  }

  fileprivate func end() {
    guard !stopped, let element = open.popLast() else { return }
    current = element.place
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
    problems.append(XMLProblem(at: position ?? source.tag(before: place), what))
    xmlStopParser(context)
  }

  fileprivate func note(_ error: xmlError) {
    guard !stopped, problems.count < 100 else { return }
    let words = error.message.map { String(cString: $0) } ?? "unknown error"
    let fromParser = error.domain != Int32(XML_FROM_SCHEMASV.rawValue)
    let position =
      fromParser
      ? XMLPosition(line: max(1, Int(error.line)), column: max(1, Int(error.int2)))
      : source.tag(before: current)
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

  /// Where the parser stands, in bytes.
  fileprivate var place: Int {
    guard let input = context?.pointee.input, let cur = input.pointee.cur,
      let base = input.pointee.base
    else { return current }
    return Int(input.pointee.consumed) + (cur - base)
  }
}

// The callbacks are global, so that Swift gives them no actor: libxml2 calls them wherever it is.

private func builder(_ pointer: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
  pointer.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}

/// libxml2 hands over every ampersand of an attribute as the reference &#38;.
private func attributeValue(_ value: UnsafeBufferPointer<UInt8>) -> String {
  guard value.contains(0x26) else { return String(decoding: value, as: UTF8.self) }
  let reference = "&#38;".utf8
  var bytes: [UInt8] = []
  var index = 0
  while index < value.count {
    bytes.append(value[index])
    index += value[index...].starts(with: reference) ? reference.count : 1
  }
  return String(decoding: bytes, as: UTF8.self)
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
  attributes.reserveCapacity(Int(count))
  for index in 0..<Int(count) {
    guard let pointers, let from = pointers[index * 5 + 3], let to = pointers[index * 5 + 4] else {
      continue
    }
    let value = UnsafeBufferPointer(start: from, count: to - from)
    attributes.append(
      XMLElement.Attribute(
        name: builder.name(pointers[index * 5]),
        namespace: builder.name(pointers[index * 5 + 2]),
        value: attributeValue(value)
      )
    )
  }
  builder.start(
    XMLElement(
      name: builder.name(name),
      namespace: builder.name(namespace),
      attributes: attributes,
      place: builder.place,
      source: builder.source
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
