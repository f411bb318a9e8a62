extension Format {
  /// Every format, the dossier first.
  public static let all: [Format] = [
    dossier, json, jsonl, turtle, ntriples, nquads, trig, jsonld, graphml, gexf, dot, jgf, nodeLink, cx2, mermaid,
    cslJSON, bibtex,
  ]
}
