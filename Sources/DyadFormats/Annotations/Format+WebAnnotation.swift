internal import DyadCore
internal import DyadSyntax

extension Format {
  /// The quotes as annotations of their sources, in the Web Annotation Data Model of the W3C, for programs that show notes
  /// beside a text.
  static let webAnnotation = Format(
    "web-annotation", "W3C Web Annotation (quotes)", suffixes: ["annotations.json"],
    omits: [
      .title, .counts, .views, .reviews, .sourceTexts, .sourceDetails, .kinds, .codes, .otherNames, .speakers, .stances,
      .confidence, .basis, .citedRows, .knownDates, .tones, .modes, .places, .numbers, .roles,
    ],
    writer: .file { graph, sink in
      let lines = graph.claimLines
      let quoted = graph.citations.filter { $0.citation.quote != nil && graph.sources[$0.citation.source] != nil }
      let collection = "\(RDFAddress.base)annotations"
      JSONWriter(sink, .indented).object { json in
        json.member("@context", "http://www.w3.org/ns/anno.jsonld")
        json.member("id", collection)
        json.member("type", "AnnotationCollection")
        json.member("label", graph.title ?? "Quotes")
        json.member("total", quoted.count)
        json.member(
          "first",
          object: { page in
            page.member("id", "\(collection)/page1")
            page.member("type", "AnnotationPage")
            page.member("partOf", collection)
            page.member("startIndex", 0)
            page.member(
              "items",
              array: { items in
                for (index, one) in quoted.enumerated() {
                  items.object { write(one, "\(collection)/\(index + 1)", lines, graph, $0) }
                }
              })
          })
      }
      sink.write("\n")
    })

  private static func write(
    _ one: (claim: String, citation: Citation), _ id: String, _ lines: [String: String], _ graph: KnowledgeGraph,
    _ json: JSONWriter
  ) {
    json.member("id", id)
    json.member("type", "Annotation")
    json.member("motivation", "linking")
    json.member(
      "body",
      array: { bodies in
        func body(_ purpose: String, _ value: String?) {
          guard let value else { return }
          bodies.object { body in
            body.member("type", "TextualBody")
            body.member("purpose", purpose)
            body.member("value", value)
          }
        }
        body("identifying", one.claim)
        body("describing", lines[one.claim])
        body("commenting", one.citation.note)
      })
    json.member("target", array: { targets in write(one.citation, graph, targets) })
  }

  /// A target for each part of the quote between ellipses.
  private static func write(_ citation: Citation, _ graph: KnowledgeGraph, _ targets: JSONWriter) {
    let source = graph.sources[citation.source]
    let address = source?.url ?? RDFAddress.of(.source, citation.source)
    let (text, parts) = (source?.text, source?.text?.find(citation) ?? [])
    func target(_ selectors: @escaping (JSONWriter) -> Void) {
      targets.object { target in
        target.member("source", address)
        target.member("selector", array: selectors)
      }
    }
    guard let text, !parts.isEmpty else {
      return target { $0.object { quote($0, citation.quote ?? "", citation.before, citation.after) } }
    }
    for part in parts {
      target { selectors in
        selectors.object { json in
          quote(
            json, text.passage(part), text.passage(max(0, part.lowerBound - 32)..<part.lowerBound),
            text.passage(part.upperBound..<min(text.count, part.upperBound + 32)))
        }
        selectors.object { json in
          json.member("type", "TextPositionSelector")
          json.member("start", part.lowerBound)
          json.member("end", part.upperBound)
        }
      }
    }
  }

  private static func quote(_ json: JSONWriter, _ exact: String, _ prefix: String?, _ suffix: String?) {
    json.member("type", "TextQuoteSelector")
    json.member("exact", exact)
    if let prefix, !prefix.isEmpty { json.member("prefix", prefix) }
    if let suffix, !suffix.isEmpty { json.member("suffix", suffix) }
  }
}

extension KnowledgeGraph {
  /// What each claim says, in a line, by id.
  fileprivate var claimLines: [String: String] {
    func name(_ id: Entity.ID) -> String { entities[id]?.names[0].text ?? id.text }
    var lines: [String: String] = [:]
    for entity in entities.values { lines[entity.id.text] = entity.names[0].text }
    for office in offices.values { lines[office.id.text] = "\(office.title) of \(name(office.of))" }
    for holding in holdings.values {
      lines[holding.id.text] = "\(name(holding.official)): \(offices[holding.office]?.title ?? holding.office.text)"
    }
    for relation in relations.values {
      let sentence = kind(of: relation).sentence(of: relation, name: name)
      for phase in relation.phases { lines[phase.id.text] = sentence + (phase.reads.map { ": \($0)" } ?? "") }
    }
    for event in events.values {
      lines[event.id.text] = event.what
      for link in event.links {
        lines[link.id.text] = "\(event.what) (\(link.kind.rawValue)) \(events[link.target]?.what ?? link.target.text)"
      }
    }
    return lines
  }
}
