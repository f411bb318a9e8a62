internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import Graphviz

/// What a command line asks to be drawn, of a graph.
struct Plan {
  let graph: KnowledgeGraph
  let view: View
  let style: Style
  let paper: Paper
  let snapshot: Snapshot
  /// What was asked for, in the words of the command line, so that it can be asked again.
  private let words: [String: String]

  init(_ asked: ViewArguments, _ look: DrawingArguments, title: String?, in graph: KnowledgeGraph) throws {
    var view = try asked.resolved(in: graph)
    view.title = title ?? view.title
    (self.graph, self.view, style, paper) = (graph, view, look.style(of: view), look.paper)
    snapshot = graph.snapshot(at: asked.when.moment(of: view, in: graph))
    words = Plan.words(view, snapshot.moment, look.lang)
  }

  /// What a recipe says was drawn, drawn from this graph.
  init?(_ words: [String: String], in graph: KnowledgeGraph) {
    func parties(_ key: String) -> [Entity.ID] {
      words[key].map { $0.split(separator: " ").map { Entity.ID(String($0)) } } ?? []
    }
    let between = parties("between")
    let around = parties("around")
    let focus: View.Focus =
      between.count == 2
      ? .between(between[0], between[1])
      : around.count == 1 ? .around(around[0], hops: words["hops"].flatMap { Int($0) } ?? 1) : .everyone
    guard let span = (words["on"] ?? words["during"]).flatMap({ Interval($0) })?.span else { return nil }
    let known = words["known"].flatMap { Day($0) }
    self.graph = graph
    view = View(focus, title: words["title"], filter: Plan.filter(words))
    let step = words["detail"].flatMap { Int($0) }.flatMap { Detail.ladder.indices.contains($0) ? $0 : nil } ?? 0
    let lexicon = words["lang"].map { Lexicon.named($0) ?? Lexicon.english.naming(in: $0) } ?? .english
    (style, paper, self.words) = (Style(lexicon: lexicon, detail: Detail.ladder[step]), .page, words)
    snapshot = graph.snapshot(
      at: words["on"] == nil ? Moment(during: span, known: known) : Moment(asOf: span, known: known))
  }

  var drawing: Drawing { drawing(style.detail) }

  private func drawing(_ detail: Detail) -> Drawing {
    var style = style
    style.detail = detail
    return Drawing(GraphDiff(snapshot), of: view, style: style)
  }

  func composition(keeping places: Places?) async throws(Graph.Failure) -> Composition {
    try await Composition.fitting(paper, keeping: places, draw: drawing)
  }

  func recipe(of drawing: Drawing) -> Recipe {
    var words = words
    words["detail"] = Detail.ladder.firstIndex(of: drawing.style.detail).map(String.init)
    return Recipe(
      graph, drawing, view: words,
      versions: ["dyad": Dyad.configuration.version, "graphviz": GraphvizLibrary.version])
  }

  static func filter(_ words: [String: String]) -> Filter {
    func set(_ key: String) -> Set<String> { Set(words[key]?.split(separator: " ").map(String.init) ?? []) }
    return Filter(
      only: set("only"), without: set("without"), minimumTone: words["min-tone"].flatMap { Double($0) } ?? 0)
  }

  private static func words(_ view: View, _ moment: Moment, _ language: String?) -> [String: String] {
    var words: [String: String] = [:]
    switch view.focus {
    case .everyone: break
    case .between(let one, let other): words["between"] = "\(one) \(other)"
    case .around(let ego, let hops): (words["around"], words["hops"]) = (ego.text, String(hops))
    }
    words[moment.since == .distantPast ? "on" : "during"] = "\(moment.days.lowerBound)/\(moment.days.upperBound)"
    (words["known"], words["lang"], words["title"]) = (moment.known?.description, language, view.title)
    return words.merging(Plan.words(view.filter)) { own, _ in own }
  }

  static func words(_ filter: Filter) -> [String: String] {
    var words: [String: String] = [:]
    if !filter.only.isEmpty { words["only"] = filter.only.sorted().joined(separator: " ") }
    if !filter.without.isEmpty { words["without"] = filter.without.sorted().joined(separator: " ") }
    if filter.minimumTone > 0 { words["min-tone"] = String(filter.minimumTone) }
    return words
  }
}
