import DyadCore
import DyadEditing
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// Edits of the shipped examples.
@Suite struct ExampleLaws {
  @Test(arguments: exampleFiles) func everyScalarIsFoundWhereItIsWritten(file: String) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    let root = try #require(YAMLNode(of: bytes))
    var count = 0
    func visit(_ node: YAMLNode) {
      switch node.content {
      case .mapping(let entries):
        entries.forEach {
          visit($0.key); visit($0.value)
        }
      case .sequence(let items): items.forEach(visit)
      case .scalar(let text, let style):
        count += 1
        let written = String(decoding: bytes[node.bytes], as: UTF8.self)
        switch style {
        case .plain:
          #expect(written.split(whereSeparator: \.isWhitespace) == text.split(whereSeparator: \.isWhitespace))
        case .singleQuoted: #expect(written.hasPrefix("'") && written.hasSuffix("'"))
        case .doubleQuoted: #expect(written.hasPrefix("\"") && written.hasSuffix("\""))
        case .literal, .folded: #expect(written.hasPrefix("|") || written.hasPrefix(">"))
        }
      }
    }
    visit(root)
    #expect(count > 5)
  }

  @Test(arguments: exampleDossiers) func aRecordThatIsAddedIsRemovedWithoutATrace(path: String) throws {
    let editor = try DossierEditor(reading: path)
    for (kind, words) in [
      ("event", ["id=new", "on=2000", "what=New", "type=AGREE"]), ("state", ["id=new", "name=New"]),
      ("source", ["id=new", "title=New"]), ("view", ["id=new", "title=New"]),
    ] {
      var edited = editor
      _ = try edited.add(kind, words)
      try edited.check()
      #expect(changedLines(editor.text, edited.text).allSatisfy { $0.hasPrefix("+") }, "\(kind)")
      _ = try edited.remove("\(kind):new")
      #expect(edited.text == editor.text, "\(kind)")
    }
  }

  @Test(arguments: exampleDossiers) func renamingThereAndBackGivesTheSameBytes(path: String) throws {
    let editor = try DossierEditor(reading: path)
    let before = try graph(editor)
    for id in before.entities.keys.sorted().prefix(3).map(\.text) + before.events.keys.sorted().prefix(2).map(\.text) {
      var edited = editor
      _ = try edited.rename(id, to: "\(id)-anew")
      try edited.check()
      let after = try graph(edited)
      let differences = differences(before, after)
      #expect(differences == 1, "\(id)")
      _ = try edited.rename("\(id)-anew", to: id)
      #expect(edited.text == editor.text, "\(id): \(changedLines(editor.text, edited.text))")
    }
  }

  /// Every phase and office held that has not ended is closed, and nothing else changes.
  @Test(arguments: exampleDossiers) func closingChangesOneLine(path: String) throws {
    let editor = try DossierEditor(reading: path)
    let before = try graph(editor)
    for phase in before.relations.values.flatMap(\.phases).sorted(by: { $0.id < $1.id }).prefix(12) {
      var edited = editor
      do { _ = try edited.close(phase.id.text, on: PartialDate("2030-01-02")!) } catch {
        guard case .request = error else { throw error }
        continue
      }
      #expect(changedLines(editor.text, edited.text).count == 2, "\(phase.id)")
      #expect(
        try graph(edited).relations.values.flatMap(\.phases).contains {
          $0.during.end == .date(PartialDate("2030-01-02")!)
        })
    }
  }
}
