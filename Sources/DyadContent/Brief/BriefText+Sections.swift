import DyadCore

/// The sentences of the other sections.
extension BriefText {
  /// The heading of the section on what is new.
  var newsTitle: String { since.map { "New since \(dates.words($0))" } ?? "Recent events" }

  /// The phases of ties as sentences, those with the same words and speakers in one.
  func sentences(on ties: [Tie], _ view: PhaseView = .holding) -> [BriefSentence] {
    struct Key: Hashable {
      let from: Entity.ID
      let kind: RelationKind.ID
      let reads: String?
      let during: Interval
      let isInferred: Bool
      let speakers: [Mention]
    }
    let phases = ties.flatMap { tie in tie.phases.map { (tie: tie, phase: $0) } }
    func key(_ pair: (tie: Tie, phase: Held<Phase>)) -> Key? {
      guard pair.tie.kind.isDirected, pair.phase.certainty == .yes, pair.phase.item.evidence.deniers.isEmpty else {
        return nil
      }
      return Key(
        from: pair.tie.relation.from, kind: pair.tie.kind.id, reads: pair.phase.item.reads,
        during: pair.phase.item.during, isInferred: pair.phase.item.evidence.isInferred,
        speakers: pair.phase.item.evidence.speakers)
    }
    var covered: Set<String> = []
    return phases.compactMap { pair in
      guard covered.insert(pair.phase.id.text).inserted else { return nil }
      let alike = key(pair).map { own in phases.filter { key($0) == own && $0.phase.id != pair.phase.id } } ?? []
      for other in alike { covered.insert(other.phase.id.text) }
      let citations = ([pair] + alike).flatMap(\.phase.item.evidence.citations)
      let others = alike.map { Tie($0.tie.relation, $0.tie.kind, phases: [$0.phase]) }
      var evidence = pair.phase.item.evidence
      evidence.citations = citations
      return sentence(on: pair.tie, pair.phase, view, alsoTo: others, evidence: evidence)
    }
  }

  /// Everything that is new since a day: what began, ended, happened or became known.
  func news(since day: Day) -> [BriefSentence] {
    guard let before else { return [] }
    var sentences: [BriefSentence] = []
    if let phase = leading?.leading, begins(phase.item.during, after: day), let start = phase.item.during.startDate {
      sentences.append(
        BriefSentence(
          fronts: [dates.at(start)], clause: "relations between \(theTwo.text) entered the phase described above",
          marks: marks(phase.item.evidence), claims: [phase.id.text], isBetween: true, day: .distantPast, rank: 12))
    }
    // Phases that began.
    let begun = ownTies(of: snapshot).map { tie in
      Tie(tie.relation, tie.kind, phases: tie.phases.filter { begins($0.item.during, after: day) && !isLeading($0) })
    }.filter { !$0.phases.isEmpty }
    sentences += self.sentences(on: begun)
    // Phases that ended, with their relation or before another phase.
    let ended = ownTies(of: before).map { tie in
      Tie(tie.relation, tie.kind, phases: tie.phases.filter { hasEnded($0.item, since: day) }.map { Held($0.item) })
    }
    sentences += self.sentences(on: ended, .endedOfLate)
    sentences += snapshot.events.filter { concerns($0.item) && $0.item.within.span.upperBound > day }.map { event in
      var sentence = self.sentence(on: event)
      if event.item.within.span.lowerBound < day, !sentence.fronts.isEmpty {
        sentence.fronts[0] += " (possibly before \(dates.words(day)))"
      }
      return sentence
    }
    sentences += offices(since: day) + existences(since: day)
    if moment.known != nil { sentences += learned(since: day) }
    return sentences
  }

  /// The ties in which either side has a part.
  private func ownTies(of snapshot: Snapshot) -> [Tie] {
    snapshot.ties.filter { $0.relation.parties.contains(where: isOwn) }
  }

  private func isLeading(_ phase: Held<Phase>) -> Bool { phase.id == leading?.leading?.id }

