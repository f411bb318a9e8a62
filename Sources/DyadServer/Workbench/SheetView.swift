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
    guard let found = sight.view.map({ id in all.first { $0.id == id } }) ?? SheetView.first(of: all) else {
      throw Refusal(.notFound, "There is no view '\(sight.view ?? "")'.")
    }
    let (view, known) = (found.view, found.view.known)
    let moment: Moment
    if let on = sight.on {
      moment = Moment(asOf: on.days, known: known)
    } else if let days = view.days {
      moment = view.isWindow ? Moment(during: days, known: known) : Moment(asOf: days, known: known)
    } else {
      moment = Moment(on: graph.dates.last ?? Day(number: 0), known: known)
    }
    self.init(found.id, found.title, view, moment)
  }

  /// A pair says more than all parties at once.
  private static func first(of all: [SheetView]) -> SheetView? {
    guard let first = all.first, first.id == "everyone" else { return all.first }
    return all.first { $0.view.focus.parties.count == 2 } ?? first
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
