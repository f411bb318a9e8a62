internal import DyadCore
internal import DyadDrawing

/// Says in sentences what a brief tells of two parties.
struct BriefWords {
  let graph: KnowledgeGraph
  let pair: (Entity.ID, Entity.ID)
  /// What holds at the moment between the two and around them.
  let snapshot: Snapshot
  let notes: Footnotes
  let tense: BriefTense
  let since: Day?

  private let before: Snapshot?
  /// What changed since; `nil` where that is not asked for.
  private let items: [DiffItem]?
  private let drawing: Drawing
  private let sides: (Set<Entity.ID>, Set<Entity.ID>)
  private let dates = DateWords.english

  init(
    _ graph: KnowledgeGraph, _ one: Entity.ID, _ other: Entity.ID, at moment: Moment, since: Day?, filter: Filter
  ) {
    func seen(_ moment: Moment) -> Snapshot {
      graph.snapshot(at: moment).between(one, other).filtered(by: filter, keeping: [one, other])
    }
    (self.graph, pair, self.since) = (graph, (one, other), since)
    snapshot = seen(moment)
    before = since.map { seen(Moment(on: $0, known: moment.known)) }
    tense = BriefTense(isPast: graph.knowsOf(anythingAfter: moment.days.upperBound))
    sides = snapshot.sides(of: one, other)
    notes = Footnotes(
      citing: (snapshot.evidence + (before?.evidence ?? [])).map(\.evidence)
        + graph.earlierPhases(one, other, moment).map(\.evidence),
      in: graph)
    items = before.map { [snapshot, notes] before in
      DiffReport([.world: GraphDiff(from: before, to: snapshot)], of: .between(one, other), notes: notes).parts
        .flatMap(\.items)
    }
    drawing = Drawing(
      GraphDiff(snapshot), of: View(.between(one, other), filter: filter), style: Style(detail: .everything),
      notes: notes)
  }

  private func name(_ id: Entity.ID) -> String { graph.shortName(of: id, at: snapshot.moment) }
  private var names: String { "\(name(pair.0)) and \(name(pair.1))" }
  private var day: String { dates.words(snapshot.moment.days) }
  private var isDay: Bool { snapshot.moment.days.lowerBound == snapshot.moment.days.upperBound }
  private var on: String { isDay ? "On \(day)" : "In \(day)" }

  // MARK: In short

  /// How the two stand, since when, what was before, and how much rests on what.
  var summary: Prose {
    var sentences = [state]
    if let earlier = earlier.last, let tie = leading, tie.relation.kind == "ties" || tie.phases.count == 1 {
      sentences.append(
        "Before that they \(tense.were) \(strong: earlier.reads ?? "otherwise") (\(dates.words(earlier.during)))\(citing: notes.numbers(of: earlier.evidence))."
      )
    }
    let rows = events
    if let last = rows.max(by: { $0.item.within.span.upperBound < $1.item.within.span.upperBound }) {
      let (good, bad) = (
        rows.count { $0.item.tone.sign == .cooperation }, rows.count { $0.item.tone.sign == .conflict }
      )
      sentences.append(
        "Of \(counted(rows.count, "event")) on record between the two sides by then, \(good) \(good == 1 ? tense.is : tense.are) cooperative and \(bad) hostile; the latest: \(last.item.what) (\(dates.happened(last.item.within)))\(citing: notes.numbers(of: last.item.evidence))."
      )
    }
    return sentences.told()
  }

  private var leading: Tie? { snapshot.leadingTie(between: pair.0, pair.1) }

  private var state: Prose {
    guard let tie = leading, let phase = tie.leading else {
      return "Nothing is on record of how \(names) \(tense.stand) with one another \(isDay ? "on" : "in") \(day)."
    }
    let possibly = phase.certainty == .possibly ? "possibly " : ""
    let tail: Prose =
      ", \(dates.words(phase.item.during))\(says(phase.item.evidence))\(citing: notes.numbers(of: phase.item.evidence))."
    let others = tie.phases.filter { $0.id != phase.id }.map { other -> Prose in
      "\(strong: other.item.reads ?? "otherwise") (\(dates.words(other.item.during)))\(citing: notes.numbers(of: other.item.evidence))"
    }
    let also: Prose = others.isEmpty ? "" : " It is open whether they \(tense.are) rather \(others.listed())."
    if tie.relation.kind == "ties", let reads = phase.item.reads {
      return "\(on), relations between \(names) \(tense.are) \(possibly)\(strong: reads)" + tail + also
    }
    let what = sentence(tie)
    let reads: Prose = phase.item.reads.map { ": \(strong: $0)" } ?? ""
    return "\(on) there \(tense.is) \(possibly)\(what)" + reads + tail + also
  }

