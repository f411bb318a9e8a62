extension Layout {
  /// Rejects layouts that cannot be rendered: a layout that was not computed by Graphviz may contain any value.
  func validate() throws(Graph.Failure) {
    func invalid(_ reason: String) -> Graph.Failure { .invalidRequest(InvalidRequest([reason])) }
    guard bounds.isValid, bounds.width > 0, bounds.height > 0 else { throw invalid("the layout has no page") }
    for (name, node) in nodes where ![node.center, node.xlabel].areValid {
      throw invalid("the layout has no valid position for node '\(name)'")
    }
    for (name, cluster) in clusters where !cluster.box.isValid || ![cluster.label].areValid {
      throw invalid("the layout has no valid box for cluster '\(name)'")
    }
    guard [label].areValid else { throw invalid("the layout has no valid position for the label of the graph") }
    for (id, path) in edges where !path.isValid {
      throw invalid("the layout has no valid path for edge '\(id.tail)' '\(id.head)'")
    }
  }
}

extension EdgePath {
  fileprivate var isValid: Bool {
    [label, xlabel, headLabel, tailLabel].areValid
      && curves.allSatisfy { curve in
        curve.points.count >= 4 && curve.points.count % 3 == 1 && curve.points.allSatisfy(\.isValid)
          && [curve.arrowAtStart, curve.arrowAtEnd].areValid
      }
  }
}

extension Point {
  fileprivate var isValid: Bool { abs(x) < 1e7 && abs(y) < 1e7 }  // also false for nan
}

extension [Point?] {
  fileprivate var areValid: Bool { allSatisfy { $0?.isValid ?? true } }
}

extension Box {
  fileprivate var isValid: Bool { Point(x: minX, y: minY).isValid && Point(x: maxX, y: maxY).isValid }
}
