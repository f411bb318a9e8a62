/// Runs broken into lines that fit a width.
struct Paragraph {
  private(set) var lines: [[Run]] = []

  init(_ runs: [Run], width: Double, ruler: Ruler) {
    var line: [Run] = []
    for word in Paragraph.words(runs, width: width, ruler) {
      if line.isEmpty || Paragraph.width(line + [word], ruler) <= width {
        line.append(word)
      } else if word.isGlued, line.count > 1 {
        let last = line.removeLast()
        lines.append(Paragraph.joined(line))
        line = [last, word]
      } else {
        lines.append(Paragraph.joined(line))
        line = [word]
      }
    }
    if !line.isEmpty { lines.append(Paragraph.joined(line)) }
  }

  /// One run for each word; a word wider than the line is broken.
  private static func words(_ runs: [Run], width: Double, _ ruler: Ruler) -> [Run] {
    runs.flatMap { run in
      run.text.split(separator: " ").flatMap { word in
        pieces(String(word), run.face, width: width, ruler).map {
          Run($0, run.face, run.color, isGlued: run.isGlued, isStruck: run.isStruck)
        }
      }
    }
  }

  private static func width(_ words: [Run], _ ruler: Ruler) -> Double {
    zip(words, [nil] + words.dropLast().map { $0 as Run? }).map { word, before in
      ruler.width(of: word.text, word.face) + (before == nil ? 0 : ruler.space(word.face))
    }.reduce(0, +)
  }

  /// Neighbours in one face and colour as one run; each run but the first begins with the space before it.
  private static func joined(_ words: [Run]) -> [Run] {
    var runs: [Run] = []
    for word in words {
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

  private static func pieces(_ word: String, _ face: Face, width: Double, _ ruler: Ruler) -> [String] {
    let whole = ruler.width(of: word, face)
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
