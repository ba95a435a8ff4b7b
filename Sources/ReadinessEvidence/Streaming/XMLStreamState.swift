import CLibXML2
import Glibc

/// What libxml2's callbacks write to: events of the piece being read, with their bytes.
///
/// It lies behind a pointer, as a class costs a tenth of the speed.
struct XMLStreamState {
  /// One event, without what the importer's types make of it.
  struct Event {
    let kind: XMLEventKind
    let namespace: Int8
    let element: Int16
    let depth: Int16
    let attributeStart: Int32
    let attributeCount: Int32
    let textStart: Int32
    let textCount: Int32
    let isCut: Bool
  }

  /// A role with its limit.
  struct Role {
    var isContainer = false
    var keepsText = false
    var most = 0
  }

  private struct Open {
    let element: Int16
    let namespace: Int8
    let isContainer: Bool
  }

  /// A leaf whose text is not complete.
  private struct Leaf {
    var element: Int16 = 0
    var namespace: Int8 = 0
    var depth: Int16 = 0
    var attributeStart = 0
    var attributeCount = 0
    var start = 0
    var most = 0
    var isCut = false
  }

  /// What went wrong first, with line and column.
  private(set) var problem: ScanImportError?
  private(set) var rootEnded = false
  private(set) var events: [Event] = []
  private(set) var attributes: [XMLAttributeRecord] = []
  private(set) var bytes = XMLByteBuffer()

  var names: XMLNameTable
  let roles: [Role]
  let isRoot: [Bool]
  /// The wanted namespaces' addresses, as libxml2 interned them.
  var namespaces: [UnsafePointer<UInt8>] = []
  let longestAttribute: Int
  let doctype: String?
  var context: xmlParserCtxtPtr?

  private var open: [Open] = []
  private var depth = 0
  /// How many elements are open within one that is passed over, itself included.
  private var passing = 0
  private var collects = false
  private var leaf = Leaf()

  static let mostLevels = 128

  init(
    names: XMLNameTable,
    roles: [Role],
    isRoot: [Bool],
    longestAttribute: Int,
    doctype: String?
  ) {
    self.names = names
    self.roles = roles
    self.isRoot = isRoot
    self.longestAttribute = longestAttribute
    self.doctype = doctype
  }

  /// Gives the memory back.
  func deallocate() {
    names.deallocate()
    bytes.deallocate()
  }

  @inline(__always)
  mutating func start(
    _ name: UnsafePointer<UInt8>,
    _ namespace: UnsafePointer<UInt8>?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    depth += 1
    if depth > Self.mostLevels {
      stop(.hostile, "more than \(Self.mostLevels) levels of elements")
      return
    }
    if passing > 0 {
      passing += 1
      return
    }
    if collects { endLeaf() }
    let element = names.entry(name).element
    if depth == 1, element < 0 || !isRoot[Int(element)] {
      let shown = String(
        decoding: UnsafeBufferPointer(start: name, count: min(64, strlen(name))),
        as: UTF8.self
      )
      stop(.notThisFormat, "the root element is “\(shown)”")
      return
    }
    if element < 0 {
      passing = 1
      if element == XMLNameTable.unknown { names.count(name) }
      return
    }
    let role = roles[Int(element)]
    let place = place(of: namespace)
    let first = attributes.count
    let firstByte = bytes.count
    if count > 0, let values { keep(values, Int(count)) }
    open.append(Open(element: element, namespace: place, isContainer: role.isContainer))
    if role.isContainer { add(.start, element, place, attributes: first..<attributes.count) }
    if role.keepsText {
      let kept = role.isContainer ? 0 : attributes.count - first
      leaf = Leaf(
        element: element,
        namespace: place,
        depth: Int16(depth - 1),
        attributeStart: first,
        attributeCount: kept,
        start: role.isContainer ? bytes.count : firstByte,
        most: role.most
      )
      textStart = bytes.count
      collects = true
    }
  }

  /// Where the text of the leaf begins, behind its attributes.
  private var textStart = 0

  @inline(__always)
  mutating func end() {
    depth -= 1
    if passing > 0 {
      passing -= 1
      return
    }
    if collects { endLeaf() }
    guard let element = open.popLast() else { return }
    if element.isContainer { add(.end, element.element, element.namespace, attributes: 0..<0) }
    if depth == 0 { rootEnded = true }
  }

