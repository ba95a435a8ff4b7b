public import ReadinessXML

/// How lists of devices and programs are read: `Support/InventoryColumns.xml`.
///
/// `Support/README.md`, section "Inventories", says what each part means.
public struct InventoryColumns: Sendable {
  /// What a column of a list holds.
  enum Field: String, Sendable {
    case list, device, kind, make, model, product, version, edition, quantity, owner, subscription
    case checked
  }

  /// One way in which lists are written.
  struct Style: Sendable {
    let name: String
    /// By heading in lower case.
    let fields: [String: Field]
    /// The headings without which it is not this style.
    let needed: Set<String>
    /// The questions beside the tables that such a list is evidence for.
    let questions: [String]
  }

  /// Where products that begin so belong.
  struct Rule: Sendable {
    let begins: String
    let model: String?
    let question: String?
    let name: String?
    let kind: String?
    let builds: String?
    let versionParts: Int?
  }

  let styles: [Style]
  let rules: [Rule]
  private let values: [Field: [String: String]]

  /// Reads the file.
  ///
  /// - Throws: every problem of form.
  public static func read(_ bytes: [UInt8]) throws(XMLReadingError) -> InventoryColumns {
    let root = try XMLDocument.read(bytes, schema: .inventoryColumns)
    var values: [Field: [String: String]] = [:]
    for value in root.all("value") {
      guard let field = value["of"].flatMap(Field.init), let says = value["says"] else { continue }
      values[field, default: [:]][says.lowercased()] = value["is"]
    }
    return InventoryColumns(
      styles: root.all("style").map(style),
      rules: root.all("product").map(rule),
      values: values
    )
  }

  private static func style(_ element: XMLElement) -> Style {
    var fields: [String: Field] = [:]
    var needed: Set<String> = []
    for column in element.all("column") {
      let header = (column["header"] ?? "").lowercased()
      fields[header] = column["is"].flatMap(Field.init)
      if column["needed"] != nil { needed.insert(header) }
    }
    return Style(
      name: element["name"] ?? "",
      fields: fields,
      needed: needed,
      questions: element.list("for")
    )
  }

  private static func rule(_ element: XMLElement) -> Rule {
    Rule(
      begins: (element["begins"] ?? "").lowercased(),
      model: element["model"]?.lowercased(),
      question: element["question"],
      name: element["as"],
      kind: element["kind"],
      builds: element["builds"],
      versionParts: element["version-parts"].flatMap { Int($0) }
    )
  }

  /// The style that these headings belong to: of those whose needed headings are all there, the one
  /// with the most needed ones, the first among equals.
  func style(of headings: [String]) -> Style? {
    let known = Set(headings.map { $0.lowercased() })
    let fitting = styles.filter { $0.needed.isSubset(of: known) }
    let most = fitting.map(\.needed.count).max()
    return fitting.first { $0.needed.count == most }
  }

  /// The rule for a product; the name ends there or goes on with another word.
  func rule(for product: String, model: String) -> Rule? {
    let product = product.lowercased()
    let model = model.lowercased()
    return rules.first { rule in
      guard product.hasPrefix(rule.begins), rule.model.map(model.hasPrefix) ?? true else {
        return false
      }
      let next = product.dropFirst(rule.begins.count).first
      return next.map { !$0.isLetter && !$0.isNumber } ?? true
    }
  }

  /// A value in the words of the question set; as it is where nothing says otherwise.
  func value(_ text: String, of field: Field) -> String {
    values[field]?[text.lowercased()] ?? text
  }
}
