extension KnowledgeGraph {
  /// The graph of the dossiers, in any order, with a finding for every reference that does not resolve.
  ///
  /// A record with an error is omitted from the graph, so that every id in it refers to a record.
  ///
  /// - Parameters:
  ///   - requiringSources: whether a claim without a source is an error.
  ///   - linting: whether to warn of what is valid and surprising, by the rules of `LintRule`.
  ///   - includingDrafts: whether claims that are drafts are in the graph.
  public static func linking(
    _ dossiers: [Dossier], requiringSources: Bool = false, linting: Bool = false, includingDrafts: Bool = false
  ) -> Checked<KnowledgeGraph> {
    var memory = QuoteMemory.once
    return linking(
      dossiers, requiringSources: requiringSources, linting: linting, includingDrafts: includingDrafts,
      remembering: &memory)
  }

  /// The same, with quotes looked up only where the memory of an earlier linking has no answer.
  public static func linking(
    _ dossiers: [Dossier], requiringSources: Bool = false, linting: Bool = false, includingDrafts: Bool = false,
    remembering memory: inout QuoteMemory
  ) -> Checked<KnowledgeGraph> {
    var whole = Dossier()
    dossiers.forEach { whole.append($0) }
    if includingDrafts { whole.mergeDrafts() } else { whole.removeDrafts() }
    let contradictions = whole.startPhases()
    var linker = Linker(whole, memory)
    linker.findings = contradictions
    linker.link()
    memory = linker.quotes
    if requiringSources { linker.requireSources() }
    linker.checkAccepted()
    if linting { linker.findings += LintedDossier(dossier: linker.dossier, graph: linker.graph).findings }
    return Checked(linker.graph, linker.findings.sortedByPlace())
  }
}

/// Links a dossier in one pass for each kind of record; a record is linked after those that it refers to.
struct Linker {
  let dossier: Dossier
  var graph = KnowledgeGraph()
  var findings: [Diagnostic] = []
  /// The words that filters may name, cached on first use.
  private var words: [String]?
  /// The place where each id was first defined, across all kinds of record.
  private var firsts: [String: SourceLocation?] = [:]
  /// How many ids were compared for suggestions, each with all of its kind.
  private var compared = 0
  var quotes: QuoteMemory

  init(_ dossier: Dossier, _ memory: QuoteMemory = QuoteMemory()) {
    (self.dossier, quotes) = (dossier, memory)
    quotes.begin()
    firsts.reserveCapacity(dossier.entities.count + dossier.relations.count + dossier.events.count)
  }

  mutating func link() {
    graph.title = dossier.title?.value
    for source in inOrder(dossier.sources) where claims(source.value.id.text, source.place) { link(source) }
    checkDefaultSources()
    linkEntities()
    for office in inOrder(dossier.offices) {
      // Several officials may make the same office by its title.
      if office.value.id.parts != nil, graph.offices[office.value.id] != nil { continue }
      guard claims(office.value.id.text, office.place) else { continue }
      guard refers(to: office.value.of, in: office, "of") else { continue }
      var linked = office.value
      linked.evidence = check(linked.evidence, in: office, "cite")
      graph.offices[linked.id] = linked
    }
    for holding in inOrder(dossier.holdings) {
      guard refers(to: holding.value.official, in: holding, "official"), isOffice(holding) else { continue }
      var linked = holding.value
      linked.evidence = check(linked.evidence, in: holding, "cite")
      graph.holdings[linked.id] = linked
    }
    for kind in dossier.kinds { graph.kinds[kind.value.id] = kind.value }
    for relation in inOrder(dossier.relations) where claims(relation.value.id.text, relation.place) {
      link(relation)
    }
    let events = inOrder(dossier.events).filter { claims($0.value.id.text, $0.place) }
    graph.events.reserveCapacity(events.count)
    for event in events { link(event) }
    let linked = events.filter { !$0.value.links.isEmpty }
    let ids = linked.isEmpty ? [] : Set(dossier.events.map { $0.value.id })
    for event in linked { checkLinks(of: event, amongAll: ids) }
    checkCycles(among: events)
    linkCounts()
    for view in dossier.views {
      let missing = view.value.focus.parties.enumerated().filter { index, party in
        !refers(to: party, in: view, "\(view.value.focus.key)/\(index)")
      }
      if missing.isEmpty, knowsWords(of: view) { graph.views[view.value.id] = view.value }
    }
    linkReviews()
  }

  // MARK: Ids

