public import DyadCore

/// A graph with everything that a graph can contain, in texts that are hard to escape; the same for the same seed.
///
///     everything(seed: 1) == everything(seed: 1)     // true
public func everything(seed: Int) -> KnowledgeGraph {
  var maker = EverythingMaker(random: Seeded(seed))
  let checked = KnowledgeGraph.linking([maker.dossier()])
  precondition(checked.errors.isEmpty, "\(checked.errors)")
  return checked.value
}

private struct EverythingMaker {
  var random: Seeded

  /// Markup, quotes of every sort, escapes, formulas, line ends, scripts, and what looks like syntax somewhere.
  private let words = [
    "Arvane", "O’Neill & “Sons”", "a\"b'c`d", "R&D <Bureau> ]]> &amp;", "back\\slash \\n \\u0041", "=1+1", "-2", "@x",
    "+3",
    "two\nlines", "tab\there", "null", "true", "2010-01-01", "---", "# no heading", "[[link]] ![x](y)", "{from} {{x}}",
    "کابل", "北京", "Ćosić", "Улан-Удэ", "दिल्ली", "🕊️ dove", "a;b,c|d", "%7B%zz", "$x ${y}", "<!-- c -->", "'; DROP",
    "x\u{2028}y",
    "naïve é", "`code` *b* _i_ ~s~", "</script>", "a: b", "- item", "dash–em—dash",
    "ends with backslash\\", "  spaces  ",
  ]

  mutating func dossier() -> Dossier {
    var dossier = Dossier(title: word())
    let sourceCount = Int.random(in: 1...3, using: &random)
    for index in 0..<sourceCount { dossier.sources.append(Located(source(index))) }
    let count = Int.random(in: 3...9, using: &random)
    for index in 0..<count { dossier.entities.append(Located(entity(index, sourceCount))) }
    for index in 0..<3 {
      let id = index == 0 ? "entity-0/minister" : "office-\(index)"
      dossier.offices.append(
        Located(
          Office(
            Office.ID(id), title: word(), of: index == 0 ? "entity-0" : some(count),
            during: index == 0 ? .always : interval(), evidence: index == 0 ? Evidence() : evidence(sourceCount),
            note: index == 0 ? nil : maybe { $0.word() })))
      dossier.holdings.append(
        Located(
          Holding(
            Holding.ID("holding-\(index)"), official: some(count), office: Office.ID(id), during: interval(),
            evidence: evidence(sourceCount), note: maybe { $0.word() })))
    }
    dossier.kinds.append(
      Located(RelationKind("basing", "troops of {from} in {to} “&”", tone: Tone(1.25)!, isDirected: true)))
    dossier.kinds.append(Located(RelationKind("accord", "accord of {from} and {to}", tone: Tone(2)!)))
    dossier.kinds.append(Located(RelationKind("shuttle", "“{by}” & {from}, {to}", tone: Tone(0.5)!)))
    for index in 0..<Int.random(in: 1...6, using: &random) {
      dossier.relations.append(Located(relation(index, count, sourceCount)))
    }
    for index in 0..<Int.random(in: 1...9, using: &random) {
      dossier.events.append(Located(event(index, count, sourceCount)))
    }
    link(&dossier.events, sourceCount)
    dossier.views = views().map { Located($0) }
    dossier.reviews = reviews().map { Located($0) }
    return dossier
  }

  private mutating func word() -> String { words.randomElement(using: &random)! }
  private mutating func maybe<T>(_ make: (inout Self) -> T) -> T? { Bool.random(using: &random) ? make(&self) : nil }
  private mutating func some(_ count: Int) -> Entity.ID {
    Entity.ID("entity-\(Int.random(in: 0..<count, using: &random))")
  }
  private mutating func interval() -> Interval { anyInterval(&random) }
  private mutating func tone() -> Tone { Tone(Double(Int.random(in: -40...40, using: &random)) / 4)! }

