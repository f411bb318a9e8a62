import DyadCore
import DyadFormats
import DyadTestSupport
import Foundation
import Testing

/// What tools for graphs find in the files for them.
@Suite struct GraphToolTests {
  private static let formats = ["graphml", "gexf", "node-link", "jgf", "cx2", "dot"]

  private struct Edge: Hashable, Comparable {
    var from, to, kind, role, claim: String
    var tone = 0.0
    static func < (one: Edge, other: Edge) -> Bool {
      [one.from, one.to, one.kind, one.role, one.claim].lexicographicallyPrecedes(
        [other.from, other.to, other.kind, other.role, other.claim])
    }
  }

  /// The edges that there should be, from the graph alone.
  private func edges(of graph: KnowledgeGraph) -> [Edge] {
    var edges: [Edge] = []
    for relation in graph.relations.values {
      let standard = graph.kind(of: relation).tone
      edges += relation.phases.map {
        Edge(
          from: relation.from.text, to: relation.to.text, kind: relation.kind.text, role: "phase", claim: $0.id.text,
          tone: ($0.tone ?? standard).value)
      }
    }
    edges += graph.holdings.values.map {
      Edge(from: $0.official.text, to: $0.office.text, kind: "holds", role: "holding", claim: $0.id.text)
    }
    for event in graph.events.values {
      edges += event.actors.map { Edge(from: $0.text, to: event.id.text, kind: "actor", role: "actor", claim: "") }
      edges += event.recipients.map {
        Edge(from: $0.text, to: event.id.text, kind: "recipient", role: "recipient", claim: "")
      }
      edges += event.affects.map {
        Edge(from: $0.text, to: event.id.text, kind: "affected", role: "affected", claim: "")
      }
      edges += event.links.map {
        Edge(from: event.id.text, to: $0.target.text, kind: $0.kind.rawValue, role: "link", claim: $0.id.text)
      }
    }
    edges += graph.entities.values.compactMap { entity in
      entity.home.map { Edge(from: entity.id.text, to: $0.text, kind: "belongs-to", role: "home", claim: "") }
    }
    edges += graph.offices.values.map {
      Edge(from: $0.id.text, to: $0.of.text, kind: "office-of", role: "office-of", claim: "")
    }
    return edges.sorted()
  }

  private func nodes(of graph: KnowledgeGraph) -> [[String]] {
    let all =
      graph.entities.values.map { [$0.id.text, $0.kind.rawValue, $0.names[0].text] }
      + graph.offices.values.map { [$0.id.text, "office", $0.title] }
      + graph.events.values.map { [$0.id.text, "event", $0.what] }
    return all.sorted { $0[0] < $1[0] }
  }

