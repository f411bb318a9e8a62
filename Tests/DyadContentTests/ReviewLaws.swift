import DyadContent
import DyadCore
import DyadTestSupport
import Testing

/// A claim is listed once with each of its sources, and any change of it ends its review.
@Suite struct ReviewLaws {
  static let seeds = 0..<12

  @Test(arguments: seeds) func aClaimWithACitationIsListedOnceWithEachSource(seed: Int) {
    expectListedOnce(everything(seed: seed))
  }

  @Test(arguments: ["pakistan-afghanistan", "egypt-israel", "ethiopia-eritrea", "archipelago"])
  func aClaimOfAnExampleIsListedOnceWithEachSource(example: String) throws {
    expectListedOnce(try Samples.example(example))
  }

  private func expectListedOnce(_ graph: KnowledgeGraph) {
    let sheet = ReviewSheet(of: graph)
    let listed = sheet.parts.flatMap { part in part.items.map { [$0.id, part.source?.id.text ?? ""] } }
    let cited = Set(graph.citations.map { [$0.claim, $0.citation.source.text] })
    #expect(Set(listed).count == listed.count)
    #expect(Set(listed.filter { $0[1] != "" }) == cited)
    #expect(Set(listed.map { $0[0] }) == Set(ReviewSheet.claims(of: graph)))
  }

  @Test(arguments: seeds) func claimsAreInTheOrderOfTheirQuotes(seed: Int) {
    let graph = everything(seed: seed)
    for part in ReviewSheet(of: graph).parts {
      guard let source = part.source, let text = source.text else { continue }
      let places = part.items.map { item in
        graph.citations.filter { $0.claim == item.id && $0.citation.source == source.id }
          .compactMap { text.find($0.citation).first?.lowerBound }.min() ?? .max
      }
      #expect(places == places.sorted())
    }
  }

  // MARK: Changes

  /// The dossier with a review of every claim in its present state.
  private func reviewed(_ graph: KnowledgeGraph) -> Dossier {
    var dossier = Dossier(graph)
    dossier.reviews = graph.reviewDigests.sorted { $0.key < $1.key }.map { claim, digest in
      Located(Review(Review.ID(claim), by: "I. Marrow", on: PartialDate("2026-11-26")!, digest: digest))
    }
    return dossier
  }

  private func changed(_ dossier: Dossier) -> Set<String>? {
    let linked = KnowledgeGraph.linking([dossier])
    guard linked.errors.isEmpty else { return nil }
    let states = linked.value.reviewStates
    return Set(states.keys.filter { states[$0]?.isOpen == true })
  }

  @Test(arguments: seeds) func aReviewOfAnUnchangedClaimIsCurrent(seed: Int) {
    let dossier = reviewed(everything(seed: seed))
    #expect(changed(dossier) == [])
    let graph = KnowledgeGraph.linking([dossier]).value
    #expect(graph.staleReviews(in: [dossier]) == [])
    #expect(ReviewSheet(of: graph, openOnly: true).parts.isEmpty)
  }

  /// Every key of every claim, one at a time; each takes a linking of the whole dossier, so that there are fewer seeds.
  @Test(arguments: seeds.prefix(3)) func anyChangeOfAClaimEndsItsReviewAndNoOther(seed: Int) {
    // Links restrict the dates of events; they have a law of their own.
    var plain = Dossier(everything(seed: seed))
    for index in plain.events.indices { plain.events[index].value.links = [] }
    let dossier = reviewed(KnowledgeGraph.linking([plain]).value)
    var tried: Set<String> = []
    func attempt<Record: Recorded & Equatable & Identifiable, Subject>(
      _ path: WritableKeyPath<Dossier, [Located<Record>]>, _ alsoEnds: (Record) -> Set<String> = { _ in [] }
    ) where Record.ID == Identifier<Subject> {
      for index in dossier[keyPath: path].indices {
        let record = dossier[keyPath: path][index].value
        for key in record.keys.form.keys {
          guard let field = other(key, of: record, than: record.id.text) else { continue }
          var edited = dossier
          record.keys.apply([field], to: &edited[keyPath: path][index].value)
          guard edited[keyPath: path][index].value != record, let ended = changed(edited) else { continue }
          tried.insert("\(record.keys.form.name) \(key.name)")
          // A new link is a claim that nobody has reviewed.
          let new = key.name == "links" ? ended.filter { $0.hasPrefix("\(record.id)/") } : []
          #expect(ended == alsoEnds(record).union([record.id.text]).union(new), "\(record.id) \(key.name)")
        }
      }
    }
    attempt(\.events)
    attempt(\.entities)
    attempt(\.holdings)
    attempt(\.offices) { office in
      Set(dossier.holdings.map(\.value).filter { $0.office == office.id }.map(\.id.text))
    }
    // A phase is written within its relation.
    for index in dossier.relations.indices {
      for phase in dossier.relations[index].value.phases.indices {
        let record = dossier.relations[index].value.phases[phase]
        for key in Phase.schema.form.keys {
          guard let field = other(key, of: record, than: record.id.text) else { continue }
          var edited = dossier
          Phase.schema.apply([field], to: &edited.relations[index].value.phases[phase])
          guard edited.relations[index].value.phases[phase] != record else { continue }
          tried.insert("phase \(key.name)")
          #expect(changed(edited) == [record.id.text], "\(record.id) \(key.name)")
        }
      }
    }
    for form in [Event.schema.form, Phase.schema.form, Holding.schema.form] {
      for key in form.keys where ![.ownId, .phases].contains(key.type) && !["draft", "links"].contains(key.name) {
        #expect(tried.contains("\(form.name) \(key.name)"), "\(key.name)")
      }
    }
  }

