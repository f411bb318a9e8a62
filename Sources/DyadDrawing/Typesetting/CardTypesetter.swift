internal import DyadContent
internal import DyadCore
internal import DyadSyntax
internal import Graphviz

/// Typesets a card as a table: a head with the background of its tone, then a row for each strand.
struct CardTypesetter {
  let theme: Theme
  let lexicon: Lexicon
  /// Whether each card of a network takes a line or two.
  let isTerse: Bool
  let ruler: Ruler
  let width: Double

  init(_ options: ContentOptions, _ theme: Theme, _ ruler: Ruler, width: Double) {
    (self.theme, self.ruler, self.width) = (theme, ruler, width)
    (lexicon, isTerse) = (options.lexicon, options.detail.isTerse)
  }

  private var align: Markup.Alignment { lexicon.isRightToLeft ? .right : .left }
  /// Whether dates are before the text instead of in a column of their own.
  private var isNarrow: Bool { width < 260 }

  static let signWidth = 12.0
  /// The sign of an act beside that of its effect.
  static let actFace = Face(size: 6)
  private static let actWidth = 7.0
  private static let border = 1.0
  private static let dateWidth = 54.0
  private static let padding = 2.0

  /// All text that a card may contain, for the ruler.
  static func runs(_ card: Card, _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    var runs: [Run] = []
    if let title = card.title { runs.append(Run(title, .name, theme.toneText)) }
    if let number = card.number { runs.append(Run(String(number), .label, theme.toneText)) }
    for row in card.rows {
      runs += mark(row, theme)
      runs += signs(row, theme)
      runs.append(Run(row.when, face(row), theme.quiet))
      runs += what(row, theme, lexicon)
      if row.isPart { runs.append(part(theme, lexicon)) }
    }
    if let head = card.head {
      runs += title(head, theme)
      runs.append(Run(head.when, .body, theme.toneText))
      runs += headBefore(head, theme, lexicon) + headNote(head, theme, lexicon)
    }
    if let absence = card.absence { runs.append(Run(absence, .body.italic, theme.quiet)) }
    return runs + card.sections.compactMap(\.title).map { Run($0, .label, theme.quiet) }
  }

  func block(_ card: Card) -> Block {
    ruler.blocks.block(.card(card, width: width, isTerse: isTerse)) { typeset(card) }
  }

  private func typeset(_ card: Card) -> Block {
    let isTerse = card.title != nil && self.isTerse
    let rows =
      isTerse
      ? entry(card)
      : head(card) + card.sections.map { section($0, hasActs: card.rows.contains { $0.actSign != nil }) }.joined()
    let table =
      "<TABLE BORDER=\"\(isTerse ? 0 : 1)\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" COLOR=\"\(border(card))\" "
      + "BGCOLOR=\"\(theme.card.fill)\" WIDTH=\"\(Int(width))\">" + rows + "</TABLE>"
    return Block(
      .card(card.kind),
      attributes: [
        "shape": "plain", "label": .html(table),
        "class": .text("card\(card.isPossible ? " possibly" : "")"), "tooltip": .text(" "),
      ], size: nil)
  }

  private func border(_ card: Card) -> String { card.kind == .pair ? theme.neutral : theme.hairline }

  // MARK: Rows

