import DyadSyntax
import DyadTestSupport
import Testing

@Suite struct TextPatchTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// A text of few different lines, so that many of them are equal.
  private func anyText(_ random: inout Seeded, lines: Int) -> [UInt8] {
    let parts = (0..<Int.random(in: 0...lines, using: &random)).map { _ in
      ["a", "b", "", "  c: 1", "é", "a\r"].randomElement(using: &random)! + "\n"
    }
    return bytes(parts.joined() + (Bool.random(using: &random) ? "" : "end"))
  }

  private func changed(_ text: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var lines = TextPatch.lines(text)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let place = Int.random(in: 0...lines.count, using: &random)
      if Bool.random(using: &random) || place == lines.count {
        lines.insert(bytes(["new\n", "a\n", "x: 2\n"].randomElement(using: &random)!), at: place)
      } else {
        lines.remove(at: place)
      }
    }
    return Array(lines.joined())
  }

  @Test(arguments: 0..<60) func aPatchMakesTheNewTextAndItsReverseTheOldOne(seed: Int) throws {
    var random = Seeded(seed)
    for _ in 0..<20 {
      let old = anyText(&random, lines: 12)
      let new = Bool.random(using: &random) ? anyText(&random, lines: 12) : changed(old, &random)
      let patch = TextPatch(from: old, to: new)
      #expect(patch.isEmpty == (old == new))
      #expect(text(try patch.applied(to: old)) == text(new))
      #expect(text(try patch.reversed.applied(to: new)) == text(old))
      #expect(patch.reversed.reversed == patch)
      #expect(TextPatch(json: try JSONValue(parsing: patch.json.bytes())) == patch)
    }
  }

  /// An undo beside changes of others gives what they would have had without the undone change, or is refused.
  @Test(arguments: 0..<40) func aChangeIsUndoneBesideOthersOrNotAtAll(seed: Int) throws {
    var random = Seeded(seed)
    var undone = 0
    for round in 0..<20 {
      let names = (0..<30).map { "line \(round) \($0)\n" }
      var mine = names
      let place = Int.random(in: 0..<30, using: &random)
      mine[place] = "mine\n"
      var theirs = names
      var both = mine
      let other = Int.random(in: 0..<30, using: &random)
      if other != place {
        theirs.insert("theirs\n", at: other)
        both.insert("theirs\n", at: other)
      } else {
        both[place] = "theirs\n"
      }
      let patch = TextPatch(from: bytes(names.joined()), to: bytes(mine.joined()))
      do throws(TextPatch.Misfit) {
        let result = try patch.reversed.applied(to: bytes(both.joined()))
        #expect(text(result) == theirs.joined())
        undone += 1
      } catch {
        #expect(other == place, "refused beside line \(other - place)")
        #expect(error.line == place + 1)
      }
    }
    #expect(undone > 10)
  }

  @Test func aChangeIsFoundWhereItsLinesAreNow() throws {
    let (old, new) = (bytes("a\nb\nc\n"), bytes("a\nB\nc\n"))
    let patch = TextPatch(from: old, to: new)
    #expect(text(try patch.reversed.applied(to: bytes("0\n1\n2\n3\na\nB\nc\n"))) == "0\n1\n2\n3\na\nb\nc\n")
  }

  @Test func aPatchWithALineThatNoTextHasIsNone() throws {
    let text = #"[{"at":[9223372036854774784,1],"before":[],"old":["a\n"],"new":[],"after":[]}]"#
    #expect(TextPatch(json: try JSONValue(parsing: Array(text.utf8))) == nil)
  }

  @Test func aChangeWithSeveralPossiblePlacesIsRefused() throws {
    let patch = TextPatch(from: bytes("x\na\ny\n"), to: bytes("x\ny\n"))
    #expect(throws: TextPatch.Misfit.self) { try patch.reversed.applied(to: bytes("q\nx\ny\nx\ny\n")) }
  }

  @Test(arguments: [
    "{}", "[{}]", "[{\"at\": [1]}]", "[{\"at\":[-1,0],\"before\":[],\"old\":[],\"new\":[],\"after\":[]}]", "null",
  ])
  func whatIsNoPatchIsNotRead(json: String) throws {
    #expect(TextPatch(json: try JSONValue(parsing: bytes(json))) == nil)
  }
}
