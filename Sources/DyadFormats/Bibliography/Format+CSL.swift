internal import DyadCore
internal import DyadSyntax

extension Format {
  /// The sources in CSL JSON, for pandoc's citeproc, Zotero and similar tools.
  ///
  /// The form is that of the CSL-JSON schema 1.0 (citationstyles.org).
  static let cslJSON = Format(
    "csl-json", "CSL JSON (sources)", suffixes: ["csl.json"],
    omits: [.claims, .title, .counts, .views, .reviews, .sourceTexts],
    writer: .file { graph, sink in
      sink.write("[")
      for (index, source) in graph.sourcesInOrder.enumerated() {
        sink.write(index == 0 ? "\n" : ",\n")
        JSONWriter(sink).object { csl(source, $0) }
      }
      sink.write("\n]\n")
    })

  /// Keys sorted.
  private static func csl(_ source: Source, _ json: JSONWriter) {
    json.member("URL", source.url)
    if let author = source.author { json.member("author", array: { $0.object { $0.member("literal", author) } }) }
    if source.isPartOfPublication { json.member("container-title", source.publisher) }
    json.member("id", source.id.text)
    if let date = source.published {
      json.member(
        "issued",
        object: { issued in
          if date.mark != nil { issued.member("circa", true) }
          issued.member(
            "date-parts",
            array: {
              $0.array { parts in [date.year, date.month, date.day].forEach { part in part.map { parts.element($0) } } }
            })
        })
    }
    json.member("language", source.language)
    json.member("note", source.note)
    if !source.isPartOfPublication { json.member("publisher", source.publisher) }
    json.member("title", source.title)
    json.member("type", source.typeOfCSL)
  }
}
