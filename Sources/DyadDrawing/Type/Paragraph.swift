/// Runs broken into lines that fit a width: as few as possible, of about the same length, and without parting what
/// belongs together.
package struct Paragraph {
  package private(set) var lines: [[Run]] = []

  /// - Parameter isBalanced: whether the last line is as long as the others, as in centred text.
  package init(_ runs: [Run], width: Double, ruler: Ruler, isBalanced: Bool = false) {
    let words = Paragraph.words(runs, width: width, ruler)
    guard !words.isEmpty else { return }
    let breaks = [0] + zip(words, words.dropFirst()).map(Break.cost)
    // What the words before each place cost alone on a line, and how many of them can be alone.
    var (alone, free) = ([0.0], [0])
    for word in words {
      alone.append(alone[alone.count - 1] + word.costAlone)
      free.append(free[free.count - 1] + (word.run.isGlued ? 0 : 1))
    }
    // The best way to break the words before each place: its cost, and where its last line starts.
    var best: [(cost: Double, start: Int)] = [(0, 0)]
    for end in 1...words.count {
      var choice = (cost: Double.infinity, start: end - 1)
      var natural = 0.0
      for start in stride(from: end - 1, through: 0, by: -1) {
        natural += words[start].width + (start + 1 < end ? words[start + 1].space : 0)
        if natural > width, start < end - 1 { break }
        let isLast = end == words.count
        let line = Line(
          natural: natural, width: width, costAlone: free[end] - free[start] == 1 ? alone[end] - alone[start] : 0)
        let cost =
          best[start].cost + line.cost(isLast: isLast, isOnly: isLast && start == 0, isBalanced: isBalanced)
          + breaks[start]
        if cost < choice.cost { choice = (cost, start) }
      }
      best.append(choice)
    }
    var end = words.count
    var broken: [[Run]] = []
    while end > 0 {
      let start = best[end].start
      broken.append(Paragraph.joined(words[start..<end]))
      end = start
    }
    lines = broken.reversed()
  }

  var isEmpty: Bool { lines.isEmpty }

  /// A word, or a part of one that ends with a hyphen.
  struct Word {
    var run: Run
    var width: Double
    /// The width of the space before it, unless it begins a line; 0 within a word.
    var space: Double
    /// Whether it is the first word of its run.
    var isFirst: Bool

    /// A word alone on a line is worse the shorter it is.
    fileprivate var costAlone: Double { run.isGlued ? 0 : run.text.count <= Paragraph.shortWord ? 700 : 200 }
  }

  private struct Line {
    let natural: Double
    let width: Double
    /// What its only word costs; 0 where it has several.
    let costAlone: Double

    /// Another line is worse than uneven ones.
    func cost(isLast: Bool, isOnly: Bool, isBalanced: Bool) -> Double {
      guard natural <= width else { return 50_000 }
      let slack = (width - natural) / max(1, width)
      let raggedness = isLast && !isBalanced ? 0 : 400 * slack * slack
      return 1000 + raggedness + (isOnly ? 0 : costAlone)
    }
  }

  /// A word of so many characters is an orphan where it is alone on a line.
  package static let shortWord = 6

  /// One run for each word; a word wider than the line is broken at its hyphens.
  private static func words(_ runs: [Run], width: Double, _ ruler: Ruler) -> [Word] {
    var words: [Word] = []
    for run in runs {
      let space = ruler.space(run.face)
      for (index, word) in Ruler.words(of: run.text).enumerated() {
        let word = String(word)
        let whole = ruler.width(ofWord: word, run.face)
        let pieces = whole > width ? Pieces.of(word, fitting: width / whole) : [word]
        for (part, piece) in pieces.enumerated() {
          words.append(
            Word(
              run: Run(piece, run.face, run.color, isGlued: run.isGlued, isStruck: run.isStruck),
              width: pieces.count == 1 ? whole : ruler.width(ofWord: piece, run.face),
              space: part == 0 ? space : 0, isFirst: index + part == 0))
        }
      }
    }
    return words
  }

  /// Neighbours in one face and colour as one run; each run but the first begins with the space before it.
  private static func joined(_ words: ArraySlice<Word>) -> [Run] {
    var runs: [Run] = []
    for word in words {
      let (run, space) = (word.run, runs.isEmpty || word.space == 0 ? "" : " ")
      if let last = runs.last, last.face == run.face, last.color == run.color, last.isStruck == run.isStruck {
        runs[runs.count - 1].text += space + run.text
      } else {
        runs.append(Run(space + run.text, run.face, run.color, isStruck: run.isStruck))
      }
    }
    return runs
  }
}

/// What a line break between two words costs.
private enum Break {
  static func cost(between one: Paragraph.Word, _ other: Paragraph.Word) -> Double {
    if other.run.isGlued { return 20_000 }
    let (before, after) = (one.run.text, other.run.text)
    // A dash or sign before a name goes with it; between the ends of a period it ends the line.
    if isSign(before), one.isFirst { return 5000 }
    if isSign(after), !other.isFirst { return 5000 }
    return isInDate(before, after) ? 5000 : other.space == 0 ? 200 : 0
  }

  private static func isSign(_ word: String) -> Bool {
    !word.utf8.contains(where: isASCIILetterOrDigit) && !word.contains { $0.isLetter || $0.isNumber }
  }

  private static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static func isASCIIWithoutDigits(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// "Aug | 2021", "19 | Apr": a month and its year, or a day and its month.
  private static func isInDate(_ one: String, _ other: String) -> Bool {
    guard !isASCIIWithoutDigits(one) || !isASCIIWithoutDigits(other) else { return false }
    let year = other.prefix { $0.isNumber }
    let rest = other.dropFirst(year.count)
    if year.count == 4, !rest.contains(where: { $0.isLetter || $0.isNumber }),
      one.last?.isLetter == true || one.last == "."
    {
      return true
    }
    return (1...2).contains(one.count) && one.allSatisfy(\.isNumber) && other.first?.isLetter == true
  }
}
