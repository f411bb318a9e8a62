internal import DyadContent
internal import DyadCore
internal import Graphviz

// The parts of a matrix besides its cells.

extension MatrixSheet {
  /// The borders of the table, its rows and its columns.
  func grid(_ left: Double, _ top: Double, _ table: Double) -> PlacedArea {
    func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Point] {
      let corners = [(0, 0), (width, 0), (width, height), (0, height), (0, 0)].map { Point(x: x + $0.0, y: y + $0.1) }
      return corners.prefix(1) + zip(corners, corners.dropFirst()).flatMap { Path.straight($0, $1) }
    }
    let bands = matrix.parties.indices.flatMap { index in
      let place = side * Double(index)
      return index % 2 == 0 ? [box(left, top + place, table, side), box(left + place, top, side, table)] : []
    }
    return PlacedArea(
      bloc: nil, curves: [box(left, top, table, table)] + bands, fill: theme.page.fill + "00",
      outline: theme.hairline, lineWidth: 0.3)
  }

  func name(_ figure: Figure, _ index: Int, right: Double, y: Double) -> PlacedBlock {
    let own = figure.side == .first || figure.mark.map { $0 != .kept } == true ? face.bold : face
    let label = heads.tag(index, figure)
    let number = label.map { "\($0) " } ?? ""
    let room = names - (number.isEmpty ? 0 : ruler.width(of: number, face.bold) + 2)
    var words = MatrixSheet.words(figure)
    while ruler.width(of: words, own) > room, words.count > 4 {
      words = words.trimmingSuffix("…").dropLast().trimmingSuffix(" ") + "…"
    }
    let isRightToLeft = content.options.lexicon.isRightToLeft
    let run = Run(words, figure.isPossible ? own.italic : own, theme.page.text, isStruck: figure.mark == .removed)
    let tag = number.isEmpty ? [] : [Run(isRightToLeft ? number : " \(label ?? "")", face.bold, theme.quiet)]
    let text = (isRightToLeft ? tag + [run] : [run] + tag).map(Markup.text).joined()
    let width = min(
      names,
      ruler.width(of: words, own) + (number.isEmpty ? 0 : ruler.width(of: number, face.bold) + ruler.space(face)) + 1)
    let size = Size(width: width, height: side)
    var block = Block.text(.figure(figure.id), text, class: "entity \(figure.kind)", size: size)
    block.attributes["tooltip"] = .text(([figure.fullName] + figure.quotes.map { "“\($0)”" }).joined(separator: "\n"))
    return PlacedBlock(block, x: right - width, y: y, size)
  }

  /// The head of a column, and from the upper of two rows a line to its column.
  func head(_ figure: Figure, _ index: Int, x: Double, bottom: Double) -> [PlacedBlock] {
    let words = heads.words[index]
    let isNumber = heads.form == .numbers
    let face = isNumber ? numberFace : Face.small
    let run = Run(words, face, isNumber ? theme.quiet : theme.page.text)
    let isUpper = heads.isStaggered && index % 2 == 1
    let width = isNumber ? side : max(side, ruler.width(of: words, face) + 1)
    let size = Size(width: width, height: heads.isStaggered ? rowOfHeads : headHeight)
    var block = Block.text(.matrix(.head(figure.id)), Markup.text(run), class: "column", size: size)
    block.attributes["tooltip"] = .text(figure.fullName)
    let y = bottom - size.height - (isUpper ? rowOfHeads : 0)
    let head = PlacedBlock(block, x: x + (side - width) / 2, y: y, size)
    guard isUpper, !isNumber else { return [head] }
    let line = Size(width: 0.4, height: rowOfHeads + 0.5)
    let attributes: Attributes = [
      "shape": "box", "label": "", "style": "filled", "fillcolor": .raw(theme.hairline), "color": .raw(theme.hairline),
      "penwidth": "0", "class": "grid", "tooltip": .text(" "),
    ]
    let tick = Block(.matrix(.tick(figure.id)), attributes: attributes, size: line)
    return [head, PlacedBlock(tick, x: x + side / 2 - 0.2, y: bottom - line.height, line)]
  }

  private var numberFace: Face { Face(size: side < 9 ? 6 : 7, isBold: true) }

  func diagonal(_ figure: Figure, x: Double, y: Double) -> PlacedBlock {
    let surface = theme.surface(of: figure)
    let index = matrix.parties.firstIndex(of: figure.id) ?? 0
    let words = heads.words[index]
    let fits = ruler.width(of: words, numberFace) <= side - 2
    let label =
      heads.form != .names && side > 11 && fits ? Markup.text(Run(words, numberFace, surface.text)) : ""
    let size = Size(width: side, height: side)
    let attributes: Attributes = [
      "shape": "box", "style": "filled", "fillcolor": .raw(surface.fill), "color": .raw(theme.outline(of: figure)),
      "penwidth": "0.3", "label": label.isEmpty ? "" : .html(label), "class": "self",
      "tooltip": .text(figure.fullName),
    ]
    return PlacedBlock(Block(.matrix(.diagonal(figure.id)), attributes: attributes, size: size), x: x, y: y, size)
  }

  func blocks(
    _ frame: MatrixContent.Frame, _ left: Double, _ top: Double, _ table: Double
  ) -> [PlacedBlock] {
    guard let bloc = content.blocs.first(where: { $0.id == frame.bloc }) else { return [] }
    let start = side * Double(frame.members.lowerBound)
    let length = side * Double(frame.members.count)
    let size = Size(width: length, height: length)
    let attributes: Attributes = [
      "shape": "box", "label": "", "style": bloc.isFound ? "dashed" : "solid", "color": .raw(theme.page.text),
      "penwidth": "1.3", "class": bloc.isFound ? "bloc found" : "bloc", "tooltip": .text(bloc.name),
    ]
    let box = Block(.matrix(.frame(bloc.id)), attributes: attributes, size: size)
    let letter = MatrixSheet.letters[(matrix.frames.firstIndex(of: frame) ?? 0) % MatrixSheet.letters.count]
    let run = hasLetters ? Run(letter, .label, theme.page.text) : Run(bloc.name, .small.italic, theme.page.text)
    let paragraph = Paragraph([run], width: blocs, ruler: ruler)
    let height = 8.6 * Double(paragraph.lines.count)
    let room = Size(width: blocs, height: height)
    let align: Markup.Alignment = content.options.lexicon.isRightToLeft ? .right : .left
    let name = Block.text(.bloc(bloc.id), Markup.text(paragraph, align: align), class: "bloc", size: room)
    return [
      PlacedBlock(box, x: left + start, y: top + start, size),
      PlacedBlock(name, x: left + table + MatrixSheet.gap, y: top + start + (length - height) / 2, room),
    ]
  }

  /// The later date above the table at the right, the earlier one below it at the left.
  func dates(_ left: Double, _ top: Double, _ table: Double) -> [PlacedBlock] {
    guard let dates = matrix.dates, dates.count == 2 else { return [] }
    let lexicon = content.options.lexicon
    func block(_ phrase: Phrase, _ date: String, isAbove: Bool, y: Double) -> PlacedBlock {
      let words = lexicon.phrase(phrase, date)
      let size = Size(width: ruler.width(of: words, .label) + 4, height: 10)
      let text = Markup.text(Run(words, .label, theme.page.text))
      let block = Block.text(.matrix(.date(isAbove: isAbove)), text, class: "date", size: size)
      let x = isAbove ? max(Page.margin, left + table - size.width) : min(left, width - Page.margin - size.width)
      return PlacedBlock(block, x: x, y: y, size)
    }
    return [
      block(.aboveDiagonal, dates[1], isAbove: true, y: 0),
      block(.belowDiagonal, dates[0], isAbove: false, y: top + table + 1),
    ]
  }
}

extension StringProtocol {
  /// The text without this character at its end.
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    last == character ? String(dropLast()) : String(self)
  }
}
