import DyadCore

/// Makes figures of entities.
struct FigureWriter {
  let snapshot: Snapshot
  let notes: Footnotes
  let lexicon: Lexicon
  var marks: Marks?
  /// Whether short forms are spelled out, as at the first use in a picture.
  var spellsOut = false

  func figure(_ held: Held<Entity>, side: Figure.Side) -> Figure {
    let entity = held.item
    let mark = marks?.mark(entity.id.text)
    let isGone = held.certainty == .no && (mark ?? .kept) == .kept
    let lines = (isGone ? existence(of: entity) : []) + offices(of: entity) + affiliations(of: entity)
    return Figure(
      id: entity.id, kind: entity.kind, side: side,
      name: name(of: entity),
      fullName: entity.name(at: snapshot.moment, in: lexicon.language),
      lines: (entity.isUnnamed ? [lexicon.phrase(.unnamed)] : [])
        + (entity.evidence.isDraft ? [lexicon.phrase(.draft)] : []) + lines.map(\.words),
      claims: lines.map(\.claim), isUnnamed: entity.isUnnamed || entity.evidence.isDraft,
      isPossible: held.certainty == .possibly,
      quotes: entity.evidence.citations.compactMap(\.quote), mark: mark, isAbsent: isGone)
  }

  /// "Tehreek-e-Taliban Pakistan (TTP)" where it is spelled out, or else the short name.
  private func name(of entity: Entity) -> String {
    let label = snapshot.graph.label(of: entity.id, at: snapshot.moment, in: lexicon)
    let full = entity.name(at: snapshot.moment, in: lexicon.language)
    let isAbbreviation = label.count > 1 && label == label.uppercased() && label != label.lowercased()
    guard spellsOut, isAbbreviation, label == entity.short, full != label, !full.contains(label),
      full.count <= FigureWriter.longestName
    else { return label }
    return "\(full) (\(label))"
  }

  /// A longer name is left to the tooltip.
  private static let longestName = 44

  /// "until 1 Jan 2024": the dates of a party that does not exist at the moment.
  private func existence(of entity: Entity) -> [(words: String, claim: String)] {
    let during = entity.during
    guard during != .always else { return [] }
    let isOver = during.endDate != nil && during.span.upperBound < snapshot.moment.days.lowerBound
    let shown = isOver ? Interval(from: .open, to: during.end) ?? during : during
    return [(DateWords(lexicon).words(shown), entity.id.text)]
  }

  /// The offices that an official holds, or possibly holds.
  private func offices(of entity: Entity) -> [(words: String, claim: String)] {
    snapshot.holdings(of: entity.id).compactMap { holding in
      snapshot.graph.offices[holding.item.office].map { office in (cited(office.title, holding), holding.id.text) }
    }
  }

  /// "governs since Aug 2021".
  private func affiliations(of entity: Entity) -> [(words: String, claim: String)] {
    snapshot.ties.filter { $0.kind.isAffiliation && $0.relation.from == entity.id }.flatMap { tie in
      tie.phases.map { phase in
        let since = DateWords(lexicon, at: snapshot.moment).words(phase.item.during)
        let words = phase.item.reads.map { "\($0) \(since)" } ?? affiliation(tie, since)
        return (cited(words, phase), phase.id.text)
      }
    }
  }

  private func affiliation(_ tie: Tie, _ since: String) -> String {
    switch tie.kind.id {
    case "governs": lexicon.phrase(.inPower, since)
    case "part-of": lexicon.phrase(.partOf, since)
    default: "\(tie.kind.id.text) \(since)"
    }
  }

  /// With "?" if it holds only possibly, and the numbers of its sources.
  private func cited<Item: Claim>(_ words: String, _ held: Held<Item>) -> String {
    let numbers = notes.numbers(of: held.item.evidence).map { "[\($0)]" }.joined()
    let draft = held.item.evidence.isDraft ? lexicon.phrase(.draft) : ""
    return lexicon.asides([words + (held.certainty == .possibly ? "?" : ""), draft].filter { !$0.isEmpty })
      + (numbers.isEmpty ? "" : " \(numbers)")
  }
}
