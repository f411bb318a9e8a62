import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// Mutated files of dyad: a reader reports the errors or reads them; it never ends the process.
@Suite struct MutationTests {
  static let formats = Format.all.filter { $0.reader != nil && !$0.isFolder }

  @Test(arguments: formats)
  func noSpoiltFileEndsTheProcess(format: Format) throws {
    var random = Seeded(format.id.utf8.reduce(0) { $0 &* 31 &+ Int($1) })
    let whole = format.bytes(of: everything(seed: 4))
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("spoilt.\(format.suffixes[0])")
      var refused = 0
      for _ in 0..<60 {
        try Data(spoilt(whole, &random)).write(to: file)
        let checked = format.reader!(file.path).then { KnowledgeGraph.linking($0) }
        refused += checked.errors.isEmpty ? 0 : 1
        for finding in checked.diagnostics { #expect(finding.place.map { $0.line > 0 && $0.column > 0 } ?? true) }
      }
      // Most of them are no files of the format any more.
      #expect(refused > 10, "\(format.id): \(refused)")
    }
  }

  /// Bytes changed, taken out, doubled, cut off, or put in from what means something somewhere.
  private func spoilt(_ whole: [UInt8], _ random: inout Seeded) -> [UInt8] {
    let marks: [[UInt8]] = [
      Array("<".utf8), Array("&".utf8), Array("\"".utf8), Array("{".utf8), Array("]".utf8), Array("\\u".utf8),
      Array("\n".utf8), [0], [0xFF],
      Array(">".utf8), Array("<!DOCTYPE".utf8), Array("\u{202E}".utf8), Array("1e999".utf8), Array(": ".utf8),
      Array("@".utf8),
    ]
    var bytes = whole
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &random)))
      case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 200)], at: at)
      case 3: bytes.insert(contentsOf: marks.randomElement(using: &random)!, at: at)
      default: bytes.removeSubrange(max(1, at)...)
      }
      if bytes.isEmpty { return [0x20] }
    }
    return bytes
  }
}
