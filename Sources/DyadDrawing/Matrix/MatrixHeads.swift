package import DyadContent
internal import DyadCore

/// What is above the columns of a matrix.
///
/// Graphviz cannot turn text. So a column has the name of its party where there is room for all; or else its code, or the
/// beginning of its name, in two rows in turn; or else a number.
package struct MatrixHeads {
  package enum Form { case names, letters, numbers }

  package let form: Form
  /// The words above each column.
  package let words: [String]
  /// Whether they are in two rows in turn, because they are wider than the columns.
  package let isStaggered: Bool

  /// The lengths of the beginnings of names, from the best.
  private static let lengths = [7, 6, 5, 4, 3]

  static func names(_ figures: [Figure], _ matrix: MatrixContent) -> MatrixHeads {
    let words = Dictionary(figures.map { ($0.id, MatrixSheet.words($0)) }, uniquingKeysWith: { one, _ in one })
    return MatrixHeads(form: .names, words: matrix.parties.map { words[$0] ?? "" }, isStaggered: false)
  }

  static func numbers(_ count: Int, isStaggered: Bool) -> MatrixHeads {
    MatrixHeads(form: .numbers, words: (0..<count).map { String($0 + 1) }, isStaggered: isStaggered)
  }

  /// Codes and beginnings of names that differ; `nil` where columns are too narrow for them.
  static func letters(_ figures: [Figure], _ matrix: MatrixContent, _ ruler: Ruler, side: Double, _ lexicon: Lexicon)
    -> MatrixHeads?
  {
    guard matrix.parties.count <= MatrixContent.mostWithLetters, figures.count == matrix.codes.count else { return nil }
    for isStaggered in [false, true] {
      let room = isStaggered ? 2 * side - 3 : side - 2
      let all = zip(figures, matrix.codes).map { figure, code in
        let names = candidates(figure.name, code, lexicon).dropLast(isStaggered ? 0 : 2)
        return names.filter { ruler.width(of: $0, .small) <= room }
      }
      if let words = different(all) { return MatrixHeads(form: .letters, words: words, isStaggered: isStaggered) }
    }
    return nil
  }

  /// The name, the code, and beginnings of the name, which scripts with joined letters do not have.
  private static func candidates(_ name: String, _ code: String?, _ lexicon: Lexicon) -> [String] {
    let short = code.map { [$0] } ?? []
    guard !lexicon.isRightToLeft else { return [name] + short }
    return [name] + short + beginnings(of: name)
  }

  private static func beginnings(of name: String) -> [String] {
    lengths.filter { $0 + 1 < name.count }.map { length in
      let start = name.prefix(length)
      return (start.last?.isLetter == true ? String(start) : String(start.dropLast())) + "."
    }
  }

  /// The first choice of each that no other has; `nil` if one has none.
  private static func different(_ choices: [[String]]) -> [String]? {
    var words: [String] = []
    for choices in choices {
      guard let choice = choices.first(where: { !words.contains($0) }) else { return nil }
      words.append(choice)
    }
    return words
  }

  /// Every text that may be above a column.
  static func texts(_ figures: [Figure], _ matrix: MatrixContent) -> [String] {
    guard matrix.parties.count <= MatrixContent.mostWithLetters else { return [] }
    return figures.map(\.name) + figures.flatMap { beginnings(of: $0.name) } + matrix.codes.compactMap(\.self)
  }

  /// What a row says of its head beside the name: a number, or a code that is not the beginning of the name.
  package func tag(_ index: Int, _ figure: Figure) -> String? {
    switch form {
    case .names: nil
    case .numbers: words[index]
    case .letters: figure.name.hasPrefix(words[index].prefix { $0 != "." }) ? nil : words[index]
    }
  }
}