  @Test(arguments: seeds) func anyChangeOfALinkEndsItsReviewAndThatOfItsEvent(seed: Int) {
    let dossier = reviewed(everything(seed: seed))
    for (index, event) in dossier.events.enumerated() {
      for (number, link) in event.value.links.enumerated() {
        for key in EventLink.schema.form.keys {
          guard let field = other(key, of: link, than: link.id.text) else { continue }
          var edited = dossier
          EventLink.schema.apply([field], to: &edited.events[index].value.links[number])
          guard edited.events[index].value.links[number] != link else { continue }
          #expect(changed(edited) == [link.id.text, event.value.id.text], "\(link.id) \(key.name)")
        }
      }
    }
  }

  @Test(arguments: seeds) func aRelationOfAnotherKindOrDirectionEndsTheReviewsOfItsPhases(seed: Int) {
    let dossier = reviewed(everything(seed: seed))
    for index in dossier.relations.indices {
      let relation = dossier.relations[index].value
      let phases = Set(relation.phases.map(\.id.text))
      var turned = dossier
      (turned.relations[index].value.from, turned.relations[index].value.to) = (relation.to, relation.from)
      #expect(changed(turned) == phases)
      var other = dossier
      other.relations[index].value.kind = relation.isDirected ? "pressure" : "rivalry"
      other.relations[index].value.mediator = nil
      #expect(changed(other) == phases)
    }
    var toned = dossier
    for index in toned.kinds.indices { toned.kinds[index].value.tone = Tone(-3.25)! }
    let own = Set(dossier.kinds.map(\.value.id))
    let phases = dossier.relations.map(\.value).filter { own.contains($0.kind) }.flatMap(\.phases).map(\.id.text)
    #expect(changed(toned) == Set(phases))
  }

  @Test(arguments: seeds) func aReviewIsNoDifference(seed: Int) {
    let graph = everything(seed: seed)
    let moment = Moment.ever
    let marked = KnowledgeGraph.linking([reviewed(graph)]).value
    #expect(marked.canonicalClaims == graph.canonicalClaims)
    #expect(
      DiffReport([.versions: GraphDiff(from: graph.snapshot(at: moment), to: marked.snapshot(at: moment))]).isEmpty)
    #expect(ClaimList([Dossier(graph)]).text == ClaimList([reviewed(graph)]).text)
  }

  @Test func aStaleReviewIsReportedAtItsPlace() {
    var dossier = reviewed(everything(seed: 1))
    dossier.events[0].value.note = "changed"
    let id = dossier.events[0].value.id.text
    for index in dossier.reviews.indices {
      dossier.reviews[index].place = SourceLocation(file: "r.yaml", line: index + 2)
    }
    let line = dossier.reviews.firstIndex { $0.value.id.text == id }! + 2
    let findings = KnowledgeGraph.linking([dossier]).value.staleReviews(in: [dossier])
    #expect(
      findings.map(\.description) == [
        "r.yaml:\(line):1: warning: '\(id)' has changed since I. Marrow reviewed it on 2026-11-26 [review-stale]"
      ])
  }

  /// Another value of the key; `nil` where the key has none that suits every graph.
  private func other<Record: Recorded>(_ key: RecordForm.Key, of record: Record, than id: String) -> Field? {
    // A draft is not in the graph, and its review is unknown.
    guard key.name != "draft" else { return nil }
    let now = record.keys.fields(of: record).first { $0.name == key.name }?.value
    let value: Field.Value? =
      switch key.type {
      case .words, .quote, .verbatim, .sentence, .address, .mention, .formerId: .words("another-\(now == nil ? 1 : 2)")
      case .date: .date(PartialDate("1066-10-14")!)
      case .interval, .since: .interval(Interval("1066-10-14/1067")!)
      case .number, .count: .number(now == .number(1.25) ? 2 : 1.25)
      case .flag: .flag(now != .flag(true))
      case .choice(let words): words.first { now != .words($0) && key.standard != .words($0) }.map { .words($0) }
      case .reference(.entity): id == "entity-0" ? nil : .party(now == .party("entity-0") ? "entity-1" : "entity-0")
      case .reference(.office): .words(now == .words("office-1") ? "office-2" : "office-1")
      case .reference, .phases, .pair, .ownId, .wordSet, .rows, .amount: nil
      case .participants: .parties(now == .parties(["entity-0"]) ? ["entity-1"] : ["entity-0"])
      case .references: .parties(now == .parties(["entity-0"]) ? ["entity-1"] : ["entity-0"])
      case .amounts: .amounts([Quantity("ships", "at least 3")!])
      case .entitiesByCode: .mapping([Field("USA", .party("entity-0"))])
      case .codes: .mapping([Field("gwno", .words("4"))])
      case .citations: .rows([[Field("source", .words("source-0")), Field("note", .words("another"))]])
      case .records(let form):
        switch form.name {
        case "name": .rows([[Field("text", .words("Another"))]])
        case "link" where id != "event-0": .rows([[Field("in-return-for", .words("event-0"))]])
        default: nil
        }
      }
    return value.map { Field(key.name, $0) }
  }
}
