import DyadCore

/// A sentence for each kind of claim.
extension BriefText {
  /// How a phase is covered.
  enum PhaseView {
    /// It holds at the moment: "since March 2025 …".
    case holding
    /// The same, as the first sentence: "… since March 2025".
    case leading
    /// It had ended by then: "from August 2021 to March 2025 …".
    case ended
    /// It has ended of late: "until March 2025 …".
    case endedOfLate
  }

  // MARK: Phases

  /// The sentence on a phase; for several recipients with the same wording and evidence, one sentence for all.
  func sentence(
    on tie: Tie, _ phase: Held<Phase>, _ view: PhaseView, alsoTo others: [Tie] = [], evidence shared: Evidence? = nil
  ) -> BriefSentence {
    let evidence = shared ?? phase.item.evidence
    let ends = tie.relation.parties + others.map { $0.relation.to }
    let clause = clause(tie, phase.item, view, alsoTo: others)
    let during = phase.item.during
    // "by March 2025" is no date for what may have begun before.
    let mayHaveBegun = phase.certainty == .possibly && during.starts.upperBound > moment.days.upperBound
    let isOpen =
      switch during.start {
      case .onOrBefore, .between: mayHaveBegun
      default: false
      }
    let when =
      switch view {
      case .holding, .leading: isOpen ? nil : dates.since(during)
      case .ended: dates.ended(during)
      case .endedOfLate: dates.until(during)
      }
    let isHolding = view == .holding || view == .leading
    // What may be over by now has been so at any rate.
    let isSoFar = when != nil || mayBeOver(phase)
    let words = clause.text(isHolding ? (isOpen ? .possible : tense(since: isSoFar)) : endedTense)
    var sentence = BriefSentence(
      fronts: [], clause: words, marks: marks(evidence), claims: [phase.id.text],
      day: view == .endedOfLate ? during.ends.lowerBound : during.starts.lowerBound,
      rank: rank(tie.tone(of: phase.item), ends, evidence, phase.item.during))
    sentence.isBetween = isBetween(tie.relation)
    sentence.order = view == .endedOfLate ? 0 : 1
    sentence.claims += others.flatMap { $0.phases.map(\.id.text) }
    sentence.fronts = [view == .leading ? nil : when, attribution(evidence, subject: words)].compactMap { $0 }
    if view == .leading, let when { sentence.clause += " \(when)" }
    if case .denied = evidence.standing { deny(&sentence, evidence) } else { sentence.tail = denial(evidence) }
    if isHolding, !isOpen { sentence.tail = sentence.tail + doubt(phase) }
    assess(&sentence, evidence)
    return sentence
  }

  /// The clause on a phase, without its date.
  private func clause(_ tie: Tie, _ phase: Phase, _ view: PhaseView, alsoTo others: [Tie]) -> EnglishClause {
    let isPair = tie.relation.dyad == Dyad(pair.0, pair.1)
    let mediator = tie.relation.mediator.map { names[$0] }
    return RelationClause(
      kind: tie.kind, from: names[tie.relation.from],
      to: .list([names[tie.relation.to]] + others.map { names[$0.relation.to] }), by: mediator, reads: phase.reads,
      both: isPair && view != .leading ? theTwo : nil,
      isReported: !phase.evidence.speakers.isEmpty || !phase.evidence.deniers.isEmpty
    ).clause
  }

  /// What is open about a phase that possibly holds.
  private func doubt(_ phase: Held<Phase>) -> Prose {
    guard phase.certainty == .possibly else { return "" }
    let during = phase.item.during
    if mayBeOver(phase) {
      return "; it is not known whether this \(isPast ? "still applied" : "still applies")"
    }
    if during.starts.upperBound > moment.days.upperBound {
      return "; it is not known whether this \(isPast ? "had begun by then" : "has begun yet")"
    }
    return "; it is not known whether this was public by then"
  }

  private func mayBeOver(_ phase: Held<Phase>) -> Bool {
    let during = phase.item.during
    return phase.certainty == .possibly && during.ends.lowerBound < moment.days.lowerBound
      && (during.starts.upperBound <= moment.days.upperBound || during.start.date == nil)
  }

