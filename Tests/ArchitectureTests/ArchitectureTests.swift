import Foundation
import Testing

/// What the compiler does not hold us to.
@Suite struct ArchitectureTests {
  @Test func everyTargetOfTheArchitectureIsInTheManifest() {
    let names = Set(Architecture.targets.map(\.name))
    #expect(Set(Architecture.arrows.keys).subtracting(names) == [])
    let inSources = Architecture.targets.filter { $0.folder.hasPrefix("Sources/") }.map(\.name)
    #expect(Set(inSources).subtracting(Architecture.arrows.keys) == [])
  }

  @Test func theDesignPageListsTheArrowsOfEveryTarget() throws {
    let page = try String(contentsOf: root.appendingPathComponent("Documentation/Design.md"), encoding: .utf8)
    let listed = page.split(separator: "\n").compactMap { line -> (String, Set<String>)? in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 5, Architecture.arrows[cells[1]] != nil else { return nil }
      return (cells[1], Set(cells[3].components(separatedBy: ", ")).subtracting([""]))
    }
    // Products are in code style, so only targets match.
    #expect(Dictionary(listed, uniquingKeysWith: { one, _ in one }) == Architecture.arrows)
  }

  @Test func everyFolderIsATarget() throws {
    for folder in ["Sources", "Tests"] {
      let found = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      let folders = Set(found.filter { !$0.hasPrefix(".") }.map { "\(folder)/\($0)" })
      #expect(folders.subtracting(Architecture.targets.map(\.folder)) == [])
    }
  }

  @Test func everyTargetHasTests() {
    let names = Set(Architecture.targets.map(\.name))
    let tested = Set(Architecture.arrows.keys).subtracting(Architecture.untested)
    #expect(Set(tested.map { "\($0)Tests" }).subtracting(names) == [])
  }

  @Test(arguments: Architecture.targets)
  func everyDependencyIsAnArrow(target: Manifest.Target) {
    #expect(target.dependencies.subtracting(Architecture.allowed(for: target)) == [], "of \(target.name)")
  }

  /// An undeclared one builds, and is then miscompiled when what it imports changes.
  @Test(arguments: Architecture.swiftTargets)
  func everyImportIsADeclaredDependency(target: Manifest.Target) {
    let parts = target.dependencies.flatMap { Architecture.parts[$0] ?? [] }
    let declared = target.dependencies.union(Architecture.system).union(parts)
    for file in SourceFile.all(in: target.folder, endingIn: ["swift"]) {
      #expect(file.imports.subtracting(declared) == [], "in \(file.path)")
    }
  }

  @Test func noLibraryImportsTesting() {
    for file in Architecture.swiftFiles where file.path.hasPrefix("Sources/") {
      #expect(!file.imports.contains("Testing"), "in \(file.path)")
    }
  }

  /// Locks are a part of the standard library that is a module of its own; digests use instructions that only C has.
  @Test(arguments: ["DyadCore", "DyadSyntax"]) func theTargetImportsNothingButTheStandardLibrary(target: String) {
    let files = SourceFile.all(in: "Sources/\(target)", endingIn: ["swift"])
    #expect(!files.isEmpty)
    for file in files {
      #expect(file.imports.subtracting(["Synchronization", "CDigest"]) == [], "in \(file.path)")
    }
  }

  /// The side of the data is of use where Graphviz is not installed.
  @Test func theDataIsFreeOfGraphviz() {
    let reach = Architecture.manifest.reach(of: "DyadData")
    #expect(reach.isSuperset(of: ["DyadCore", "DyadFormats", "DyadContent", "Yams"]))
    #expect(reach.isDisjoint(with: ["Graphviz", "GraphvizShim", "CGraphviz"]))
  }

