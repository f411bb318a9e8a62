internal import Graphviz

/// The widths of words as Graphviz measures them, with the fonts and the shaping of the picture.
struct Ruler: Sendable {
  private let widths: [MeasuredWord: Double]
  private let spaces: [Face: Double]

  /// Measures every word of these runs, all that are new in one layout.
  init(measuring runs: some Sequence<Run>) async throws(Graph.Failure) {
    var words: Set<MeasuredWord> = []
    var faces: Set<Face> = []
    for run in Set(runs) {
      faces.insert(run.face)
      for word in Ruler.words(of: run.text) { words.insert(MeasuredWord(text: String(word), face: run.face)) }
    }
    for face in faces { for text in ["n n", "nn"] { words.insert(MeasuredWord(text: text, face: face)) } }
    let widths = try await Measurements.shared.widths(of: words)
    self.widths = widths
    spaces = Dictionary(uniqueKeysWithValues: faces.map { ($0, Ruler.space($0, widths)) })
  }

  func width(of text: String, _ face: Face) -> Double {
    let words = Ruler.words(of: text)
    return words.map { width(ofWord: String($0), face) }.reduce(0, +)
      + Double(max(0, words.count - 1)) * space(face)
  }

  /// The width of a text without spaces.
  func width(ofWord word: String, _ face: Face) -> Double {
    widths[MeasuredWord(text: word, face: face)] ?? Ruler.guess(word, face)
  }

  /// The estimated width of a broken word; East Asian characters are as wide as high.
  private static func guess(_ piece: String, _ face: Face) -> Double {
    piece.unicodeScalars.map { $0.value >= 0x2E80 ? 1 : 0.6 }.reduce(0, +) * Double(face.size)
  }

  func space(_ face: Face) -> Double { spaces[face] ?? Ruler.space(face, widths) }

  private static func space(_ face: Face, _ widths: [MeasuredWord: Double]) -> Double {
    (widths[MeasuredWord(text: "n n", face: face)] ?? Double(face.size))
      - (widths[MeasuredWord(text: "nn", face: face)] ?? Double(face.size) * 0.75)
  }

  static func words(of text: String) -> [Substring] { text.split(separator: " ") }
}