  /// By place, then id, so that "first written here" does not depend on the order in which files were given.
  func inOrder<Value: Identifiable>(_ records: [Located<Value>]) -> [Located<Value>]
  where Value.ID: Comparable {
    func precedes(_ one: Located<Value>, _ other: Located<Value>) -> Bool {
      switch (one.place, other.place) {
      case (let left?, let right?) where left != right: left < right
      default: one.value.id < other.value.id
      }
    }
    // Those of one file are in order, and large.
    let isInOrder = !records.indices.dropFirst().contains { precedes(records[$0], records[$0 - 1]) }
    return isInOrder ? records : records.sorted(by: precedes)
  }

  private mutating func claims(_ id: String, _ place: SourceLocation?) -> Bool {
    guard let first = firsts[id] else {
      firsts[id] = .some(place)
      return true
    }
    findings.append(
      Diagnostic(
        .duplicateId, "duplicate id '\(id)'", at: place,
        notes: [Diagnostic.Note("first written here", at: first)]))
    return false
  }

  /// The id that is probably meant; `nil` where many ids are unknown, each of which would be compared with all others.
  mutating func suggestion(for id: String, among candidates: some Collection<String>) -> String? {
    compared += candidates.count
    return compared > 1_000_000 ? nil : nearest(to: id, among: candidates)
  }

  mutating func refers<Value>(
    to entity: Entity.ID, in record: Located<Value>, _ path: @autoclosure () -> String,
    kinds: Set<Entity.Kind> = Set(Entity.Kind.allCases)
  ) -> Bool {
    guard let found = graph.entities[entity] else {
      findings.append(
        Diagnostic(
          .unknownId, "unknown entity '\(entity)'", at: record.place(of: path()),
          suggestion: suggestion(for: entity.text, among: graph.entities.keys.lazy.map(\.text))))
      return false
    }
    if !kinds.contains(found.kind) {
      let wanted = kinds.sorted().map(\.rawValue).joined(separator: " or ")
      findings.append(
        Diagnostic(
          .unknownId, "'\(entity)' is \(article(found.kind.rawValue)), not \(article(wanted))",
          at: record.place(of: path())))
      return false
    }
    return true
  }

  /// Whether a view's filter names only kinds and parties of the graph.
  private mutating func knowsWords(of view: Located<View>) -> Bool {
    let asked = view.value.filter.only.union(view.value.filter.without)
    if asked.isEmpty { return true }
    // Looked up once for all views, which come last.
    let known = words ?? Filter.words(in: graph)
    words = known
    let unknown = asked.subtracting(known).sorted()
    for word in unknown {
      findings.append(
        Diagnostic(
          .unknownId, "unknown kind or party '\(word)'", at: view.place(ofWord: word),
          suggestion: nearestWord(to: word, among: known)))
    }
    return unknown.isEmpty
  }

  private mutating func isOffice(_ holding: Located<Holding>) -> Bool {
    guard graph.offices[holding.value.office] == nil else { return true }
    findings.append(
      Diagnostic(
        .unknownId, "unknown office '\(holding.value.office)'", at: holding.place(of: "office"),
        suggestion: suggestion(for: holding.value.office.text, among: graph.offices.keys.lazy.map(\.text))))
    return false
  }

  // MARK: Records

  /// Whatever read the source, no address but one of the web reaches the graph.
  private mutating func link(_ source: Located<Source>) {
    var linked = source.value
    if let url = linked.url, !WebAddress.isAllowed(url) {
      linked.url = nil
      let message = "'\(url)' is not a URL that begins with https:// or http://"
      findings.append(Diagnostic(.badURL, message, at: source.place(of: "url")))
    }
    graph.sources[linked.id] = linked
  }

  private mutating func linkEntities() {
    let entities = inOrder(dossier.entities).filter { claims($0.value.id.text, $0.place) }
    for entity in entities { graph.entities[entity.value.id] = entity.value }
    var ending: Set<Entity.ID> = []
    for entity in entities {
      let id = entity.value.id
      let evidence = check(entity.value.evidence, in: entity, "cite")
      graph.entities[id]?.evidence = evidence
      guard let home = entity.value.home else { continue }
      let key = entity.value.kind == .official ? "serves" : "of"
      if !refers(to: home, in: entity, key) {
        graph.entities[id]?.home = nil
      } else if belongsToItself(id, &ending) {
        findings.append(Diagnostic(.cycle, "'\(id)' has a circular membership", at: entity.place(of: key)))
        graph.entities[id]?.home = nil
      }
    }
  }

  /// - Parameter ending: entities that do not belong to themselves, as found so far: each is passed once.
  private func belongsToItself(_ entity: Entity.ID, _ ending: inout Set<Entity.ID>) -> Bool {
    var path = [entity]
    var seen: Set = [entity]
    while let home = graph.entities[path[path.count - 1]]?.home, !ending.contains(home) {
      if home == entity { return true }
      // Only what leads into a circle is known not to be a part of it.
      guard seen.insert(home).inserted else {
        ending.formUnion(path.prefix { $0 != home })
        return false
      }
      path.append(home)
    }
    ending.formUnion(path)
    return false
  }