  /// Whether a state of affairs began after the day, or may have.
  private func begins(_ interval: Interval, after day: Day) -> Bool {
    guard case .date = interval.start else { return interval.starts.lowerBound > day }
    return interval.starts.upperBound > day
  }

  private func hasEnded(_ phase: Phase, since day: Day) -> Bool {
    phase.during.ends.lowerBound > day && phase.during.ends.upperBound <= moment.days.upperBound
      && phase.id != lastEarlier?.id
  }

  /// The phase before the leading one, which the first paragraph covers.
  private var lastEarlier: Phase? {
    guard let start = leading?.leading?.item.during.starts.upperBound else { return nil }
    return earlier.last { $0.during.span.upperBound <= start }
  }

  /// "On 2 April 2018 Abiy Ahmed became Prime Minister of Ethiopia."
  private func offices(since day: Day) -> [BriefSentence] {
    func sentence(_ holding: Holding, _ verb: String, _ date: PartialDate) -> BriefSentence? {
      guard let office = graph.offices[holding.office] else { return nil }
      let person = graph.entities[holding.official]?.name(at: moment) ?? holding.official.text
      let home = office.title.contains(" of ") ? "" : " of \(names[office.of].text)"
      return BriefSentence(
        frame: assessed(holding.evidence), fronts: [dates.at(date)],
        clause: "\(person) \(verb) \(OneLine.of(office.title))\(home)",
        marks: marks(holding.evidence), claims: [holding.id.text], day: date.days.lowerBound,
        rank: rank(.neutral, [holding.official, office.of], holding.evidence, holding.during) + 2)
    }
    let begun = snapshot.holdings.filter { isOwn($0.item.official) }.compactMap { held -> BriefSentence? in
      guard case .date(let start) = held.item.during.start, start.days.lowerBound > day,
        start.days.upperBound <= moment.days.upperBound
      else { return nil }
      return sentence(held.item, "became", start)
    }
    let ended = (before?.holdings ?? []).filter { isOwn($0.item.official) }.compactMap { held -> BriefSentence? in
      guard case .date(let end) = held.item.during.end, end.days.lowerBound > day,
        end.days.upperBound <= moment.days.upperBound
      else { return nil }
      return sentence(held.item, "ceased to be", end)
    }
    return begun + ended
  }

  /// Parties that came into being or ceased to exist.
  private func existences(since day: Day) -> [BriefSentence] {
    func sentence(_ entity: Entity, _ verb: String, _ date: PartialDate) -> BriefSentence {
      var sentence = BriefSentence(
        frame: assessed(entity.evidence), fronts: [dates.at(date)], clause: "\(names[entity.id].text) \(verb)",
        marks: marks(entity.evidence),
        claims: [entity.id.text], day: date.days.lowerBound, rank: 9)
      sentence.needsSource = false
      return sentence
    }
    let begun = snapshot.entities.compactMap { held -> BriefSentence? in
      guard case .date(let start) = held.item.during.start, start.days.lowerBound > day,
        start.days.upperBound <= moment.days.upperBound
      else { return nil }
      return sentence(held.item, "came into being", start)
    }
    let ended = (before?.entities ?? []).compactMap { held -> BriefSentence? in
      guard case .date(let end) = held.item.during.end, end.days.lowerBound > day,
        end.days.upperBound <= moment.days.upperBound
      else { return nil }
      return sentence(held.item, "ceased to exist", end)
    }
    return begun + ended
  }

  /// What was so before the day and became known after it; only where the brief is about a state of knowledge.
  private func learned(since day: Day) -> [BriefSentence] {
    snapshot.events.filter {
      concerns($0.item) && $0.item.within.span.upperBound <= day && $0.item.couldBeKnown(by: day) == .no
        && !$0.item.evidence.isInferred
    }.map { event in
      var sentence = self.sentence(on: event)
      let known = "it \(isPast ? "had" : "has") become known that"
      sentence.frame = [known, sentence.frame].compactMap { $0 }.joined(separator: " ")
      return sentence
    }
  }
}
