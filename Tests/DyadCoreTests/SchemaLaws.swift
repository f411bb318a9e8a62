import DyadCore
import DyadTestSupport
import Testing

/// A schema says all of a record.
@Suite struct SchemaLaws {
  @Test(arguments: 0..<20)
  func aRecordIsWhatItsFieldsSay(seed: Int) {
    let graph = everything(seed: seed)
    for source in graph.sources.values { #expect(again(source) == source) }
    for kind in graph.kinds.values { #expect(again(kind) == kind) }
    for view in graph.views.values { #expect(again(view) == view) }
    for review in graph.reviews.values { #expect(again(review) == review) }
    for entity in graph.entities.values { #expect(published(again(entity), as: entity) == entity) }
    for office in graph.offices.values { #expect(published(again(office), as: office) == office) }
    for holding in graph.holdings.values { #expect(published(again(holding), as: holding) == holding) }
    for event in graph.events.values {
      var same = published(again(event), as: event)
      same.links = zip(same.links, event.links).map { published($0, as: $1) }
      #expect(same == event)
      #expect(event.links.allSatisfy { again($0, of: event.id) == $0.id })
    }
    for relation in graph.relations.values {
      var same = again(relation)
      same.phases = zip(same.phases, relation.phases).map { published($0, as: $1) }
      #expect(same == relation)
    }
  }

  @Test(arguments: 0..<20)
  func fieldsAreSetInAnyOrder(seed: Int) {
    for event in everything(seed: seed).events.values {
      let fields = event.keys.fields(of: event)
      #expect(event.keys.record(event.id.text, fields.reversed()) == event.keys.record(event.id.text, fields))
    }
  }

  private func again<Record: Recorded & Identifiable, Subject>(_ record: Record) -> Record
  where Record.ID == Identifier<Subject> {
    record.keys.record(record.id.text, record.keys.fields(of: record))
  }

  /// The id that the link has after its fields were read.
  private func again(_ link: EventLink, of event: Event.ID) -> EventLink.ID {
    let read = EventLink.schema.record("", EventLink.schema.fields(of: link))
    return EventLink.ID(read.kind, read.target, of: event)
  }

  /// Since when it is published, which linking finds, taken over.
  private func published<Record: Claim>(_ record: Record, as other: Record) -> Record {
    var (record, evidence) = (record, other.evidence)
    (evidence.citations, evidence.known) = (record.evidence.citations, record.evidence.known)
    (evidence.confidence, evidence.basis) = (record.evidence.confidence, record.evidence.basis)
    record.evidence = evidence
    return record
  }

  @Test func noRecordHasAKeyTwice() {
    let parts = [
      Citation.schema.form, Name.schema.form, Holding.listed, EventLink.schema.form, DescribedParticipant.form,
      RejectedProposal.schema.form,
    ]
    for form in RecordForm.all + parts {
      #expect(Set(form.keys.map(\.name)).count == form.keys.count, "\(form.name)")
      #expect(form.keys.allSatisfy { $0.meaning.last == "." || $0.meaning.last == "…" }, "\(form.name)")
    }
  }

  @Test(arguments: 0..<20)
  func aClaimThatDiffersHasAnotherCanonicalText(seed: Int) throws {
    let graph = everything(seed: seed)
    var dossier = Dossier(graph)
    let before = KnowledgeGraph.linking([dossier]).value.canonicalClaims
    let index = try #require(dossier.events.indices.first)
    let id = dossier.events[index].value.id.text
    dossier.events[index].value.note = "another note"
    let after = KnowledgeGraph.linking([dossier]).value.canonicalClaims
    #expect(before.filter { after[$0.key] != $0.value }.keys.map { $0 } == [id])
    #expect(Set(before.keys) == Set(after.keys))
  }

  @Test(arguments: 0..<20)
  func everyLinkIsAClaim(seed: Int) {
    let graph = everything(seed: seed)
    let claims = Set(graph.canonicalClaims.keys)
    #expect(graph.events.values.flatMap(\.links).allSatisfy { claims.contains($0.id.text) })
  }

  @Test func aCanonicalTextNamesKeysOfTheDossier() {
    var dossier = Dossier()
    dossier.entities = [
      Located(Entity("a", .state, name: "A \"B\"\nC")), Located(Entity("d", .state, name: "D\\E")),
    ]
    dossier.events = [
      Located(
        Event(
          "e", within: Interval("2014~")!, what: "x", type: .aid, actors: ["a"], numbers: [Quantity("men", "over 7")!]))
    ]
    let claims = KnowledgeGraph.linking([dossier]).value.canonicalClaims
    #expect(claims["a"] == #"{"kind":"state","name":"A \"B\"\nC"}"#)
    #expect(claims["d"] == #"{"kind":"state","name":"D\\E"}"#)
    #expect(claims["e"] == #"{"actors":["a"],"numbers":["over 7 men"],"on":"2014~","type":"AID","what":"x"}"#)
  }
}
