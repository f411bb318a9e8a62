/// Writes Turtle, or TriG with all statements in a named graph (W3C, RDF 1.1).
package final class TurtleWriter: RDFWriter {
  private let sink: ByteSink
  private let prefixes: [RDFPrefix]
  private let graph: String?
  private var isFirst = true
  private var isOpen = false

  /// - Parameter prefixes: the prefixes of all terms that are written.
  package init(_ sink: ByteSink, prefixes: [RDFPrefix], graph: String? = nil) {
    (self.sink, self.prefixes, self.graph) = (sink, prefixes, graph)
  }

  package func begin() {
    for prefix in prefixes { sink.write("@prefix \(prefix.name): <\(prefix.iri)> .\n") }
    if let graph { sink.write("\n<\(graph)> {\n") }
  }

  package func subject(_ iri: String) {
    close()
    sink.write("\n")
    RDFText.write(iri: iri, to: sink)
    (isFirst, isOpen) = (true, true)
  }

  package func add(_ predicate: RDFName, _ object: RDFObject) {
    sink.write(isFirst ? " " : " ;\n  ")
    isFirst = false
    sink.write(predicate == .type ? "a" : predicate.prefixed)
    sink.write(" ")
    switch object {
    case .name(let name): sink.write(name.prefixed)
    case .iri(let iri): RDFText.write(iri: iri, to: sink)
    case .text(let text): RDFText.quote(text, to: sink)
    case .typed(let text, let type):
      RDFText.quote(text, to: sink)
      sink.write("^^")
      sink.write(type.prefixed)
    case .tagged(let text, let language):
      RDFText.quote(text, to: sink)
      sink.write("@")
      sink.write(language)
    }
  }

  package func end() {
    close()
    if graph != nil { sink.write("}\n") }
  }

  private func close() {
    if isOpen { sink.write(" .\n") }
    isOpen = false
  }
}