  private mutating func link(_ relation: Located<Relation>) {
    var linked = relation.value
    if let kind = graph.kinds[linked.kind] {
      if kind.isDirected != linked.isDirected || kind.isMediated != (linked.mediator != nil) {
        let wanted = kind.isMediated ? "'by' and 'between'" : kind.isDirected ? "'from' and 'to'" : "'between'"
        let surplus = !kind.isMediated && linked.mediator != nil ? " and no 'by'" : ""
        findings.append(
          Diagnostic(.direction, "'\(kind.id)' needs \(wanted)\(surplus)", at: relation.place(of: "kind")))
      }
    } else {
      findings.append(
        Diagnostic(
          .unknownId, "unknown kind of relation '\(linked.kind)'", at: relation.place(of: "kind"),
          suggestion: nearestWord(to: linked.kind.text, among: graph.kinds.keys.map(\.text))))
    }
    let to = linked.isDirected ? "to" : "between/1"
    let fromIsThere = refers(to: linked.from, in: relation, linked.isDirected ? "from" : "between/0")
    let toIsThere = refers(to: linked.to, in: relation, to)
    let mediatorIsThere = linked.mediator.map { refers(to: $0, in: relation, "by") } ?? true
    if let mediator = linked.mediator, [linked.from, linked.to].contains(mediator) {
      findings.append(Diagnostic(.samePair, "'\(mediator)' mediates for itself", at: relation.place(of: "by")))
      linked.mediator = nil
    }
    if linked.from == linked.to {
      findings.append(
        Diagnostic(.samePair, "'\(linked.from)' is at both ends of the relation", at: relation.place(of: to)))
    }
    for index in linked.phases.indices {
      linked.phases[index].evidence = check(linked.phases[index].evidence, in: relation, "phases/\(index)/cite")
    }
    warnOfOverlaps(linked.phases, in: relation)
    guard fromIsThere, toIsThere, mediatorIsThere, linked.from != linked.to, graph.kinds[linked.kind] != nil else {
      return
    }
    graph.relations[linked.id] = linked
  }

  /// Warns of phases that certainly overlap one that starts before them; phases may end and begin in the same year.
  ///
  /// Each phase has one warning at most, with the phase that lasts longest: many phases of the same days would have a
  /// warning for every two of them.
  private mutating func warnOfOverlaps(_ phases: [Phase], in relation: Located<Relation>) {
    let spans = phases.indices.map { index in
      (first: phases[index].during.starts.upperBound, last: phases[index].during.ends.lowerBound, index: index)
    }
    var longest: (first: Day, last: Day, index: Int)?
    for span in spans.sorted(by: { ($0.first, $0.index) < ($1.first, $1.index) }) {
      if let longest, span.first < min(longest.last, span.last) {
        let (one, other) = (min(longest.index, span.index), max(longest.index, span.index))
        findings.append(
          Diagnostic(
            .overlappingPhases,
            "\(phases[other].during) overlaps \(phases[one].during): both phases hold from \(span.first) on",
            at: relation.place(of: "phases/\(other)/during")))
      }
      if longest.map({ $0.last < span.last }) ?? true { longest = span }
    }
  }

  private mutating func link(_ event: Located<Event>) {
    var linked = event.value
    linked.evidence = check(linked.evidence, in: event, "cite")
    linked.place = linked.place.map { $0.linked(in: graph) }
    var isWhole = true
    let span = linked.within.span
    func checkParty(_ party: Entity.ID, _ path: @autoclosure () -> String) {
      guard refers(to: party, in: event, path()), let life = graph.entities[party]?.during else {
        isWhole = false
        return
      }
      if life != .always, !life.span.overlaps(span) {
        findings.append(
          Diagnostic(
            .unheldDate, "'\(party)' exists \(life), but the event is dated \(linked.within)",
            at: event.place(of: path())))
      }
    }
    for (index, party) in linked.actors.enumerated() { checkParty(party, "actors/\(index)") }
    for (index, party) in linked.recipients.enumerated() { checkParty(party, "recipients/\(index)") }
    for party in linked.affects { checkParty(party, "affects/\(party)") }
    if isWhole { graph.events[linked.id] = linked }
  }
}

extension View.Focus {
  /// The key that names its parties.
  fileprivate var key: String { if case .around = self { "around" } else { "between" } }
}

extension Located<View> {
  /// The place of the word in the filter.
  fileprivate func place(ofWord word: String) -> SourceLocation? {
    places["only/\(word)"] ?? places["without/\(word)"] ?? place
  }
}

private func article(_ noun: String) -> String {
  ("aeiou".contains(noun.first ?? "x") ? "an " : "a ") + noun
}
