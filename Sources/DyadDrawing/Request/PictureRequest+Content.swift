public import DyadContent
public import DyadCore

extension PictureRequest {
  /// The content of the picture, without a layout.
  ///
  /// Throws `RequestError` if the request does not suit the graph.
  ///
  /// - Parameters:
  ///   - other: the other dossier, where the request compares versions.
  ///   - fit: the amount of content, from an earlier picture of the same request.
  public func content(
    of graph: KnowledgeGraph, against other: KnowledgeGraph? = nil, fit: Fit
  ) throws(RequestError) -> Content {
    switch kind {
    case .state, .change, .learned, .versions:
      return try comparison(of: graph, against: other, numbering: nil)(fit.step())
    case .timeline:
      switch try course(of: graph, numbering: nil) {
      case .pair(let timeline): return timeline.content(fit.measure)
      case .ego(let timeline): return timeline.content(rows: max(0, fit.rows ?? .max))
      }
    case .film(_, _, _, let sheet):
      let source = try film(of: graph, marking: .marked)
      guard sheet == nil else {
        return FilmContent(source.part(fit.frameRange), options: options(fit.step(of: Detail.sheetLadder))).summary
      }
      return FilmContent(source, options: options(fit.step()), details: fit.frameDetails).summary
    }
  }

  /// The content of a state or a comparison, by detail.
  func comparison(
    of graph: KnowledgeGraph, against other: KnowledgeGraph?, numbering notes: Footnotes?
  ) throws(RequestError) -> (Detail) -> Content {
    let (diff, view) = try shown(of: graph, against: other)
    let subject = ContentSubject(diff, of: view)
    return { Content(subject, options: options($0), notes: notes) }
  }

  /// The differences in focus that the filter keeps, with the focus in the ids of the second dossier.
  ///
  /// Throws `RequestError` if the request does not suit the graph.
  public func comparison(
    of graph: KnowledgeGraph, against other: KnowledgeGraph? = nil
  ) throws(RequestError) -> (diff: GraphDiff, focus: View.Focus) {
    let (diff, view) = try shown(of: graph, against: other)
    return (diff, view.focus)
  }

  /// The graph that the picture is of: that of the dossier, or what one of its tables counts.
  private func subject(_ graph: KnowledgeGraph) -> KnowledgeGraph {
    guard let counts else { return graph }
    var window: ClosedRange<Day>?
    if case .state(let moment) = kind { window = moment.days }
    return graph.counted(by: counts, in: window, options().lexicon)
  }

  private func shown(
    of graph: KnowledgeGraph, against other: KnowledgeGraph?
  ) throws(RequestError) -> (GraphDiff, View) {
    let diff = try diff(of: subject(graph), against: other.map(subject))
    var view = view
    view.focus = diff.renaming.renamed(focus)
    // A state counts what its filter removes; a comparison is filtered before it is made.
    if case .state = kind { return (diff, view) }
    return (diff.focused(on: view.focus).filtered(by: filter, keeping: view.focus.parties), view)
  }

  private func diff(of graph: KnowledgeGraph, against other: KnowledgeGraph?) throws(RequestError) -> GraphDiff {
    switch kind {
    case .change(let from, let to, let known):
      return GraphDiff(
        from: graph.snapshot(at: Moment(asOf: from, known: known)),
        to: graph.snapshot(at: Moment(asOf: to, known: known)))
    case .learned(let moment, let from, let to):
      return GraphDiff(
        from: graph.snapshot(at: moment.known(by: from)), to: graph.snapshot(at: moment.known(by: to)))
    case .versions(let moment):
      guard let other else { throw .needsAnotherDossier }
      return GraphDiff(from: graph.snapshot(at: moment), to: other.snapshot(at: moment))
    case .state(let moment): return GraphDiff(graph.snapshot(at: moment))
    case .timeline, .film: preconditionFailure("a timeline or a film is not one comparison")
    }
  }

  /// What a request over time is about.
  enum Course {
    case pair(Timeline)
    case ego(EgoTimeline)
  }

  func course(of graph: KnowledgeGraph, numbering notes: Footnotes?) throws(RequestError) -> Course {
    guard case .timeline(let days, let known) = kind else { throw .missing(key: "during") }
    let (graph, filter) = counts.map { (graph.keepingCounts(of: $0), Filter(only: ["counts"])) } ?? (graph, filter)
    switch focus {
    case .between(let one, let other):
      var timeline = Timeline(
        graph, between: one, other, in: days, known: known, filter: filter, title: title, options: options(),
        notes: notes)
      (timeline.standfirst, timeline.credit) = (standfirst, credit)
      return .pair(timeline)
    case .around(let ego, _):
      var timeline = EgoTimeline(
        graph, around: ego, in: days, known: known, filter: filter, title: title, options: options(), notes: notes)
      (timeline.standfirst, timeline.credit) = (standfirst, credit)
      return .ego(timeline)
    case .everyone: throw .missing(key: "between")
    }
  }

  func film(of graph: KnowledgeGraph, marking: FilmContent.Marking) throws(RequestError) -> FilmContent.Source {
    guard case .film(let days, let known, _, _) = kind else { throw .missing(key: "days") }
    var view = view
    view.form = .sheet
    // A site looks up frames by their days, so that each day needs one.
    return FilmContent.Source(
      of: subject(graph), in: view, on: days, known: known, marking: marking, isFolded: marking == .marked,
      window: window)
  }

  /// The parties in focus that exist at none of the dates.
  func absentParties(in graph: KnowledgeGraph, against other: KnowledgeGraph?) -> [Entity.ID] {
    guard case .timeline = kind else {
      if case .film = kind { return [] }
      guard !focus.parties.isEmpty, let diff = try? diff(of: subject(graph), against: other.map(subject)) else {
        return []
      }
      let there = Set(diff.entities.map(\.thing.id))
      return diff.renaming.renamed(focus).parties.filter { !there.contains($0) }
    }
    return []
  }
}
