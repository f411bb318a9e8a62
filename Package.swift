// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let flyingSocks: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let customDump: Target.Dependency = .product(name: "CustomDump", package: "swift-custom-dump")

func ring(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  // Tests are built with the release binaries that they start; with optimization, they take a third longer to build.
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude,
    swiftSettings: strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))])
}

/// The archives of the Swift runtime, which `make` links into the tools: they start sooner, and need no Swift to run.
///
/// Nothing looks for symbols in a tool; without a table of 20,000 of them, its libraries are linked sooner.
let archives = (Context.environment["DYAD_RUNTIME_ARCHIVES"] ?? "").split(separator: " ").map(String.init)
let runtime =
  ["-static-stdlib"]
  + (["--start-group"] + archives + ["--end-group", "--no-export-dynamic"]).flatMap { ["-Xlinker", $0] }
func tool(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, swiftSettings: strict,
    linkerSettings: archives.isEmpty ? [] : [.unsafeFlags(runtime)])
}

/// What `make fuzz` builds, which other builds do not have.
let fuzzing: [Target] =
  Context.environment["DYAD_FUZZING"] == nil
  ? []
  : [
    .systemLibrary(name: "CLibFuzzer", path: "Fuzzing/CLibFuzzer"),
    .executableTarget(
      name: "dyad-fuzz",
      dependencies: [
        "CLibFuzzer", "DyadArchive", "DyadAssistance", "DyadCommands", "DyadContent", "DyadCore", "DyadDrawing",
        "DyadEditing", "DyadEvents", "DyadFormats", "DyadProposals", "DyadServer", "DyadSources", "DyadSyntax",
        "DyadTestSupport", "Graphviz",
      ],
      path: "Fuzzing", exclude: ["CLibFuzzer", "Seeds"], swiftSettings: strict),
  ]

