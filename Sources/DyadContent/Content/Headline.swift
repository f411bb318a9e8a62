import DyadCore

/// The finding of a picture as its headline: the names of the parties, and what leads between them.
struct Headline {
  let lexicon: Lexicon
  /// The names of the parties, or of the whole dossier: the headline where there is no finding.
  let names: String

  /// What fits one line of a page; a longer finding is left to the card.
  static let mostCharacters = 62

  /// The names that a view is about.
  init(_ focus: View.Focus, in snapshot: Snapshot, _ lexicon: Lexicon) {
    let labels = focus.parties.map { snapshot.graph.label(of: $0, at: snapshot.moment, in: lexicon) }
    names =
      switch focus {
      case .between: lexicon.phrase(.pair, labels[0], labels[1])
      case .around: labels[0]
      case .everyone: snapshot.graph.title ?? lexicon.phrase(.relations)
      }
    self.lexicon = lexicon
  }

  // MARK: Pairs

  /// "Pakistan and Afghanistan: thawing since March 2025".
  func state(of one: Entity.ID, _ other: Entity.ID, in snapshot: Snapshot) -> String {
    guard let leading = snapshot.leadingPhase(between: one, other) else { return names }
    let finding = PhaseFinding(leading, in: snapshot, lexicon)
    let since =
      finding.isFact ? DateWords(lexicon, at: snapshot.moment).sinceMonth(leading.phase.item.during) : nil
    let dated = finding.wordings.flatMap { words in
      [since.map { lexicon.phrase(.findingSince, names, words, $0) }, lexicon.phrase(.finding, names, words)]
    }
    return shortest(dated) ?? names
  }

  /// "Pakistan and Afghanistan: from strained to thawing"; where the phase is the same, that phase.
  func change(of one: Entity.ID, _ other: Entity.ID, from: Snapshot, to: Snapshot) -> String {
    let (before, after) = (wordings(of: one, other, in: from), wordings(of: one, other, in: to))
    // What became known later did not change in the world.
    guard from.moment.days != to.moment.days, before != after else { return state(of: one, other, in: to) }
    let changes = before.flatMap { was in after.map { lexicon.phrase(.findingOfChange, names, was, $0) } }
    return shortest(changes) ?? state(of: one, other, in: to)
  }

  private func wordings(of one: Entity.ID, _ other: Entity.ID, in snapshot: Snapshot) -> [String] {
    snapshot.leadingPhase(between: one, other).map { PhaseFinding($0, in: snapshot, lexicon).wordings } ?? []
  }

  private func shortest(_ findings: [String?]) -> String? {
    findings.compactMap { $0 }.first { $0.count <= Headline.mostCharacters }
  }

  // MARK: One party

  /// "TTP: hostile ties with 3 of 4 parties", where most of its lines are of one sign.
  func ties(_ signs: [Tone.Sign?]) -> String {
    guard signs.count > 1 else { return names }
    for (sign, some, all) in [
      (Tone.Sign.conflict, Phrase.hostileTies, Phrase.onlyHostileTies),
      (.cooperation, .cooperativeTies, .onlyCooperativeTies),
    ] {
      let count = signs.count { $0 == sign }
      guard count * 2 > signs.count else { continue }
      return count == signs.count
        ? lexicon.phrase(all, names, lexicon.number(count))
        : lexicon.phrase(some, names, lexicon.number(count), lexicon.number(signs.count))
    }
    return names
  }
}

/// A phase with its relation.
typealias LeadingPhase = (tie: Tie, phase: Held<Phase>)

extension Snapshot {
  /// The phase that leads between two parties: of the relation of the two themselves, or else of one between their sides.
  func leadingPhase(between one: Entity.ID, _ other: Entity.ID) -> LeadingPhase? {
    let sides = PairSides(self, one, other)
    let between = ties.filter { tie in
      let ends = tie.relation.parties
      return ends.allSatisfy { sides.side(of: $0) != nil } && Set(ends.compactMap(sides.side)).count == 2
    }
    return leadingTie(of: between, one, other).flatMap { tie in tie.leading.map { (tie, $0) } }
  }

  /// The strongest relation of the two themselves, or else of any between their sides.
  func leadingTie(of between: [Tie], _ one: Entity.ID, _ other: Entity.ID) -> Tie? {
    let own = between.filter { $0.relation.dyads == [Dyad(one, other)] && !$0.relation.isDirected }
    return Strands(ties: own).leadingTie ?? Strands(ties: between).leadingTie
  }
}
