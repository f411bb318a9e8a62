/// Writes N-Triples, or N-Quads with a graph for all statements (W3C, RDF 1.1), in their canonical form.
package final class NQuadsWriter: RDFWriter {
  private let sink: ByteSink
  private let ending: [UInt8]
  private var start: [UInt8] = []

  package init(_ sink: ByteSink, graph: String? = nil) {
    self.sink = sink
    ending = Array((graph.map { " <\($0)> .\n" } ?? " .\n").utf8)
  }

  package func begin() {}

  package func subject(_ iri: String) {
    start = Array("<".utf8)
    start.append(contentsOf: RDFText.escapedIRI(iri).utf8)
    start.append(contentsOf: "> ".utf8)
  }

  package func add(_ predicate: RDFName, _ object: RDFObject) {
    sink.write(bytes: start)
    sink.write(predicate.full)
    sink.write(byte: 0x20)
    switch object {
    case .name(let name): sink.write(name.full)
    case .iri(let iri):
      sink.write(byte: 0x3C)
      sink.write(RDFText.escapedIRI(iri))
      sink.write(byte: 0x3E)
    case .text(let text): RDFText.quote(text, to: sink)
    case .typed(let text, let type):
      RDFText.quote(text, to: sink)
      sink.write("^^")
      sink.write(type.full)
    case .tagged(let text, let language):
      RDFText.quote(text, to: sink)
      sink.write("@")
      sink.write(language)
    }
    sink.write(bytes: ending)
  }

  package func end() {}
}
