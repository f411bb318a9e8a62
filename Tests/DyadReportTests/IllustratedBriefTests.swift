import DyadContent
import DyadCore
import DyadReport
import DyadTestSupport
import Foundation
import Testing

@Suite struct IllustratedBriefTests {
  private func brief(_ edit: (inout Dossier) -> Void = { _ in }) -> Brief {
    var dossier = anyDossier(seed: 3)
    edit(&dossier)
    let graph = KnowledgeGraph.linking([dossier]).value
    return Brief(graph, between: "entity-0", "entity-1", at: Moment(on: Day(2021, 5, 1)!))
  }

  @Test func aPageHasEveryPictureAndItsCaption() async throws {
    let brief = brief()
    let page = try await IllustratedBrief(brief).html()
    #expect(brief.pictures.map(\.name) == ["sheet", "timeline"])
    #expect(page.components(separatedBy: "<svg ").count == 3)
    for picture in brief.pictures { #expect(page.contains("id=\"\(picture.name)-")) }
  }

  @Test func markupInADossierIsText() async throws {
    let hostile = brief { dossier in
      dossier.entities[0].value = Entity("entity-0", .state, name: "<script>alert(1)</script> & *A* [x](javascript:y)")
      for index in dossier.sources.indices { dossier.sources[index].value.url = "javascript:alert(1)" }
    }
    let page = try await IllustratedBrief(hostile).html()
    #expect(!page.contains("<script>") && page.contains("&lt;script&gt;"))
    #expect(!page.contains("href=\"javascript:"))
  }
}