  private func head(_ card: Card) -> String {
    let room = width - 16
    if let absence = card.absence {
      let text = Paragraph([Run(absence, .body.italic, theme.quiet)], width: room, ruler: ruler)
      return full([text], ground: theme.tones[theme.tones.count / 2], padding: 6)
    }
    if let title = card.title {
      let number = card.number.map { [Run("\($0)", .label, theme.toneText)] } ?? []
      let line = Paragraph(number + [Run(title, .name, theme.toneText)], width: room, ruler: ruler)
      return full([line], ground: card.tone.map(theme.ground) ?? theme.tones[theme.tones.count / 2], padding: 2)
    }
    guard let head = card.head else { return "" }
    let title = CardTypesetter.title(head, theme)
    let note = [Run(head.when, .body, theme.toneText)] + CardTypesetter.headNote(head, theme, lexicon)
    let whole = Paragraph(title + note, width: room, ruler: ruler)
    let lines = whole.lines.count == 1 ? [whole] : [title, note].map { Paragraph($0, width: room, ruler: ruler) }
    let before = CardTypesetter.headBefore(head, theme, lexicon)
    let change = before.isEmpty ? [] : [Paragraph(before, width: room, ruler: ruler)]
    return full(
      change + lines, ground: head.isInferred ? theme.card.fill : theme.ground(head.tone), padding: 5,
      id: head.id, tooltip: tooltip(head))
  }

  /// A numbered tie in a line or two.
  private func entry(_ card: Card) -> String {
    let number = Run(card.number.map(String.init) ?? "", .label, theme.page.text)
    let row = card.rows.first
    let sign = row.map { Run($0.symbol, .body, theme.line($0.tone)) }
    let words =
      row.map { [Run($0.when, CardTypesetter.face($0), theme.quiet)] + CardTypesetter.what($0, theme, lexicon) } ?? []
    let text = Paragraph(
      [Run(card.title ?? "", .name, theme.card.text)] + words, width: width - 30, ruler: ruler)
    let cells = [
      cell(Paragraph([number], width: 99, ruler: ruler), 13, padding: 1),
      cell(Paragraph(sign.map { [$0] } ?? [], width: 99, ruler: ruler), 10, padding: 1),
      cell(text, width - 26, padding: 1, id: row?.id, tooltip: row.map(tooltip)),
    ]
    return "<TR>\((lexicon.isRightToLeft ? cells.reversed() : cells).joined())</TR>"
  }

  private func section(_ section: Card.Section, hasActs: Bool) -> String {
    let title = section.title.map {
      full([Paragraph([Run($0, .label, theme.quiet)], width: width - 16, ruler: ruler)], padding: 3)
    }
    return (title ?? "") + section.rows.map { row($0, hasActs: hasActs) }.joined()
  }

  private func row(_ row: Row, hasActs: Bool) -> String {
    let face = CardTypesetter.face(row)
    let signWidth = CardTypesetter.signWidth + (hasActs ? CardTypesetter.actWidth : 0)
    let dateWidth = isNarrow ? 0 : CardTypesetter.dateWidth
    // The columns of every card are as wide as the card within its border, so that cards have common edges.
    let textWidth = width - 2 * CardTypesetter.border - signWidth - dateWidth
    let when = Paragraph([Run(row.when, face, theme.quiet)], width: dateWidth - 4, ruler: ruler)
    let mark = CardTypesetter.mark(row, theme)
    let date = mark + (isNarrow ? [Run(row.when, face, theme.quiet)] : [])
    let what = Paragraph(
      date + CardTypesetter.what(row, theme, lexicon),
      width: textWidth - 2 * CardTypesetter.padding - 4 - (row.isPart ? signWidth : 0), ruler: ruler)
    let text = Markup.text(what, align: align)
    let cells =
      [cell(row.isPart ? part : sign(row), signWidth)] + (isNarrow ? [] : [cell(when, dateWidth)])
      + [
        cell(
          row.isPart ? indented(text, below: sign(row), signWidth, textWidth) : text, textWidth, id: row.id,
          tooltip: tooltip(row))
      ]
    return "<TR>\((lexicon.isRightToLeft ? cells.reversed() : cells).joined())</TR>"
  }

  /// The arrow to a part, where other rows have their signs.
  private var part: String { Markup.text(CardTypesetter.part(theme, lexicon)) + align.lineBreak }

  private static func part(_ theme: Theme, _ lexicon: Lexicon) -> Run {
    Run(Row.partSymbol(isRightToLeft: lexicon.isRightToLeft), .label, theme.quiet)
  }

