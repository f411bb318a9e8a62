extension Value: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    switch try reader.value(UInt8.self) {
    case 0: self = .text(try reader.value())
    case 1: self = .raw(try reader.value())
    default: self = .html(try reader.value())
    }
  }

  package func write(to bytes: inout [UInt8]) {
    let kind: UInt8 =
      switch self {
      case .text: 0
      case .raw: 1
      case .html: 2
      }
    bytes.append(parts: kind, characters)
  }
}

extension Attributes: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init()
    for _ in 0..<Swift.max(try reader.value(Int.self), 0) {
      let name = try reader.value(String.self)
      self[name] = try reader.value(Value.self)
    }
  }

  package func write(to bytes: inout [UInt8]) {
    count.write(to: &bytes)
    for (name, value) in self {
      name.write(to: &bytes)
      value.write(to: &bytes)
    }
  }
}

extension Node: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(try reader.value(), try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: name, attributes) }
}

extension Edge: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(try reader.value(), try reader.value(), key: try reader.value(), try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: tail, head, key, attributes) }
}

extension EdgeID: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(try reader.value(), try reader.value(), key: try reader.value(), occurrence: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: tail, head, key, occurrence) }
}

extension Subgraph: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      try reader.value(), nodes: try reader.value(), edges: try reader.value(), subgraphs: try reader.value(),
      try reader.value())
  }

  package func write(to bytes: inout [UInt8]) { bytes.append(parts: name, nodes, edges, subgraphs, attributes) }
}

extension Graph: ByteCodable {
  package init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      try reader.value(), isDirected: try reader.value(), isStrict: try reader.value(),
      attributes: try reader.value(), nodeDefaults: try reader.value(), edgeDefaults: try reader.value(),
      nodes: try reader.value(), edges: try reader.value(), subgraphs: try reader.value())
  }

  package func write(to bytes: inout [UInt8]) {
    bytes.append(parts: name, isDirected, isStrict, attributes, nodeDefaults, edgeDefaults, nodes, edges, subgraphs)
  }
}