  /// The phases that had ended by then, in order.
  private var earlier: [Phase] { graph.earlierPhases(pair.0, pair.1, snapshot.moment) }

  /// Those in which both sides have a part, in order of time.
  private var events: [Held<Event>] {
    snapshot.events.filter { event in
      event.item.parties.contains(where: sides.0.contains) && event.item.parties.contains(where: sides.1.contains)
    }.sorted { ($0.item.within.span.lowerBound, $0.id) < ($1.item.within.span.lowerBound, $1.id) }
  }

  // MARK: Who they are

  var parties: [Prose] { [party(pair.0, sides.0), party(pair.1, sides.1)] }

  private func party(_ id: Entity.ID, _ side: Set<Entity.ID>) -> Prose {
    guard let entity = graph.entities[id] else { return Prose(id.text) }
    let fullName = entity.name(at: snapshot.moment)
    let short = entity.short.flatMap { $0 == fullName ? nil : " (\($0))" } ?? ""
    let home = entity.home.map { ", of \(name($0))" } ?? ""
    var sentences: [Prose] = ["\(strong: fullName)\(short) \(tense.is) \(kind(entity))\(home)."]
    if snapshot.entity(id) == nil { sentences.append("It \(tense.is) not there at that date.") }
    let above = snapshot.ties.filter { $0.kind.isAffiliation && ($0.relation.to == id || $0.relation.from == id) }
      .filter { $0.relation.from != id || side.contains($0.relation.to) == false }
    let ties = above.map { tie -> Prose in
      let phase = tie.leading!
      let when = dates.words(phase.item.during)
      let words =
        tie.kind.id == "governs" && tie.relation.to == id
        ? "power \(tense.is) held by \(name(tie.relation.from))" : sentence(tie)
      return "\(words), \(when)\(doubt(phase.certainty))\(citing: notes.numbers(of: phase.item.evidence))"
    }
    sentences += ties.map { capitalized($0) + "." }
    let officials = snapshot.holdings.filter { side.contains($0.item.official) }
    let people = Dictionary(grouping: officials, by: \.item.official).sorted { $0.key < $1.key }.map { person, held in
      let titles = held.compactMap { holding -> Prose? in
        guard let office = graph.offices[holding.item.office] else { return nil }
        return "\(office.title)\(doubt(holding.certainty))\(citing: notes.numbers(of: holding.item.evidence))"
      }
      return "\(graph.entities[person]?.name(at: snapshot.moment) ?? person.text), " + titles.listed()
    }
    if !people.isEmpty {
      sentences.append("In office \(people.count == 1 ? tense.is : tense.are) " + people.listed(by: ";") + ".")
    }
    let inOffice = Set(officials.map(\.item.official))
    let others = snapshot.entities.filter { held in
      held.id != id && side.contains(held.id) && held.item.kind != .place && !inOffice.contains(held.id)
        && !above.contains { $0.relation.from == held.id }
    }.map { held -> Prose in "\(name(held.id))\(doubt(held.certainty))" }
    if !others.isEmpty {
      sentences.append(
        "On its side \(others.count == 1 ? tense.stands : tense.stand) \(inOffice.isEmpty ? "" : "also ")"
          + others.listed() + ".")
    }
    return sentences.told()
  }

  /// "an armed group", "a state", "an organization (officials, unnamed)"
  private func kind(_ entity: Entity) -> String {
    let kind = entity.kind.rawValue
    guard let type = entity.type else { return article(kind) }
    let isAdjective = type.allSatisfy(\.isLetter) && entity.kind != .organization
    return isAdjective ? article("\(type) \(kind)") : "\(article(kind)) (\(type))"
  }

  private func article(_ noun: String) -> String {
    ("aeiou".contains(noun.prefix(1).lowercased()) ? "an " : "a ") + noun
  }

  // MARK: Where they stand

  /// Every other tie between the two sides.
  var standing: Prose {
    let ties = snapshot.ties.filter { tie in
      let ends = [tie.relation.from, tie.relation.to]
      return ends.contains(where: sides.0.contains) && ends.contains(where: sides.1.contains) && tie.id != leading?.id
    }
    let told = ties.flatMap { tie in tie.phases.map { phase(tie, $0) } }
    guard !told.isEmpty else { return "No other tie between the two sides \(tense.is) on record." }
    return "Beside \(leading == nil ? "that" : "this") there \(told.count == 1 ? tense.is : tense.are) on record "
      + told.listed(by: ";") + "."
  }