  private mutating func source(_ index: Int) -> Source {
    let path = "texts/source \(index).txt"
    let whole = words.joined(separator: " / ") + "\n\n  the end\n"
    let text = maybe { _ in SourceText(whole) }
    return Source(
      Source.ID("source-\(index)"), title: word(),
      kind: maybe { Source.Kind.allCases.randomElement(using: &$0.random)! },
      publisher: maybe { $0.word() }, author: maybe { $0.word() },
      published: maybe { anyDate(&$0.random) },
      url: maybe { _ in "https://example.org/a?b=c&d=%20é#x\(index)" }, language: maybe { _ in "fa-AF" },
      note: maybe { $0.word() }, path: text.map { _ in path }, text: text,
      digest: maybe { _ in "1f0c3a9e5b7d2468" })
  }

  private mutating func entity(_ index: Int, _ sources: Int) -> Entity {
    let kind = index < 2 ? .state : Entity.Kind.allCases.randomElement(using: &random)!
    var entity = Entity(
      Entity.ID("entity-\(index)"), kind, name: word(), short: maybe { $0.word() },
      names: maybe { [Name($0.word(), language: "ur"), Name($0.word(), during: $0.interval())] } ?? [],
      type: maybe { _ in "armed" }, isUnnamed: Bool.random(using: &random),
      codes: maybe { _ in ["iso3": "ARV", "wikidata": "Q\(index + 1)"] } ?? [:],
      during: maybe { $0.interval() } ?? .always, evidence: maybe { $0.evidence(sources) } ?? Evidence(),
      note: maybe { $0.word() }, was: maybe { _ in Entity.ID("former-\(index)") })
    if index > 0 { entity.home = maybe { Entity.ID("entity-\(Int.random(in: 0..<index, using: &$0.random))") } }
    return entity
  }

  private mutating func relation(_ index: Int, _ count: Int, _ sources: Int) -> Relation {
    let kind = ["ties", "support", "basing", "accord", "war", "mediation", "shuttle"].randomElement(using: &random)!
    let isDirected = kind == "support" || kind == "basing"
    let isMediated = kind == "mediation" || kind == "shuttle"
    let (from, to) = (Int.random(in: 0..<count, using: &random), Int.random(in: 1..<count, using: &random))
    let phases = (0..<Int.random(in: 1...3, using: &random)).map { phase in
      Phase(
        Phase.ID("relation-\(index)/phase-\(phase)"), reads: maybe { $0.word() }, tone: maybe { $0.tone() },
        during: interval(), evidence: evidence(sources), note: maybe { $0.word() })
    }
    let others = (0..<count).filter { $0 != from && $0 != (from + to) % count }
    return Relation(
      Relation.ID("relation-\(index)"), RelationKind.ID(kind), from: Entity.ID("entity-\(from)"),
      to: Entity.ID("entity-\((from + to) % count)"), isDirected: isDirected, phases: phases,
      mediator: isMediated ? Entity.ID("entity-\(others.randomElement(using: &random)!)") : nil,
      note: maybe { $0.word() },
      was: maybe { _ in Relation.ID("former-relation-\(index)") })
  }

  private mutating func event(_ index: Int, _ count: Int, _ sources: Int) -> Event {
    var event = Event(
      Event.ID("event-\(index)"), within: interval(), what: word(),
      type: EventType.allCases.randomElement(using: &random)!,
      mode: maybe { _ in "visit" }, actors: maybe { [$0.some(count)] } ?? [],
      recipients: maybe { [$0.some(count)] } ?? [], describedActors: described(), describedRecipients: described(),
      affects: maybe { maker in (0..<2).map { _ in maker.some(count) } } ?? [],
      place: maybe { Bool.random(using: &$0.random) ? .words($0.word()) : "entity-1" },
      numbers: maybe { _ in [Quantity("people", "over 70")!, Quantity("tanks & “guns”", "10 to 12")!] } ?? [],
      tone: maybe { $0.tone() }, isKey: Bool.random(using: &random), evidence: evidence(sources),
      note: maybe { $0.word() }, was: maybe { _ in Event.ID("former-event-\(index)") })
    if !event.affects.isEmpty { event.effect = maybe { $0.tone() } }
    return event
  }

