internal import DyadCore

/// Turtle, or TriG with everything in a named graph (W3C, RDF 1.1).
final class TurtleSyntax: RDFSyntax {
  private let sink: ByteSink
  private let graph: String?
  private var isFirst = true
  private var isOpen = false

  init(_ sink: ByteSink, graph: String? = nil) { (self.sink, self.graph) = (sink, graph) }

  func begin() {
    for prefix in RDFPrefix.allCases { sink.write("@prefix \(prefix): <\(prefix.rawValue)> .\n") }
    if let graph { sink.write("\n<\(graph)> {\n") }
  }

  func subject(_ iri: String) {
    close()
    sink.write("\n<")
    sink.write(RDFText.escapedIRI(iri))
    sink.write(">")
    (isFirst, isOpen) = (true, true)
  }

  func add(_ predicate: RDFName, _ object: RDFObject) {
    sink.write(isFirst ? " " : " ;\n  ")
    isFirst = false
    sink.write(predicate == .type ? "a" : predicate.short)
    sink.write(" ")
    switch object {
    case .name(let name): sink.write(name.short)
    case .iri(let iri):
      sink.write("<")
      sink.write(RDFText.escapedIRI(iri))
      sink.write(">")
    case .words(let words): RDFText.quote(words, to: sink)
    case .typed(let words, let type):
      RDFText.quote(words, to: sink)
      sink.write("^^")
      sink.write(type.short)
    case .spoken(let words, let language):
      RDFText.quote(words, to: sink)
      sink.write("@")
      sink.write(language)
    }
  }

  func end() {
    close()
    if graph != nil { sink.write("}\n") }
  }

  private func close() {
    if isOpen { sink.write(" .\n") }
    isOpen = false
  }
}