  private func phase(_ tie: Tie, _ phase: Held<Phase>) -> Prose {
    let reads = phase.item.reads.map { ": \($0)" } ?? ""
    return
      "\(sentence(tie))\(reads) (\(dates.words(phase.item.during))\(phase.certainty == .possibly ? ", possibly" : "")\(says(phase.item.evidence)))\(citing: notes.numbers(of: phase.item.evidence))"
  }

  // MARK: What changed

  var changesTitle: String {
    since.map { "What changed since \(dates.words($0))" } ?? "What happened last"
  }

  /// What became of a claim since then, where something did.
  private func mark(_ claim: String) -> Prose {
    guard let item = items?.first(where: { $0.claims(in: graph).contains(claim) }), !item.isOnlyCertain else {
      return ""
    }
    return "\(Lexicon.english.phrase(item.mark.phrase)): "
  }

  var changesLead: Prose {
    guard let items else {
      return events.isEmpty
        ? "No event between the two sides is on record by then." : "The last events on record between the two sides:"
    }
    guard !items.isEmpty else { return "Nothing that is on record changed in that time." }
    var sentences: [Prose] = []
    if let old = before?.leadingTie(between: pair.0, pair.1)?.leading?.item, let new = leading?.leading?.item,
      old.id != new.id, let from = old.reads, let to = new.reads
    {
      sentences.append(
        "Relations went from \(strong: from) to \(strong: to)\(citing: notes.numbers(of: new.evidence)).")
    }
    let (own, others) = (items.count(where: isToldHere), items.count { isToldWithThirds($0) && $0.thing != .entity })
    sentences.append(
      "\(counted(own, "change")) \(own == 1 ? tense.is : tense.are) on record here\(others == 0 ? "" : ", and \(others) with third parties, where they are marked")."
    )
    let certain = items.count(where: \.isOnlyCertain)
    if certain > 0 {
      sentences.append(
        "\(counted(certain, "claim")) that \(certain == 1 ? "was" : "were") only possible then \(certain == 1 ? tense.is : tense.are) certain at the later date."
      )
    }
    return sentences.told()
  }

  private func isOwn(_ item: DiffItem) -> Bool {
    item.dyad == [pair.0, pair.1] || item.dyad == [pair.0] || item.dyad == [pair.1]
  }

  /// What stands, with its mark, in the section on third parties: there each claim that holds, and each party.
  private func isToldWithThirds(_ item: DiffItem) -> Bool {
    guard !isOwn(item), !item.isOnlyCertain, item.mark != .removed else { return false }
    return item.thing == .entity || !claimsOfThirds.isDisjoint(with: item.claims(in: graph))
  }

  private var claimsOfThirds: Set<String> { Set(thirdCards.flatMap(\.rows).flatMap(\.claims)) }

  /// What is told nowhere else: of the two, of what is gone, and among third parties.
  private func isToldHere(_ item: DiffItem) -> Bool { !item.isOnlyCertain && !isToldWithThirds(item) }

  /// With changes, those that no other section tells; else the last events.
  var changes: [Prose] {
    guard let items else {
      return events.suffix(8).map { event in
        "\(dates.happened(event.item.within)): \(event.item.what)\(doubt(event.certainty))\(says(event.item.evidence))\(citing: notes.numbers(of: event.item.evidence))"
      }
    }
    return items.filter(isToldHere).map { item in
      let numbers: Prose = item.isUnsourced || !item.sources.isEmpty ? "\(citing: item.sources)" : ""
      return
        "\(strong: Lexicon.english.phrase(item.mark.phrase)): \(isOwn(item) ? "" : "\(item.heading): ")\(item.when.isEmpty ? "" : "\(item.when): ")\(item.sentence)"
        + numbers
    }
  }

  // MARK: Course, third parties

  var course: Prose {
    let told = (earlier + [leading?.leading?.item].compactMap { $0 }).map { phase -> Prose in
      "\(strong: phase.reads ?? "without a word for it") (\(dates.words(phase.during)))\(citing: notes.numbers(of: phase.evidence))"
    }
    guard let first = told.first else { return "No phase of relations between the two is on record." }
    if told.count == 1 { return "One phase of their relations is on record: \(first)." }
    return told.dropFirst().reduce("Their relations were \(first)") { $0 + ", then " + $1 } + "."
  }

  private var thirdCards: [Card] { drawing.cards.filter { $0.id != "dyad" && !$0.rows.isEmpty } }

