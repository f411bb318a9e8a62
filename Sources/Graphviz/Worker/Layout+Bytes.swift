extension Point: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(x: try reader.value(), y: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: x, y) }
}

extension Box: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      minX: try reader.value(), minY: try reader.value(), maxX: try reader.value(), maxY: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: minX, minY, maxX, maxY) }
}

extension NodeBox: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      center: try reader.value(), width: try reader.value(), height: try reader.value(), xlabel: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: center, width, height, xlabel) }
}

extension ClusterBox: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(box: try reader.value(), label: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: box, label) }
}

extension Curve: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(points: try reader.value(), arrowAtStart: try reader.value(), arrowAtEnd: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: points, arrowAtStart, arrowAtEnd) }
}

extension EdgePath: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      curves: try reader.value(), label: try reader.value(), xlabel: try reader.value(),
      headLabel: try reader.value(), tailLabel: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) {
    bytes.append(parts: curves, label, xlabel, headLabel, tailLabel)
  }
}

extension Layout: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      bounds: try reader.value(), label: try reader.value(), nodes: try reader.value(), edges: try reader.value(),
      clusters: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: bounds, label, nodes, edges, clusters) }
}
