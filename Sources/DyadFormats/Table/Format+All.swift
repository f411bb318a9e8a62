extension Format {
  /// Every format, the dossier first.
  public static let all: [Format] = [
    dossier, json, jsonl, turtle, ntriples, nquads, trig, jsonld, graphml, nodeLink, cslJSON, bibtex,
  ]
}
