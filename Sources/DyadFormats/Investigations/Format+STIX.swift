internal import DyadCore
internal import DyadSyntax

extension Format {
  /// A bundle of STIX 2.1 (OASIS): groups, relationships and incidents, with what it lacks in an extension.
  static let stix = Format(
    "stix", "STIX 2.1 bundle", suffixes: ["stix.json"],
    omits: [
      .title, .sourceTexts, .sourceDetails, .counts, .views, .reviews, .kinds, .formerIds, .knownDates, .confidence,
      .contexts, .citedRows,
      .datedNames,
      .codes,
      .places,
    ],
    writer: .file { STIXWriter(projection: Projection(graph: $0), sink: $1).write() })
}

struct STIXWriter {
  let projection: Projection
  let sink: ByteSink
  private let stamp: String

  static let itself = "identity--" + identifier("dyad itself")
  static let extensionId = "extension-definition--" + identifier("dyad extension 1")

  init(projection: Projection, sink: ByteSink) {
    (self.projection, self.sink) = (projection, sink)
    // The day of the last source, not of the clock, so that the export is reproducible.
    let days = projection.graph.sources.values.compactMap { $0.published?.days.upperBound }.filter {
      $0 != .distantFuture
    }
    stamp = "\(days.max()?.description ?? "2000-01-01")T00:00:00.000Z"
  }

  func write() {
    let bundle = STIXWriter.identifier("bundle \(projection.graph.title ?? "") \(projection.graph.entities.count)")
    sink.write("{\"type\":\"bundle\",\"id\":\"bundle--\(bundle)\",\"objects\":[")
    let json = JSONWriter(sink)
    object(json, "identity", STIXWriter.itself) {
      $0.member("name", "dyad")
      $0.member("identity_class", "system")
    }
    object(json, "extension-definition", STIXWriter.extensionId) {
      $0.member("name", "dyad claims")
      $0.member("description", "Ids, intervals as written, tones, stances and speakers of a dossier.")
      $0.member("schema", "urn:dyad:stix-extension:1")
      $0.member("version", "1.0.0")
      $0.member("extension_types", ["property-extension"])
    }
    projection.eachNode { write($0, json) }
    projection.eachEdge { write($0, json) }
    sink.write("\n]}\n")
  }

  private func object(_ json: JSONWriter, _ type: String, _ id: String, _ write: (JSONWriter) -> Void) {
    json.lineObject { object in
      object.member("type", type)
      object.member("spec_version", "2.1")
      object.member("id", id)
      object.member("created", stamp)
      object.member("modified", stamp)
      if id != STIXWriter.itself { object.member("created_by_ref", STIXWriter.itself) }
      write(object)
    }
  }

  // MARK: Things

  private func write(_ node: Projection.ProjectedNode, _ json: JSONWriter) {
    let entity = projection.graph.entities[Entity.ID(node.id)]
    let event = projection.graph.events[Event.ID(node.id)]
    object(json, type(of: node.id), reference(node.id)) { object in
      object.member("name", node.label)
      if let note = node.attributes.first(where: { $0.key == "note" })?.value.text {
        object.member("description", note)
      }
      switch node.kind {
      case "state":
        object.member("identity_class", "organization")
        object.member("sectors", ["government-national"])
      case "organization": object.member("identity_class", "organization")
      case "official": object.member("identity_class", "individual")
      case "group" where type(of: node.id) == "threat-actor":
        object.member("threat_actor_types", ["unknown"])
        let others = [entity?.short].compactMap { $0 } + (entity?.names.dropFirst().map(\.text) ?? [])
        if !others.isEmpty { object.member("aliases", others) }
        bounds(node.interval, object, from: "first_seen", to: "last_seen")
      case "group": object.member("identity_class", "group")
      case "office": object.member("identity_class", "class")
      case "place": object.member("identity_class", "unspecified")
      default: break
      }
      let office = projection.graph.offices[Office.ID(node.id)]
      references((entity?.evidence ?? event?.evidence ?? office?.evidence)?.citations ?? [], object)
      extended(object) { own in
        own.member("dyad_id", node.id)
        own.member("kind", node.kind)
        for (key, value) in node.attributes where key != "cite" && key != "note" {
          // Names of properties have three letters or more.
          own.member(key == "on" ? "during" : key, value)
        }
      }
    }
  }

