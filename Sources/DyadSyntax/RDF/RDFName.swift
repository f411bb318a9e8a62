/// A prefix and the IRI of the vocabulary that it abbreviates.
package struct RDFPrefix: Hashable, Sendable {
  package let name: String
  package let iri: String

  package init(_ name: String, _ iri: String) { (self.name, self.iri) = (name, iri) }
}

/// A term of a vocabulary.
///
/// A reference, since a graph has few terms, and nearly every statement has some.
package final class RDFName: Hashable, Sendable {
  package let iri: String
  /// The name with its prefix.
  package let prefixed: String
  /// The IRI in angle brackets.
  let full: StoredBytes

  package init(_ prefix: RDFPrefix, _ local: String) {
    iri = prefix.iri + local
    prefixed = "\(prefix.name):\(local)"
    full = StoredBytes("<\(iri)>".utf8)
  }

  package static func == (one: RDFName, other: RDFName) -> Bool { one === other || one.iri == other.iri }
  package func hash(into hasher: inout Hasher) { hasher.combine(iri) }
}

extension RDFName {
  /// `rdf:type`, for which syntaxes have a form of their own.
  package static let type = RDFName(RDFPrefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), "type")
}
