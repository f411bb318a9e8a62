import DyadContent
import DyadCore
import DyadDrawing
import DyadFormats
import DyadSyntax
import DyadTestSupport
import Graphviz
import Testing

/// Words that mean something to Graphviz are words in pictures.
@Suite struct EscapeTests {
  private static let words = #"\N\G\E\T\H\L\\n\\x&amp;<b>%s"#

  private static let dossier = #"""
    states:
      a: { name: 'A \N\G\E\T\H\L\\n\\x&amp;<b>%s' }
      b: { name: B }
    relations:
      r: { between: [a, b], kind: ties, phases: [{ during: 2014/, reads: 'says \N\G\E\T\H\L\\n\\x&amp;<b>%s', tone: 3 }] }
    events:
      e: { on: 2014-02-03, what: 'did \N\G\E\T\H\L\\n\\x&amp;<b>%s', type: CONSULT, actors: [a], recipients: [b] }
    """#

  @Test(arguments: [View.Focus.between("a", "b"), .around("a", hops: 1), .everyone])
  func escapesOfGraphvizAreText(focus: View.Focus) async throws {
    let graph = try DossierReader.read(text: Self.dossier, file: "d.yaml").then { KnowledgeGraph.linking([$0]) }.get()
    let request = PictureRequest(focus, .state(Moment(on: Day(2014, 3, 1)!)), detail: .full)
    let svg = try await request.picture(of: graph).rendering(as: .svg).bytes
    let read = try XMLElement(parsing: svg)
    var painted = ""
    func collect(_ element: XMLElement) {
      if element.name == "text" { painted += element.text.filter { $0 != " " } }
      for case .element(let inner) in element.content { collect(inner) }
    }
    collect(read)
    let count = painted.ranges(of: Self.words).count
    #expect(count >= 1, "\(painted)")
    // Nothing that Graphviz would put in their place.
    for replaced in ["picture", "card-", "fig-"] { #expect(!painted.contains(replaced), "\(painted)") }
  }
}
