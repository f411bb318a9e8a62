import DyadCore
import DyadEditing
import DyadFormats
import DyadTestSupport
import Foundation

/// The YAML of a graph with everything that a dossier can contain.
func anyText(seed: Int) -> String {
  String(decoding: Format.named("dossier")!.bytes(of: everything(seed: seed)), as: UTF8.self)
}

/// Each YAML file of each example.
let exampleFiles: [String] = try! FileManager.default.subpathsOfDirectory(
  atPath: packageRoot.appendingPathComponent("examples").path
).filter { $0.hasSuffix(".yaml") }.map { packageRoot.appendingPathComponent("examples/\($0)").path }.sorted()

/// Each example, a file or a folder.
let exampleDossiers = ExampleDossiers.names.map { packageRoot.appendingPathComponent("examples/\($0)").path }

func graph(_ editor: DossierEditor) throws -> KnowledgeGraph {
  try editor.dossiers.then { KnowledgeGraph.linking($0) }.get()
}

/// How many records differ between two versions; a renaming is one.
func differences(_ before: KnowledgeGraph, _ after: KnowledgeGraph) -> Int {
  let diff = GraphDiff(from: before.snapshot(at: .ever), to: after.snapshot(at: .ever))
  return diff.entities.count(where: \.isDifference) + diff.holdings.count(where: \.isDifference)
    + diff.ties.count(where: \.isDifference) + diff.events.count(where: \.isDifference)
    + diff.sources.count(where: \.isDifference)
}

extension DossierEditor {
  /// The text of a dossier in one file.
  var text: String { texts.map(\.text).joined(separator: "\u{1}") }

  func edited(_ edit: (inout DossierEditor) throws -> Void) rethrows -> DossierEditor {
    var editor = self
    try edit(&editor)
    return editor
  }

  mutating func add(_ kind: String, _ words: [String]) throws -> [String] {
    let entityKind = words.first { $0.hasPrefix("kind=") }.map { String($0.dropFirst(5)) }
    let form = try DossierEditor.form(ofKind: kind, entityKind: entityKind)
    return try add(form, Assignment.all(words, for: form))
  }

  mutating func edit(_ id: String, _ words: [String]) throws -> [String] {
    try edit(id, Assignment.all(words, for: form(of: id)))
  }
}

/// The lines by which the new text differs from the old one, each with its sign.
func changedLines(_ old: String, _ new: String) -> [String] {
  let (before, after) = (lines(old), lines(new))
  return after.difference(from: before).map { change in
    switch change {
    case .insert(_, let line, _): "+" + line
    case .remove(_, let line, _): "-" + line
    }
  }
}

private func lines(_ text: String) -> [String] {
  text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
}

/// Other layouts of the same dossier.
enum Layout: String, CaseIterable {
  case plain, windows, commented, unended, marked

  func applied(to text: String) -> String {
    switch self {
    case .plain: return text
    case .windows: return text.replacing("\n", with: "\r\n")
    case .unended: return text.hasSuffix("\n") ? String(text.dropLast()) : text
    case .marked: return "\u{FEFF}" + text
    case .commented:
      // Comments of their own before every record, and at the end of the lines of sections.
      var result: [String] = []
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
        let isRecord = line.hasPrefix("  ") && !line.hasPrefix("   ") && line.hasSuffix(":")
        if isRecord { result.append("  # about: the next [one]") }
        let isSection = !line.hasPrefix(" ") && line.hasSuffix(":") && line != ":"
        result.append(isSection ? line + "   # section {" : line)
      }
      return result.joined(separator: "\n")
    }
  }
}
