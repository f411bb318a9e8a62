internal import DyadCore
internal import DyadDrawing

/// The view of the sheet: one of the dossier, or one of all parties, a pair with ties, or a party with ties.
struct SheetView: Hashable {
  /// `thaw`, `everyone`, `between~arvane~belmar` or `around~arvane`; ids contain no tilde.
  let id: String
  let title: String
  let view: View
  let moment: Moment

  private init(_ id: String, _ title: String, _ view: View, _ moment: Moment = .ever) {
    (self.id, self.title, self.view, self.moment) = (id, title, view, moment)
  }

  /// The view that the sight names, or else the first one, at the date of the sight, of the view, or the last date.
  init(_ sight: Sight, in graph: KnowledgeGraph) throws(Refusal) {
    let all = SheetView.all(in: graph)
    guard let found = sight.view.map({ id in all.first { $0.id == id } }) ?? SheetView.first(of: all, in: graph) else {
      throw Refusal(.notFound, "There is no view '\(sight.view ?? "")'.")
    }
    let (view, known) = (found.view, found.view.known)
    let moment: Moment
    if let on = sight.on {
      moment = Moment(asOf: on.days, known: known)
    } else if let days = view.days {
      moment = view.isWindow ? Moment(during: days, known: known) : Moment(asOf: days, known: known)
    } else {
      moment = graph.lastMoment(known: known)
    }
    self.init(found.id, found.title, view, moment)
  }

  /// The first view of the dossier, or else the pair with the most phases and events, which says more than all parties at
  /// once; states come before others.
  private static func first(of all: [SheetView], in graph: KnowledgeGraph) -> SheetView? {
    guard let first = all.first, graph.views.isEmpty else { return all.first }
    var claims: [Dyad: Int] = [:]
    for relation in graph.relations.values { claims[relation.dyad, default: 0] += relation.phases.count }
    for event in graph.events.values {
      let parties = Set(event.parties.map { graph.entities[$0]?.home ?? $0 }).sorted()
      for (index, one) in parties.enumerated() {
        for other in parties[(index + 1)...] { claims[Dyad(one, other), default: 0] += 1 }
      }
    }
    func weight(_ view: SheetView) -> (states: Int, claims: Int) {
      let parties = view.view.focus.parties
      return (
        parties.count { graph.entities[$0]?.kind == .state }, claims[Dyad(parties[0], parties[1]), default: 0]
      )
    }
    let pairs = all.filter { $0.view.focus.parties.count == 2 }
    return pairs.enumerated().max { one, other in
      let (left, right) = (weight(one.element), weight(other.element))
      return (left.states, left.claims, other.offset) < (right.states, right.claims, one.offset)
    }?.element ?? first
  }

  /// The views of the dossier, then those that follow from its ties.
  static func all(in graph: KnowledgeGraph) -> [SheetView] {
    let named = graph.views.values.sorted { $0.id < $1.id }.map { view in
      SheetView(view.id.text, view.title ?? view.id.text, view)
    }
    var pairs: [Dyad: (Entity.ID, Entity.ID)] = [:]
    for relation in graph.relations.values.sorted(by: { $0.id < $1.id })
    where !graph.kind(of: relation).isAffiliation && relation.from != relation.to && pairs[relation.dyad] == nil {
      pairs[relation.dyad] = (relation.from, relation.to)
    }
    let name = { (id: Entity.ID) in graph.shortName(of: id) }
    let dyads = pairs.sorted { $0.key < $1.key }.map { _, pair in
      SheetView(
        "between~\(pair.0)~\(pair.1)", "\(name(pair.0)) and \(name(pair.1))", View(.between(pair.0, pair.1)))
    }
    let parties = Set(pairs.values.flatMap { [$0.0, $0.1] }).sorted()
    let egos = parties.map { SheetView("around~\($0)", "Around \(name($0))", View(.around($0, hops: 1))) }
    return named + [SheetView("everyone", "All parties", View(.everyone))] + dyads + egos
  }

  func request(isNarrow: Bool) -> PictureRequest {
    PictureRequest(
      view.focus, .state(moment), filter: view.filter, title: view.title, standfirst: view.standfirst,
      credit: view.credit, detail: view.detail ?? .standard, paper: isNarrow ? .phone : .page, form: view.form,
      blocs: view.blocs)
  }
}
