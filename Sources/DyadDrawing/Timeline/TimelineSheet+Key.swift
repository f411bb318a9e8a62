internal import DyadContent
import DyadCore
import Graphviz

extension TimelineSheet {
  /// All text except that of the rows, for the ruler.
  static func runs(_ timeline: TimelineContent, _ theme: Theme, _ lexicon: Lexicon) -> [Run] {
    let counts = (0...20).map(String.init) + timeline.curve.periods.map { String($0.count) }
    let words =
      [lexicon.phrase(.tone), lexicon.phrase(.phases), lexicon.phrase(.events), "n", "+10", "−10", "0"] + counts
      + timeline.entries.map(\.row.when)
    return TimelineTypesetter.runs(timeline.frame, theme, lexicon)
      + TimelineTypesetter.runs(timeline.phases + timeline.lesser, theme, lexicon)
      + words.map { Run($0, .small, theme.quiet) }
      + (timeline.entries.map(\.row.when) + timeline.entries.compactMap(\.skipped) + timeline.events.rest(lexicon)).map
    {
      Run($0, .small.italic, theme.quiet)
    } + timeline.counts.flatMap { CountBars.runs([$0], theme, lexicon) }
      + timeline.entries.compactMap(\.heading).map { Run($0, .name, theme.page.text) }
      + timeline.entries.flatMap { TimelineTypesetter.what($0, theme, lexicon) }
      + TimelineKeyRow.runs(timeline.swatches(lexicon), theme)
  }

  /// Adds the meanings of the marks of the overview.
  ///
  /// - Returns: its lower edge.
  func addKey(to page: inout Page, y: Double) -> Double {
    TimelineKeyRow(swatches: timeline.swatches(lexicon), typesetter: typesetter).add(to: &page, y: y)
  }
}

extension TimelineContent {
  /// The marks that it uses.
  fileprivate func swatches(_ lexicon: Lexicon) -> [TimelineKeyRow.Entry] {
    let all: [(TimelineKeyRow.Swatch, Bool, String)] = [
      (.gap, !gaps.isEmpty, lexicon.phrase(.gap)),
      (.step, curve.isShown, lexicon.phrase(curve.isMonthly ? .toneByMonth : .toneByYear)),
      (
        .thin, curve.isShown && curve.periods.contains { $0.count > 0 && $0.isThin },
        lexicon.phrase(.thinEvidence, String(ToneCurve.thinBelow))
      ),
    ]
    return TimelineKeyRow.entries(phases + lesser, events.dated, lexicon)
      + all.filter(\.1).map { TimelineKeyRow.Entry(swatch: $0.0, meaning: $0.2) }
  }
}
