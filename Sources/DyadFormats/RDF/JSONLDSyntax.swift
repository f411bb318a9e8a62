internal import DyadCore

/// JSON-LD with its context in the file, so that no reader has to fetch one (W3C, JSON-LD 1.0 suffices).
final class JSONLDSyntax: RDFSyntax {
  private let sink: ByteSink
  private var iri: String?
  /// What is said of the subject at hand: in JSON, the objects of a predicate stand together.
  private var said: [(predicate: RDFName, objects: [RDFObject])] = []
  private var isFirst = true

  init(_ sink: ByteSink) { self.sink = sink }

  func begin() {
    sink.write("{\"@context\": ")
    JSONWriter(sink).object { context in
      for prefix in RDFPrefix.allCases { context.member("\(prefix)", prefix.rawValue) }
    }
    sink.write(",\n\"@graph\": [")
  }

  func subject(_ iri: String) {
    flush()
    self.iri = iri
  }

  func add(_ predicate: RDFName, _ object: RDFObject) {
    if let index = said.firstIndex(where: { $0.predicate == predicate }) {
      said[index].objects.append(object)
    } else {
      said.append((predicate, [object]))
    }
  }

  func end() {
    flush()
    sink.write("\n]}\n")
  }

  private func flush() {
    guard let iri else { return }
    sink.write(isFirst ? "\n" : ",\n")
    isFirst = false
    JSONWriter(sink).object { node in
      node.member("@id", RDFText.escapedIRI(iri))
      for (predicate, objects) in said {
        let isType = predicate == .type
        node.member(
          isType ? "@type" : predicate.short,
          array: { list in
            for object in objects {
              if isType, case .name(let name) = object {
                list.element(name.short)
              } else {
                JSONLDSyntax.write(object, list)
              }
            }
          })
      }
    }
    said.removeAll(keepingCapacity: true)
  }

  private static func write(_ object: RDFObject, _ list: JSONWriter) {
    list.object { value in
      switch object {
      case .name(let name): value.member("@id", name.short)
      case .iri(let iri): value.member("@id", RDFText.escapedIRI(iri))
      case .words(let words): value.member("@value", words)
      case .typed(let words, let type):
        value.member("@type", type.short)
        value.member("@value", words)
      case .spoken(let words, let language):
        value.member("@language", language)
        value.member("@value", words)
      }
    }
  }
}
