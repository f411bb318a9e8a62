package import Graphviz

/// The widths of words as Graphviz measures them, with the fonts and the shaping of the picture.
package struct Ruler: Sendable {
  private let widths: [MeasuredWord: Double]
  private let spaces: [Face: Double]
  /// The blocks that are typeset with it.
  let blocks = TypesetBlocks()

  /// Measures every word of these runs, all that are new in one layout.
  package init(measuring runs: some Sequence<Run>) async throws(Graph.Failure) {
    var words: Set<MeasuredWord> = []
    var faces: Set<Face> = []
    for run in Set(runs) {
      faces.insert(run.face)
      for word in Ruler.words(of: run.text) {
        words.insert(MeasuredWord(text: String(word), face: run.face))
        for part in Pieces.atHyphens(String(word)) { words.insert(MeasuredWord(text: part, face: run.face)) }
      }
    }
    for face in faces { for text in [Ruler.spaced(face), "nn"] { words.insert(MeasuredWord(text: text, face: face)) } }
    let widths = try await Measurements.shared.widths(of: words)
    self.widths = widths
    spaces = Dictionary(uniqueKeysWithValues: faces.map { ($0, Ruler.space($0, widths)) })
  }

  package func width(of text: String, _ face: Face) -> Double {
    let words = Ruler.words(of: text)
    return words.map { width(ofWord: String($0), face) }.reduce(0, +)
      + Double(max(0, words.count - 1)) * space(face)
  }

  /// The width of a text without spaces.
  func width(ofWord word: String, _ face: Face) -> Double {
    widths[MeasuredWord(text: word, face: face)] ?? scaled(word, face) ?? Ruler.guess(word, face)
  }

  /// The width in proportion to that in another size of the same face.
  private func scaled(_ word: String, _ face: Face) -> Double? {
    for size in (5...14).reversed() where size != face.size {
      var other = face
      other.size = size
      if let width = widths[MeasuredWord(text: word, face: other)] {
        return width * Double(face.size) / Double(size)
      }
    }
    return nil
  }

  /// The estimated width of a broken word; East Asian characters are as wide as high.
  private static func guess(_ piece: String, _ face: Face) -> Double {
    piece.unicodeScalars.map { $0.value >= 0x2E80 ? 1 : 0.6 }.reduce(0, +) * Double(face.size)
  }

  func space(_ face: Face) -> Double { spaces[face] ?? Ruler.space(face, widths) }

  private static func spaced(_ face: Face) -> String { "n\(Markup.paintedSpace(face.size))n" }

  private static func space(_ face: Face, _ widths: [MeasuredWord: Double]) -> Double {
    (widths[MeasuredWord(text: spaced(face), face: face)] ?? Double(face.size))
      - (widths[MeasuredWord(text: "nn", face: face)] ?? Double(face.size) * 0.75)
  }

  static func words(of text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init)
  }
}
