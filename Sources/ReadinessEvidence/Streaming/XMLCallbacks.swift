import CLibXML2

// The callbacks are global, so that Swift gives them no actor: libxml2 calls them wherever it is.

private func state(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLStreamState>? {
  pointer?.assumingMemoryBound(to: XMLStreamState.self)
}

private let onStart: startElementNsSAX2Func = {
  context,
  name,
  _,
  namespace,
  _,
  _,
  count,
  _,
  values in
  guard let name else { return }
  state(context)?.pointee.start(name, namespace, count, values)
}

private let onEnd: endElementNsSAX2Func = { context, _, _, _ in state(context)?.pointee.end() }

private let onCharacters: charactersSAXFunc = { context, text, count in
  guard let text else { return }
  state(context)?.pointee.characters(text, count)
}

private let onDoctype: internalSubsetSAXFunc = { context, name, publicName, systemName in
  guard let state = state(context) else { return }
  let isKnown =
    publicName == nil && systemName == nil
    && name.map { String(cString: $0) } == state.pointee.doctype
  if !isKnown { state.pointee.stop(.hostile, "a DOCTYPE is not allowed here") }
}

private let onEntity: entityDeclSAXFunc = { context, _, _, _, _, _ in
  state(context)?.pointee.stop(.hostile, "the file declares its own entities")
}

private let onError: xmlStructuredErrorFunc = { context, error in
  guard let error else { return }
  state(context)?.pointee.note(error.pointee)
}

extension xmlSAXHandler {
  /// What is called while a file is read; everything else is left out.
  static func streaming() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = onStart
    handler.endElementNs = onEnd
    handler.characters = onCharacters
    handler.ignorableWhitespace = onCharacters
    handler.cdataBlock = onCharacters
    handler.internalSubset = onDoctype
    handler.entityDecl = onEntity
    handler.serror = onError
    return handler
  }
}
