internal import DyadCore

/// The changes of a diff as items, sorted by dyad.
struct DiffItems {
  private let diff: GraphDiff
  private let notes: Footnotes
  private let words: ClaimText
  private let grouping: DiffGrouping
  private let fields: FieldChangeText
  /// Whether two dates are compared, so that earlier phases have ended.
  private let isOverTime: Bool
  private let dates: DateWords

  init(_ diff: GraphDiff, _ focus: View.Focus, _ notes: Footnotes, isOverTime: Bool) {
    let either = diff.either
    (self.diff, self.notes, self.isOverTime) = (diff, notes, isOverTime)
    dates = DateWords(.english, at: diff.to.moment)
    words = ClaimText(either.graph, at: diff.to.moment)
    grouping = DiffGrouping(either, focus, words)
    fields = FieldChangeText(words: words, notes: notes)
  }

  /// Every change, those of certainty alone last: by dyad, then relations, events by their dates, offices, parties, sources.
  var items: [DiffItem] {
    let all =
      diff.ties.compactMap(item) + diff.events.compactMap(item) + diff.holdings.compactMap(item)
      + diff.entities.compactMap(item) + diff.counted.compactMap(item) + diff.sources.compactMap(item)
    return all.map { item in
      let heading = grouping.heading(item.dyad)
      return (
        item, heading.rank, heading.words,
        DiffItem.Thing.allCases.firstIndex(of: item.thing) ?? DiffItem.Thing.allCases.endIndex
      )
    }.sorted { one, other in
      let isLast = (one.0.mark == .certainty, other.0.mark == .certainty)
      guard isLast.0 == isLast.1 else { return isLast.1 }
      guard (one.1, one.2, one.3) == (other.1, other.2, other.3) else {
        return (one.1, one.2, one.3) < (other.1, other.2, other.3)
      }
      guard one.0.order == other.0.order else { return one.0.order.lexicographicallyPrecedes(other.0.order) }
      return one.0.id < other.0.id
    }.map(\.0)
  }

  /// The item of a change of any record.
  private func item<Thing: Itemized>(
    _ change: Change<Thing>, _ thing: DiffItem.Thing, id: String, formerId: String? = nil, dyad: [Entity.ID],
    when: String, what: String, remarks: [String], _ evidence: Evidence, _ certainty: Certainty, order: [Int] = []
  ) -> DiffItem {
    let mark: DiffItem.Mark =
      change.before == nil
      ? .added : change.after == nil ? .removed : diff.differsInCertaintyAlone(change) ? .certainty : .changed
    let fields = diff.fields(of: change)
    let isPossible = certainty == .possibly
    let doubt = isPossible && when.isEmpty ? [Lexicon.english.phrase(.possibly)] : []
    return DiffItem(
      mark: mark, thing: thing, id: id, formerId: formerId, dyad: dyad, heading: grouping.heading(dyad).words,
      when: isPossible && !when.isEmpty ? "\(when)?" : when, what: what,
      remarks: (formerId.map { ["id was: \($0)"] } ?? []) + doubt + remarks,
      speakers: evidence.speakers.map(words.graph.name(of:)), denial: denial(evidence),
      sources: notes.numbers(of: evidence),
      isUnsourced: evidence.citations.isEmpty, isPossible: isPossible, before: fields.before,
      after: fields.after, order: order)
  }

  private func denial(_ evidence: Evidence) -> String? {
    let deniers = evidence.deniers.map(words.graph.name(of:))
    switch evidence.standing {
    case .asserted, .unsourced: return nil
    case .denied, .contested:
      let names = deniers.isEmpty ? Lexicon.english.phrase(.theSource) : deniers.joined(separator: ", ")
      return Lexicon.english.phrase(.deniedBy, names)
    }
  }

  /// The changes of fields, where it was there before and is there still.
  private func remarks<Thing: Itemized>(_ change: Change<Thing>, without: Set<String> = []) -> [String] {
    guard change.before != nil, change.after != nil else { return [] }
    return diff.fieldChanges(of: change).filter { !without.contains($0.name) }.map(fields.words)
  }

  // MARK: Events, offices, parties, sources

  private func item(_ change: Change<Held<Event>>) -> DiffItem? {
    guard change.isDifference else { return nil }
    let event = change.thing.item
    // By the date that is written, not by the days that "about" adds to it.
    let written = event.within.startDate.flatMap { PartialDate(year: $0.year, month: $0.month, day: $0.day) }
    let order = [written?.days.lowerBound ?? event.within.span.lowerBound, event.within.span.upperBound]
    return item(
      change, .event, id: event.id.text, formerId: change.formerId?.text, dyad: grouping.dyad(of: event),
      when: dates.happened(event.within), what: event.what, remarks: remarks(change), event.evidence,
      change.thing.certainty, order: order.map { Int($0.number) })
  }

