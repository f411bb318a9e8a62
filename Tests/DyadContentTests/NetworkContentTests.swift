import DyadCore
import DyadTestSupport
import Testing

import DyadContent

@Suite struct NetworkContentTests {
  private func everyone(_ snapshot: Snapshot, _ detail: Detail = .full, blocs: View.Blocs = .stated) -> Content {
    Content(GraphDiff(snapshot), of: View(.everyone, blocs: blocs), options: ContentOptions(detail: detail))
  }

  /// The dyads that a relation joins, with each entity in the party that it is shown within.
  private func dyads(_ snapshot: Snapshot) -> (between: Set<Dyad>, within: Int) {
    let shownAs = Representatives(snapshot, keeping: [])
    var (between, within): (Set<Dyad>, Set<Relation.ID>) = ([], [])
    for tie in snapshot.ties where !tie.kind.isAffiliation {
      for dyad in tie.relation.dyads.map({ Dyad(shownAs[$0.first], shownAs[$0.second]) })
      where shownAs.isDrawn(dyad.first) && shownAs.isDrawn(dyad.second) {
        if dyad.first == dyad.second { within.insert(tie.id) } else { between.insert(dyad) }
      }
    }
    return (between, within.count)
  }

  @Test(arguments: 0..<60, [Detail.full, Detail.ladder[13]])
  func everyTieIsALineOrCounted(seed: Int, detail: Detail) {
    let snapshot = anyGraph(seed: seed).snapshot(at: .ever)
    let content = everyone(snapshot, detail)
    let drawn = content.lines.compactMap { line in line.to.map { Dyad(line.from, $0) } }
    #expect(Set(drawn).count == drawn.count)
    let (between, within) = dyads(snapshot)
    #expect(between.isSubset(of: Set(drawn)))
    #expect(within == 0 || content.omissions.contains { $0.contains("within one party") })
    // Each is described: in a card if it has a number, otherwise by what leads.
    let described = content.cards.compactMap { if case .tie(let dyad) = $0.kind { dyad } else { nil } }
    #expect((described + content.dyads.map(\.dyad)).sorted() == drawn.sorted())
  }

  @Test func allTiesOfTheArchipelagoAreDrawn() throws {
    let snapshot = try Samples.example("archipelago").snapshot(at: Moment(on: Day(2024, 6, 1)!))
    let content = everyone(snapshot, Detail.ladder[13])
    let drawn = Set(content.lines.compactMap { line in line.to.map { Dyad(line.from, $0) } })
    let members = Set(
      content.blocs.flatMap { bloc -> [Dyad] in
        guard case .organization(let id) = bloc.id else { return [] }
        return bloc.members.map { Dyad($0, id) }
      })
    #expect(dyads(snapshot).between.isSubset(of: drawn.union(members)))
    #expect(content.blocs.count == 3)
    #expect(content.cards.count == 10)
    #expect(content.lines.count > 130)
  }

  @Test func aBlocHasTheMembersOfItsOrganizationForCertain() {
    var dossier = Dossier(title: "Blocs")
    dossier.entities = ["a", "b", "c", "d"].map { Located(Entity(Entity.ID($0), .state, name: $0)) }
    dossier.entities.append(Located(Entity("pact", .organization, name: "The Pact")))
    dossier.kinds = [
      Located(RelationKind("member", "membership of {from} in {to}", tone: Tone(3)!, isDirected: true))
    ]
    let during: [String: Interval] = ["a": .always, "b": .always, "c": .always, "d": Interval("2020~/..")!]
    dossier.relations = during.sorted { $0.key < $1.key }.map { party, interval in
      Located(
        Relation(
          Relation.ID("\(party)-pact"), "member", from: Entity.ID(party), to: "pact", isDirected: true,
          phases: [Phase(Phase.ID("\(party)-phase"), during: interval)]))
    }
    let graph = KnowledgeGraph.linking([dossier]).value
    let content = everyone(graph.snapshot(at: Moment(on: Day(2020, 5, 5)!)))
    #expect(content.blocs.map(\.name) == ["The Pact"])
    #expect(content.blocs[0].members == ["a", "b", "c"])
    // What is uncertain is a line, for which the organization has a figure.
    #expect(content.lines.map(\.from) == ["d"] && content.lines[0].to == "pact")
    #expect(content.figures.map(\.id).contains("pact"))
    #expect(content.description.contains("The Pact: a, b and c."))
    #expect(Set(content.claims).isSuperset(of: ["a-phase", "b-phase", "c-phase", "d-phase"]))
    #expect(everyone(graph.snapshot(at: Moment(on: Day(2020, 5, 5)!)), blocs: .none).lines.count == 4)
  }

  @Test func blocsThatAreFoundAreSaidToBeFound() throws {
    let snapshot = try Samples.example("archipelago").snapshot(at: Moment(on: Day(2024, 6, 1)!))
    let content = everyone(snapshot, blocs: .found)
    #expect(content.blocs.count > 1 && content.blocs.allSatisfy { $0.isFound && $0.name.contains("found") })
    #expect(Set(content.blocs.flatMap(\.members)).count == content.blocs.flatMap(\.members).count)
    #expect(Legend(of: content).entries.contains { $0.swatch == .bloc(isFound: true) })
  }
}
