internal import DyadContent
internal import DyadCore

/// The claims of a page, each with its quotes in the context of the source text.
struct ClaimArticles {
  private let site: Site
  private let focus: View.Focus
  private let snapshot: Snapshot
  private var graph: KnowledgeGraph { site.graph }
  private let dates = DateWords.english

  init(_ site: Site, _ focus: View.Focus) {
    (self.site, self.focus) = (site, focus)
    snapshot = site.graph.snapshot(at: Moment(during: Moment.ever.days, known: site.known)).focused(on: focus)
  }

  var html: HTML {
    let groups: [(String, [HTML])] = [
      ("Relations", ties.flatMap { tie in tie.phases.map { phase(tie, $0.item) } }),
      ("Events", snapshot.events.map { $0.item }.sorted(by: happenedBefore).map(event)),
      ("Offices", snapshot.holdings.map { holding($0.item) }),
      ("Parties", snapshot.entities.map { party($0.item) }),
    ]
    let sections = groups.filter { !$0.1.isEmpty }.map { title, articles in
      "<section><h3>\(title)</h3>\n\(articles)\n</section>" as HTML
    }
    return """
      <section id="claims" aria-label="Claims and their sources" tabindex="0">
      <h2>Claims and their sources</h2>
      <p class="hint" hidden><label><input type="checkbox" id="all"> Show claims of all dates</label></p>
      \(sections)
      </section>
      """
  }

  /// The ties, those between the parties in focus first.
  private var ties: [Tie] {
    let isOwn = { (tie: Tie) in focus.parties.allSatisfy(tie.relation.dyad.contains) }
    return snapshot.ties.filter(isOwn) + snapshot.ties.filter { !isOwn($0) }
  }

  private func happenedBefore(_ one: Event, _ other: Event) -> Bool {
    (one.within.span.lowerBound, one.id) < (other.within.span.lowerBound, other.id)
  }

  // MARK: Articles

  private func phase(_ tie: Tie, _ phase: Phase) -> HTML {
    let names = [tie.relation.from, tie.relation.to]
    let head = tie.kind.sentence(of: tie.relation) { graph.shortName(of: $0) }
    let reads = phase.reads.map { ": \($0)" } ?? ""
    let dyad = Dyad(names[0], names[1])
    let page: HTML? = site.map.dyads.contains(dyad) ? "<p>\(Links.dyad(dyad, in: site, from: 1))</p>" : nil
    return article(
      phase.id.text, head.prefix(1).uppercased() + head.dropFirst() + reads, dates.words(phase.during),
      tone: tie.tone(of: phase), page, phase.note, phase.evidence)
  }

  private func event(_ event: Event) -> HTML {
    func parties(_ word: String, _ ids: [Entity.ID], _ others: [DescribedParticipant] = []) -> HTML? {
      let all = ids.map { Links.entity($0, in: graph, from: 1) } + others.map { "\($0.description)" as HTML }
      return all.isEmpty ? nil : " \(word) \(all.joined(", "))"
    }
    let place: HTML? = event.place.map { place in
      let words = place.entity.map { Links.entity($0, in: graph, from: 1) } ?? "\(place.text)"
      return ", at \(words)"
    }
    let numbers = event.numbers.isEmpty ? "" : "; \(event.numbers.map(\.description).joined(separator: ", "))"
    let (by, towards) = (
      parties("By", event.actors, event.describedActors),
      parties(
        event.actors.isEmpty && event.describedActors.isEmpty ? "Towards" : "towards", event.recipients,
        event.describedRecipients)
    )
    let links = event.links.map { link in
      "<p>\(link.kind.words(graph.events[link.target]?.what ?? link.target.text))\(link.evidence.isInferred ? " (inferred)" : "").</p>"
        as HTML
    }
    let who: HTML =
      "<p>\(by)\(towards)\(place)\(parties("; concerns", event.affects))\(numbers).</p>\(links.joined(""))"
    let type = event.type.rawValue.lowercased() + (event.mode.map { ", \($0)" } ?? "")
    return article(
      event.id.text, event.what, "\(dates.happened(event.within)) (\(type))", tone: event.tone, who, event.note,
      event.evidence)
  }