  private func item(_ change: Change<Held<Holding>>) -> DiffItem? {
    guard change.isDifference else { return nil }
    let holding = change.thing.item
    return item(
      change, .office, id: holding.id.text, dyad: grouping.dyad(of: holding), when: dates.words(holding.during),
      what: words.words(holding), remarks: remarks(change), holding.evidence, change.thing.certainty)
  }

  private func item(_ change: Change<Held<Entity>>) -> DiffItem? {
    guard change.isDifference else { return nil }
    let entity = change.thing.item
    let what = "\(entity.name(at: diff.to.moment)), \(Lexicon.english.phrase(Phrase(entity.kind)))"
    var item = item(
      change, .entity, id: entity.id.text, formerId: change.formerId?.text, dyad: grouping.dyad(of: entity),
      when: entity.during == .always ? "" : dates.words(entity.during), what: what, remarks: remarks(change),
      entity.evidence, change.thing.certainty)
    // The existence of an entity needs no source.
    item.isUnsourced = false
    return item
  }

  /// "ICEWS Coded Event Data counts Afghanistan toward Pakistan: n: 4506 (was 5236), …"
  private func item(_ change: Change<CountedDyad>) -> DiffItem? {
    guard change.isDifference else { return nil }
    let counted = change.thing
    let graph = words.graph
    let name = graph.countTables[counted.table]?.name ?? counted.table.text
    let (from, to) = (words.name(counted.from), words.name(counted.to))
    let total = counted.total
    let said = change.before == nil || change.after == nil ? ": \(total.events) events" : ""
    return item(
      change, .count, id: counted.id.text, dyad: grouping.dyad([counted.from], [counted.to]),
      when: dates.words(counted.days), what: "\(name) counts what \(from) does toward \(to)\(said)",
      remarks: remarks(change, without: ["period"]), counted.counts[0].item.evidence, .yes)
  }

  private func item(_ change: Change<Source>) -> DiffItem? {
    guard change.isDifference else { return nil }
    let source = change.thing
    return item(
      change, .source, id: source.id.text, dyad: [], when: source.published.map(dates.words) ?? "",
      what: source.title, remarks: remarks(change), Evidence([Citation(of: source.id)]), .yes)
  }

  // MARK: Relations

  /// A relation is one change, however many of its phases changed.
  private func item(_ change: Change<Tie>) -> DiffItem? {
    guard change.isDifference else { return nil }
    let relation = change.thing.relation
    let phases = PhaseChange(change)
    let dyad = grouping.dyad(of: relation)
    let isPlain = !relation.isDirected && relation.kind == "ties" && Set(dyad) == [relation.from, relation.to]
    let lead = phases.lead
    let what = isPlain ? lead.item.reads ?? words.sentence(relation) : words.words(relation, lead.item)
    let phaseRemarks =
      PhaseChange.remark("was", phases.gone.map { self.phase($0.item, ended: isOverTime) })
      + PhaseChange.remark("also", phases.more.map(self.phase))
      + PhaseChange.remark("beside", phases.beside.map(self.phase))
    let evidence = Evidence(([lead] + phases.gone + phases.more).flatMap { $0.item.evidence.citations })
    var item = item(
      change, .relation, id: relation.id.text, formerId: change.formerId?.text, dyad: dyad,
      when: dates.words(lead.item.during), what: isPlain ? what : what.prefix(1).uppercased() + what.dropFirst(),
      remarks: phaseRemarks + phases.altered.flatMap { altered($0, lead) } + remarks(change, without: ["phases"]),
      lead.item.evidence,
      lead.certainty, order: [isPlain ? 0 : 1])
    item.sources = notes.numbers(of: evidence)
    return item
  }

  /// "strained until Mar 2025 (inferred)"
  private func phase(_ phase: Phase, ended: Bool) -> String {
    let during = ended ? Interval(from: .open, to: phase.during.end) ?? phase.during : phase.during
    let when = during == .always ? phase.during : during
    let evidence = phase.evidence
    let basis =
      evidence.isInferred
      ? [Lexicon.english.phrase(.inferred)]
      : evidence.speakers.isEmpty
        ? [] : ["according to \(evidence.speakers.map(words.graph.name(of:)).joined(separator: ", "))"]
    return ([phase.reads ?? "a phase", dates.words(when)] + basis.map { "(\($0))" }).joined(separator: " ")
  }

  /// With "?" if it holds only possibly, which no longer matters for one that is gone.
  private func phase(_ held: Held<Phase>) -> String {
    phase(held.item, ended: false) + (held.certainty == .possibly ? "?" : "")
  }

  /// The changes of fields of a phase; unless it is the leading phase, with its wording.
  private func altered(_ phase: (before: Held<Phase>, after: Held<Phase>), _ lead: Held<Phase>) -> [String] {
    let changes = FieldChange.between(phase.before.fields(in: nil), phase.after.fields(in: nil)).map(fields.words)
    return phase.after.id == lead.id
      ? changes : changes.map { "\(self.phase(phase.after.item, ended: false)): \($0)" }
  }
}
