internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadReport

/// The options of a picture as a command line or a block of a document gives them, before names are looked up in a
/// dossier.
///
/// Each option is declared here once; together they make a `PictureRequest`.
struct PictureOptions {
  /// The kind of picture.
  enum Form { case picture, diff, timeline, film }

  var between: [String] = []
  var around: String?
  var hops: Int?
  var view: String?

  var on: PartialDate?
  var during: Interval?
  var known: PartialDate?
  var from: PartialDate?
  var to: PartialDate?
  var knownFrom: PartialDate?
  var knownTo: PartialDate?
  var every = Cadence.change
  var hidesAbsent = false
  var isSheet = false

  var only: [String] = []
  var without: [String] = []
  var minTone = 0.0
  var window: Lookback?

  var isMatrix = false
  var blocs: View.Blocs?

  /// The table whose counts are drawn.
  var counts: String?

  var title: String?
  var standfirst: String?
  var credit: String?
  var detail: DetailLevel?
  var theme: String?
  var language: String?
  var showsSources = true
  var width: Length = Paper.page.width
  var height: Length?
  var aspect: AspectRatio?
  var resolution = 300
  var stylesheet: Stylesheet?
  var places: Places?

  /// The request for a picture, a timeline, a film or a diff; `comparisons` has both parts of a diff.
  func request(for form: Form, in graph: KnowledgeGraph) throws -> PictureRequest {
    let view = try view(in: graph)
    func request(_ view: View, _ kind: PictureRequest.Kind) throws -> PictureRequest {
      var request = self.request(view, kind)
      request.counts = try table(in: graph)
      return request
    }
    switch form {
    case .picture: return try request(view, .state(moment(of: view, in: graph)))
    case .timeline: return try request(view, .timeline(try window(of: view, in: graph), known: knownDay ?? view.known))
    case .film:
      return try request(
        view, .film(try days(of: view, in: graph), known: knownDay, hidesAbsent: hidesAbsent, sheet: isSheet ? 1 : nil))
    case .diff:
      let parts = comparisons(of: view, in: graph, againstAnother: false)
      guard let kind = parts[.world] ?? parts[.knowledge] else { throw Failure.input("a diff requires two dates") }
      return try request(view, kind)
    }
  }

  /// The table of counts that is asked for, or the only one of a graph without other claims.
  func table(in graph: KnowledgeGraph) throws -> CountTable.ID? {
    if let counts {
      let table = CountTable.ID(counts)
      guard graph.countTables[table] != nil else {
        throw Failure.unknown("table of counts", counts, graph.countTables.keys.map(\.text))
      }
      return table
    }
    let hasClaims = !graph.relations.isEmpty || !graph.events.isEmpty
    return !hasClaims && graph.countTables.count == 1 ? graph.countTables.keys.first : nil
  }

  /// A request for the view, with the theme, language and paper of these options.
  func request(_ view: View, _ kind: PictureRequest.Kind) -> PictureRequest {
    let exact = height ?? aspect.map { Length(points: width.points / $0.ratio) }
    return PictureRequest(
      view.focus, kind, filter: view.filter, window: window ?? .standard, title: title ?? view.title,
      standfirst: standfirst ?? view.standfirst, credit: credit ?? view.credit,
      detail: detail ?? view.detail ?? .standard, theme: theme ?? view.theme ?? "light",
      language: language ?? "en", showsSources: showsSources,
      paper: Paper(width: width, height: exact.map { .exactly($0) } ?? Paper.page.height), resolution: resolution,
      stylesheet: stylesheet, places: places, form: isMatrix ? .matrix : view.form, blocs: blocs ?? view.blocs)
  }

  private var knownDay: Day? { known?.days.upperBound }
}

// MARK: Parties

extension PictureOptions {
  /// The view that the dossier names, or the parties of the options.
  func view(in graph: KnowledgeGraph) throws -> View {
    let filter = try filter(in: graph)
    if let view {
      guard var found = graph.views[View.ID(view)] else {
        throw Failure.unknown("view", view, graph.views.keys.map(\.text))
      }
      found.filter = found.filter.and(filter)
      return found
    }
    let pair = try between.map { try graph.entity(named: $0) }
    if pair.count == 2 {
      guard pair[0] != pair[1] else { throw Failure.input("'\(between[0])' and '\(between[1])' are the same party") }
      return View(.between(pair[0], pair[1]), filter: filter)
    }
    let ego = try around.map { try graph.entity(named: $0) }
    return View(ego.map { .around($0, hops: hops ?? 1) } ?? .everyone, filter: filter)
  }

