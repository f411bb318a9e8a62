internal import DyadCore
internal import DyadSyntax

extension Format {
  /// The dossier in JSON, with sorted keys and a line for each record.
  static let json = Format(
    "json", "JSON", suffixes: ["json"],
    reader: .file { bytes, file in
      let root = JSONParser.read(bytes, file: file)
      guard let node = root.value else { return Checked([], root.diagnostics) }
      let walk = DossierWalk(file: file, texts: .none)
      walk.read(node.node)
      return Checked([walk.dossier], walk.context.findings)
    },
    writer: .file { graph, sink in
      let contents = Outline.Contents(graph)
      sink.write("{")
      var separator = "\n  "
      if let title = graph.title {
        sink.write("\(separator)\"dossier\": ")
        JSONWriter.quote(title, to: sink)
        separator = ",\n  "
      }
      for section in Outline.sections.sorted(by: { $0.name < $1.name }) {
        var isFirst = true
        section.each(in: contents) { id, members in
          sink.write(isFirst ? "\(separator)\"\(section.name)\": {\n    " : ",\n    ")
          JSONWriter.quote(id, to: sink)
          sink.write(": ")
          JSONWriter(sink).object { $0.members(members) }
          isFirst = false
          separator = ",\n  "
        }
        if !isFirst { sink.write("\n  }") }
      }
      sink.write("\n}\n")
    })
}
