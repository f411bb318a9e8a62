package import DyadCore

/// The change of something between the two sides of a diff.
///
///     Mark.added.symbol     // "+"
public enum Mark: String, Hashable, Sendable, CaseIterable {
  case added, removed, changed, kept

  /// The sign before a row or on a line; empty for `kept`.
  public var symbol: String {
    switch self {
    case .added: "+"
    case .removed: "−"
    case .changed: "Δ"
    case .kept: ""
    }
  }

  /// The mark of a whole by those of its parts.
  init(of parts: some Sequence<Mark>) {
    let kinds = Set(parts)
    self = kinds.count > 1 ? .changed : kinds.first ?? .kept
  }
}

/// The marks of the claims of a diff, by their ids.
package struct Marks {
  private var marks: [String: Mark] = [:]
  /// The marks of officials who gain, lose or change an office.
  private var holders: [String: Mark] = [:]
  /// The wording of the phase that each new phase replaces.
  private(set) var before: [String: String] = [:]
  /// Phases whose replacement shows them, so that they need no row.
  package private(set) var replaced: Set<String> = []

  package init(_ diff: GraphDiff) {
    for change in diff.entities where !diff.differsInCertaintyAlone(change) {
      marks[change.thing.id.text] = Marks.mark(change)
    }
    for change in diff.events where !diff.differsInCertaintyAlone(change) {
      marks[change.thing.id.text] = Marks.mark(change)
    }
    for change in diff.ties where !diff.differsInCertaintyAlone(change) { note(change) }
    let changed = diff.holdings.filter { $0.isDifference && !diff.differsInCertaintyAlone($0) }
    for official in Set(changed.map(\.thing.item.official)) where mark(official.text) == .kept {
      let isNew = diff.from.holdings(of: official).isEmpty
      holders[official.text] = isNew ? .added : diff.to.holdings(of: official).isEmpty ? .removed : .changed
    }
  }

  func mark(_ id: String) -> Mark {
    let own = marks[id] ?? .kept
    return own == .kept ? holders[id] ?? .kept : own
  }

  /// "7 new, 2 ended, 3 changed": the phases, events and parties in view that differ, and the officials with a figure
  /// whose offices do; `nil` where none does.
  func summary(of view: Snapshot, _ figures: [Figure], _ lexicon: Lexicon) -> String? {
    let claims =
      view.entities.map(\.id.text) + view.events.map(\.id.text) + view.ties.flatMap(\.phases).map(\.id.text)
    let shown =
      claims.filter { !replaced.contains($0) }.compactMap { marks[$0] } + figures.compactMap { holders[$0.id.text] }
    let phrases: [(Phrase, Mark)] = [(.countAdded, .added), (.countRemoved, .removed), (.countChanged, .changed)]
    let counts = phrases.compactMap { phrase, mark -> String? in
      let count = shown.count { $0 == mark }
      return count > 0 ? lexicon.phrase(phrase, count: count) : nil
    }
    return counts.isEmpty ? nil : lexicon.asides(counts)
  }

  private static func mark<Thing>(_ change: Change<Thing>) -> Mark {
    switch change {
    case .added: .added
    case .removed: .removed
    case .changed: .changed
    case .kept, .absent: .kept
    }
  }

  private mutating func note(_ change: Change<Tie>) {
    guard case .changed(let old, let new) = change else {
      for phase in change.thing.phases { marks[phase.id.text] = Marks.mark(change) }
      return
    }
    let gone = old.phases.filter { phase in !new.phases.contains { $0.id == phase.id } }
    let come = new.phases.filter { phase in !old.phases.contains { $0.id == phase.id } }
    for phase in gone { marks[phase.id.text] = .removed }
    for phase in come { marks[phase.id.text] = .added }
    for phase in new.phases where old.phases.contains(where: { $0.id == phase.id && $0.item != phase.item }) {
      marks[phase.id.text] = .changed
    }
    if gone.count == 1, come.count == 1 {
      marks[come[0].id.text] = .changed
      before[come[0].id.text] = gone[0].item.reads ?? new.kind.id.text
      replaced.insert(gone[0].id.text)
    }
  }
}

extension GraphDiff {
  /// Both sides in one snapshot, for a picture of the diff: what only the first has holds with certainty `.no`.
  package var combined: Snapshot {
    var combined = either
    let (entities, events) = (Set(to.entities.map(\.id)), Set(to.events.map(\.id)))
    combined.entities = combined.entities.map { entities.contains($0.id) ? $0 : Held($0.item, .no) }
    combined.events = combined.events.map { events.contains($0.id) ? $0 : Held($0.item, .no) }
    // Who has no office any more is shown with the one that he or she had.
    let gone = from.holdings.filter { to.holdings(of: $0.item.official).isEmpty }
    combined.holdings = to.holdings + gone.map { Held($0.item, .no) }
    let current = Set(to.ties.flatMap(\.phases).map(\.id))
    combined.ties = combined.ties.map { tie in
      let gone = tie.phases.filter { !current.contains($0.id) }.map { Held($0.item, .no) }
      return Tie(tie.relation, tie.kind, phases: gone + tie.phases.filter { current.contains($0.id) })
    }
    return combined
  }
}
