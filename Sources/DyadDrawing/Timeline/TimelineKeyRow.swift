internal import DyadContent
import DyadCore
import Graphviz

/// The meanings of the marks that only pictures of a course of time have.
struct TimelineKeyRow {
  /// What a mark looks like.
  enum Swatch: Hashable { case possible, open, inferred, disputed, days, gap, step, thin }

  /// A mark and its meaning.
  struct Entry {
    let swatch: Swatch
    let meaning: String
  }

  let swatches: [Entry]
  let typesetter: TimelineTypesetter
  private var theme: Theme { typesetter.theme }

  /// The marks of phases and events that are used.
  static func entries(_ phases: [PhaseSpan], _ events: [DatedEvent], _ lexicon: Lexicon) -> [Entry] {
    let shown = phases.filter { $0.possible != nil }
    let all: [(Swatch, Bool, Phrase)] = [
      (.possible, shown.contains { $0.certain != $0.possible }, .holdsPossibly),
      (.open, shown.contains(where: \.isOpen), .goesOn),
      (.inferred, shown.contains(where: \.isInferred), .statedByNoSource),
      (.disputed, shown.contains(where: \.isDisputed), .denied),
      (.days, events.contains { $0.days.count > 1 }, .daysPossible),
    ]
    return all.filter(\.1).map { Entry(swatch: $0.0, meaning: lexicon.phrase($0.2)) }
  }

  static func runs(_ swatches: [Entry], _ theme: Theme) -> [Run] {
    [Run("≠", .label, theme.page.text)] + swatches.map { Run($0.meaning, .small, theme.page.text) }
  }

  /// Adds the marks and their meanings in lines.
  ///
  /// - Returns: the lower edge.
  func add(to page: inout Page, y top: Double) -> Double {
    let (row, room) = (11.0, typesetter.width - Page.margin)
    var (x, y) = (0.0, top)
    for (index, entry) in swatches.enumerated() {
      var words = typesetter.text(.meaning(index), entry.meaning, color: theme.page.text, width: room - 20)
      if x > 0, x + 19 + words.size.width > room { (x, y) = (0, y + row) }
      add(entry.swatch, index, x: Page.margin + x, y: y + row / 2, to: &page)
      (words.x, words.y) = (Page.margin + x + 19, y + (row - Face.small.lineHeight) / 2 + Face.small.rise)
      page.blocks.append(words)
      x += 19 + words.size.width + 8
      if words.size.height > row { (x, y) = (0, y + words.size.height) }
    }
    return x > 0 ? y + row : y
  }

  private func add(_ swatch: Swatch, _ index: Int, x: Double, y: Double, to page: inout Page) {
    let size = Size(width: 16, height: 7.5)
    let key = TimelineKey.swatch(index)
    let ground = theme.tones[theme.tones.count - 1]
    func box(_ fill: String, _ style: String, outline: String? = nil) {
      let block = typesetter.box(key, fill: fill, outline: outline, style: style, class: "legend", size)
      page.blocks.append(PlacedBlock(block, x: x, y: y - size.height / 2, size))
    }
    func stroke(_ color: String, _ width: Double, style: String = "solid", _ curves: [[Point]]) {
      page.strokes.append(typesetter.stroke(key, color, width: width, style: style, class: "legend", curves))
    }
    let level = Path.line([Point(x: x, y: y), Point(x: x + 16, y: y)])
    switch swatch {
    case .possible: box(ground + "70", "filled,dotted", outline: theme.neutral)
    case .open: box(ground + "60", "filled")
    case .inferred: box(theme.page.fill, "filled", outline: theme.neutral)
    case .disputed:
      var sign = typesetter.text(key, "≠", .label, color: theme.page.text)
      (sign.x, sign.y) = (x + 5, y - sign.size.height / 2)
      page.blocks.append(sign)
    case .gap: stroke(theme.hairline, 0.6, TimelineTypesetter.hatching(x: x, y: y - 3.75, size))
    case .step: stroke(theme.cooperation, 1.8, [level])
    case .thin: stroke(theme.cooperation, 1.8, style: "dotted", [level])
    case .days:
      stroke(
        theme.neutral, 0.9,
        [level]
          + [x + 0.3, x + 15.7].map { Path.line([Point(x: $0, y: y - 2.2), Point(x: $0, y: y + 2.2)]) })
    }
  }
}

extension TimelineTypesetter {
  /// The labels of an axis.
  static func runs(_ frame: TimeFrame, _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    let years = frame.window.years.prefix(2000).map { String($0.lowerBound.year) }
    let days = frame.window.count < 120 ? (1...31).flatMap { day in lexicon.months.map { "\(day)\u{A0}\($0)" } } : []
    return years.map { Run($0, .label, theme.page.text) } + (lexicon.months + days).map { Run($0, .small, theme.quiet) }
      + [Run("30", .small, theme.quiet)]
      + (frame.sourcesEnd.map { [Run(lexicon.sourcesEnd($0), .small.italic, theme.quiet)] } ?? [])
  }

  /// The names of bands.
  static func runs(_ phases: [PhaseSpan], _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    phases.flatMap { span in
      let sign = span.isInferred ? span.tone.sign.hollowSymbol : span.tone.sign.symbol
      let name = span.name(lexicon)
      return [name.isEmpty ? sign : "\(sign)\u{A0}\(name)", "\(name)\u{A0}\(sign)"].flatMap { words in
        [Face.label, .label.italic, .small, .small.italic].map { Run(words, $0, theme.toneText) }
      }
    }
  }
}
