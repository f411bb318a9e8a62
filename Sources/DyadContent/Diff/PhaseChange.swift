internal import DyadCore

/// The changes of the phases of one relation.
struct PhaseChange {
  /// The phase shown in the line.
  let lead: Held<Phase>
  /// Phases that no longer hold.
  let gone: [Held<Phase>]
  /// Other phases that are new, or that were removed with the relation.
  let more: [Held<Phase>]
  /// Phases that hold as before, beside a new one.
  let beside: [Held<Phase>]
  /// Phases with changed fields.
  let altered: [(before: Held<Phase>, after: Held<Phase>)]

  /// Each tie has at least one phase.
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
      let lead = PhaseChange.leading(!fresh.isEmpty ? fresh : !altered.isEmpty ? altered.map(\.after) : after)
      self.lead = lead
      (gone, more) = (lost, fresh.filter { $0.id != lead.id })
      beside = fresh.isEmpty || !lost.isEmpty ? [] : common.map(\.after)
    }
  }

  /// The phase with the highest certainty, the latest of several, as in `Tie.leading`.
  private static func leading(_ phases: [Held<Phase>]) -> Held<Phase> {
    let leading = phases.enumerated().max { ($0.element.certainty, $0.offset) < ($1.element.certainty, $1.offset) }
    guard let leading else { preconditionFailure("a tie has at least one phase") }
    return leading.element
  }

  /// "also: strained until Mar 2025"
  static func remark(_ word: String, _ phases: [String]) -> [String] {
    phases.isEmpty ? [] : ["\(word): \(phases.joined(separator: ", "))"]
  }
}