  /// The text of a part, with its sign at the edge of the text of other rows.
  private func indented(_ text: String, below sign: String, _ width: Double, _ textWidth: Double) -> String {
    // As wide as the cell, so that Graphviz has no room to share among the columns.
    let rest = textWidth - width - 2 * CardTypesetter.padding
    let cells = [
      "<TD ALIGN=\"\(align)\" BALIGN=\"\(align)\" VALIGN=\"TOP\" WIDTH=\"\(Int(width))\">\(sign)</TD>",
      "<TD ALIGN=\"\(align)\" BALIGN=\"\(align)\" VALIGN=\"TOP\" WIDTH=\"\(Int(rest))\">\(text)</TD>",
    ]
    let row = (lexicon.isRightToLeft ? cells.reversed() : cells).joined()
    return
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" ALIGN=\"\(align)\"><TR>\(row)</TR></TABLE>"
  }

  /// The sign, a small one of the act where it is another, and below them the arrow to the next row.
  private func sign(_ row: Row) -> String {
    let signs = CardTypesetter.signs(row, theme)
    let (above, below) = (
      signs.filter { $0.face.size != Face.label.size }, signs.filter { $0.face.size == Face.label.size }
    )
    return [above, below].filter { !$0.isEmpty }
      .map { $0.map { Markup.text($0) }.joined() + align.lineBreak }.joined()
  }

  private static func signs(_ row: Row, _ theme: Theme) -> [Run] {
    [Run(row.symbol, .body, theme.line(row.tone))]
      + (row.actSign.flatMap { sign in row.act.map { [Run(sign.symbol, actFace, theme.line($0))] } } ?? [])
      + (row.next.map { [Run($0.symbol, .label, theme.quiet)] } ?? [])
  }

  // MARK: Text

  static func what(_ row: Row, _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    let face = row.isUnsourced || row.isPossible ? Face.body.italic : Face.body
    let isQuiet = row.isUnsourced || row.mark == .kept || row.mark == .removed
    func run(_ text: some StringProtocol) -> Run {
      Run(String(text), face, isQuiet ? theme.quiet : theme.card.text, isStruck: row.mark == .removed)
    }
    var runs = [run(row.what)]
    if let before = row.before {
      // The sentence, then the earlier wording → the present one.
      let present = row.reads.flatMap { row.what.hasSuffix($0) ? $0 : nil } ?? row.what
      let sentence = row.what.dropLast(present.count)
      runs = (sentence.isEmpty ? [] : [run(sentence)]) + CardTypesetter.before(before, face, theme.changed, lexicon)
      runs.append(run(present))
    }
    if row.isInferred { runs.append(Run(lexicon.phrase(.inferred), .small.italic, theme.quiet)) }
    if row.isDraft { runs.append(Run(lexicon.phrase(.draft), .small.bold, theme.quiet)) }
    if !row.speakers.isEmpty {
      runs.append(Run("– \(lexicon.list(row.speakers))", .small.italic, theme.quiet))
    }
    if let denial = row.denial { runs.append(Run("≠ \(denial)", .small.bold, theme.conflict)) }
    runs += row.ties.map { Run("(\($0))", .small.italic, theme.quiet) }
    return runs + confidence(row, theme.quiet) + [reference(row, theme.quiet, lexicon)]
  }

  /// The face of its date.
  private static func face(_ row: Row) -> Face { row.isPossible ? .small.italic : .small }

  /// The sign and the words of a head.
  private static func title(_ head: Row, _ theme: Theme) -> [Run] {
    [Run(head.symbol, .head, theme.toneText), Run(head.what, head.isPossible ? .head.italic : .head, theme.toneText)]
  }

  /// The mark of a change, before the text of a row.
  private static func mark(_ row: Row, _ theme: Theme) -> [Run] {
    guard let mark = row.mark, mark != .kept else { return [] }
    return [Run(mark.symbol, .head, theme.color(mark))]
  }

