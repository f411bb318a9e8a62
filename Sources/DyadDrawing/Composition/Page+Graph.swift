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
        panel.name, nodes: panel.members,
        [
          "style": "rounded,filled", "fillcolor": .raw(panel.fill), "color": .raw(panel.outline), "penwidth": "1.2",
          "id": .text(panel.name), "class": "panel", "tooltip": .text(" "),
        ])
    }
    return graph
  }

  /// Where everything has its place, with y counted up as Graphviz counts it.
  var layout: Layout {
    func up(_ point: Point) -> Point { Point(x: point.x, y: size.height - point.y) }
    func box(_ x: Double, _ y: Double, _ size: Size) -> Box {
      Box(minX: x, minY: self.size.height - y - size.height, maxX: x + size.width, maxY: self.size.height - y)
    }
    var layout = Layout(bounds: Box(minX: 0, minY: 0, maxX: size.width, maxY: size.height))
    for placed in blocks {
      let place = box(placed.x, placed.y, placed.size)
      layout.nodes[placed.block.name] = NodeBox(center: place.center, width: place.width, height: place.height)
    }
    for panel in panels { layout.clusters[panel.name] = ClusterBox(box: box(panel.x, panel.y, panel.size)) }
    for line in lines {
      let (tail, head) = ends(of: line.line)
      let points = line.points.map(up)
      let curve = line.line.isPointed ? Page.pointed(points) : Curve(points: points)
      layout.edges[EdgeID(tail, head, key: line.name)] = EdgePath(curves: [curve])
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
  private static func pointed(_ points: [Point]) -> Curve {
    guard points.count > 1 else { return Curve(points: points) }
    let (tip, next) = (points[0], points[1])
    let length = max(0.01, ((next.x - tip.x) * (next.x - tip.x) + (next.y - tip.y) * (next.y - tip.y)).squareRoot())
    let back = min(6, length / 2) / length
    let start = Point(x: tip.x + (next.x - tip.x) * back, y: tip.y + (next.y - tip.y) * back)
    return Curve(points: [start] + points.dropFirst(), arrowAtStart: tip)
  }
}
