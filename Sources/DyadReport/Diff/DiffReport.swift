public import DyadCore
public import DyadDrawing

/// Tells what differs: as text, as a table in Markdown, or as JSON.
///
///     DiffReport([.world: GraphDiff(from: february, to: may)]).write(.text)
///
/// What changed in the world and what was learned of it are told apart. A thing that differs in both ways is told once,
/// with the world, and marked as also learned.
public struct DiffReport: Sendable {
  /// What a report is written as.
  public enum Form: String, CaseIterable, Sendable { case text, markdown, json }

  /// Which way things differ, in the order in which it is told.
  public enum Axis: String, CaseIterable, Sendable {
    /// Between two dates, as known at one.
    case world
    /// Between what was known on two days, at one date.
    case knowledge
    /// Between two dossiers, or two versions of one.
    case versions
  }

  /// The answer to one question.
  public struct Part: Sendable {
    public let axis: Axis
    /// "What changed from 1 Feb 2025 to 26 May 2025"
    public let title: String
    /// Sorted by dyad.
    public let items: [DiffItem]
  }

  public let title: String
  public let parts: [Part]
  public let notes: Footnotes

  /// The report on diffs of the same things; `names` are those of two dossiers, `notes` the numbers of sources where
  /// others are to have the same.
  public init(
    _ diffs: [Axis: GraphDiff], of focus: View.Focus = .everyone, names: (String, String)? = nil,
    notes shared: Footnotes? = nil
  ) {
    let asked = Axis.allCases.compactMap { axis in diffs[axis].map { (axis, $0) } }
    let graph = asked.last?.1.either.graph ?? KnowledgeGraph.linking([]).value
    notes = shared ?? Footnotes(citing: asked.flatMap { $0.1.told }, in: graph)
    title = asked.last?.1.to.graph.title ?? "A dossier without a title"
    var parts: [Part] = []
    for (axis, diff) in asked {
      var items = DiffWords(diff, focus, notes, isOverTime: axis == .world).items
      // A thing is told once.
      items.removeAll { item in parts.flatMap(\.items).contains { $0.isSame(as: item) } }
      if axis == .world, let learned = diffs[.knowledge] {
        let also = DiffWords(learned, focus, notes, isOverTime: false).items
        for index in items.indices { items[index].isAlsoLearned = also.contains { $0.isSame(as: items[index]) } }
      }
      parts.append(Part(axis: axis, title: DiffReport.title(axis, diff, names), items: items))
    }
    self.parts = parts
  }

  public var isEmpty: Bool { parts.allSatisfy(\.items.isEmpty) }

  /// The report in this form.
  public func write(_ form: Form) -> String {
    switch form {
    case .text: asText
    case .markdown: asMarkdown
    case .json: asJSON
    }
  }

  /// "12 changes: 9 added, 1 removed, 2 changed; 3 of these are only possible"
  var count: String {
    let items = parts.flatMap(\.items)
    let kinds = [DiffItem.Mark.added, .removed, .changed].map { mark in (mark, items.count { $0.mark == mark }) }
    let possible = items.count(where: \.isPossible)
    return "\(items.count) \(items.count == 1 ? "change" : "changes"): "
      + kinds.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", ")
      + (possible == 0 ? "" : "; \(possible) of these \(possible == 1 ? "is" : "are") only possible")
  }

  private static func title(_ axis: Axis, _ diff: GraphDiff, _ names: (String, String)?) -> String {
    let (from, to) = (diff.from.moment, diff.to.moment)
    let date = to == .ever ? "" : DateWords.english.words(to.days)
    func known(_ moment: Moment) -> String {
      moment.known.map { DateWords.english.words($0) } ?? "an unknown date"
    }
    switch axis {
    case .world:
      let known = to.known == nil ? "" : ", as known on \(known(to))"
      return "What changed from \(DateWords.english.words(from.days)) to \(date)\(known)"
    case .knowledge: return "What was learned from \(known(from)) to \(known(to)) about \(date)"
    case .versions:
      let (one, other) = names ?? ("the first", "the second")
      let known = to.known == nil ? "" : ", as known on \(known(to))"
      return "What differs from \(one) to \(other)\(date.isEmpty ? "" : ", as of \(date)")\(known)"
    }
  }
}

extension DiffItem {
  fileprivate func isSame(as other: DiffItem) -> Bool { thing == other.thing && id == other.id }
}

extension GraphDiff {
  /// The evidence of all that differs.
  fileprivate var told: [Evidence] {
    let ties = ties.filter(\.isDifference).flatMap { ($0.before?.phases ?? []) + ($0.after?.phases ?? []) }
    let claims =
      ties.map(\.item.evidence) + events.filter(\.isDifference).map(\.thing.item.evidence)
      + events.filter(\.isDifference).compactMap(\.before?.item.evidence)
      + holdings.filter(\.isDifference).map(\.thing.item.evidence)
      + entities.filter(\.isDifference).map(\.thing.item.evidence)
    let sources = sources.filter(\.isDifference).map { Evidence([Citation(of: $0.thing.id)]) }
    return claims + sources
  }
}
