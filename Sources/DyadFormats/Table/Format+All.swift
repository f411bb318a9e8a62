extension Format {
  /// Every format, the dossier first, then family by family.
  public static let all: [Format] = [
    dossier, json, jsonl,
    turtle, ntriples, nquads, trig, jsonld,
    graphml, gexf, dot, jgf, nodeLink, cx2, mermaid,
    cypher, neo4jCSV,
    followTheMoney, stix,
    csv,
    obsidian,
    cslJSON, bibtex,
  ]
}
