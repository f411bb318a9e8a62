extension Format {
  /// Every format, the dossier first.
  public static let all: [Format] = [
    dossier, json, jsonl, cslJSON, bibtex,
  ]
}