  private func holding(_ holding: Holding) -> HTML {
    let title = graph.offices[holding.office]?.title ?? holding.office.text
    let home = graph.offices[holding.office].map { ", of \(Links.entity($0.of, in: graph, from: 1))" as HTML }
    return article(
      holding.id.text, "\(graph.shortName(of: holding.official)), \(title)", dates.words(holding.during), tone: nil,
      "<p>\(Links.entity(holding.official, in: graph, from: 1))\(home).</p>", holding.note, holding.evidence)
  }

  private func party(_ entity: Entity) -> HTML {
    let kind = entity.kind.rawValue + (entity.type.map { ", \($0)" } ?? "")
    let when = entity.during == .always ? "" : ", \(dates.words(entity.during))"
    return article(
      entity.id.text, entity.name(), kind + when, tone: nil,
      "<p>\(Links.entity(entity.id, in: graph, from: 1))</p>", entity.note, entity.evidence, isEntity: true)
  }

  private func article(
    _ id: String, _ head: String, _ when: String, tone: Tone?, _ details: HTML?, _ note: String?, _ evidence: Evidence,
    isEntity: Bool = false
  ) -> HTML {
    let sign = tone.map { tone in
      "<span class=\"tone \(tone.sign.name)\">\(tone.sign.name), \(tone.signed)</span>" as HTML
    }
    let confidence = evidence.confidence.map { "<span class=\"confidence\">\($0.words)</span>" as HTML }
    let basis = evidence.isInferred ? "<span class=\"basis\">inferred by the coder</span>" as HTML : nil
    let quotes = evidence.citations.map { quote($0, of: id) }
    let none: HTML = isEntity ? "" : "<p class=\"none\">No source.</p>"
    return """
      <article class="claim" id="\(isEntity ? "party" : "claim")-\(id)" data-claim="\(id)" tabindex="-1">
      <h4>\(head)</h4>
      <p class="when">\(when) \(sign)\(confidence.map { " \($0)" as HTML })\(basis.map { " \($0)" as HTML })</p>
      \(details)\(note.map { "<p class=\"note\">\($0)</p>" })
      \(quotes.isEmpty ? none : quotes.joined("\n"))
      </article>
      """
  }

  /// A quote in its paragraph if the dossier contains the source text, or else alone.
  private func quote(_ citation: Citation, of claim: String) -> HTML {
    let source = graph.sources[citation.source]
    let speaker = citation.speaker.map { "\(graph.name(of: $0)), in " } ?? ""
    let verb: HTML? = citation.stance == .denies ? "<strong>Denied</strong> by " : nil
    let date = source?.published.map { ", \(dates.words($0))" } ?? ""
    let confidence = citation.confidence.map { ", \($0.words)" } ?? ""
    let link: HTML =
      source.map { Links.source($0, claim: citation.quote == nil ? nil : claim, from: 1) } ?? "\(citation.source.text)"
    var words: HTML = ""
    if let quote = citation.quote {
      let passage = source?.text.flatMap { QuotedPassage(quote, in: $0)?.html } ?? "<p><mark>\(quote)</mark></p>"
      let language = source?.language.map { " lang=\"\($0)\"" as HTML }
      words = "<blockquote\(language)>\n\(passage)\n</blockquote>"
    }
    let note = [citation.rowList.map { "Cites \($0)." }, citation.note].compactMap(\.self).map { " \($0)" }.joined()
    return
      "<figure class=\"quote\">\(words)<figcaption>\(verb)\(speaker)\(link)\(date)\(confidence).\(note)</figcaption></figure>"
  }
}

extension Tone {
  /// The value with its sign: "+3", "-4.5".
  fileprivate var signed: String {
    let number = value == value.rounded() ? String(Int(value)) : String(value)
    return value > 0 ? "+\(number)" : number
  }
}

extension Tone.Sign {
  fileprivate var name: String {
    switch self {
    case .conflict: "conflict"
    case .neutral: "neutral"
    case .cooperation: "cooperation"
    }
  }
}
