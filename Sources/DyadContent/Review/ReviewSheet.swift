public import DyadCore

/// Every claim beside its quotes, source by source in the order of the text, for a second reader.
///
///     let sheet = ReviewSheet(of: graph)
///     print(sheet.counts)     // "31 claims: 30 reviewed, 1 changed since"
///     try? sheet.markdown.write(toFile: "review.md", atomically: true, encoding: .utf8)
///
/// Claims are phases, events, offices held, and the entities and offices that cite something. A claim that cites several
/// sources is listed with each of them.
public struct ReviewSheet: Hashable, Sendable {
  /// The claims that cite one source.
  public struct Part: Hashable, Sendable {
    /// The source; `nil` for the claims without a source.
    public var source: Source?
    /// The claims, in the order of their quotes in the text.
    public var items: [ReviewItem]
  }

  /// The title of the dossier.
  public let title: String
  /// The sources in the order of publication, then the claims without a source.
  public let parts: [Part]
  /// Whether only claims that still have to be reviewed are listed.
  public let isOpenOnly: Bool
  /// The number of claims, also of those that are not listed, by state.
  public let total, reviewed, changed: Int

  /// The claims of the graph.
  ///
  /// - Parameter openOnly: whether to omit claims that were reviewed and have not changed since.
  public init(of graph: KnowledgeGraph, openOnly: Bool = false) {
    title = graph.title ?? "A dossier without a title"
    isOpenOnly = openOnly
    let writer = ReviewWriter(graph)
    let states = writer.claims.map { writer.states[$0.id] ?? .open }
    total = states.count
    reviewed = states.count { !$0.isOpen }
    changed = states.count { if case .changed = $0 { true } else { false } }
    let claims = openOnly ? zip(writer.claims, states).filter { $0.1.isOpen }.map(\.0) : writer.claims
    let sources = graph.sources.values.sorted { one, other in
      let dates = [one, other].map { $0.published?.days.lowerBound ?? .distantFuture }
      return (dates[0], one.id) < (dates[1], other.id)
    }
    let cited = Dictionary(
      grouping: claims.flatMap { claim in Set(claim.evidence.citations.map(\.source)).map { (source: $0, claim: claim) }
      },
      by: \.source)
    var parts = sources.compactMap { source -> Part? in
      guard let citing = cited[source.id] else { return nil }
      let placed = citing.map { (place: writer.place(of: $0.claim, in: source), claim: $0.claim) }
      let inOrder = placed.sorted { ($0.place, $0.claim.id) < ($1.place, $1.claim.id) }
      return Part(source: source, items: inOrder.map { writer.item($0.claim, in: source) })
    }
    let bare = claims.filter(\.evidence.citations.isEmpty).sorted { $0.id < $1.id }
    if !bare.isEmpty { parts.append(Part(source: nil, items: bare.map { writer.item($0, in: nil) })) }
    self.parts = parts
  }

  /// The ids of the claims of the graph that are reviewed, sorted.
  ///
  ///     ReviewSheet.claims(of: graph).count     // 31
  public static func claims(of graph: KnowledgeGraph) -> [String] { ReviewWriter(graph).claims.map(\.id).sorted() }

  /// "31 claims: 28 reviewed, 2 not reviewed, 1 changed since its review"
  public var counts: String {
    let open = total - reviewed - changed
    let states = [(reviewed, "reviewed"), (open, "not reviewed"), (changed, "changed since the review")]
    let words = states.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return "\(total) \(total == 1 ? "claim" : "claims")" + (words.isEmpty ? "" : ": \(words)")
  }
}
