import DyadTestSupport
import Foundation
import Testing

/// `dyad redraw`, beside its transcript.
@Suite struct RedrawTests {
  private let example = packageRoot.appendingPathComponent("examples/egypt-israel").path

  /// Draws a picture and returns its bytes.
  private func draw(in folder: URL) throws -> Data {
    let arguments = ["draw", example, "--between", "egypt", "israel", "--on", "1979-04-01", "-o", "ties.svg"]
    #expect(try Tool.run(arguments, in: folder).status == 0)
    return try Data(contentsOf: folder.appendingPathComponent("ties.svg"))
  }

  @Test func aPictureChangedByHandIsKeptUnlessForced() throws {
    try inTemporaryFolder { folder in
      let (drawn, file) = (try draw(in: folder), folder.appendingPathComponent("ties.svg"))
      let changed = Data(String(decoding: drawn, as: UTF8.self).replacing("at peace by treaty", with: "friends").utf8)
      try changed.write(to: file)
      let kept = try Tool.run(["redraw", "ties.svg", "--against", example], in: folder)
      #expect(kept.status == 1 && kept.text == "ties.svg: was changed after it was drawn; --force draws it again\n")
      #expect(try Data(contentsOf: file) == changed)
      let forced = try Tool.run(["redraw", "ties.svg", "--against", example, "--force"], in: folder)
      #expect(forced.status == 0 && forced.text == "ties.svg: redrawn\n")
      #expect(try Data(contentsOf: file) == drawn)
    }
  }

  @Test func aMovedDateGivesThePictureOfThatDate() throws {
    try inTemporaryFolder { folder in
      let (there, file) = (try draw(in: folder), folder.appendingPathComponent("ties.svg"))
      let moved = try Tool.run(["redraw", "ties.svg", "--against", example, "--on", "1974-06-01"], in: folder)
      #expect(moved.status == 0 && moved.text == "ties.svg: redrawn\n")
      #expect(try String(contentsOf: file, encoding: .utf8).contains("formally at war"))
      let back = try Tool.run(["redraw", "ties.svg", "--against", example, "--on", "1979-04-01"], in: folder)
      #expect(back.status == 0)
      #expect(try Data(contentsOf: file) == there)
    }
  }
}