  @Test(.checked(by: .python)) func everyToolFindsTheNodesAndEdgesOfTheGraph() throws {
    let graphs = try Exchange.graphs(random: 4)
    try inTemporaryFolder { folder in
      for (name, graph) in graphs {
        for format in GraphToolTests.formats {
          let suffix = Format.named(format)!.suffixes[0]
          try Data(Format.named(format)!.bytes(of: graph)).write(to: folder.appendingPathComponent("\(name).\(suffix)"))
        }
      }
      let stems = graphs.map { folder.appendingPathComponent($0.name).path }
      let reported = try #require(try Python.run("Tests/DyadExchangeTests/Readers/graphs.py", stems) as? [String: Any])
      #expect(reported["wrong"] as? [String] == [])
      let found = try #require(reported["found"] as? [String: [String: [String: [[Any]]]]])
      for (name, graph) in graphs {
        let all = try #require(found[folder.appendingPathComponent(name).path])
        for format in GraphToolTests.formats { compare(try #require(all[format]), with: graph, format, name) }
        // What NetworkX writes of our file is still the dossier.
        for suffix in ["graphml", "node-link.json"] {
          let format = try #require(Format.of(path: "x.\(suffix)"))
          let again = format.reader!(folder.appendingPathComponent("\(name).networkx.\(suffix)").path)
            .then { KnowledgeGraph.linking($0) }
          expectSame(try again.get(), try RoundTripTests.expected(graph, as: format))
        }
      }
    }
  }

  private func compare(_ found: [String: [[Any]]], with graph: KnowledgeGraph, _ format: String, _ name: String) {
    let wanted = (nodes: nodes(of: graph), edges: edges(of: graph))
    let nodes = (found["nodes"] ?? []).map { $0.compactMap { $0 as? String } }.sorted { $0[0] < $1[0] }
    switch format {
    case "dot": #expect(nodes == wanted.nodes.map { Array($0.prefix(2)) }, "\(format) of \(name)")
    case "gexf":
      let labels = wanted.nodes.map {
        [$0[0], $0[1], $0[2].split(whereSeparator: \.isWhitespace).joined(separator: " ")]
      }
      #expect(nodes == labels, "\(format) of \(name)")
    default: #expect(nodes == wanted.nodes, "\(format) of \(name)")
    }
    let edges = (found["edges"] ?? []).map { edge in
      let words = edge.compactMap { $0 as? String }
      return words.count == 5
        ? Edge(
          from: words[0], to: words[1], kind: words[2], role: words[3], claim: words[4], tone: edge[5] as? Double ?? 99)
        : Edge(from: words[0], to: words[1], kind: "", role: words[2], claim: words[3])
    }
    let isShort = format == "dot" || format == "gexf"
    let expected =
      isShort
      ? wanted.edges.map { Edge(from: $0.from, to: $0.to, kind: "", role: $0.role, claim: $0.claim) } : wanted.edges
    #expect(edges.sorted() == expected.sorted(), "\(format) of \(name)")
  }

  @Test func flagsAndDescriptionsWrittenByHandAreRead() throws {
    var dossier = Dossier()
    dossier.entities = [Located(Entity("a", .state, name: "A", isUnnamed: true))]
    dossier.events = [
      Located(
        Event(
          "e", within: Interval("2014")!, what: "E", type: .agree, actors: ["a"],
          describedActors: [DescribedParticipant("militants", number: "over 70")!], isKey: true))
    ]
    let text = String(
      decoding: Format.named("graphml")!.bytes(of: try KnowledgeGraph.linking([dossier]).get()), as: UTF8.self)
    let flags = text.replacing("\"n_key\">true<", with: "\"n_key\">True<").replacing(
      "\"n_unnamed\">true<", with: "\"n_unnamed\">1<")
    let described = "[{&quot;described&quot;:&quot;militants&quot;,&quot;number&quot;:&quot;over 70&quot;}]"
    #expect(flags != text && flags.contains(described))
    let graph = try read(flags.replacing(described, with: "seventy men"), as: "graphml").get()
    #expect(graph.entities["a"]?.isUnnamed == true && graph.events["e"]?.isKey == true)
    #expect(graph.events["e"]?.actors == ["a"])
    #expect(graph.events["e"]?.describedActors.map(\.description) == ["seventy men"])
  }

  @Test func anEditedAttributeCounts() throws {
    let graph = try Exchange.example("egypt-israel")
    let text = String(decoding: Format.named("graphml")!.bytes(of: graph), as: UTF8.self)
    let changed = text.replacing(">Egypt</data>", with: ">Arab Republic of Egypt</data>")
    #expect(changed != text)
    let again = try read(changed, as: "graphml").get()
    #expect(again.entities["egypt"]?.names[0].text == "Arab Republic of Egypt")
  }

  private func read(_ text: String, as id: String) throws -> Checked<KnowledgeGraph> {
    let reader = try #require(Format.named(id)?.reader)
    return try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("g")
      try Data(text.utf8).write(to: file)
      return reader(file.path).then { KnowledgeGraph.linking($0) }
    }
  }

  // MARK: Files of others

  private func findings(_ checked: Checked<KnowledgeGraph>) -> [String] {
    checked.diagnostics.sortedByPlace().map { finding in
      "\(finding.place.map { "\($0.line):\($0.column): " } ?? "")\(finding.message) [\(finding.code)]"
    }
  }

  @Test func theGraphMLOfYEdBecomesADossier() throws {
    let checked = try read(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
        <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
        <key attr.name="description" attr.type="string" for="node" id="d5"/>
        <graph edgedefault="directed" id="G">
          <node id="n0"><data key="d5">A state</data><data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="30.0"/>
            <y:NodeLabel alignment="center">Arvane</y:NodeLabel></y:ShapeNode></data></node>
          <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Belmar</y:NodeLabel></y:ShapeNode></data></node>
          <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>arms</y:EdgeLabel></y:PolyLineEdge></data></edge>
        </graph>
      </graphml>
      """, as: "graphml")
    #expect(findings(checked) == [])
    #expect(checked.value.entities["arvane"]?.note == "A state")
    #expect(checked.value.relations.values.map { "\($0.from) \($0.kind) \($0.to)" } == ["arvane arms belmar"])
    #expect(checked.value.kinds["arms"]?.sentence(from: "A", to: "B") == "arms of A to B")
  }

  @Test func aNetworkOfNetworkXBecomesADossier() throws {
    let checked = try read(
      """
      {"directed": false, "multigraph": false, "graph": {},
       "nodes": [{"id": 1, "name": "Arvane", "kind": "state", "gdp": 3.5}, {"id": 2, "name": "Belmar", "start": "1961-05"}],
       "links": [{"source": 1, "target": 2, "relation": "alliance {x}", "start": "2010", "tone": 4}]}
      """, as: "node-link")
    #expect(findings(checked) == ["2:64: 'gdp' has no counterpart in a dossier; omitted (1) [not-carried]"])
    let relation = try #require(checked.value.relations.values.first)
    #expect(
      relation.phases[0].during == Interval("2010/") && relation.phases[0].tone == Tone(4) && !relation.isDirected)
    #expect(checked.value.entities["arvane"]?.kind == .state)
  }

  @Test func aDynamicGraphOfGephiBecomesADossier() throws {
    let checked = try read(
      """
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph mode="dynamic" defaultedgetype="undirected">
      <attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>
      <nodes><node id="0" label="Arvane"><attvalues><attvalue for="0" value="state"/></attvalues></node>
      <node id="1" label="Belmar"/></nodes>
      <edges><edge id="0" source="0" target="1" label="pact"><spells><spell start="1990-01-01" end="1991-01-01"/>
      <spell start="1995-01-01" end="1996-01-01"/></spells></edge></edges></graph></gexf>
      """, as: "gexf")
    #expect(findings(checked) == [])
    #expect(checked.value.relations.values.first?.phases.map(\.during.description) == ["1990-01-01/1996-01-01"])
    #expect(checked.value.entities["arvane"]?.kind == .state)
  }

  // MARK: Files that mean harm

  @Test(arguments: [
    ("<!DOCTYPE g [<!ENTITY a 'x'>]><graphml/>", "1:1: a DOCTYPE or another declaration is not allowed [doctype]"),
    (
      "<!DOCTYPE g SYSTEM 'file:///etc/passwd'><graphml/>",
      "1:1: a DOCTYPE or another declaration is not allowed [doctype]"
    ),
    ("<graphml>&xxe;</graphml>", "1:10: unknown entity '&xxe;' [bad-xml]"),
    ("<graphml>&#xD800;</graphml>", "1:10: unknown entity '&#xD800;' [bad-xml]"),
    ("<graphml>\n<a></b></graphml>", "2:4: expected </a> [bad-xml]"),
    ("<graphml><node id='a'/>", "1:24: unclosed element <graphml> [bad-xml]"),
    ("<graphml a='1' a='2'/>", "1:16: duplicate attribute 'a' [bad-xml]"),
    ("<graphml><node x='<'/></graphml>", "1:19: '<' is not allowed in an attribute value [bad-xml]"),
    ("<html/>", "1:1: the root element is <html>, not <graphml> [bad-xml]"),
    ("", "1:1: no root element [bad-xml]"),
    (
      "<graphml><graph><node id='a'/>\n<node id='a'/><edge source='a' target='b'/><edge source='a'/></graph></graphml>",
      "2:15: unknown node 'b' [unknown-id]"
    ),
  ])
  func aMistakeIsReportedAtItsPlace(text: String, finding: String) throws {
    let reported = findings(try read(text, as: "graphml"))
    #expect(reported.contains(finding), "\(reported)")
  }

  @Test func aMillionElementsDeepAndManyAttributesEndSoon() throws {
    let deep = String(repeating: "<a>", count: 1_000_000)
    #expect(
      findings(try read("<graphml>" + deep, as: "graphml")) == ["1:775: nested more than 256 levels deep [too-deep]"])
    let attributes = (0..<200_000).map { " a\($0)='\($0)'" }.joined()
    let reported = findings(try read("<graphml\(attributes)/>", as: "graphml"))
    #expect(reported.count == 1 && reported[0].contains("more than 1000 attributes"))
    #expect(findings(try read("{\"nodes\": " + String(repeating: "[", count: 1_000_000), as: "node-link")).count == 1)
  }

  @Test func anInvalidFieldOfDyadIsReported() throws {
    let text = String(decoding: Format.named("graphml")!.bytes(of: try Exchange.example("egypt-israel")), as: UTF8.self)
    let spoilt = text.replacing(
      "<data key=\"e_during\">", with: "<data key=\"e_during\">not-a-date ", maxReplacements: 1)
    let reported = findings(try read(spoilt, as: "graphml"))
    #expect(reported.contains { $0.contains("'not-a-date") && $0.hasSuffix("[bad-interval]") }, "\(reported)")
  }

  @Test func nothingInALabelIsMarkupInMermaid() throws {
    let graph = everything(seed: 5)
    let text = String(decoding: Format.named("mermaid")!.bytes(of: graph), as: UTF8.self)
    for line in text.split(separator: "\n").dropFirst() where line.contains("\"") {
      let label = try #require(line.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first)
      #expect(label.wholeMatch(of: /([\p{L}\p{M}\p{N} .,_\-\/()]|#[0-9]+;)*/) != nil, "\(line)")
      #expect(line.count { $0 == "\"" } == 2, "\(line)")
    }
  }
}
