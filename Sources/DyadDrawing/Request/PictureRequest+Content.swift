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
      return try comparison(of: graph, against: other, numbering: nil)(fit.ladderStep)
    case .timeline: return try timeline(of: graph, numbering: nil).content(fit.measure)
    case .film:
      return FilmContent(
        try film(of: graph, marking: .marked), options: options(fit.ladderStep), details: fit.frameDetails
      ).summary
    }
  }

  /// The content of a state or a comparison, by detail.
  func comparison(
    of graph: KnowledgeGraph, against other: KnowledgeGraph?, numbering notes: Footnotes?
  ) throws(RequestError) -> (Detail) -> Content {
    let (diff, view) = try shown(of: graph, against: other)
    return { Content(diff, of: view, options: options($0), notes: notes) }
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

  private func shown(
    of graph: KnowledgeGraph, against other: KnowledgeGraph?
  ) throws(RequestError) -> (GraphDiff, View) {
    let diff = try diff(of: graph, against: other)
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

  func timeline(of graph: KnowledgeGraph, numbering notes: Footnotes?) throws(RequestError) -> Timeline {
    guard case .timeline(let days, let known, let isEven) = kind, case .between(let one, let other) = focus else {
      throw .missing(key: "between")
    }
    return Timeline(
      graph, between: one, other, in: days, known: known, filter: filter, title: title, options: options(),
      isEven: isEven, notes: notes)
  }

  func film(of graph: KnowledgeGraph, marking: FilmContent.Marking) throws(RequestError) -> FilmContent.Source {
    guard case .film(let days, let known, _, _) = kind else { throw .missing(key: "days") }
    var view = view
    // Each frame would have other blocs with the same numbers.
    if view.blocs == .found { view.blocs = .none }
    view.form = .sheet
    return FilmContent.Source(of: graph, in: view, on: days, known: known, marking: marking)
  }

  /// The parties in focus that exist at none of the dates.
  func absentParties(in graph: KnowledgeGraph, against other: KnowledgeGraph?) -> [Entity.ID] {
    guard case .timeline = kind else {
      if case .film = kind { return [] }
      guard let diff = try? diff(of: graph, against: other) else { return [] }
      return diff.renaming.renamed(focus).parties.filter { diff.either.entity($0) == nil }
    }
    return []
  }
}
