import DyadSyntax
import DyadTestSupport
import Foundation
import Testing

/// Unified diffs, which the program `patch` applies.
@Suite struct UnifiedDiffTests {
  @Test func aChangeHasItsContext() {
    let (old, new) = ("a\nb\nc\nd\ne\nf\ng\n", "a\nb\nc\nd\nE\nf\ng\n")
    let diff = UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8), name: "x.yaml")
    #expect(diff.text == "--- x.yaml\n+++ x.yaml\n@@ -2,6 +2,6 @@\n b\n c\n d\n-e\n+E\n f\n g\n")
  }

  @Test func equalTextsHaveNoDiff() { #expect(UnifiedDiff(from: [0x61], to: [0x61], name: "x").text == "") }

  /// Random texts with few different lines, with and without a last line break, LF and CRLF.
  @Test(arguments: 0..<60) func patchMakesTheNewTextOfTheOldOne(seed: Int) throws {
    var random = Seeded(seed)
    func text() -> [UInt8] {
      let lines = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        ["a", "b", "", "c d", "é"].randomElement(using: &random)! + ["\n", "\n", "\r\n"].randomElement(using: &random)!
      }
      return Array((lines.joined() + (Bool.random(using: &random) ? "end" : "")).utf8)
    }
    let (old, new) = (text(), text())
    let diff = UnifiedDiff(from: old, to: new, name: "x.txt")
    guard old != new else { return }
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("x.txt")
      try Data(old).write(to: file)
      let outcome = try Command.run(
        URL(fileURLWithPath: "/usr/bin/patch"), ["-p0", "--binary", "--fuzz=0", "--no-backup-if-mismatch"], in: folder,
        input: Data(diff.bytes))
      #expect(outcome.status == 0, "\(outcome.text)\(outcome.messages)\n\(diff.text)")
      // A text that becomes empty is a file that is removed.
      #expect(Array((try? Data(contentsOf: file)) ?? Data()) == new, "\(diff.text)")
    }
  }

  @Test(arguments: 0..<40) func editsAreUndoneByTheirInverse(seed: Int) throws {
    var random = Seeded(seed)
    let text = (0..<40).map { _ in UInt8.random(in: 0x61...0x65, using: &random) }
    let cuts = Set((0..<8).map { _ in Int.random(in: 0...40, using: &random) }).sorted()
    let edits = zip(cuts, cuts.dropFirst()).enumerated().filter { $0.offset % 2 == 0 }.map { _, cut in
      TextEdit(file: "x", range: cut.0..<cut.1, replacement: ["", "X", "YYYY"].randomElement(using: &random)!)
    }
    let edited = try #require(TextEdit.apply(edits, to: text))
    #expect(TextEdit.apply(TextEdit.inverse(of: edits, in: text), to: edited) == text)
  }

  @Test func overlappingEditsAreRefused() {
    let edits = [
      TextEdit(file: "x", range: 0..<3, replacement: "a"), TextEdit(file: "x", range: 2..<4, replacement: "b"),
    ]
    #expect(TextEdit.apply(edits, to: Array("abcdef".utf8)) == nil)
    #expect(TextEdit.apply([TextEdit(file: "x", range: 5..<9, replacement: "")], to: Array("abcdef".utf8)) == nil)
  }
}