  @inline(__always)
  mutating func characters(_ text: UnsafePointer<UInt8>, _ count: Int32) {
    guard collects else { return }
    let room = leaf.most - (bytes.count - textStart)
    if Int(count) > room { leaf.isCut = true }
    if room > 0 { bytes.append(text, min(room, Int(count))) }
  }

  private mutating func endLeaf() {
    collects = false
    if leaf.isCut { bytes.dropBrokenTail(from: textStart) }
    events.append(
      Event(
        kind: .leaf,
        namespace: leaf.namespace,
        element: leaf.element,
        depth: leaf.depth,
        attributeStart: Int32(leaf.attributeStart),
        attributeCount: Int32(leaf.attributeCount),
        textStart: Int32(textStart),
        textCount: Int32(bytes.count - textStart),
        isCut: leaf.isCut
      )
    )
  }

  private mutating func add(
    _ kind: XMLEventKind,
    _ element: Int16,
    _ namespace: Int8,
    attributes: Range<Int>
  ) {
    events.append(
      Event(
        kind: kind,
        namespace: namespace,
        element: element,
        depth: Int16(kind == .end ? depth : depth - 1),
        attributeStart: Int32(attributes.lowerBound),
        attributeCount: Int32(attributes.count),
        textStart: 0,
        textCount: 0,
        isCut: false
      )
    )
  }

  private func place(of namespace: UnsafePointer<UInt8>?) -> Int8 {
    guard let namespace else { return -1 }
    for (index, known) in namespaces.enumerated() where known == namespace { return Int8(index) }
    return -2
  }

  /// Keeps the values of the wanted attributes.
  ///
  /// libxml2 gives five pointers for each: name, prefix, namespace, value and its end.
  private mutating func keep(_ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>, _ count: Int) {
    for index in 0..<count {
      guard let name = values[index * 5], let from = values[index * 5 + 3],
        let to = values[index * 5 + 4]
      else { continue }
      let attribute = names.entry(name).attribute
      guard attribute >= 0 else { continue }
      let start = bytes.count
      let most = longestAttribute
      let isCut = to - from > most
      bytes.appendValue(from, min(most, to - from))
      if isCut { bytes.dropBrokenTail(from: start) }
      attributes.append(
        XMLAttributeRecord(
          name: attribute,
          isCut: isCut,
          start: Int32(start),
          count: Int32(bytes.count - start)
        )
      )
    }
  }

  /// Forgets the events, and all bytes but those of a leaf that is not complete.
  mutating func clear() {
    events.removeAll(keepingCapacity: true)
    guard collects else {
      attributes.removeAll(keepingCapacity: true)
      bytes.removeAll()
      return
    }
    attributes.removeFirst(leaf.attributeStart)
    for index in attributes.indices { attributes[index].start -= Int32(leaf.start) }
    bytes.removeFirst(leaf.start)
    textStart -= leaf.start
    leaf.attributeStart = 0
    leaf.start = 0
  }

  /// Notes the first thing that goes wrong, at the parser's place, and stops the parser.
  mutating func stop(_ kind: ScanImportError.Kind, _ what: String) {
    guard problem == nil else { return }
    let input = context?.pointee.input
    problem = ScanImportError(
      kind,
      what,
      line: input.map { Int($0.pointee.line) },
      column: input.map { max(1, Int($0.pointee.col)) }
    )
    xmlStopParser(context)
  }

  /// Notes what the parser objects to, unless it is only a prefix without a namespace.
  mutating func note(_ error: xmlError) {
    guard problem == nil, error.domain != Int32(XML_FROM_NAMESPACE.rawValue),
      error.level.rawValue >= XML_ERR_ERROR.rawValue
    else { return }
    var words = error.message.map { String(cString: $0) } ?? "unknown error"
    words = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    problem = ScanImportError(
      error.code == Int32(XML_ERR_NAME_TOO_LONG.rawValue) ? .hostile : .broken,
      "the file is not well-formed XML: \(words.prefix(200))",
      line: max(1, Int(error.line)),
      column: max(1, Int(error.int2))
    )
  }
}
