/// Runs broken into lines that fit a width.
struct Paragraph {
  private(set) var lines: [[Run]] = []

  init(_ runs: [Run], width: Double, ruler: Ruler) {
    var line: [Word] = []
    var lineWidth = 0.0
    for word in Paragraph.words(runs, width: width, ruler) {
      let extended = lineWidth + (word.width + word.space)
      if line.isEmpty {
        line.append(word)
        lineWidth = word.width
      } else if extended <= width {
        line.append(word)
        lineWidth = extended
      } else if word.run.isGlued, line.count > 1 {
        let last = line.removeLast()
        lines.append(Paragraph.joined(line))
        line = [last, word]
        lineWidth = last.width + (word.width + word.space)
      } else {
        lines.append(Paragraph.joined(line))
        line = [word]
        lineWidth = word.width
      }
    }
    if !line.isEmpty { lines.append(Paragraph.joined(line)) }
  }

  private struct Word {
    var run: Run
    var width: Double
    /// The width of the space before it, unless it begins a line.
    var space: Double
  }

  /// One run for each word; a word wider than the line is broken.
  private static func words(_ runs: [Run], width: Double, _ ruler: Ruler) -> [Word] {
    var words: [Word] = []
    for run in runs {
      let space = ruler.space(run.face)
      for word in Ruler.words(of: run.text) {
        let word = String(word)
        let whole = ruler.width(ofWord: word, run.face)
        for piece in pieces(word, whole, width: width) {
          words.append(
            Word(
              run: Run(piece, run.face, run.color, isGlued: run.isGlued, isStruck: run.isStruck),
              width: piece == word ? whole : ruler.width(ofWord: piece, run.face), space: space))
        }
      }
    }
    return words
  }

  /// Neighbours in one face and colour as one run; each run but the first begins with the space before it.
  private static func joined(_ words: [Word]) -> [Run] {
    var runs: [Run] = []
    for word in words.lazy.map(\.run) {
      if let last = runs.last, last.face == word.face, last.color == word.color, last.isStruck == word.isStruck {
        runs[runs.count - 1].text += " " + word.text
      } else {
        runs.append(
          Run((runs.isEmpty ? "" : " ") + word.text, word.face, word.color, isStruck: word.isStruck))
      }
    }
    return runs
  }

  var isEmpty: Bool { lines.isEmpty }

  /// - Parameter whole: the width of the word.
  private static func pieces(_ word: String, _ whole: Double, width: Double) -> [String] {
    guard whole > width, word.count > 1 else { return [word] }
    let each = max(1, Int(Double(word.count) * width / whole * 0.95))
    var pieces: [String] = []
    var rest = word[...]
    while !rest.isEmpty {
      let piece = rest.prefix(each)
      rest = rest.dropFirst(each)
      // A script whose characters are words of their own takes no hyphen.
      let isAlphabetic = piece.unicodeScalars.last.map { $0.value < 0x0530 } == true && piece.last?.isLetter == true
      let isCut = !rest.isEmpty && isAlphabetic
      pieces.append(isCut ? "\(piece)-" : String(piece))
    }
    return pieces
  }
}
