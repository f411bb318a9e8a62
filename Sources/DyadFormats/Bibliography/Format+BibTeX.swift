internal import DyadCore
internal import DyadSyntax

extension Format {
  /// The sources as BibTeX, with fields of biblatex and of the older styles.
  static let bibtex = Format(
    "bibtex", "BibTeX (sources)", suffixes: ["bib"], omits: [.claims, .title, .counts, .views, .reviews, .sourceTexts],
    writer: .file { graph, sink in
      for (index, source) in graph.sourcesInOrder.enumerated() {
        if index > 0 { sink.write("\n") }
        sink.write("@\(source.typeOfBibTeX){\(source.id),\n")
        for (field, value) in fields(of: source) { sink.write("  \(field) = {\(value)},\n") }
        sink.write("}\n")
      }
    })

  private static func fields(of source: Source) -> [(String, String)] {
    let date = source.published
    let all: [(String, String?)] = [
      // Braces keep the case of the title.
      ("title", "{\(escaped(source.title))}"),
      // Braces keep the name whole.
      ("author", source.author.map { "{\(escaped($0))}" }),
      (source.publisherFieldOfBibTeX, source.publisher.map(escaped)),
      ("date", date?.description),
      ("year", date.map { String($0.year) }),
      ("month", date?.month.map(String.init)),
      ("url", source.url.map(percentEscaped)),
      ("langid", source.language.map(escaped)),
      ("note", source.note.map(escaped)),
    ]
    return all.compactMap { field, value in value.map { (field, $0) } }
  }

  /// The text with the special characters of TeX escaped.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\textbackslash{}"
      case "{", "}", "%", "#", "&", "_", "$": escaped += "\\\(scalar)"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "\n", "\r", "\t": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The URL without braces and backslashes, which would end the field or begin a command.
  private static func percentEscaped(_ url: String) -> String {
    PercentEncoding.encode(url) { $0 != 0x7B && $0 != 0x7D && $0 != 0x5C }
  }
}