  /// The earlier wording and an arrow to the present one, in reading order. The arrow is a run of its own, so that it
  /// follows the wording in either direction of writing.
  private static func before(_ words: String, _ face: Face, _ color: String, _ lexicon: Lexicon) -> [Run] {
    [Run(words, face, color), Run(lexicon.isRightToLeft ? "←" : "→", face.bold.upright, color)]
  }

  /// The earlier wording of a relation that changed, on the line above the present one.
  private static func headBefore(_ row: Row, _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    guard let words = row.before else { return [] }
    return [Run(Mark.changed.symbol, .body.bold, theme.toneText)] + before(words, .body, theme.toneText, lexicon)
  }

  private static func headNote(_ row: Row, _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    let inferred = row.isInferred ? [Run(lexicon.phrase(.inferred), .small.italic, theme.toneText)] : []
    let speakers =
      row.speakers.isEmpty ? [] : [Run("– \(lexicon.list(row.speakers))", .small.italic, theme.toneText)]
    let denial = row.denial.map { [Run("≠ \($0)", .small.bold, theme.toneText)] } ?? []
    let draft = row.isDraft ? [Run(lexicon.phrase(.draft), .small.bold, theme.toneText)] : []
    return inferred + draft + speakers + denial + confidence(row, theme.toneText) + [
      reference(row, theme.toneText, lexicon)
    ]
  }

  private static func confidence(_ row: Row, _ color: String) -> [Run] {
    row.confidence.map { [Run($0.dots, .small, color)] } ?? []
  }

  private static func reference(_ row: Row, _ color: String, _ lexicon: Lexicon) -> Run {
    row.isUnsourced
      ? Run(lexicon.phrase(.noSource).replacing(" ", with: "\u{A0}"), .small.italic, color)
      : Run(row.sources.map { "[\($0)]" }.joined(), .small, color, isGlued: true)
  }

  func tooltip(_ row: Row) -> String {
    row.quotes.isEmpty ? lexicon.phrase(.noSource) : row.quotes.map { "“\($0)”" }.joined(separator: " … ")
  }

  // MARK: Cells

  func cell(
    _ text: Paragraph, _ width: Double, padding: Double = CardTypesetter.padding, id: String? = nil,
    tooltip: String? = nil
  ) -> String { cell(Markup.text(text, align: align), width, padding: padding, id: id, tooltip: tooltip) }

  private func cell(
    _ markup: String, _ width: Double, padding: Double = CardTypesetter.padding, id: String? = nil,
    tooltip: String? = nil
  ) -> String {
    "<TD ALIGN=\"\(align)\" BALIGN=\"\(align)\" VALIGN=\"TOP\" WIDTH=\"\(Int(width))\" CELLPADDING=\"\(Int(padding))\""
      + "\(link(id, tooltip))>\(markup)</TD>"
  }

  private func full(
    _ texts: [Paragraph], ground: String? = nil, padding: Int, id: String? = nil, tooltip: String? = nil
  ) -> String {
    "<TR><TD COLSPAN=\"\(isNarrow ? 2 : 3)\" ALIGN=\"\(align)\" BALIGN=\"\(align)\" CELLPADDING=\"\(padding)\" WIDTH=\"\(Int(width - 2 * CardTypesetter.border))\""
      + (ground.map { " BGCOLOR=\"\($0)\"" } ?? "") + link(id, tooltip) + ">"
      + texts.map { Markup.text($0, align: align) }.joined() + "</TD></TR>"
  }

  /// An id, and the quote as a tooltip.
  private func link(_ id: String?, _ tooltip: String?) -> String {
    guard let id, let tooltip else { return "" }
    return
      " ID=\"claim-\(Markup.escaped(id))\" HREF=\"#claim-\(Markup.escaped(id))\" TITLE=\"\(Markup.escaped(tooltip.escaping(["\\"], with: "\\")))\""
  }
}
