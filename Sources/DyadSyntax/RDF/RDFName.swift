/// A prefix and the IRI of the vocabulary that it abbreviates.
package struct RDFPrefix: Hashable, Sendable {
  package let name: String
  package let iri: String

  package init(_ name: String, _ iri: String) { (self.name, self.iri) = (name, iri) }
}

/// A term of a vocabulary.
package struct RDFName: Hashable, Sendable {
  package let iri: String
  /// The IRI in angle brackets.
  package let full: String
  /// The name with its prefix.
  package let prefixed: String

  package init(_ prefix: RDFPrefix, _ local: String) {
    iri = prefix.iri + local
    full = "<\(iri)>"
    prefixed = "\(prefix.name):\(local)"
  }

  package static func == (one: Self, other: Self) -> Bool { one.full == other.full }
  package func hash(into hasher: inout Hasher) { hasher.combine(full) }
}

extension RDFName {
  /// `rdf:type`, for which syntaxes have a form of their own.
  package static let type = RDFName(RDFPrefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), "type")
}
