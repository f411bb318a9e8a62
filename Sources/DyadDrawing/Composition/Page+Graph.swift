internal import DyadCore
internal import Graphviz
internal import DyadContent

extension Page {
  /// The page as Graphviz paints it.
  func graph(_ theme: Theme) -> Graph {
    var graph = Graph("picture")
    graph.attributes = [
      "bgcolor": .raw(theme.page.fill), "pad": "0", "margin": "0", "fontname": .raw(Face.family), "class": "dyad",
    ]
    graph.nodeDefaults = ["fontname": .raw(Face.family), "fontsize": "8"]
    graph.edgeDefaults = ["fontname": .raw(Face.family)]
    graph.nodes = blocks.map(\.block.node)
    let setter = LineTypesetter(theme: theme, isFine: hasFineLines || lines.count > 24)
    graph.edges = lines.map { line in
      let (tail, head) = ends(of: line)
      return Edge(tail, head, key: line.name, setter.attributes(line.line, suffix: line.suffix))
    }
    graph.edges += strokes.map { Edge(end(of: $0), end(of: $0), key: $0.name, $0.attributes) }
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
      let (tail, head) = ends(of: line)
      let points = line.points.map(up)
      let curve = Page.curve(points, line.line.arrow)
      layout.edges[EdgeID(tail, head, key: line.name)] = EdgePath(curves: [curve])
    }
    for stroke in strokes {
      let curves = stroke.curves.map { Curve(points: $0.map(up)) }
      layout.edges[EdgeID(end(of: stroke), end(of: stroke), key: stroke.name)] = EdgePath(curves: curves)
    }
    return layout
  }

  /// Graphviz asks what a line joins, and paints it with that: after the first of the blocks, or after the last.
  private func end(of stroke: Stroke) -> String { stroke.isAbove ? blocks.last?.block.name ?? "title" : "title" }

  /// The nodes that a line hangs on; its path is its own.
  private func ends(of placed: PlacedLine) -> (String, String) {
    let line = placed.line
    let there = Set(blocks.map(\.block.name))
    let tail = "entity-\(line.from)\(placed.suffix)"
    let head = (line.to.map { "entity-\($0)" } ?? "card-\(line.card)") + placed.suffix
    return there.contains(tail) && there.contains(head) ? (tail, head) : ("title", "meaning-\(line.card)")
  }

  /// The line, drawn back a little from the end that has an arrowhead.
  private static func curve(_ points: [Point], _ arrow: Line.Arrow?) -> Curve {
    guard points.count > 1, let arrow else { return Curve(points: points) }
    switch arrow {
    case .atFrom:
      return Curve(points: [back(from: points[0], toward: points[1])] + points.dropFirst(), arrowAtStart: points[0])
    case .atTo:
      let (last, before) = (points[points.count - 1], points[points.count - 2])
      return Curve(points: points.dropLast() + [back(from: last, toward: before)], arrowAtEnd: last)
    }
  }

  private static func back(from tip: Point, toward next: Point) -> Point {
    let length = max(0.01, ((next.x - tip.x) * (next.x - tip.x) + (next.y - tip.y) * (next.y - tip.y)).squareRoot())
    let back = min(6, length / 2) / length
    return Point(x: tip.x + (next.x - tip.x) * back, y: tip.y + (next.y - tip.y) * back)
  }
}
