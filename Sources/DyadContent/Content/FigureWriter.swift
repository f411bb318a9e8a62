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
    var figure = Figure(
      id: entity.id, kind: entity.kind, side: side,
      name: name(of: entity),
      fullName: entity.name(at: snapshot.moment, in: lexicon.language),
      lines: (entity.isUnnamed ? [lexicon.phrase(.unnamed)] : [])
        + (entity.evidence.isDraft ? [lexicon.phrase(.draft)] : []) + lines.map(\.words),
      claims: lines.map(\.claim), isUnnamed: entity.isUnnamed || entity.evidence.isDraft,
      isPossible: held.certainty == .possibly,
      quotes: entity.evidence.citations.compactMap(\.quote), mark: mark, isAbsent: isGone)
    figure.numbers = Array(repeating: [], count: figure.lines.count - lines.count) + lines.map(\.numbers)
    return figure
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
  private func existence(of entity: Entity) -> [FigureLine] {
    let during = entity.during
    guard during != .always else { return [] }
    let isOver = during.endDate != nil && during.span.upperBound < snapshot.moment.days.lowerBound
    let shown = isOver ? Interval(from: .open, to: during.end) ?? during : during
    return [FigureLine(words: DateWords(lexicon).words(shown), claim: entity.id.text)]
  }

  /// The offices that an official holds, or possibly holds.
  private func offices(of entity: Entity) -> [FigureLine] {
    snapshot.holdings(of: entity.id).compactMap { holding in
      snapshot.graph.offices[holding.item.office].map { office in cited(office.title, holding) }
    }
  }

  /// "governs since Aug 2021".
  private func affiliations(of entity: Entity) -> [FigureLine] {
    snapshot.ties.filter { $0.kind.isAffiliation && $0.relation.from == entity.id }.flatMap { tie in
      tie.phases.map { phase in
        let since = DateWords(lexicon, at: snapshot.moment).words(phase.item.during)
        let words = phase.item.reads.map { "\($0) \(since)" } ?? affiliation(tie, since)
        return cited(words, phase)
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
  private func cited<Item: Claim>(_ words: String, _ held: Held<Item>) -> FigureLine {
    let numbers = notes.numbers(of: held.item.evidence)
    let draft = held.item.evidence.isDraft ? lexicon.phrase(.draft) : ""
    let whole = lexicon.asides([words + (held.certainty == .possibly ? "?" : ""), draft].filter { !$0.isEmpty })
    return FigureLine(words: whole + FigureLine.ending(numbers), claim: held.id.text, numbers: numbers)
  }
}

/// A line below the name of a figure.
private struct FigureLine {
  var words: String
  var claim: String
  var numbers: [Int] = []

  /// " [1][3]": how a line ends that cites sources by number.
  static func ending(_ numbers: [Int]) -> String {
    numbers.isEmpty ? "" : " \(numbers.map { "[\($0)]" }.joined())"
  }
}

extension Figure {
  /// The same with other numbers of sources; `nil` if its lines are not those that were written with its numbers.
  func numbered(_ change: ([Int]) -> [Int]) -> Figure? {
    guard lines.count >= numbers.count else { return nil }
    var figure = self
    for (index, old) in numbers.enumerated() where !old.isEmpty {
      let ending = FigureLine.ending(old)
      guard lines[index].hasSuffix(ending) else { return nil }
      figure.numbers[index] = change(old)
      figure.lines[index] = lines[index].dropLast(ending.count) + FigureLine.ending(figure.numbers[index])
    }
    return figure
  }
}
