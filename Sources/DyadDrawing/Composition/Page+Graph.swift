internal import DyadContent
internal import DyadCore
package import Graphviz

extension Page {
  /// The page as Graphviz paints it.
  package func graph(_ theme: Theme) -> Graph {
    var graph = Graph("picture")
    graph.attributes = [
      "bgcolor": .raw(theme.page.fill), "pad": "0", "margin": "0", "fontname": .raw(Face.family), "class": "dyad",
    ]
    graph.nodeDefaults = ["fontname": .raw(Face.family), "fontsize": "8"]
    graph.edgeDefaults = ["fontname": .raw(Face.family)]
    graph.nodes = blocks.map { $0.block.node($0.name) }
    let typesetter = LineTypesetter(theme: theme, weights: lineWeights)
    graph.edges = lines.map { line in
      let (tail, head) = ends(of: line)
      return Edge(tail, head, key: line.key, typesetter.attributes(line))
    }
    graph.edges += strokes.map { Edge(end(of: $0), end(of: $0), key: $0.key.id, $0.attributes) }
    graph.subgraphs = panels.map { panel in
      let name = panel.key.id(inFrame: panel.frame)
      return Subgraph(
        name, nodes: panel.members.map { $0.id(inFrame: panel.frame) },
        [
          "style": "rounded,filled", "fillcolor": .raw(panel.fill), "color": .raw(panel.outline), "penwidth": "1.2",
          "id": .text(name), "class": "panel", "tooltip": .text(" "),
        ])
    }
    return graph
  }

  /// The places of everything, with y counted upwards as in Graphviz.
  var layout: Layout {
    func up(_ point: Point) -> Point { Point(x: point.x, y: size.height - point.y) }
    func box(_ x: Double, _ y: Double, _ size: Size) -> Box {
      Box(minX: x, minY: self.size.height - y - size.height, maxX: x + size.width, maxY: self.size.height - y)
    }
    var layout = Layout(bounds: Box(minX: 0, minY: 0, maxX: size.width, maxY: size.height))
    for placed in blocks {
      let place = box(placed.x, placed.y, placed.size)
      layout.nodes[placed.name] = NodeBox(center: place.center, width: place.width, height: place.height)
    }
    for panel in panels {
      layout.clusters[panel.key.id(inFrame: panel.frame)] = ClusterBox(box: box(panel.x, panel.y, panel.size))
    }
    let weights = lineWeights
    for line in lines {
      let (tail, head) = ends(of: line)
      let points = line.points.map(up)
      let curve = Page.curve(points, line.line.arrow, weights.arrow(line))
      layout.edges[EdgeID(tail, head, key: line.key)] = EdgePath(curves: line.pattern?.pieces(of: curve) ?? [curve])
    }
    for stroke in strokes {
      let curves = stroke.curves.map { Curve(points: $0.map(up)) }
      layout.edges[EdgeID(end(of: stroke), end(of: stroke), key: stroke.key.id)] = EdgePath(curves: curves)
    }
    return layout
  }

  /// The areas as Graphviz paints them, with y counted upwards.
  package var filledAreas: [FilledArea] {
    areas.flatMap { area in
      area.curves.map { curve in
        FilledArea(
          points: curve.map { Point(x: $0.x, y: size.height - $0.y) }, fill: area.fill, outline: area.outline,
          lineWidth: area.lineWidth)
      }
    }
  }

  /// The node of a stroke, after which Graphviz paints it: the first of all, or the last.
  private func end(of stroke: Stroke) -> String {
    (stroke.isAbove ? blocks.last?.name : nil) ?? BlockKey.title.id
  }

  /// The nodes of a line; its path is independent of them.
  private func ends(of placed: PlacedLine) -> (String, String) {
    if let swatch = placed.swatch { return (BlockKey.title.id, BlockKey.meaning(swatch).id) }
    let tail = BlockKey.figure(placed.line.from)
    let head = placed.line.to.map(BlockKey.figure) ?? placed.line.card.map(BlockKey.card) ?? .title
    return (tail.id(inFrame: placed.frame), head.id(inFrame: placed.frame))
  }

  /// The line up to the base of its arrowhead, whose tip is at the end of the line.
  private static func curve(_ points: [Point], _ end: Line.Arrow?, _ arrow: ArrowTriangle?) -> Curve {
    guard points.count > 3, let end, let arrow else { return Curve(points: points) }
    let toTip = end == .atTo ? points : points.reversed()
    let cut = Path.cut(toTip, beforeEndBy: arrow.length)
    let tip = arrow.end(forTipAt: toTip[toTip.count - 1], base: cut[cut.count - 1])
    switch end {
    case .atFrom: return Curve(points: cut.reversed(), arrowAtStart: tip)
    case .atTo: return Curve(points: cut, arrowAtEnd: tip)
    }
  }
}

extension Graph {
  /// Words of small labels stay apart in a bitmap.
  mutating func setSpacesOfBitmap() {
    for index in nodes.indices {
      if case .html(let label)? = nodes[index].attributes["label"] {
        nodes[index].attributes["label"] = .html(Markup.painted(label))
      }
    }
  }
}
