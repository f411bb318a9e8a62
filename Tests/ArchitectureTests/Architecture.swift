import Foundation

/// Which target may depend on which: the arrows of the architecture. A test holds the manifest to them.
enum Architecture {
  static let arrows: [String: Set<String>] = [
    "CGraphviz": [],
    "GraphvizShim": ["CGraphviz", "CZlib"],
    "Graphviz": ["GraphvizShim", "DyadPrograms"],
    "DyadSyntax": ["CDigest"],
    "DyadCore": [],
    "DyadFormats": ["DyadCore", "DyadEvents", "DyadSyntax", "Yams"],
    "DyadContent": ["DyadCore", "DyadSyntax"],
    "DyadDrawing": ["DyadCore", "DyadContent", "DyadSyntax", "Graphviz"],
    "DyadReport": ["DyadCore", "DyadContent", "DyadDrawing", "DyadSyntax"],
    "DyadData": ["DyadCore", "DyadFormats", "DyadContent", "DyadSyntax"],
    "DyadKit": ["DyadData", "DyadDrawing", "DyadReport", "Graphviz"],
    "DyadEditing": ["DyadCore", "DyadFiles", "DyadFormats", "DyadContent", "DyadSyntax"],
    "DyadFiles": [],
    "DyadPrograms": [],
    "DyadProposals": ["DyadCore", "DyadFormats", "DyadContent", "DyadEditing", "DyadPrograms", "DyadSyntax"],
    "CZlib": [],
    "DyadArchive": ["CZlib"],
    "CDigest": [],
    "CDelimiters": [],
    "DyadEvents": ["CDelimiters", "DyadArchive", "DyadCore", "DyadSyntax"],
    "DyadEventStore": ["DyadCore", "DyadEvents", "DyadSyntax", "GRDB", "GRDBSQLite"],
    "DyadSources": ["DyadArchive", "DyadCore", "DyadEditing", "DyadFormats", "DyadPrograms", "DyadSyntax"],
    "DyadAssistance": ["DyadCore", "DyadContent", "DyadEditing", "DyadFormats", "DyadSyntax"],
    "DyadServer": [
      "DyadCore", "DyadFormats", "DyadContent", "DyadDrawing", "DyadEditing", "DyadProposals", "DyadReport",
      "DyadSyntax", "FlyingSocks",
    ],
    "DyadCommands": [
      "DyadAssistance", "DyadCore", "DyadFormats", "DyadContent", "DyadDrawing", "DyadEditing", "DyadEventStore",
      "DyadEvents", "DyadFiles", "DyadProposals", "DyadReport", "DyadServer", "DyadSources", "DyadSyntax", "Graphviz",
      "ArgumentParser",
    ],
    "dyad": ["DyadCommands"],
    "dyad-pandoc": ["DyadCommands"],
    "dyad-benchmark": [
      "DyadAssistance", "DyadCore", "DyadFormats", "DyadContent", "DyadDrawing", "DyadEvents", "DyadSyntax", "Graphviz",
    ],
  ]

  /// What tests are written with; those of the store read its file with GRDB.
  static let testing: Set = ["DyadTestSupport", "CustomDump", "GRDB"]

  /// C modules that a product of another package consists of, beside the module of its name; they change only with the
  /// version that `Package.resolved` pins.
  static let parts: [String: Set<String>] = ["Yams": ["CYaml"]]

  /// Modules of the system and the toolchain, which no manifest declares.
  static let system: Set = [
    "Foundation", "FoundationXML", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization", "Testing",
  ]

  /// Targets without tests of their own: modules in C, umbrella modules (`DocumentationTests` use them), executables.
  static let untested: Set = [
    "CGraphviz", "GraphvizShim", "CZlib", "CDigest", "CDelimiters", "DyadData", "DyadKit", "dyad", "dyad-pandoc",
    "dyad-benchmark",
  ]

  /// What the target may depend on; tests may use whatever a user of the package could.
  static func allowed(for target: Manifest.Target) -> Set<String> {
    if let arrows = arrows[target.name] { return arrows }
    let others: Set = ["CGraphviz", "GraphvizShim", "CZlib", "dyad", "dyad-pandoc", "dyad-benchmark"]
    return Set(arrows.keys).subtracting(others).union(testing)
  }

  static let manifest = Manifest(
    (try? String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)) ?? "")

  static let targets = manifest.targets
  static let modulesInC: Set = ["CGraphviz", "GraphvizShim", "CZlib", "CDigest", "CDelimiters"]
  static let swiftTargets = targets.filter { !modulesInC.contains($0.name) }
  static let swiftFiles = ["Sources", "Tests"].flatMap { SourceFile.all(in: $0, endingIn: ["swift"]) }
  static let cFiles = SourceFile.all(in: "Sources", endingIn: ["c", "h"])
}
