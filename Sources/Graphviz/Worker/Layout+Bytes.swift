extension Point: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(x: try reader.value(), y: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) {
    x.write(to: &bytes)
    y.write(to: &bytes)
  }
}

extension Box: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      minX: try reader.value(), minY: try reader.value(), maxX: try reader.value(), maxY: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { for side in [minX, minY, maxX, maxY] { side.write(to: &bytes) } }
}

extension NodeBox: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      center: try reader.value(), width: try reader.value(), height: try reader.value(), xlabel: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) {
    center.write(to: &bytes)
    width.write(to: &bytes)
    height.write(to: &bytes)
    xlabel.write(to: &bytes)
  }
}

extension ClusterBox: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(box: try reader.value(), label: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) {
    box.write(to: &bytes)
    label.write(to: &bytes)
  }
}

extension Curve: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(points: try reader.value(), arrowAtStart: try reader.value(), arrowAtEnd: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) {
    points.write(to: &bytes)
    arrowAtStart.write(to: &bytes)
    arrowAtEnd.write(to: &bytes)
  }
}

extension EdgePath: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      curves: try reader.value(), label: try reader.value(), xlabel: try reader.value(),
      headLabel: try reader.value(), tailLabel: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) {
    curves.write(to: &bytes)
    for center in [label, xlabel, headLabel, tailLabel] { center.write(to: &bytes) }
  }
}

extension Layout: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      bounds: try reader.value(), label: try reader.value(), nodes: try reader.value(), edges: try reader.value(),
      clusters: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) {
    bounds.write(to: &bytes)
    label.write(to: &bytes)
    nodes.write(to: &bytes)
    edges.write(to: &bytes)
    clusters.write(to: &bytes)
  }
}
