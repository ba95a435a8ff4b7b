import CLibXML2
import CSchemas

/// The schemas of our own formats, compiled into the program.
public enum XMLSchema: CaseIterable, Sendable {
  /// No schema: well-formed is enough.
  case none
  /// `Questionnaires/questionnaire.xsd`
  case questionnaire
  /// `Support/end-of-support.xsd`
  case endOfSupport
  /// `Support/inventory-columns.xsd`
  case inventoryColumns
  /// `Support/support-directory.xsd`
  case supportDirectory
  /// `Support/plus-sampling.xsd`
  case plusSampling
  /// `Support/scan-rules.xsd`
  case scanRules
  /// `Sources/ReadinessAttestation/attestation.xsd`
  case attestation
  /// `Sources/ReadinessAttestation/countersignature.xsd`
  case countersignature
  /// `Sources/ReadinessAttestation/presentation.xsd`
  case presentation
  /// `Sources/ReadinessAttestation/withdrawal.xsd`
  case withdrawal
  /// `Sources/ReadinessPolicy/policy.xsd`
  case policy
  /// `Sources/ReadinessSeal/seal.xsd`
  case seal

  private var source: cschemas_text? {
    switch self {
    case .none: nil
    case .questionnaire: cschemas_questionnaire()
    case .endOfSupport: cschemas_end_of_support()
    case .inventoryColumns: cschemas_inventory_columns()
    case .supportDirectory: cschemas_support_directory()
    case .plusSampling: cschemas_plus_sampling()
    case .scanRules: cschemas_scan_rules()
    case .attestation: cschemas_attestation()
    case .withdrawal: cschemas_withdrawal()
    case .policy: cschemas_policy()
    case .seal: cschemas_seal()
    case .presentation: cschemas_presentation()
    case .countersignature: cschemas_countersignature()
    }
  }

  /// The compiled schema; compiled once, then shared read-only between threads.
  var compiled: CompiledSchema? {
    switch self {
    case .none: nil
    case .questionnaire: Self.questionnaireSchema
    case .endOfSupport: Self.endOfSupportSchema
    case .inventoryColumns: Self.inventoryColumnsSchema
    case .supportDirectory: Self.supportDirectorySchema
    case .plusSampling: Self.plusSamplingSchema
    case .scanRules: Self.scanRulesSchema
    case .attestation: Self.attestationSchema
    case .withdrawal: Self.withdrawalSchema
    case .policy: Self.policySchema
    case .seal: Self.sealSchema
    case .presentation: Self.presentationSchema
    case .countersignature: Self.countersignatureSchema
    }
  }

  private static let questionnaireSchema = compile(.questionnaire)
  private static let endOfSupportSchema = compile(.endOfSupport)
  private static let inventoryColumnsSchema = compile(.inventoryColumns)
  private static let supportDirectorySchema = compile(.supportDirectory)
  private static let plusSamplingSchema = compile(.plusSampling)
  private static let scanRulesSchema = compile(.scanRules)
  private static let attestationSchema = compile(.attestation)
  private static let countersignatureSchema = compile(.countersignature)
  private static let presentationSchema = compile(.presentation)
  private static let withdrawalSchema = compile(.withdrawal)
  private static let policySchema = compile(.policy)
  private static let sealSchema = compile(.seal)

  private static func compile(_ schema: XMLSchema) -> CompiledSchema? {
    LibXML2.start()
    guard let source = schema.source,
      let context = source.bytes.withMemoryRebound(
        to: CChar.self,
        capacity: source.count,
        { xmlSchemaNewMemParserCtxt($0, Int32(source.count)) }
      )
    else { return nil }
    defer { xmlSchemaFreeParserCtxt(context) }
    return xmlSchemaParse(context).map(CompiledSchema.init)
  }
}

/// A compiled schema.
///
/// libxml2 only reads it while validating, so threads may share it.
final class CompiledSchema: @unchecked Sendable {
  let pointer: xmlSchemaPtr

  init(_ pointer: xmlSchemaPtr) { self.pointer = pointer }

  deinit { xmlSchemaFree(pointer) }
}
