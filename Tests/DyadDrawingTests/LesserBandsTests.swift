import DyadContent
import DyadCore
import DyadTestSupport
import Graphviz
import Testing

import DyadDrawing

/// The phases of the other relations in the overview of a timeline.
@Suite struct LesserBandsTests {
  /// A pair with a leading relation, and a number of others at overlapping times.
  private func timeline(_ count: Int, months: Int = 40, name: String = "a long and quarrelsome dispute about fish")
    -> Timeline
  {
    var dossier = Dossier(title: "Two")
    dossier.sources = [Located(Source("s", title: "Almanac"))]
    let evidence = Evidence([Citation(of: "s", quote: "so it is")])
    dossier.entities = [Located(Entity("a", .state, name: "Arvane")), Located(Entity("b", .state, name: "Belmar"))]
    func relation(_ id: String, _ kind: RelationKind.ID, _ tone: Double, _ start: Int, _ months: Int) -> Located<
      Relation
    > {
      let first = PartialDate(year: 2010 + start / 12, month: start % 12 + 1)!
      let last = PartialDate(year: 2010 + (start + months) / 12, month: (start + months) % 12 + 1)!
      let phase = Phase(
        Phase.ID("\(id)-1"), reads: name, tone: Tone(tone)!, during: Interval("\(first)/\(last)")!, evidence: evidence)
      return Located(Relation(Relation.ID(id), kind, between: "a", "b", phases: [phase]))
    }
    dossier.relations = [relation("lead", "ties", -2, 0, 110)]
    for index in 0..<count { dossier.relations.append(relation("r\(index)", "rivalry", -4, index * 6, months)) }
    return Timeline(KnowledgeGraph.linking([dossier]).value, between: "a", "b")
  }

  private func bands(_ composition: Composition) -> [PlacedBlock] {
    composition.page.blocks.filter { placed in
      if case .timeline(.phase(let phase, _, _)) = placed.block.key { phase != "lead-1" } else { false }
    }
  }

  private func more(_ composition: Composition) -> String? {
    let block = composition.page.block(.timeline(.moreBands))
    guard case .html(let text)? = block?.block.attributes["label"] else { return nil }
    return text
  }

  @Test(arguments: [0, 1, 3, 5, 12]) func everyLesserPhaseHasABandOrIsCounted(count: Int) async throws {
    let composition = try await Composition(timeline(count).content())
    let shown = Set(bands(composition).compactMap(phase)).count
    let counted = more(composition).flatMap { $0.firstMatch(of: #/>(\d+) phases?/#) }.flatMap { Int($0.1) } ?? 0
    #expect(shown + counted == count)
    let tops = Set(bands(composition).map { ($0.y * 10).rounded() })
    #expect(tops.count <= 3)
  }

  @Test func bandsAndTheirNamesDoNotOverlap() async throws {
    for (count, months) in [(3, 40), (6, 12), (8, 3), (12, 20)] {
      let composition = try await Composition(timeline(count, months: months, name: "fish").content())
      let names = composition.page.blocks.filter { placed in
        if case .timeline(.reading(let phase, _)) = placed.block.key { phase != "lead-1" } else { false }
      }
      let bands = bands(composition)
      for (index, one) in (bands + names).enumerated() {
        for other in (bands + names).dropFirst(index + 1) {
          let isOwn = phase(one) == phase(other)
          let apart =
            one.x + one.size.width <= other.x + 0.7 || other.x + other.size.width <= one.x + 0.7
            || one.bottom <= other.y + 0.7 || other.bottom <= one.y + 0.7
          #expect(isOwn || apart, "\(one.name) \(other.name)")
        }
      }
    }
  }

  private func phase(_ placed: PlacedBlock) -> Phase.ID? {
    switch placed.block.key {
    case .timeline(.phase(let phase, _, _)), .timeline(.reading(let phase, _)): phase
    default: nil
    }
  }

  @Test func theyAreBelowTheBandOfTheLeadingRelation() async throws {
    let composition = try await Composition(timeline(2).content())
    let lead = try #require(composition.page.block(.timeline(.phase("lead-1", .certain, nil))))
    for band in bands(composition) { #expect(band.y >= lead.bottom && band.size.height < lead.size.height) }
  }
}
