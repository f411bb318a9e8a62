/// Writes N-Triples, or N-Quads with a graph for all statements (W3C, RDF 1.1), in their canonical form.
package final class NQuadsWriter: RDFWriter {
  private let sink: ByteSink
  private let ending: StoredBytes
  /// The subject, with which every statement about it begins.
  private var start = StoredBytes([])

  package init(_ sink: ByteSink, graph: String? = nil) {
    self.sink = sink
    ending = StoredBytes((graph.map { " <\($0)> .\n" } ?? " .\n").utf8)
  }

  package func begin() {}

  package func subject(_ iri: String) { start = StoredBytes("<\(RDFText.escapedIRI(iri))> ".utf8) }

  package func add(_ predicate: RDFName, _ object: RDFObject) {
    sink.write(start.bytes)
    sink.write(predicate.full.bytes)
    sink.write(byte: 0x20)
    switch object {
    case .name(let name): sink.write(name.full.bytes)
    case .iri(let iri): RDFText.write(iri: iri, to: sink)
    case .text(let text): RDFText.quote(text, to: sink)
    case .typed(let text, let type):
      RDFText.quote(text, to: sink)
      sink.write("^^")
      sink.write(type.full.bytes)
    case .tagged(let text, let language):
      RDFText.quote(text, to: sink)
      sink.write("@")
      sink.write(language)
    }
    sink.write(ending.bytes)
  }

  package func end() {}
}
