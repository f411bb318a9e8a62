/// Writes JSON-LD 1.0 (W3C) with its context in the file, so that no reader fetches one.
package final class JSONLDWriter: RDFWriter {
  private let sink: ByteSink
  private let prefixes: [RDFPrefix]
  private var iri: String?
  /// The statements about the current subject: JSON-LD groups them by predicate.
  private var statements: [(predicate: RDFName, objects: [RDFObject])] = []
  private var isFirst = true

  /// - Parameter prefixes: the prefixes of all terms that are written.
  package init(_ sink: ByteSink, prefixes: [RDFPrefix]) { (self.sink, self.prefixes) = (sink, prefixes) }

  package func begin() {
    sink.write("{\"@context\": ")
    JSONWriter(sink).object { context in
      for prefix in prefixes { context.member(prefix.name, prefix.iri) }
    }
    sink.write(",\n\"@graph\": [")
  }

  package func subject(_ iri: String) {
    flush()
    self.iri = iri
  }

  package func add(_ predicate: RDFName, _ object: RDFObject) {
    if let index = statements.firstIndex(where: { $0.predicate == predicate }) {
      statements[index].objects.append(object)
    } else {
      statements.append((predicate, [object]))
    }
  }

  package func end() {
    flush()
    sink.write("\n]}\n")
  }

  private func flush() {
    guard let iri else { return }
    sink.write(isFirst ? "\n" : ",\n")
    isFirst = false
    JSONWriter(sink).object { node in
      node.member("@id", RDFText.escapedIRI(iri))
      for (predicate, objects) in statements {
        let isType = predicate == .type
        node.member(
          isType ? "@type" : predicate.prefixed,
          array: { list in
            for object in objects {
              if isType, case .name(let name) = object {
                list.element(name.prefixed)
              } else {
                JSONLDWriter.write(object, list)
              }
            }
          })
      }
    }
    statements.removeAll(keepingCapacity: true)
  }

  private static func write(_ object: RDFObject, _ list: JSONWriter) {
    list.object { value in
      switch object {
      case .name(let name): value.member("@id", name.prefixed)
      case .iri(let iri): value.member("@id", RDFText.escapedIRI(iri))
      case .text(let text): value.member("@value", text)
      case .typed(let text, let type):
        value.member("@type", type.prefixed)
        value.member("@value", text)
      case .tagged(let text, let language):
        value.member("@language", language)
        value.member("@value", text)
      }
    }
  }
}
