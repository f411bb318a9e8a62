package import DyadContent
internal import DyadCore
internal import Graphviz

/// Parties as the rows and columns of a table, each cell with what leads between its two.
///
/// Names are left of the rows; above the columns are names, codes, or the numbers of the rows.
package struct MatrixSheet: Sheet {
  package let content: Content
  package let matrix: MatrixContent
  let theme: Theme
  package let ruler: Ruler
  let width: Double
  let face: Face
  package let heads: MatrixHeads
  /// The widths of the names at the left and of the names of blocs at the right.
  let names: Double
  let blocs: Double
  let hasLetters: Bool
  package let side: Double

  static let gap = 4.0
  private static let mostSide = 24.0
  private static let leastSide = 6.4
  /// With more parties than these, blocs are marked with letters, which the list below explains.
  private static let mostWithBlocNames = 36

  package init(_ content: Content, _ matrix: MatrixContent, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.content, self.matrix, self.theme, self.ruler, self.width) = (content, matrix, theme, ruler, width)
    let count = Double(max(1, matrix.parties.count))
    let figures = matrix.parties.compactMap { party in content.figures.first { $0.id == party } }
    let face = MatrixSheet.face(for: matrix.parties.count)
    let inner = width - 2 * Page.margin
    let widest = content.figures.map { ruler.width(of: MatrixSheet.words($0), face) }.max() ?? 0
    let hasLetters = matrix.parties.count > MatrixSheet.mostWithBlocNames
    let blocs = matrix.frames.isEmpty ? 0 : hasLetters ? 8 : min(90, inner * 0.2)
    let number = ruler.width(of: "00 ", face) + 2
    func side(_ names: Double) -> Double {
      min(MatrixSheet.mostSide, (inner - names - blocs - 2 * MatrixSheet.gap) / count)
    }
    let most = inner - blocs - 2 * MatrixSheet.gap - count * MatrixSheet.leastSide
    let plain = min(widest + 2, max(40, most))
    // With room for every name above its column, no numbers are needed.
    let heads = content.figures.map { ruler.width(of: MatrixSheet.words($0), .small) }.max() ?? 0
    let wide = min(60, (inner - plain - blocs - 2 * MatrixSheet.gap) / count)
    let tagged = min(widest + 2 + number, max(40, most))
    let coded = min(widest + 2 + ruler.width(of: "MMM ", face), max(40, most))
    if heads + 3 <= wide {
      (names, self.side, self.heads) = (plain, max(side(plain), min(wide, heads + 4)), .names(figures, matrix))
    } else if let letters = MatrixHeads.letters(figures, matrix, ruler, side: side(coded), content.options.lexicon) {
      (names, self.side, self.heads) = (coded, side(coded), letters)
    } else {
      (names, self.side) = (tagged, side(tagged))
      self.heads = .numbers(
        matrix.parties.count, isStaggered: side(tagged) < 9 && matrix.parties.count > 9)
    }
    (self.face, self.blocs, self.hasLetters) = (face, blocs, hasLetters)
  }

  /// The width at which numbers are legible beside short names.
  static func leastWidth(_ matrix: MatrixContent) -> Double {
    leastSide * Double(matrix.parties.count) + 60 + (matrix.frames.isEmpty ? 0 : 12) + 2 * (gap + Page.margin)
  }

  private static func face(for count: Int) -> Face {
    switch count {
    case ...24: Face(size: 8)
    case ...45: Face(size: 7)
    default: Face(size: 6)
    }
  }

  static func words(_ figure: Figure) -> String {
    (figure.mark.map { $0 == .kept ? "" : "\($0.symbol) " } ?? "") + figure.name + (figure.isPossible ? "?" : "")
  }

  /// Every text, for the ruler.
  package static func runs(_ content: Content, _ theme: Theme) -> [Run] {
    let lexicon = content.options.lexicon
    let numbers = content.figures.indices.map { String($0 + 1) }
    let heads = content.layout.matrix.map { MatrixHeads.texts(content.figures, $0) } ?? []
    let texts: [String] = content.figures.map(words) + numbers + heads + ["00 ", "MMM ", "…"]
    var runs: [Run] = []
    for text in texts {
      for size in [6, 7, 8] {
        for isBold in [false, true] { runs.append(Run(text, Face(size: size, isBold: isBold), theme.page.text)) }
      }
    }
    for letter in letters { runs.append(Run(letter, .label, theme.page.text)) }
    for bloc in content.blocs { runs.append(Run(bloc.name, .small, theme.page.text)) }
    for bloc in content.blocs { runs.append(Run(bloc.name, .small.italic, theme.page.text)) }
    for date in content.layout.matrix?.dates ?? [] {
      for phrase in [Phrase.aboveDiagonal, .belowDiagonal] {
        runs.append(Run(lexicon.phrase(phrase, date), .label, theme.page.text))
      }
    }
    runs.append(Run("≠", MatrixTypesetter.contested, theme.page.text))
    return runs
  }

  /// The names of blocs that are marked with letters, below the table.
  var blocks: [Block] { hasLetters && !matrix.frames.isEmpty ? [key] : [] }

  private var key: Block {
    let names = zip(matrix.frames, MatrixSheet.letters).flatMap { frame, letter -> [Run] in
      let name = content.blocs.first { $0.id == frame.bloc }?.name ?? ""
      return [Run(letter, .label, theme.page.text), Run("\(name)   ", .small, theme.page.text)]
    }
    let align: Markup.Alignment = content.options.lexicon.isRightToLeft ? .right : .left
    let paragraph = Paragraph(names, width: width - 2 * Page.margin, ruler: ruler)
    // A cell as wide as the page keeps the edge, although bitmaps have wider spaces.
    let cell =
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD "
      + "WIDTH=\"\(Int(width - 2 * Page.margin))\" ALIGN=\"\(align)\" BALIGN=\"\(align)\">"
      + "\(Markup.text(paragraph, align: align))</TD></TR></TABLE>"
    return Block.text(.matrix(.blocs), cell, class: "blocs")
  }

  static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)

  private func keyHeight(_ sizes: BlockSizes) -> Double { blocks.isEmpty ? 0 : sizes[key].height + 4 }

  private var dateHeight: Double { matrix.dates == nil ? 0 : 11 }
  var headHeight: Double { heads.isStaggered ? 2 * rowOfHeads : 11 }
  var rowOfHeads: Double { heads.form == .numbers ? 8 : 9.5 }

  func height(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Double? {
    2 * dateHeight + headHeight + side * Double(matrix.parties.count) + keyHeight(sizes)
  }

  func page(_ sizes: BlockSizes, in room: Room, keeping places: Places?) -> Page {
    var page = Page(width: width)
    page.smallestFace = min(Face.small.size, face.size)
    let table = side * Double(matrix.parties.count)
    let used = names + MatrixSheet.gap + table + (blocs > 0 ? MatrixSheet.gap + blocs : 0)
    let left = ((width - used) / 2).rounded() + names + MatrixSheet.gap
    let top = dateHeight + headHeight
    page.areas = [grid(left, top, table)]
    for (index, party) in matrix.parties.enumerated() {
      guard let figure = content.figures.first(where: { $0.id == party }) else { continue }
      let place = side * Double(index)
      page.blocks.append(name(figure, index, right: left - MatrixSheet.gap, y: top + place))
      page.blocks += head(figure, index, x: left + place, bottom: top)
      page.blocks.append(diagonal(figure, x: left + place, y: top + place))
    }
    let typesetter = MatrixTypesetter(theme: theme, side: side)
    let cells = matrix.cells.flatMap { cell in
      typesetter.blocks(
        cell, matrix.parties[cell.row], matrix.parties[cell.column], x: left + side * Double(cell.column),
        y: top + side * Double(cell.row))
    }
    // Grounds first, so that none covers the mark of a neighbour.
    page.blocks += cells.filter(\.isGround) + cells.filter { !$0.isGround }
    for frame in matrix.frames { page.blocks += blocks(frame, left, top, table) }
    page.blocks += dates(left, top, table)
    page.size.height = 2 * dateHeight + headHeight + table
    if !blocks.isEmpty {
      page.blocks.append(PlacedBlock(key, x: Page.margin, y: page.size.height + 4, sizes[key]))
      page.size.height += keyHeight(sizes)
    }
    return page
  }
}

extension PlacedBlock {
  fileprivate var isGround: Bool { if case .matrix(.cell) = block.key { true } else { false } }
}