  /// Puts a claim that is only denied under its denial: "Belmar denies that …".
  private func deny(_ sentence: inout BriefSentence, _ evidence: Evidence) {
    // What is denied is the deed, not that it is said.
    if [" said to ", " reported to ", " alleged to "].contains(where: sentence.clause.contains) {
      (sentence.tail, sentence.needsSource) = (denial(evidence), false)
      return
    }
    let deniers = evidence.deniers.map(names.speaker)
    let isPlural = deniers.count > 1 || deniers.first?.isPlural == true
    let verb = isPast ? "denied" : isPlural ? "deny" : "denies"
    let who = deniers.isEmpty ? "it \(isPast ? "was" : "is") denied" : "\(deniers.map(\.text).inList) \(verb)"
    sentence.clause = ([who, "that"] + sentence.fronts + [sentence.clause]).joined(separator: " ")
    (sentence.fronts, sentence.links) = ([], [])
    sentence.marks = marks(evidence, .denies)
  }

  private func assess(_ sentence: inout BriefSentence, _ evidence: Evidence) {
    guard let assessed = assessed(evidence) else { return }
    sentence.frame = assessed
    // "in response it is judged" would make the judgement the response.
    sentence.links = []
  }

  // MARK: Events

  /// The sentence on an event: in the past tense, after its date.
  func sentence(on event: Held<Event>) -> BriefSentence {
    let item = event.item
    let words = names.happened(item) ?? "the following happened: \(BriefNames.ended(item.what))"
    var sentence = BriefSentence(
      fronts: [], clause: EventAmounts(item).set(into: words), marks: marks(item.evidence), claims: [item.id.text],
      order: order(of: item), day: written(item), earliest: item.within.span.lowerBound, rank: rank(item),
      links: links(of: item))
    sentence.isBetween = joinsSides(item)
    sentence.fronts = [when(item), attribution(item.evidence, subject: words)].compactMap { $0 }
    if case .denied = item.evidence.standing {
      deny(&sentence, item.evidence)
    } else {
      sentence.tail = denial(item.evidence)
    }
    if event.certainty == .possibly {
      sentence.tail =
        sentence.tail
        + (item.within.span.upperBound > moment.days.upperBound
          ? "; it is not known whether this \(isPast ? "had happened by then" : "has happened yet")"
          : "; it is not known whether this was public by then")
    }
    assess(&sentence, item.evidence)
    return sentence
  }

  /// "21,000 marchers"
  static func grouped(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.count > 3, word.allSatisfy({ $0.isASCII && $0.isNumber }) else { return String(word) }
      let digits = Array(word)
      return digits.indices.reduce("") { grouped, index in
        grouped + (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digits[index])
      }
    }.joined(separator: " ")
  }

  // MARK: Offices

  /// "Ishaq Dar is Foreign Minister", "has been President since October 1970", "may still be Prime Minister"
  func office(_ held: [Held<Holding>]) -> Prose? {
    guard let first = held.first else { return nil }
    let person = graph.entities[first.item.official]?.name(at: moment) ?? first.item.official.text
    let parts = held.compactMap { holding -> Prose? in
      graph.offices[holding.item.office].map { office in
        let since = holding.certainty == .yes ? dates.since(holding.item.during) ?? "" : ""
        let judged = holding.item.evidence.isInferred ? ", in the analyst's judgement" : ""
        let when = (since.isEmpty || since.hasSuffix("latest") ? "" : " \(since)") + judged
        return "\(title(office, for: holding.item.official))\(when)\(citing: marks(holding.item.evidence))"
      }
    }
    guard !parts.isEmpty else { return nil }
    let isDated = held.contains { holding in
      guard holding.certainty == .yes, case .date = holding.item.during.start else { return false }
      return true
    }
    if held.count == 1, let until = untilLater(first) {
      return "\(person) was \(parts[0]) \(until); it is not known since when"
    }
    let isCertain = held.allSatisfy { $0.certainty == .yes }
    let mayBegin = held.contains { $0.item.during.starts.upperBound > moment.days.upperBound }
    let modal = mayBegin ? "may already" : "may still"
    let verb =
      !isCertain
      ? "\(modal) \(isPast ? "have been" : "be")"
      : isDated ? (isPast ? "had been" : "has been") : isPast ? "was" : "is"
    return "\(person) \(verb) " + parts.listed()
  }

  /// The end of an office that is known to end later, and not known to have begun: "until 16 November 2020".
  private func untilLater(_ holding: Held<Holding>) -> String? {
    let during = holding.item.during
    guard holding.certainty == .possibly, during.start.date == nil, case .date(let end) = during.end,
      end.days.lowerBound > moment.days.upperBound
    else { return nil }
    return dates.until(during)
  }

  /// The title, with its home if that is not the party of the official.
  private func title(_ office: Office, for official: Entity.ID) -> String {
    let home = graph.entities[official]?.home
    let isMain = office.of == home || office.of == pair.0 || office.of == pair.1
    return OneLine.of(office.title) + (isMain || office.title.contains(" of ") ? "" : " of \(names[office.of].text)")
  }
}
