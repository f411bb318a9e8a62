internal import DyadCore
internal import Graphviz

extension Page {
  /// The page as Graphviz paints it.
  func graph(_ drawing: Drawing) -> Graph {
    let theme = drawing.theme
    var graph = Graph("picture")
    graph.attributes = [
      "bgcolor": .raw(theme.page.fill), "pad": "0", "margin": "0", "fontname": .raw(Face.family), "class": "dyad",
    ]
    graph.nodeDefaults = ["fontname": .raw(Face.family), "fontsize": "8"]
    graph.edgeDefaults = ["fontname": .raw(Face.family)]
    graph.nodes = blocks.map(\.block.node)
    let setter = LineSetter(theme: theme)
    graph.edges = lines.map { line in
      let (tail, head) = ends(of: line.line)
      return Edge(tail, head, key: line.name, setter.attributes(line.line))
    }
    graph.subgraphs = panels.map { panel in
      Subgraph(
        panel.name,
        [
          "style": "rounded,filled", "fillcolor": .raw(panel.fill), "color": .raw(panel.outline), "penwidth": "1.2",
          "id": .text(panel.name), "class": "panel", "tooltip": .text(" "),
        ], nodes: panel.members)
    }
    return graph
  }

  /// Where everything has its place, with y counted up as Graphviz counts it.
  var layout: Layout {
    func up(_ point: Point) -> Point { Point(x: point.x, y: size.height - point.y) }
    func box(_ x: Double, _ y: Double, _ size: Size) -> Box {
      Box(centre: up(Point(x: x + size.width / 2, y: y + size.height / 2)), width: size.width, height: size.height)
    }
    var layout = Layout(bounds: Box(Point(x: 0, y: 0), Point(x: size.width, y: size.height)))
    for placed in blocks { layout.nodes[placed.block.name] = box(placed.x, placed.y, placed.size) }
    for panel in panels { layout.clusters[panel.name] = ClusterBox(box(panel.x, panel.y, panel.size)) }
    var counts: [Edge.ID: Int] = [:]
    for line in lines {
      let (tail, head) = ends(of: line.line)
      var id = Edge.ID(tail, head)
      counts[id, default: -1] += 1
      id.ordinal = counts[id]!
      let points = line.points.map(up)
      layout.edges[id] = EdgePath([line.line.isPointed ? Page.pointed(points) : Spline(points)])
    }
    return layout
  }

  /// The nodes that a line hangs on; its path is its own.
  private func ends(of line: Line) -> (String, String) {
    let there = Set(blocks.map(\.block.name))
    let tail = "entity-\(line.from)"
    let head = line.card.hasPrefix("member-") ? "entity-\(line.card.dropFirst(7))" : "card-\(line.card)"
    return there.contains(tail) && there.contains(head) ? (tail, head) : ("title", "meaning-\(line.card)")
  }

  /// The line drawn back a little from its start, for the arrowhead there.
  private static func pointed(_ points: [Point]) -> Spline {
    guard points.count > 1 else { return Spline(points) }
    let (tip, next) = (points[0], points[1])
    let length = max(0.01, ((next.x - tip.x) * (next.x - tip.x) + (next.y - tip.y) * (next.y - tip.y)).squareRoot())
    let back = min(6, length / 2) / length
    let start = Point(x: tip.x + (next.x - tip.x) * back, y: tip.y + (next.y - tip.y) * back)
    return Spline([start] + points.dropFirst(), arrowAtStart: tip)
  }
}