  /// JSON and XML have one parser and one writer, those of DyadSyntax.
  @Test func noSourceUsesFoundationsJSONOrXML() {
    let names = #"\b(FoundationXML|XMLParser|XMLDocument|JSONSerialization|JSONEncoder|JSONDecoder)\b"#
    for file in Architecture.swiftFiles where file.path.hasPrefix("Sources/") {
      for (index, line) in file.code.enumerated() {
        #expect(line.range(of: names, options: .regularExpression) == nil, "\(file.path):\(index + 1)")
      }
    }
  }

  @Test func onlyTheShimIncludesGraphviz() {
    let header = #"^\s*#\s*(include|import)\s*[<"](graphviz/|gv|cgraph|cdt|types\.h|pathplan|xdot|textspan|geom|arith)"#
    for file in Architecture.cFiles where file.path != "Sources/CGraphviz/shim.h" {
      let included = file.lines.filter { $0.range(of: header, options: .regularExpression) != nil }
      let isShim = file.path.hasPrefix("Sources/GraphvizShim/") && !file.path.contains("/include/")
      #expect(isShim || included == [], "in \(file.path)")
    }
  }

  /// Elsewhere, parts of a picture are values of `BlockKey`.
  @Test func idsOfPicturesAreSpelledInOneFile() {
    let id = ##""(entity|card|third|number|cluster|legend|meaning|date|row|lane|phase|tie)-(\\\(|")"##
    let files =
      SourceFile.all(in: "Sources/DyadDrawing", endingIn: ["swift"])
      + SourceFile.all(in: "Sources/DyadContent", endingIn: ["swift"])
    #expect(files.contains { $0.path.hasSuffix("/BlockKey+Spelling.swift") })
    for file in files where !file.path.hasSuffix("/BlockKey+Spelling.swift") {
      for (index, line) in file.code.enumerated() {
        #expect(line.range(of: id, options: .regularExpression) == nil, "\(file.path):\(index + 1)")
      }
    }
  }

  @Test func noFileIsLongerThanFourHundredLines() {
    for file in Architecture.swiftFiles {
      #expect(file.lines.count <= 400, "\(file.path)")
    }
    let long = Architecture.swiftFiles.filter { $0.lines.count > 250 }.map { "\($0.path): \($0.lines.count) lines" }
    if !long.isEmpty { print("Are these still one thing each? \(long.joined(separator: ", "))") }
  }

  @Test func nothingIsLeftForLater() {
    let marks = ["TO" + "DO", "FIX" + "ME"]
    for file in Architecture.swiftFiles + Architecture.cFiles {
      for (index, line) in file.lines.enumerated() {
        #expect(!marks.contains { line.contains($0) }, "\(file.path):\(index + 1)")
      }
    }
  }

  /// So that a `catch` needs no cast. `Codable` is declared elsewhere, and sinks pass on the errors of the caller's code.
  @Test func everyPublicFunctionThrowsATypedError() {
    let products = ["Graphviz", "DyadSyntax", "DyadCore", "DyadFormats", "DyadContent", "DyadDrawing", "DyadReport"]
    for file in products.flatMap({ SourceFile.all(in: "Sources/\($0)", endingIn: ["swift"]) }) {
      guard !file.path.hasSuffix("Sink.swift") else { continue }
      for match in file.code.joined(separator: "\n").matches(of: /public [^{}]*?\bthrows\b(?!\()/) {
        let declaration = match.output.split(separator: "public ").last ?? ""
        #expect(declaration.contains(/any (Decoder|Encoder)/), "\(file.path): \(declaration)")
      }
    }
  }

  /// Words on a terminal are the tool's; a library returns values.
  @Test func noLibraryPrints() {
    let print = #"(^|[^\w.])(debugPrint|print|dump|NSLog|fputs)\("#
    for file in Architecture.swiftFiles where isLibrary(file) {
      for (index, line) in file.code.enumerated() {
        #expect(line.range(of: print, options: .regularExpression) == nil, "\(file.path):\(index + 1)")
      }
    }
  }

  private func isLibrary(_ file: SourceFile) -> Bool {
    file.path.hasPrefix("Sources/") && !file.path.hasPrefix("Sources/DyadCommands/")
  }
}
