public import DyadCore

/// A report of differences, as text, as a Markdown table, or as JSON.
///
///     DiffReport([.world: GraphDiff(from: february, to: may)]).write(.text)
///
/// Changes of the world and changes of knowledge are separate parts. A record that differs in both ways is listed once,
/// with the world, and marked as also learned.
public struct DiffReport: Sendable {
  /// The format of a report.
  public enum Form: String, CaseIterable, Sendable { case text, markdown, json }

  /// What is compared, in the order of a report.
  public enum Axis: String, CaseIterable, Sendable {
    /// Two dates, as known on one day.
    case world
    /// What was known on two days, about one date.
    case knowledge
    /// Two dossiers, or two versions of one.
    case versions
  }

  /// The differences of one axis.
  public struct Part: Sendable {
    /// What is compared.
    public let axis: Axis
    /// The heading: "What changed from 1 Feb 2025 to 26 May 2025".
    public let title: String
    /// The changes, sorted by dyad.
    public let items: [DiffItem]
  }

  /// The title of the dossier.
  public let title: String
  /// A part for each axis.
  public private(set) var parts: [Part]
  /// The numbered sources.
  public let notes: Footnotes

  /// The report of diffs of the same graph, by axis.
  ///
  /// - Parameters:
  ///   - focus: the parties that come first.
  ///   - names: those of two dossiers that are compared.
  ///   - notes: the numbers of sources, if several pages share them.
  public init(
    _ diffs: [Axis: GraphDiff], of focus: View.Focus = .everyone, names: (String, String)? = nil,
    notes shared: Footnotes? = nil
  ) {
    let asked = Axis.allCases.compactMap { axis in diffs[axis].map { (axis, $0) } }
    let graph = asked.last?.1.either.graph ?? KnowledgeGraph.linking([]).value
    notes = shared ?? Footnotes(citing: asked.flatMap { $0.1.changedEvidence }, in: graph)
    title = asked.last?.1.to.graph.title ?? "A dossier without a title"
    var parts: [Part] = []
    for (axis, diff) in asked {
      var items = DiffItems(diff, focus, notes, isOverTime: axis == .world).items
      // Each record is listed once.
      items.removeAll { item in parts.flatMap(\.items).contains { $0.isSame(as: item) } }
      if axis == .world, let learned = diffs[.knowledge] {
        let also = DiffItems(learned, focus, notes, isOverTime: false).items
        for index in items.indices { items[index].isAlsoLearned = also.contains { $0.isSame(as: items[index]) } }
      }
      parts.append(Part(axis: axis, title: DiffReport.title(axis, diff, names), items: items))
    }
    self.parts = parts
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { parts.allSatisfy(\.items.isEmpty) }

  /// The report in a format; JSON has every difference.
  ///
  /// - Parameter listsCertainty: whether text and tables list, after the changes, what differs in certainty alone; it is counted in
  ///   any case.
  public func write(_ form: Form, listingCertainty listsCertainty: Bool = false) -> String {
    var report = self
    if !listsCertainty {
      report.parts = parts.map { part in
        Part(axis: part.axis, title: part.title, items: part.items.filter { $0.mark != .certainty })
      }
    }
    let end = isEmpty ? nil : count
    return switch form {
    case .text: report.text(ending: end)
    case .markdown: report.markdown(ending: end)
    case .json: asJSON
    }
  }

  /// "12 changes: 9 added, 1 removed, 2 changed; 3 of these are only possible; 2 more differ in certainty alone"
  var count: String {
    let all = parts.flatMap(\.items)
    let items = all.filter { $0.mark != .certainty }
    let rest = all.count - items.count
    let kinds = [DiffItem.Mark.added, .removed, .changed].map { mark in (mark, items.count { $0.mark == mark }) }
    let possible = items.count(where: \.isPossible)
    return "\(items.count) \(items.count == 1 ? "change" : "changes")\(items.isEmpty ? "" : ": ")"
      + kinds.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", ")
      + (rest == 0 ? "" : "; \(rest) more \(rest == 1 ? "differs" : "differ") in certainty alone")
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
  /// The evidence of everything that differs.
  fileprivate var changedEvidence: [Evidence] {
    let ties = ties.filter(\.isDifference).flatMap { ($0.before?.phases ?? []) + ($0.after?.phases ?? []) }
    let claims =
      ties.map { $0.item.evidence } + events.filter(\.isDifference).map { $0.thing.item.evidence }
      + events.filter(\.isDifference).compactMap(\.before?.item.evidence)
      + holdings.filter(\.isDifference).map { $0.thing.item.evidence }
      + entities.filter(\.isDifference).map { $0.thing.item.evidence }
    let sources = sources.filter(\.isDifference).map { Evidence([Citation(of: $0.thing.id)]) }
    return claims + sources
  }
}
