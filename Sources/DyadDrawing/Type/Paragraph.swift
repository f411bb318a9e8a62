/// Runs broken into lines that fit a width.
struct Paragraph {
  private(set) var lines: [[Run]] = []

  init(_ runs: [Run], width: Double, ruler: Ruler) {
    var line: [Run] = []
    var used = 0.0
    for run in runs {
      for word in run.text.split(separator: " ") {
        for piece in Paragraph.pieces(String(word), run.face, width: width, ruler) {
          let room = ruler.width(of: piece, run.face)
          let gap = line.isEmpty ? 0 : ruler.space(run.face)
          if !line.isEmpty, used + gap + room > width {
            lines.append(line)
            (line, used) = ([], 0)
          }
          used += (line.isEmpty ? 0 : gap) + room
          if let last = line.last, last.face == run.face, last.color == run.color {
            line[line.count - 1].text += " " + piece
          } else {
            line.append(Run((line.isEmpty ? "" : " ") + piece, run.face, run.color))
          }
        }
      }
    }
    if !line.isEmpty { lines.append(line) }
  }

  var isEmpty: Bool { lines.isEmpty }

  /// The width of its widest line.
  func width(_ ruler: Ruler) -> Double {
    lines.map { line in
      line.map { run in
        ruler.width(of: run.text, run.face) + (run.text.hasPrefix(" ") ? ruler.space(run.face) : 0)
      }.reduce(0, +)
    }.max() ?? 0
  }

  /// A word wider than the line is cut: better a broken word than one that runs out of its box.
  private static func pieces(_ word: String, _ face: Face, width: Double, _ ruler: Ruler) -> [String] {
    let whole = ruler.width(of: word, face)
    guard whole > width, word.count > 1 else { return [word] }
    let each = max(1, Int(Double(word.count) * width / whole * 0.95))
    var pieces: [String] = []
    var rest = word[...]
    while !rest.isEmpty {
      pieces.append(String(rest.prefix(each)))
      rest = rest.dropFirst(each)
    }
    return pieces
  }
}