  /// The filter, with names of parties resolved to their ids.
  func filter(in graph: KnowledgeGraph) throws -> Filter {
    let known = Set(Filter.words(in: graph))
    func word(_ word: String) throws -> String {
      if known.contains(word.lowercased()) { return word }
      if let named = try? graph.entity(named: word) { return named.text }
      throw Failure.unknown("kind or party", word, known.sorted())
    }
    return Filter(only: Set(try only.map(word)), without: Set(try without.map(word)), minimumTone: minTone)
  }
}

extension KnowledgeGraph {
  /// The entity with this id or, if it is unique, with this name.
  func entity(named name: String) throws -> Entity.ID {
    let id = Entity.ID(name)
    if entities[id] != nil { return id }
    let folded = name.lowercased()
    let named = entities.values.filter { entity in
      entity.codes.values.contains { $0.lowercased() == folded } || entity.short?.lowercased() == folded
        || entity.names.contains { $0.text.lowercased() == folded }
    }
    guard named.count == 1 else { throw Failure.unknown("entity", name, entities.keys.map(\.text)) }
    return named[0].id
  }
}

// MARK: Dates

extension PictureOptions {
  /// The moment of the options; default: that of the view, then the last day of the dossier, then all time.
  func moment(of view: View?, in graph: KnowledgeGraph) -> Moment {
    let known = knownDay ?? view?.known
    if let window = during?.span { return Moment(during: window, known: known) }
    if let on { return Moment(asOf: on.days, known: known) }
    if let days = view?.days {
      return view?.isWindow == true ? Moment(during: days, known: known) : Moment(asOf: days, known: known)
    }
    return graph.lastMoment(known: known)
  }

  /// The days of a timeline: from `from` to `to`; default: the period of the view, or all on record.
  private func window(of view: View, in graph: KnowledgeGraph) throws -> ClosedRange<Day> {
    if from == nil, to == nil, view.isWindow, let days = view.days { return days }
    let filter = try table(in: graph) == nil ? view.filter : Filter(only: ["counts"])
    guard from != nil && to != nil || !graph.dates.isEmpty || filter.isOfCounts else {
      throw Failure.input("a timeline requires dates, and the dossier has none")
    }
    let all: ClosedRange<Day>
    switch view.focus {
    case .between(let one, let other): all = Timeline.window(of: graph, between: one, other, filter: filter)
    case .around(let ego, _): all = EgoTimeline.window(of: graph, around: ego, filter: filter)
    case .everyone: throw Failure.input("a timeline requires two parties, or one and those around it")
    }
    let first = from?.days.lowerBound ?? min(all.lowerBound, to?.days.lowerBound ?? all.lowerBound)
    let last = to?.days.upperBound ?? max(all.upperBound, from?.days.upperBound ?? all.upperBound)
    return first...last
  }

  /// The days of a film's frames.
  private func days(of view: View, in graph: KnowledgeGraph) throws -> [Day] {
    let counted = try table(in: graph).flatMap { graph.countTables[$0]?.contents?.days }
    let (start, end) = counted.map { ($0.lowerBound, $0.upperBound) } ?? (graph.dates.first, graph.dates.last)
    guard let first = from?.days.lowerBound ?? start, let last = to?.days.upperBound ?? end,
      first <= last
    else { throw Failure.input("the dossier has no dates in this period") }
    let days = every.days(in: first...last, of: graph, in: view, known: knownDay)
    // Without a step, nobody asked for so many.
    let limit = every == .change ? 366 : 2000
    guard days.count <= limit else {
      throw Failure.input("\(days.count) frames are more than the limit of \(limit); use a longer step")
    }
    return days
  }

  /// The comparisons of a diff: the world on two dates, the knowledge on two dates, or two dossiers.
  func comparisons(
    of view: View, in graph: KnowledgeGraph, againstAnother: Bool
  ) -> [DiffReport.Axis: PictureRequest.Kind] {
    let known = knownTo?.days.upperBound ?? knownDay ?? view.known
    if againstAnother {
      let hasDate = on != nil || during != nil || view.days != nil
      return [
        .versions: .versions(
          hasDate ? moment(of: view, in: graph) : Moment(during: Moment.ever.days, known: known))
      ]
    }
    var kinds: [DiffReport.Axis: PictureRequest.Kind] = [:]
    if let from, let to { kinds[.world] = .change(from: from.days, to: to.days, known: known) }
    if let knownFrom {
      let moment = to.map { Moment(asOf: $0.days, known: known) } ?? moment(of: view, in: graph)
      kinds[.knowledge] = .learned(moment.known(by: nil), from: knownFrom.days.upperBound, to: known)
    }
    return kinds
  }
}
