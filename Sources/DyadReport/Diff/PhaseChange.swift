internal import DyadCore

/// What became of the phases of one relation.
struct PhaseChange {
  /// The one that the line tells.
  let lead: Held<Phase>
  /// Those that hold no longer.
  let gone: [Held<Phase>]
  /// The other ones that are new, or that went with the relation.
  let more: [Held<Phase>]
  /// Those that hold as before, beside a new one.
  let beside: [Held<Phase>]
  /// Those that say something else than before.
  let altered: [(before: Held<Phase>, after: Held<Phase>)]

  /// A tie that is there has a phase.
  init(_ change: Change<Tie>) {
    let (before, after) = (change.before?.phases ?? [], change.after?.phases ?? [])
    let fresh = after.filter { new in !before.contains { $0.id == new.id } }
    let lost = before.filter { old in !after.contains { $0.id == old.id } }
    let common = after.compactMap { new in before.first { $0.id == new.id }.map { (before: $0, after: new) } }
    altered = common.filter { $0.before.fields(in: nil) != $0.after.fields(in: nil) }
    if after.isEmpty {
      let lead = PhaseChange.leading(lost)
      self.lead = lead
      (gone, more, beside) = ([], lost.filter { $0.id != lead.id }, [])
    } else {
      let lead = PhaseChange.leading([fresh, altered.map(\.after), after].first { !$0.isEmpty }!)
      self.lead = lead
      (gone, more) = (lost, fresh.filter { $0.id != lead.id })
      beside = fresh.isEmpty || !lost.isEmpty ? [] : common.map(\.after)
    }
  }

  /// As in a tie: the one that holds most surely, the latest of several.
  private static func leading(_ phases: [Held<Phase>]) -> Held<Phase> {
    phases.enumerated().max { ($0.element.certainty, $0.offset) < ($1.element.certainty, $1.offset) }!.element
  }

  /// "also: strained until Mar 2025"
  static func told(_ word: String, _ phases: [String]) -> [String] {
    phases.isEmpty ? [] : ["\(word): \(phases.joined(separator: ", "))"]
  }
}
