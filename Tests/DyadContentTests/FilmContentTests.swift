import DyadContent
import DyadCore
import DyadTestSupport
import Testing

@Suite struct FilmContentTests {
  /// Two pairs that have nothing to do with each other.
  private let graph: KnowledgeGraph = {
    var dossier = Dossier(title: "Two pairs")
    dossier.entities = ["a", "b", "c", "d"].map { Located(Entity(Entity.ID($0), .state, name: $0.uppercased())) }
    dossier.entities.append(Located(Entity("new", .state, name: "New", during: Interval("2025-02-15/..")!)))
    func meeting(_ id: Event.ID, _ on: String, _ one: Entity.ID, _ other: Entity.ID) -> Located<Event> {
      Located(
        Event(
          id, within: Interval(on)!, what: "\(one) meets \(other)", type: .consult, actors: [one], recipients: [other],
          evidence: Evidence([])))
    }
    dossier.events = [
      meeting("first", "2025-01-10", "a", "b"), meeting("second", "2025-03-10", "a", "b"),
      meeting("elsewhere", "2025-03-11", "c", "d"), meeting("elsewhere-again", "2025-03-12", "c", "d"),
    ]
    return KnowledgeGraph.linking([dossier]).value
  }()

  @Test func aFrameCountsOnlyTheChangesInItsView() throws {
    let days = ["2025-02-01", "2025-04-01"].map { Day($0)! }
    let source = FilmContent.Source(of: graph, in: View(.between("a", "b")), on: days)
    #expect(try #require(FilmContent(source).frames.last).summary == "1 new")
    let all = FilmContent.Source(of: graph, in: View(.everyone), on: days)
    #expect(try #require(FilmContent(all).frames.last).summary == "4 new")
  }
}
