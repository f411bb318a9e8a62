package import DyadCore

/// Where quotes are in the texts of their sources.
extension DossierEditor {
  /// Records the digests of texts, and where quotes are: `at` of those that have it, or of all, and the words before a
  /// quote that its text has several times.
  package mutating func anchor(
    _ chosen: Set<String>, allPositions: Bool, digest: (SourceText) -> String
  ) throws(EditError) -> [String] {
    let sources = Dictionary(
      dossiers.value.flatMap(\.sources).map { ($0.value.id.text, $0.value) }, uniquingKeysWith: { first, _ in first })
    for id in chosen.sorted() where sources[id]?.text == nil {
      guard sources[id] != nil else {
        throw .unknown(id, suggestion: nearest(to: id, among: sources.keys.sorted()))
      }
      throw .request("source '\(id)' has no text")
    }
    var values = values
    var report: [String] = []
    for record in index.records {
      guard let old = values[record.file][record.path[...]] else { continue }
      var value = old
      if record.form.name == Source.schema.form.name, isChosen(record.id, chosen),
        let text = sources[record.id]?.text, value["digest"]?.scalar != digest(text)
      {
        value.set("digest", .text(digest(text)), by: record.form)
        report.append("\(prefix(record))\(record.name): recorded its text")
      }
      for key in record.form.keys {
        guard case .citations(let form) = key.type, let citations = value[key.name] else { continue }
        let all = citations.citations.map { anchored($0, form, sources, chosen, allPositions) }
        guard all != citations.citations else { continue }
        value.set(key.name, .list(all), by: record.form)
        report.append("\(prefix(record))\(record.name): recorded where its quotes are")
      }
      if value != old { values[record.file][record.path[...]] = value }
    }
    try become(values)
    return report
  }

  private func isChosen(_ id: String, _ chosen: Set<String>) -> Bool { chosen.isEmpty || chosen.contains(id) }

  /// The citation with its place, where it has or needs one.
  private func anchored(
    _ value: YAMLValue, _ form: RecordForm, _ sources: [String: Source], _ chosen: Set<String>, _ allPositions: Bool
  ) -> YAMLValue {
    guard let id = value["source"]?.scalar, isChosen(id, chosen), let text = sources[id]?.text,
      let quote = value["quote"]?.scalar
    else { return value }
    let citation = Citation(
      of: Source.ID(id), quote: quote, before: value["before"]?.scalar, after: value["after"]?.scalar,
      at: value["at"]?.scalar.flatMap { Int($0) })
    let match = text.match(citation)
    guard let place = match.parts.first else { return value }
    var anchored = value
    if match.fitting > 1 || citation.hasContext && match.fitting == 0, let before = text.words(before: place.lowerBound)
    {
      anchored.set("before", .text(before), by: form)
      if match.fitting == 0 { anchored[[.key("after")]] = nil }
    }
    let isAmbiguous =
      text.match(
        Citation(
          of: citation.source, quote: quote, before: anchored["before"]?.scalar, after: anchored["after"]?.scalar)
      ).fitting != 1
    if allPositions || citation.at != nil || isAmbiguous {
      anchored.set("at", .literal(String(place.lowerBound)), by: form)
    }
    return anchored
  }
}

extension SourceText {
  /// The last five words before a place; `nil` at the start of the text.
  fileprivate func words(before place: Int) -> String? {
    let words = passage(max(0, place - 200)..<place).split(whereSeparator: \.isWhitespace).suffix(5)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension YAMLValue {
  /// The citations in the long form, whatever form they have.
  fileprivate var citations: [YAMLValue] {
    switch self {
    case .text, .literal: [.mapping([Member("source", self)])]
    case .list(let items): items.flatMap { $0.scalar == nil ? [$0] : $0.citations }
    case .mapping(let members):
      members.flatMap { member in
        (member.value.items ?? [member.value]).map { quote in
          .mapping([Member("source", .text(member.key))] + (quote.members ?? [Member("quote", quote)]))
        }
      }
    }
  }
}
