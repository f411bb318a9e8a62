internal import DyadContent
internal import DyadCore

/// The path of each page, and the subject of each path.
struct SiteMap: Sendable {
  static let home = "index.html"
  static let search = "search.html"
  static let style = "site.css"
  static let script = "site.js"

  /// The pairs that have a tie or an event of their own.
  let dyads: [Dyad]
  let entities: [Entity.ID]
  let sources: [Source.ID]
  private let orders: [Dyad: (Entity.ID, Entity.ID)]
  private let known: Set<Entity.ID>
  private let sourcePaths: [String: Source.ID]

  init(_ graph: KnowledgeGraph) {
    let ties = graph.relations.values.filter { !graph.kind(of: $0).isAffiliation }.map(\.dyad)
    let concerns = graph.concerns
    let events = graph.events.values.flatMap { event in
      // Those to which a party belongs are its principals.
      let concerned = concerns.of(event).filter { if case .owner = $0.reason { false } else { true } }
      let (actors, others) = (concerned.filter { $0.role == .actor }, concerned.filter { $0.role != .actor })
      return actors.flatMap { actor in
        others.map { (graph.principal(of: actor.party), graph.principal(of: $0.party)) }
      }
    }.filter { $0.0 != $0.1 }.map { Dyad($0.0, $0.1) }
    dyads = Set(ties + events).filter { $0.first != $0.second }.sorted()
    entities = graph.entities.keys.sorted()
    sources = graph.sources.keys.sorted()
    // In the order in which their relation names them.
    orders = Dictionary(
      graph.relations.values.filter { $0.kind == "ties" }.map { ($0.dyad, ($0.from, $0.to)) },
      uniquingKeysWith: { one, _ in one })
    known = Set(entities)
    sourcePaths = Dictionary(sources.map { (SiteMap.page($0), $0) }, uniquingKeysWith: { one, _ in one })
  }

  // Ids contain no tilde, so that no two pairs share a page.
  static func page(_ dyad: Dyad) -> String { "dyads/\(dyad.first)~\(dyad.second).html" }
  static func page(_ entity: Entity.ID) -> String { "entities/\(entity).html" }
  static func page(_ source: Source.ID) -> String { "sources/\(source).html" }

  static func page(_ focus: View.Focus) -> String {
    switch focus {
    case .everyone: home
    case .between(let one, let other): page(Dyad(one, other))
    case .around(let ego, _): page(ego)
    }
  }

  /// The parties of a dyad in the order of their relation.
  func pair(_ dyad: Dyad) -> (Entity.ID, Entity.ID) { orders[dyad] ?? (dyad.first, dyad.second) }

  /// The subject of a page: a pair, with ties or without, or an entity.
  func focus(at path: String) -> View.Focus? {
    guard let match = path.wholeMatch(of: /(dyads|entities)\/([^\/]+)\.html/) else { return nil }
    let ids = match.2.split(separator: "~", omittingEmptySubsequences: false).map { Entity.ID(String($0)) }
    guard ids.allSatisfy(known.contains) else { return nil }
    switch (match.1, ids.count) {
    case ("entities", 1): return .around(ids[0], hops: 1)
    case ("dyads", 2) where ids[0] < ids[1]:
      let pair = pair(Dyad(ids[0], ids[1]))
      return .between(pair.0, pair.1)
    default: return nil
    }
  }

  func source(at path: String) -> Source.ID? { sourcePaths[path] }

  /// The dyads of an entity.
  func dyads(of entity: Entity.ID) -> [Dyad] { dyads.filter { $0.contains(entity) } }
}
