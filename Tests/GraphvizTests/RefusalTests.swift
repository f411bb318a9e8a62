import Graphviz
import Testing

@Suite struct RefusalTests {
  @Test(arguments: [
    ("image", "/etc/passwd"), ("shapefile", "/etc/passwd"), ("imagepath", "/etc"), ("stylesheet", "e.css\"?><script>"),
    ("fontpath", "/etc"), ("fontname", "Arial\" onload=\"evil()"), ("URL", "javascript:evil()"),
    ("href", "vbscript:evil()"), ("URL", " data:text/html,x"), ("sides", "1000000000"), ("peripheries", "1000000"),
    ("width", "1e9"), ("style", "wedged"), ("height", "nan"), ("label", "bell\u{7}"),
  ])
  func anAttributeThatDoesHarmIsRefused(name: String, value: String) async {
    var graph = Graph("harm")
    graph.nodes = [Node("a", Attributes([name: .raw(value)]))]
    let harmful = graph
    await #expect(throws: GraphvizError.self) { try await harmful.layout() }
  }

  @Test(arguments: [
    "<table><tr><td><img src=\"/etc/passwd\"/></td></tr></table>",
    "<table href=\"javascript:evil()\"><tr><td>x</td></tr></table>",
    "<table><tr><td rowspan=\"65535\" colspan=\"65535\">x</td></tr></table>",
    "<table><tr><td width=\"65535\" height=\"65535\">x</td></tr></table>",
  ])
  func markupThatDoesHarmIsRefused(markup: String) async {
    var graph = Graph("harm")
    graph.nodes = [Node("a", ["label": .html(markup)])]
    let harmful = graph
    await #expect(throws: GraphvizError.self) { try await harmful.layout() }
  }

  @Test(arguments: ["https://example.org/?a=1&b=2", "http://example.org", "mailto:a@example.org", "#here", "page.html"])
  func anAddressThatIsKnownIsTaken(address: String) async throws {
    var graph = Graph("address")
    graph.nodes = [Node("a", ["URL": .text(address)])]
    let svg = try await graph.picture(with: .dot, as: .svg)
    #expect(words(of: svg) == ["a"])
  }
}