  var thirdParties: [Prose] {
    thirdCards.map { card in
      let id = Entity.ID(card.id.hasPrefix("third-") ? String(card.id.dropFirst("third-".count)) : card.id)
      let head = graph.entities[id].map { $0.name(at: snapshot.moment) } ?? card.title ?? id.text
      let rows = card.rows.map { row -> Prose in
        let says = row.speakers.isEmpty ? "" : ", according to \(row.speakers.joined(separator: ", "))"
        let denial = row.denial.map { ", \($0)" } ?? ""
        return "\(mark(row.id))\(row.what) (\(row.when)\(says)\(denial))\(citing: row.sources)."
      }
      return "\(strong: head). \(rows.told())"
    }
  }

  // MARK: Contested, or uncertain

  /// A paragraph for each way in which something may be doubted.
  var doubts: [Prose] {
    let held =
      snapshot.evidence
      + earlier.map { HeldEvidence(id: $0.id.text, evidence: $0.evidence, certainty: .yes) }
    let telling = Telling(snapshot)
    func told(_ lead: String, _ claims: [HeldEvidence], _ more: (Evidence) -> String = { _ in "" })
      -> Prose?
    {
      let lines = claims.compactMap { claim in
        telling.line(ofClaim: claim.id).map { line -> Prose in
          let numbers: Prose = claim.evidence.citations.isEmpty ? "" : "\(citing: notes.numbers(of: claim.evidence))"
          return "\(line)\(more(claim.evidence))" + numbers
        }
      }
      return lines.isEmpty ? nil : "\(strong: lead) " + lines.listed(by: ";") + "."
    }
    let paragraphs = [
      told("Denied:", held.filter { [.contested, .denied].contains($0.evidence.standing) }) { evidence in
        let deniers = evidence.deniers.map(graph.name(of:))
        return deniers.isEmpty ? "" : ", denied by \(deniers.joined(separator: ", "))"
      },
      told("Only possible at that date:", held.filter { $0.certainty == .possibly }),
      told("Told in somebody's name only:", held.filter { !$0.evidence.speakers.isEmpty }) { says($0) },
      told("Without a source:", held.filter { $0.evidence.standing == .unsourced && !$0.isEntity }),
    ].compactMap { $0 }
    return paragraphs.isEmpty
      ? ["Nothing that is told here is contested, only possible, told in somebody's name, or without a source."]
      : paragraphs
  }

  // MARK: Sources

  var sources: [Brief.SourceNote] {
    let citations =
      (snapshot.evidence + (before?.evidence ?? [])).flatMap(\.evidence.citations)
      + earlier.flatMap(\.evidence.citations)
    return notes.sources.enumerated().map { index, source in
      var seen: Set<String> = []
      let quotes = citations.filter { $0.source == source.id }.compactMap(\.quote).filter { seen.insert($0).inserted }
        .withoutParts
      // In the order in which they stand in their text, where there is one.
      let placed = quotes.enumerated().sorted { one, other in
        let places = [one, other].map { source.text?.find($0.element).first?.lowerBound ?? 0 }
        return (places[0], one.offset) < (places[1], other.offset)
      }.map(\.element)
      return Brief.SourceNote(
        number: index + 1, imprint: String(notes.line(index + 1).dropFirst("[\(index + 1)] ".count)), url: source.url,
        quotes: placed)
    }
  }

  // MARK: Small words

  private func sentence(_ tie: Tie) -> String {
    tie.kind.sentence(from: name(tie.relation.from), to: name(tie.relation.to))
  }

  private func says(_ evidence: Evidence) -> String {
    let speakers = evidence.speakers.map(graph.name(of:))
    return speakers.isEmpty ? "" : ", according to \(speakers.joined(separator: ", "))"
  }

  private func doubt(_ certainty: Certainty) -> String { certainty == .possibly ? " (possibly)" : "" }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func capitalized(_ prose: Prose) -> Prose {
    var prose = prose
    if case .words(let words)? = prose.runs.first {
      prose.runs[0] = .words(words.prefix(1).uppercased() + words.dropFirst())
    }
    return prose
  }
}

extension DiffItem {
  /// That it was only possible before, and nothing else.
  fileprivate var isOnlyCertain: Bool { mark == .changed && remarks == [FieldWords.nowCertain] }

  /// The ids of the claims that it tells: of a relation, those of its phases.
  fileprivate func claims(in graph: KnowledgeGraph) -> [String] {
    thing == .relation ? graph.relations[Relation.ID(id)]?.phases.map(\.id.text) ?? [] : [id]
  }
}

extension [String] {
  /// Those that stand in no other one.
  fileprivate var withoutParts: [String] {
    filter { one in !contains { $0 != one && $0.contains(one) } }
  }
}
