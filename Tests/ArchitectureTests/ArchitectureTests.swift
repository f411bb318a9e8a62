import Foundation
import Testing

/// The package is built as its design says: arrows point down only.
@Suite struct ArchitectureTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Who may know whom.
  private static let arrows: [String: Set<String>] = [
    "CGraphviz": [], "GraphvizShim": ["CGraphviz"], "Graphviz": ["GraphvizShim"], "DyadCore": [],
    "DyadFormats": ["DyadCore", "Yams"], "DyadDrawing": ["DyadCore", "Graphviz"],
    "DyadReport": ["DyadCore", "DyadDrawing"],
    "DyadCommands": ["DyadCore", "DyadFormats", "DyadDrawing", "DyadReport", "Graphviz", "ArgumentParser"],
    "dyad": ["DyadCommands"],
  ]
  private static let system: Set<String> = ["Foundation", "FoundationXML"]

  private struct File {
    var target: String
    var name: String
    var text: String
    var imports: Set<String> {
      Set(text.matches(of: #/(?m)^\s*(?:@\w+ )*(?:public |internal |private |package )?import (?:\w+ )?(\w+)/#).map { String($0.1) })
    }
  }

  private static func files(_ folder: String, _ suffixes: Set<String> = ["swift"]) throws -> [File] {
    let place = root.appendingPathComponent(folder)
    let names = try #require(FileManager.default.enumerator(atPath: place.path)).compactMap { $0 as? String }
    return try names.filter { suffixes.contains(($0 as NSString).pathExtension) }.sorted().map { name in
      let text = try String(contentsOf: place.appendingPathComponent(name), encoding: .utf8)
      return File(target: String(name.split(separator: "/")[0]), name: "\(folder)/\(name)", text: text)
    }
  }

  /// The dependencies that the manifest declares: each target stands with its list in one statement.
  private static func declared() throws -> [String: Set<String>] {
    let manifest = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let libraries = ["arguments": "ArgumentParser", "yams": "Yams", "customDump": "CustomDump"]
    let targets = manifest.matches(
      of: #/(?:ring|tests)\(\s*"(\w+)",\s*\[([^\]]*)\]|arget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]/#)
    return Dictionary(
      uniqueKeysWithValues: targets.map { match in
        let name = String(match.1 ?? match.3 ?? "")
        let list = String(match.2 ?? match.4 ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        let names = list.filter { !$0.isEmpty }.map { $0.hasPrefix("\"") ? $0.trimmingCharacters(in: ["\""]) : libraries[$0] ?? $0 }
        return (name, Set(names))
      })
  }

  @Test func everyImportIsADeclaredDependency() throws {
    let declared = try ArchitectureTests.declared()
    for file in try ArchitectureTests.files("Sources") + ArchitectureTests.files("Tests") {
      let foreign = file.imports.subtracting(ArchitectureTests.system).subtracting(["Testing"])
      #expect(foreign.isSubset(of: declared[file.target] ?? []), "\(file.name)")
    }
  }

  @Test func everyDependencyIsAnArrowOfTheDesign() throws {
    let declared = try ArchitectureTests.declared()
    for (target, allowed) in ArchitectureTests.arrows where target != "CGraphviz" {
      #expect(declared[target] == allowed, "\(target)")
    }
  }

  @Test func theCoreKnowsNoFoundation() throws {
    for file in try ArchitectureTests.files("Sources") where file.target == "DyadCore" {
      #expect(file.imports.isEmpty, "\(file.name)")
    }
  }

  @Test func oneFileSeesGraphvizsHeaders() throws {
    let seeing = try ArchitectureTests.files("Sources", ["c", "h"]).filter { file in
      file.text.contains(#/#include <(gv|cgraph|graphviz|cdt|types|geom)/#)
    }
    #expect(seeing.map(\.name) == ["Sources/CGraphviz/shim.h", "Sources/GraphvizShim/GraphvizShim.c"])
  }

  @Test func noFileIsTooLongToRead() throws {
    for file in try ArchitectureTests.files("Sources") + ArchitectureTests.files("Tests") {
      #expect(file.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 400, "\(file.name)")
    }
  }

  @Test func nothingIsLeftUnfinished() throws {
    let marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "XX" + "X"]
    for file in try ArchitectureTests.files("Sources", ["swift", "c", "h"]) {
      #expect(!marks.contains(where: file.text.contains), "\(file.name)")
    }
  }

  @Test func onlyTheToolPrints() throws {
    for file in try ArchitectureTests.files("Sources") where file.target != "DyadCommands" {
      let code = file.text.split(separator: "\n").filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
      #expect(!code.contains { $0.contains(#/\bprint\(/#) }, "\(file.name)")
    }
  }
}
