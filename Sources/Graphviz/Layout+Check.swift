extension Layout {
  /// Refuses layouts that cannot be painted: those we did not make may hold anything.
  func check(for format: ImageFormat) throws(GraphvizError) {
    func refuse(_ why: String) -> GraphvizError { GraphvizError(stage: .painting(format), messages: [why]) }
    guard bounds.isFit, bounds.width > 0, bounds.height > 0 else { throw refuse("the layout has no page") }
    for (name, node) in nodes where ![node.center, node.xlabel].isFit {
      throw refuse("the layout has no fit place for node '\(name)'")
    }
    for (name, cluster) in clusters where !cluster.box.isFit || ![cluster.label].isFit {
      throw refuse("the layout has no fit place for '\(name)'")
    }
    guard [label].isFit else { throw refuse("the layout has no fit place for the label of the graph") }
    for (id, path) in edges where !path.isFit {
      throw refuse("the layout has no fit path for edge '\(id.tail)' '\(id.head)'")
    }
  }
}

extension GraphvizError {
  static func missing(_ what: String, _ format: ImageFormat) -> GraphvizError {
    GraphvizError(stage: .painting(format), messages: ["the layout has no place for \(what)"])
  }
}

extension EdgePath {
  fileprivate var isFit: Bool {
    [label, xlabel, headLabel, tailLabel].isFit
      && curves.allSatisfy { curve in
        curve.points.count >= 4 && curve.points.count % 3 == 1 && curve.points.allSatisfy(\.isFit)
          && [curve.arrowAtStart, curve.arrowAtEnd].isFit
      }
  }
}

extension Point {
  fileprivate var isFit: Bool { abs(x) < 1e7 && abs(y) < 1e7 }  // false for nan, too
}

extension [Point?] {
  fileprivate var isFit: Bool { allSatisfy { $0?.isFit ?? true } }
}

extension Box {
  fileprivate var isFit: Bool { Point(x: minX, y: minY).isFit && Point(x: maxX, y: maxY).isFit }
}
