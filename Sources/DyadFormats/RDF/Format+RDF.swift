internal import DyadCore
internal import DyadSyntax

extension Format {
  static let turtle = Format(
    "turtle", "RDF, Turtle", suffixes: ["ttl"], omits: [.counts, .reviews],
    writer: .file { RDFExport(graph: $0, syntax: TurtleWriter($1, prefixes: RDFVocabulary.prefixes)).write() })

  static let ntriples = Format(
    "ntriples", "RDF, N-Triples", suffixes: ["nt"], omits: [.counts, .reviews],
    reader: .file { RDFImport.read($0, file: $1) },
    writer: .file { RDFExport(graph: $0, syntax: NQuadsWriter($1)).write() })

  static let nquads = Format(
    "nquads", "RDF, N-Quads", suffixes: ["nq", "nquads"], omits: [.counts, .reviews],
    reader: .file { RDFImport.read($0, file: $1) },
    writer: .file { RDFExport(graph: $0, syntax: NQuadsWriter($1, graph: RDFAddress.graph)).write() })

  static let trig = Format(
    "trig", "RDF, TriG", suffixes: ["trig"], omits: [.counts, .reviews],
    writer: .file {
      RDFExport(graph: $0, syntax: TurtleWriter($1, prefixes: RDFVocabulary.prefixes, graph: RDFAddress.graph)).write()
    })

  static let jsonld = Format(
    "jsonld", "RDF, JSON-LD", suffixes: ["jsonld"], omits: [.counts, .reviews],
    writer: .file { RDFExport(graph: $0, syntax: JSONLDWriter($1, prefixes: RDFVocabulary.prefixes)).write() })
}
