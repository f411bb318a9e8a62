public import DyadContent
internal import DyadCore
public import Graphviz

extension Composition {
  /// The composition with the most detail that fits the paper; if none fits, the one with the least.
  ///
  ///     try await Composition.fitting(.page) { Content(diff, of: view, options: ContentOptions(detail: $0)) }
  ///
  /// - Parameter content: makes the content with so much detail.
  public static func fitting(
    _ paper: Paper, style: Style = Style(), keeping places: Places? = nil, content: (Detail) -> Content
  ) async throws(Graph.Failure) -> Composition {
    var tried: [Content] = []
    var details: Set<Detail> = []
    let make = { (detail: Detail) async throws(Graph.Failure) -> (draft: Draft, composition: Composition?)? in
      if let first = tried.first, details.contains(first.options.with(detail).shownDetail(in: first.layout)) {
        return nil
      }
      let content = content(detail)
      details.insert(content.options.shownDetail(in: content.layout))
      var bare = content
      bare.options.detail = .full
      guard !tried.contains(bare) else { return nil }
      tried.append(bare)
      let draft = try await Draft(content, style: style, on: paper, keeping: places)
      return (draft, draft.fits == nil ? try await draft.composition() : nil)
    }
    let best = try await Candidates(stepwise: Detail.ladder).best(make) {
      $0.draft.fits ?? $0.composition.map { $0.fits && $0.isShortEnough } ?? false
    }
    if let composition = best.composition { return composition }
    return try await best.draft.composition()
  }

  /// The timeline with as many rows as fit the paper: all of them, or events of one kind in one row, or the strongest.
  ///
  ///     let timeline = Timeline(graph, between: "pakistan", "afghanistan")
  ///     let svg = try await Composition.fitting(.page, timeline: timeline).picture(as: .svg)
  public static func fitting(
    _ paper: Paper, style: Style = Style(), timeline: Timeline
  ) async throws(Graph.Failure) -> Composition {
    var everything = timeline.everything
    let lanes = TimelineColumns.mostLanes(width: max(paper.width.points, leastTimelineWidth))
    everything.thirds = min(everything.thirds, lanes - timeline.parties.count)
    var rolledUp = everything
    rolledUp.isRolledUp = true
    let fewer = (0..<max(1, everything.rows)).reversed().map { rows in
      Timeline.Measure(rows: rows, isRolledUp: true, thirds: everything.thirds)
    }
    let make = { (measure: Timeline.Measure) async throws(Graph.Failure) -> Composition? in
      try await Composition(timeline.content(measure), style: style, on: paper)
    }
    return try await Candidates(stepwise: [everything, rolledUp], bisected: fewer).best(make, fits: \.hasRoom)
  }

  /// The ties of a party over time, with as many rows as fit the paper, the closest parties first.
  ///
  ///     let svg = try await Composition.fitting(.page, timeline: EgoTimeline(graph, around: "egypt")).svg()
  public static func fitting(
    _ paper: Paper, style: Style = Style(), timeline: EgoTimeline
  ) async throws(Graph.Failure) -> Composition {
    let all = timeline.parties.count
    let make = { (rows: Int) async throws(Graph.Failure) -> Composition? in
      try await Composition(timeline.content(rows: rows), style: style, on: paper)
    }
    return try await Candidates(stepwise: [all], bisected: (0..<max(1, all)).reversed().map { $0 })
      .best(make, fits: \.hasRoom)
  }
}

extension Composition {
  /// Whether it takes no more of the page than its level of detail allows, or shows as little as it may.
  ///
  /// What has a height of its own fills it, and a network shows what fits.
  private var isShortEnough: Bool {
    guard var share = content.shareOfPage, !paper.isExact else { return true }
    // A column is higher with the same content.
    if page.size.width < PairSheet.leastWidth { share += 0.2 }
    let step = Detail.ladder.firstIndex(of: content.options.detail) ?? 0
    return step >= Detail.leastOfHalfPage || height.points <= paper.height.limit.points * share
  }
}

extension Content {
  /// How much of the height of a page a pair or one party takes; `nil` for all of it.
  fileprivate var shareOfPage: Double? {
    switch (layout, options.level) {
    case (.pair, .standard): 0.46
    case (.ego, .standard): 0.6
    case (.pair, .brief), (.ego, .brief): 0.4
    default: nil
    }
  }
}
