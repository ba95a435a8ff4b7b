// swift-tools-version: 6.2
import PackageDescription

// One rule for every Swift target: Swift 6 mode, no hidden imports, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "readiness",
  products: [.executable(name: "readiness", targets: ["readiness"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // The system's libraries. Each is seen by its C shim and by one Swift library only.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CXMLSupport", dependencies: ["CLibXML2"]),
    .target(name: "CCryptoSupport", dependencies: ["COpenSSL"]),
    .target(name: "CZipSupport", dependencies: ["CZlib"]),
    // The schemas of our formats, compiled in, so that no file beside the program can loosen them.
    .target(name: "CSchemas"),

    // What questionnaires, answers, outcomes and reports are. No files, no clock, no terminal.
    .target(name: "ReadinessCore", swiftSettings: strict),
    // XML files to values, or where they are wrong.
    .target(
      name: "ReadinessXML",
      dependencies: ["ReadinessCore", "CLibXML2", "CXMLSupport", "CSchemas"],
      swiftSettings: strict
    ),
    // Leads a person from question to question.
    .target(name: "ReadinessInterview", dependencies: ["ReadinessCore"], swiftSettings: strict),
    // What stands behind an answer: files, inventories, scan reports.
    .target(
      name: "ReadinessEvidence",
      dependencies: ["ReadinessCore", "ReadinessXML", "CLibXML2", "CXMLSupport"],
      exclude: [
        "README.md", "Store/README.md", "Store/index.schema.json", "Store/output.schema.json",
        "Store/scan.schema.json", "FourteenDays/README.md", "SaidAndSeen/README.md",
        "Nessus/README.md", "Nmap/README.md",
        "Streaming/README.md",
      ],
      swiftSettings: strict
    ),
    // Signs statements, verifies attestations.
    .target(
      name: "ReadinessAttestation",
      dependencies: [
        "ReadinessCore", "ReadinessXML", "COpenSSL", "CZlib", "CCryptoSupport", "CZipSupport",
      ],
      exclude: [
        "attestation.xsd", "countersignature.xsd", "presentation.xsd", "withdrawal.xsd",
        "verify.schema.json", "README.md", "verify-without-us.sh", "Profile/README.md",
        "Profile/profile.schema.json",
      ],
      swiftSettings: strict
    ),
    // What a buyer demands, and whether a verified file meets it.
    .target(
      name: "ReadinessPolicy",
      dependencies: ["ReadinessCore", "ReadinessXML", "ReadinessAttestation"],
      exclude: ["policy.xsd", "README.md"],
      swiftSettings: strict
    ),
    // Many suppliers' files at once: whose they are, which counts, how it is told.
    .target(
      name: "ReadinessDesk",
      dependencies: ["ReadinessCore", "ReadinessAttestation", "ReadinessPolicy"],
      exclude: ["README.md"],
      swiftSettings: strict
    ),
    // What was checked in one run, signed so that one result can be shown without the others.
    .target(
      name: "ReadinessSeal",
      dependencies: ["ReadinessCore", "ReadinessXML", "ReadinessAttestation"],
      exclude: ["seal.xsd", "prove.schema.json", "README.md", "check-proof-without-us.sh"],
      swiftSettings: strict
    ),
    // What a buyer has verified, in one SQLite file.
    .target(
      name: "ReadinessRegister",
      dependencies: [
        "ReadinessCore", "ReadinessAttestation", "ReadinessPolicy",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["README.md", "register.schema.json"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "readiness",
      dependencies: [
        "ReadinessCore", "ReadinessXML", "ReadinessInterview", "ReadinessAttestation",
        "ReadinessEvidence", "ReadinessPolicy", "ReadinessDesk", "ReadinessSeal",
        "ReadinessRegister",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Commands/Buyer/Trust/trust.schema.json"],
      swiftSettings: strict
    ),

    // Times what has a budget; Scripts/benchmark calls it.
    .executableTarget(
      name: "readiness-benchmark",
      dependencies: [
        "ReadinessCore", "ReadinessXML", "ReadinessAttestation", "ReadinessEvidence",
        "ReadinessPolicy", "ReadinessRegister",
      ],
      path: "Sources/ReadinessBenchmark",
      swiftSettings: strict
    ),

    .target(
      name: "TestSupport",
      dependencies: ["ReadinessCore", "ReadinessXML"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    // What reads bytes of strangers, for the fuzzer and for the tests that replay its corpus.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "ReadinessCore", "ReadinessXML", "ReadinessAttestation", "ReadinessEvidence",
        "ReadinessPolicy", "ReadinessSeal", "TestSupport",
      ],
      path: "Tests/FuzzTargets",
      swiftSettings: strict
    ),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["FuzzTargets", "ReadinessAttestation", "ReadinessCore", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadinessCoreTests",
      dependencies: ["ReadinessCore", "ReadinessXML", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadinessXMLTests",
      dependencies: ["ReadinessXML", "ReadinessCore", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadinessInterviewTests",
      dependencies: ["ReadinessInterview", "ReadinessCore", "ReadinessXML", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadinessEvidenceTests",
      dependencies: ["ReadinessEvidence", "ReadinessCore", "ReadinessXML", "TestSupport"],
      exclude: ["Samples", "Tools"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadinessAttestationTests",
      dependencies: [
        "ReadinessAttestation", "ReadinessCore", "ReadinessXML", "TestSupport", "FuzzTargets",
      ],
      exclude: ["Vectors/Files", "Referees/pyhanko-check.py"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadinessPolicyTests",
      dependencies: [
        "ReadinessPolicy", "ReadinessAttestation", "ReadinessCore", "ReadinessXML", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadinessDeskTests",
      dependencies: ["ReadinessDesk", "ReadinessAttestation", "ReadinessCore"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadinessSealTests",
      dependencies: [
        "ReadinessSeal", "ReadinessAttestation", "ReadinessCore", "ReadinessXML", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadinessRegisterTests",
      dependencies: [
        "ReadinessRegister", "ReadinessAttestation", "ReadinessPolicy", "ReadinessCore",
        "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Store/Versions"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "TestSupport", "ReadinessCore", "ReadinessEvidence", "readiness", "readiness-benchmark",
      ],
      exclude: ["Transcripts"],
      swiftSettings: strict
    ),
  ]
)

// The fuzzer's program needs libFuzzer, and so is there for Scripts/fuzz only.
if Context.environment["READINESS_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "readiness-fuzz",
      dependencies: ["FuzzTargets"],
      path: "Tests/Fuzz/Driver",
      swiftSettings: strict
    )
  )
}