  private mutating func described() -> [DescribedParticipant] {
    (0..<[0, 0, 1, 2].randomElement(using: &random)!).map { _ in
      let number = maybe { ["12", "over 70", "about 500", "10 to 12.5"].randomElement(using: &$0.random)! }
      return DescribedParticipant(word(), number: number)!
    }
  }

  /// Links of every kind, as far as the dates allow; causes have lower numbers than effects, so that there is no cycle.
  private mutating func link(_ events: inout [Located<Event>], _ sources: Int) {
    for index in events.indices {
      for kind in EventLink.Kind.allCases {
        for other in events.indices.shuffled(using: &random).prefix(3) {
          let isForward = kind == .leadsTo
          let (own, target) = (events[index].value.within.span, events[other].value.within.span)
          let isAllowed =
            switch kind {
            case .leadsTo: own.lowerBound <= target.upperBound
            case .respondsTo: own.upperBound >= target.lowerBound
            case .partOf: own.overlaps(target)
            case .inReturnFor: true
            }
          guard isForward ? other > index : other < index, isAllowed, Bool.random(using: &random) else { continue }
          let link = EventLink(
            kind, events[other].value.id, of: events[index].value.id, evidence: evidence(sources),
            note: maybe { $0.word() })
          events[index].value.links.append(link)
        }
      }
      events[index].value.links.shuffle(using: &random)
    }
  }

  private mutating func evidence(_ sources: Int) -> Evidence {
    let citations = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Citation(
        of: Source.ID("source-\(Int.random(in: 0..<sources, using: &random))"), quote: maybe { $0.word() },
        before: maybe { $0.word() }, after: maybe { $0.word() },
        at: maybe { Int.random(in: 0...99, using: &$0.random) },
        rows: maybe { [$0.word(), "10", "9"] } ?? [],
        speaker: maybe { Bool.random(using: &$0.random) ? .words($0.word()) : "entity-0" },
        stance: Citation.Stance.allCases.randomElement(using: &random)!,
        confidence: maybe { Confidence.allCases.randomElement(using: &$0.random)! }, note: maybe { $0.word() })
    }
    return Evidence(
      citations, known: maybe { $0.interval() },
      confidence: maybe { Confidence.allCases.randomElement(using: &$0.random)! },
      basis: maybe { Basis.allCases.randomElement(using: &$0.random)! })
  }

  /// Of claims whose ids are of every sort; the digests are of no claim.
  private func reviews() -> [Review] {
    [
      Review("event-0", by: "O’Neill & “Sons”, [#1]", on: PartialDate("2026-11-26")!, digest: "12345678"),
      Review("holding-1", by: "yes", on: PartialDate("2026")!, digest: "1e234567"),
      Review("relation-0/phase-0", by: "کابل", on: PartialDate("2026-11")!, digest: "abcdef12"),
      Review("entity-0/minister", by: "a: b", on: PartialDate("2026-11-26~")!, digest: "00000000"),
    ]
  }

  private func views() -> [View] {
    [
      View(
        "all", .everyone, title: "A “title” & more", standfirst: "Below it: “more”", credit: "O’Neill & Sons",
        detail: .brief, theme: "dark"),
      View(
        "pair", .between("entity-0", "entity-1"), days: Day(2020, 1, 1)!...Day(2020, 1, 31)!, isWindow: true,
        known: Day(2021, 5, 4)!, filter: Filter(only: ["state", "group"], without: ["war"], minimumTone: 2)),
      View("around", .around("entity-1", hops: 3), days: Day(2020, 2, 3)!...Day(2020, 2, 3)!),
      View("table", .everyone, form: .matrix, blocs: .found),
    ]
  }
}