  private func write(_ edge: Projection.ProjectedEdge, _ json: JSONWriter) {
    let own = edge.id ?? "\(edge.from) \(edge.role.rawValue) \(edge.to) \(edge.number ?? 1)"
    object(json, "relationship", "relationship--" + STIXWriter.identifier("\(edge.role.rawValue) \(own)")) { object in
      object.member("relationship_type", "related-to")
      object.member("source_ref", reference(edge.from))
      object.member("target_ref", reference(edge.to))
      if edge.role == .phase || edge.role == .holding {
        bounds(edge.interval, object, from: "start_time", to: "stop_time")
      }
      references(projection.evidence(of: edge)?.citations ?? [], object)
      extended(object) { NodeLink.write(edge, $0, without: ["cite", "weight", "start", "end", "label"]) }
    }
  }

  private func extended(_ object: JSONWriter, _ write: (JSONWriter) -> Void) {
    object.member(
      "extensions",
      object: { all in
        all.member(
          STIXWriter.extensionId,
          object: {
            $0.member("extension_type", "property-extension")
            write($0)
          })
      })
  }

  /// The first and the last instant of the interval, since STIX has no other form of dates.
  private func bounds(_ interval: Interval?, _ object: JSONWriter, from: String, to: String) {
    guard let interval else { return }
    let (first, last) = (interval.span.lowerBound, interval.span.upperBound)
    let years = 1...9999
    if years.contains(first.year) { object.member(from, "\(first)T00:00:00.000Z") }
    if years.contains(last.year) { object.member(to, "\(last)T23:59:59.999Z") }
  }

  private func references(_ citations: [Citation], _ object: JSONWriter) {
    guard !citations.isEmpty else { return }
    object.member(
      "external_references",
      array: { list in
        for citation in citations {
          let source = projection.graph.sources[citation.source]
          list.object { one in
            one.member("source_name", source?.publisher ?? source?.title ?? citation.source.text)
            let speaker = citation.speaker.map { " (\(projection.graph.name(of: $0)))" } ?? ""
            let denial = citation.stance == .denies ? "Denied: " : ""
            if let quote = citation.quote { one.member("description", "\(denial)“\(quote)”\(speaker)") }
            one.member("url", source?.url.map(STIXWriter.plainURL))
            one.member("external_id", citation.source.text)
          }
        }
      })
  }

  // MARK: Ids

  private func type(of id: String) -> String {
    if projection.graph.events[Event.ID(id)] != nil { return "incident" }
    guard let entity = projection.graph.entities[Entity.ID(id)] else { return "identity" }
    return entity.kind == .group && entity.type == "armed" ? "threat-actor" : "identity"
  }

  private func reference(_ id: String) -> String { "\(type(of: id))--\(STIXWriter.identifier(id))" }

  /// A UUID made of the text: two FNV-1a hashes with different start values.
  ///
  /// It is unique within a graph, and no protection against forgery.
  static func identifier(_ words: String) -> String {
    func sum(_ start: UInt64) -> UInt64 {
      var sum = words.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      // The finalizer of SplitMix64, so that texts that differ only at the end differ everywhere.
      sum = (sum ^ (sum >> 30)) &* 0xBF58_476D_1CE4_E5B9
      sum = (sum ^ (sum >> 27)) &* 0x94D0_49BB_1331_11EB
      return sum ^ (sum >> 31)
    }
    let high = sum(0xCBF2_9CE4_8422_2325) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = sum(0x9E37_79B9_7F4A_7C15) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = [high, low].map { number in
      let text = String(number, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    let cuts = [0, 8, 12, 16, 20, 32]
    let all = Array(digits)
    return zip(cuts, cuts.dropFirst()).map { String(all[$0..<$1]) }.joined(separator: "-")
  }

  /// The URL with characters percent-encoded that RFC 3986 does not allow.
  private static func plainURL(_ url: String) -> String {
    PercentEncoding.encode(url) { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x23...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: true
      default: false
      }
    }
  }
}
