/// What no graph may ask of Graphviz: to open a file, to write somebody's markup into an SVG, or to crash.
enum Refusals {
  /// They name files, fonts' folders or programs of their own.
  private static let files: Set<String> = [
    "stylesheet", "image", "imagepath", "shapefile", "fontpath", "_background", "layers",
  ]
  private static let addresses: Set<String> = [
    "URL", "href", "edgeURL", "edgehref", "headURL", "headhref", "labelURL", "labelhref", "tailURL", "tailhref",
  ]
  /// The largest numbers that are known to be well; far beyond each, some release crashes or hangs.
  private static let most: [String: Double] = [
    "sides": 64, "peripheries": 64, "minlen": 1000, "weight": 100_000, "width": 2000, "height": 2000, "dpi": 1200,
    "arrowsize": 100, "labeldistance": 1000, "labelangle": 3600, "penwidth": 1000, "fontsize": 2000, "margin": 1000,
    "pad": 1000, "ranksep": 1000, "nodesep": 1000, "len": 100_000, "skew": 1000, "distortion": 1000,
  ]

  static func check(_ graph: Graph) throws(GraphvizError) {
    try check(name: graph.name)
    try check(graph.attributes, graph.nodeDefaults, graph.edgeDefaults)
    for node in graph.nodes {
      try check(name: node.name)
      try check(node.attributes)
    }
    for edge in graph.edges {
      try check(name: edge.tail)
      try check(name: edge.head)
      try check(edge.attributes)
    }
    for subgraph in graph.subgraphs { try check(subgraph, depth: 1) }
  }

  private static func check(_ subgraph: Subgraph, depth: Int) throws(GraphvizError) {
    guard depth < 100 else { throw GraphvizError(.building, "subgraphs are nested more than 100 deep") }
    try check(name: subgraph.name ?? "")
    try check(subgraph.attributes)
    for inner in subgraph.subgraphs { try check(inner, depth: depth + 1) }
  }

  private static func check(_ all: Attributes...) throws(GraphvizError) {
    for attributes in all {
      for (name, value) in attributes.sorted {
        if let reason = reason(against: value, for: name) { throw GraphvizError(.building, "\(name): \(reason)") }
      }
    }
  }

  private static func check(name: String) throws(GraphvizError) {
    if name.unicodeScalars.contains(where: isControl) {
      throw GraphvizError(.building, "a name holds a control character")
    }
  }

  private static func reason(against value: Value, for name: String) -> String? {
    let written = value.written(for: name)
    if written.unicodeScalars.contains(where: isControl) { return "a control character" }
    if files.contains(name), !written.isEmpty { return "files and layers are not taken" }
    if name.hasSuffix("fontname"), !written.unicodeScalars.allSatisfy(isOfFont) {
      return "a font's name is letters, digits, spaces, commas, dots and hyphens"
    }
    if addresses.contains(name), !isSafe(address: written) { return "only http, https, mailto and # are taken" }
    if value.isMarkup { return reason(againstMarkup: written) }
    if let limit = most[name] { return reason(againstNumbers: written, limit) }
    if name == "viewport" || name == "size" || name == "ratio" || name == "packmode" || name == "pack" {
      return reason(againstNumbers: written, 100_000)
    }
    if name == "style", written.contains("wedged") || written.contains("striped") {
      return "wedges and stripes are not taken"
    }
    if name == "overlap", written.lowercased().hasPrefix("vor") { return "voronoi is not taken" }
    return nil
  }

  private static func reason(againstMarkup markup: String) -> String? {
    let lowered = markup.lowercased()
    if lowered.contains("<img") { return "pictures are not taken" }
    for part in lowered.split(separator: "=").dropFirst() {
      let digits = part.drop { $0 == "\"" || $0 == "'" || $0 == " " }.prefix { $0.isNumber }
      if let number = Double(digits), number > 20_000 { return "a number over 20000" }
    }
    for part in lowered.components(after: "href") where !isSafe(address: part) {
      return "only http, https, mailto and # are taken"
    }
    for span in ["rowspan", "colspan"] {
      for part in lowered.components(after: span) where (Double(part) ?? 0) > 200 { return "a span over 200" }
    }
    return nil
  }

  private static func reason(againstNumbers written: String, _ limit: Double) -> String? {
    for part in written.split(whereSeparator: { ",:+!/ ".contains($0) }) {
      guard let number = Double(part) else { continue }
      if !number.isFinite || abs(number) > limit { return "\(part) is beyond \(limit)" }
    }
    return nil
  }

  private static func isSafe(address: String) -> Bool {
    let trimmed = address.lowercased().drop { $0.isWhitespace }
    guard let colon = trimmed.firstIndex(of: ":"), !trimmed[..<colon].contains(where: { "/?#".contains($0) }) else {
      return true
    }
    return ["http", "https", "mailto"].contains(String(trimmed[..<colon]))
  }

  private static func isOfFont(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar)
      || " ,._-".unicodeScalars.contains(scalar)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r") || scalar.value == 0x7F
      || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }
}

extension String {
  /// What stands in quotes, or bare, after each `name=`.
  fileprivate func components(after name: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: name) {
      rest = rest[range.upperBound...].drop { $0.isWhitespace }
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst().drop { $0.isWhitespace }
      let quote = rest.first
      if quote == "\"" || quote == "'" {
        found.append(String(rest.dropFirst().prefix { $0 != quote }))
      } else {
        found.append(String(rest.prefix { !$0.isWhitespace && $0 != ">" }))
      }
    }
    return found
  }
}
