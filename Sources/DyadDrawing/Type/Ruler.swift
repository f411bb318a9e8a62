internal import Graphviz

/// The widths of words as Graphviz measures them, with the fonts and the shaping of the picture.
struct Ruler: Sendable {
  private struct Word: Hashable {
    var text: String
    var face: Face
  }

  private var widths: [Word: Double] = [:]

  /// Measures every word of these runs, all in one layout.
  init(measuring runs: some Sequence<Run>) async throws(Graph.Failure) {
    var words: Set<Word> = []
    for run in runs {
      words.insert(Word(text: "n n", face: run.face))
      words.insert(Word(text: "nn", face: run.face))
      for word in Ruler.words(of: run.text) { words.insert(Word(text: String(word), face: run.face)) }
    }
    let sorted = words.sorted { ($0.text, $0.face.size, $0.face.style) < ($1.text, $1.face.size, $1.face.style) }
    var graph = Graph("ruler")
    graph.nodeDefaults = ["shape": "plain", "margin": "0"]
    for (index, word) in sorted.enumerated() {
      graph.nodes.append(Node(String(index), ["label": .html(Markup.text(Run(word.text, word.face, "#000000")))]))
    }
    let layout = try await graph.layout(with: .dot)
    for (index, word) in sorted.enumerated() { widths[word] = layout.nodes[String(index)]?.width ?? 0 }
  }

  func width(of text: String, _ face: Face) -> Double {
    let words = Ruler.words(of: text)
    return words.map { widths[Word(text: String($0), face: face)] ?? Ruler.guess(String($0), face) }.reduce(0, +)
      + Double(max(0, words.count - 1)) * space(face)
  }

  /// The estimated width of a broken word; East Asian characters are as wide as high.
  private static func guess(_ piece: String, _ face: Face) -> Double {
    piece.unicodeScalars.map { $0.value >= 0x2E80 ? 1 : 0.6 }.reduce(0, +) * Double(face.size)
  }

  func space(_ face: Face) -> Double {
    (widths[Word(text: "n n", face: face)] ?? Double(face.size))
      - (widths[Word(text: "nn", face: face)] ?? Double(face.size) * 0.75)
  }

  private static func words(of text: String) -> [Substring] { text.split(separator: " ") }
}

extension Face {
  fileprivate var style: Int { (isBold ? 1 : 0) + (isItalic ? 2 : 0) }
}
