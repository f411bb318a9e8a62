/// The object of a statement.
package enum RDFObject {
  case name(RDFName)
  /// An IRI without angle brackets; it is escaped where it is written.
  case iri(String)
  case text(String)
  case typed(String, RDFName)
  case tagged(String, language: String)
}

/// Writes statements, subject by subject, in a syntax of RDF.
///
///     let turtle = TurtleWriter(sink, prefixes: prefixes)
///     turtle.begin()
///     turtle.subject("urn:dyad:entity/quay")
///     turtle.add(label, .text("Republic of Quay"))
///     turtle.end()
package protocol RDFWriter {
  func begin()
  func subject(_ iri: String)
  func add(_ predicate: RDFName, _ object: RDFObject)
  func end()
}