let package = Package(
  name: "dyad",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "dyad", targets: ["dyad"]),
    .executable(name: "dyad-pandoc", targets: ["dyad-pandoc"]),
    .library(name: "DyadKit", targets: ["DyadKit"]),
    // Without Graphviz: dossiers, formats, diffs and briefs as text.
    .library(name: "DyadData", targets: ["DyadData"]),
    .library(name: "Graphviz", targets: ["Graphviz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.26.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.3.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(name: "GraphvizShim", dependencies: ["CGraphviz", "CZlib"]),
    ring("Graphviz", ["GraphvizShim", "DyadPrograms"]),
    .target(name: "CDigest"),
    ring("DyadSyntax", ["CDigest"]),
    ring("DyadCore", []),
    ring("DyadFormats", ["DyadCore", "DyadEvents", "DyadSyntax", yams]),
    ring("DyadContent", ["DyadCore", "DyadSyntax"]),
    ring("DyadDrawing", ["DyadCore", "DyadContent", "DyadSyntax", "Graphviz"]),
    ring(
      "DyadReport", ["DyadCore", "DyadContent", "DyadDrawing", "DyadSyntax"], resources: [.embedInCode("Assets")]),
    ring("DyadData", ["DyadCore", "DyadFormats", "DyadContent", "DyadSyntax"]),
    ring("DyadKit", ["DyadData", "DyadDrawing", "DyadReport", "Graphviz"]),
    ring("DyadFiles", []),
    ring("DyadEditing", ["DyadCore", "DyadFiles", "DyadFormats", "DyadContent", "DyadSyntax"]),
    ring("DyadPrograms", []),
    ring("DyadProposals", ["DyadCore", "DyadFormats", "DyadContent", "DyadEditing", "DyadPrograms", "DyadSyntax"]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    ring("DyadArchive", ["CZlib"]),
    ring("DyadSources", ["DyadArchive", "DyadCore", "DyadEditing", "DyadFormats", "DyadPrograms", "DyadSyntax"]),
    .target(name: "CDelimiters"),
    ring("DyadEvents", ["CDelimiters", "DyadArchive", "DyadCore", "DyadSyntax"]),
    ring("DyadEventStore", ["DyadCore", "DyadEvents", "DyadSyntax", grdb, sqlite]),
    ring("DyadAssistance", ["DyadCore", "DyadContent", "DyadEditing", "DyadFormats", "DyadSyntax"]),
    ring(
      "DyadServer",
      [
        "DyadCore", "DyadFormats", "DyadContent", "DyadDrawing", "DyadEditing", "DyadProposals", "DyadReport",
        "DyadSyntax", flyingSocks,
      ],
      resources: [.embedInCode("Assets")]),
    ring(
      "DyadCommands",
      [
        "DyadAssistance", "DyadCore", "DyadFormats", "DyadContent", "DyadDrawing", "DyadEditing", "DyadEventStore",
        "DyadEvents", "DyadFiles", "DyadProposals", "DyadReport", "DyadServer", "DyadSources", "DyadSyntax", "Graphviz",
        arguments,
      ]),
    tool("dyad", ["DyadCommands"]),
    tool("dyad-pandoc", ["DyadCommands"]),
    tool(
      "dyad-benchmark",
      [
        "DyadAssistance", "DyadCore", "DyadContent", "DyadDrawing", "DyadEvents", "DyadFormats", "DyadSyntax",
        "Graphviz",
      ]),
    .target(
      name: "DyadTestSupport", dependencies: ["DyadCore"], path: "Tests/DyadTestSupport", swiftSettings: strict),
    tests("GraphvizTests", ["Graphviz", "DyadTestSupport"], exclude: ["Native", "Readers"]),
    tests("DyadSyntaxTests", ["CDigest", "DyadSyntax", "DyadTestSupport"]),
    tests("DyadArchiveTests", ["DyadArchive", "DyadTestSupport"]),
    tests("DyadCoreTests", ["DyadCore", "DyadTestSupport", customDump]),
    tests("DyadFormatsTests", ["DyadCore", "DyadFormats", "DyadTestSupport"], exclude: ["Diagnostics"]),
    tests("DyadExchangeTests", ["DyadCore", "DyadFormats", "DyadTestSupport"], exclude: ["Readers"]),
    tests("DyadContentTests", ["DyadCore", "DyadContent", "DyadFormats", "DyadTestSupport"], exclude: ["Golden"]),
    tests(
      "DyadDrawingTests",
      ["DyadCore", "DyadContent", "DyadDrawing", "DyadFormats", "DyadSyntax", "DyadTestSupport", "Graphviz"],
      exclude: ["Scripts"]
    ),
    tests("DyadReportTests", ["DyadCore", "DyadContent", "DyadReport", "DyadTestSupport"]),
    tests(
      "DyadEditingTests", ["DyadContent", "DyadCore", "DyadEditing", "DyadFormats", "DyadSyntax", "DyadTestSupport"]),
    tests("DyadProgramsTests", ["DyadPrograms"]),
    tests(
      "DyadSourcesTests", ["DyadCore", "DyadEditing", "DyadFormats", "DyadSources", "DyadSyntax", "DyadTestSupport"],
      exclude: ["Exports"]),
    tests("DyadEventsTests", ["CDelimiters", "DyadCore", "DyadEvents", "DyadSyntax", "DyadTestSupport"]),
    tests(
      "DyadProposalsTests",
      [
        "DyadCore", "DyadContent", "DyadEditing", "DyadFormats", "DyadPrograms", "DyadProposals", "DyadSyntax",
        "DyadTestSupport",
      ]),
    tests(
      "DyadEventStoreTests", ["DyadCore", "DyadEventStore", "DyadEvents", "DyadSyntax", "DyadTestSupport", grdb]),
    tests("DyadAssistanceTests", ["DyadAssistance", "DyadSyntax", "DyadTestSupport"]),
    tests(
      "DyadServerTests",
      ["DyadCore", "DyadEditing", "DyadFormats", "DyadProposals", "DyadServer", "DyadSyntax", "DyadTestSupport"],
      exclude: ["Modules", "Scripts"]),
    tests("DyadFilesTests", ["DyadFiles", "DyadTestSupport"]),
    tests("DyadCommandsTests", ["DyadCommands", "DyadSyntax", "DyadTestSupport"], exclude: ["Clients", "Golden"]),
    tests("DyadBrowserTests", ["DyadTestSupport"], exclude: ["Golden", "Scripts"]),
    // Besides the umbrella modules those behind them: a change of these changes no umbrella, and would leave the tests as they were.
    tests(
      "DocumentationTests",
      [
        "DyadContent", "DyadCore", "DyadDrawing", "DyadEvents", "DyadFormats", "DyadKit", "DyadReport", "DyadSyntax",
        "DyadTestSupport", "Graphviz",
      ], exclude: ["Samples"]),
    tests("ArchitectureTests", []),
  ] + fuzzing,
  swiftLanguageModes: [.v6]
)
