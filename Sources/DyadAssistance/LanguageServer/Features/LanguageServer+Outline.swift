internal import DyadCore
internal import DyadEditing
internal import DyadFormats
internal import DyadSyntax

/// The structure of files: symbols and folding.
extension LanguageServer {
  func symbols(_ params: JSONValue) throws -> JSONValue {
    guard let file = try file(of: params) else { return .null }
    let index = DossierIndex(file.dossier)
    let own = index.records.filter {
      $0.file == file.file && !($0.item.isPart && $0.item.form.name == Office.schema.form.name)
    }
    let tops = own.filter { !$0.item.isPart }
    let parts = own.filter(\.item.isPart)
    guard client.hasSymbolTrees else {
      return .array(
        tops.compactMap { record in
          location(record, in: file.dossier).map { location in
            ["name": .string(record.item.id), "kind": kind(of: record.item), "location": location]
          }
        })
    }
    var sections: [(name: String, records: [DossierIndex.Record])] = []
    for record in tops {
      let name = record.item.form.section ?? ""
      if sections.last?.name != name { sections.append((name, [])) }
      sections[sections.count - 1].records.append(record)
    }
    var next = 0
    let symbols: [JSONValue] = sections.map { name, records in
      let children: [JSONValue] = records.map { record in
        // Parts follow their records in the order of the text.
        while next < parts.count, parts[next].extent.lowerBound < record.extent.lowerBound { next += 1 }
        var inner: [JSONValue] = []
        while next < parts.count, parts[next].extent.lowerBound < record.extent.upperBound {
          inner.append(symbol(parts[next], in: file, children: []))
          next += 1
        }
        return symbol(record, in: file, children: inner)
      }
      let first = records[0].bytes
      let extent = records[0].extent.lowerBound..<(records.last?.extent.upperBound ?? first.upperBound)
      return [
        "name": .string(name), "kind": 3, "range": range(extent, in: file.document),
        "selectionRange": range(first, in: file.document), "children": .array(children),
      ]
    }
    return .array(symbols)
  }

  private func symbol(_ record: DossierIndex.Record, in file: RequestPlace, children: [JSONValue]) -> JSONValue {
    let item = record.item
    let name = item.isPart ? item.title ?? item.id : item.id
    let start = max(record.extent.lowerBound, record.bytes.lowerBound)
    let extent = min(record.extent.lowerBound, start)..<max(record.extent.upperBound, record.bytes.upperBound)
    return [
      "name": .string(name.isEmpty ? item.kind : name), "detail": .string(item.isPart ? item.kind : item.title ?? ""),
      "kind": kind(of: item), "range": range(extent, in: file.document),
      "selectionRange": range(record.bytes, in: file.document), "children": .array(children),
    ]
  }

  /// The nearest of the kinds of symbols that the protocol has.
  private func kind(of record: PartIndex.Record) -> JSONValue {
    switch record.form.name {
    case Event.schema.form.name: 24  // Event
    case Relation.schema.form.name: 11  // Interface
    case Phase.schema.form.name: 8  // Field
    case Source.schema.form.name: 1  // File
    case RelationKind.schema.form.name: 10  // Enum
    case EventLink.schema.form.name: 20  // Key
    case View.schema.form.name: 7  // Property
    default: 5  // Class
    }
  }

  func workspaceSymbols(_ params: JSONValue) throws -> JSONValue {
    let query = params["query"]?.string?.lowercased() ?? ""
    let found = workspace.dossiers.values.sorted { $0.root < $1.root }.flatMap { dossier in
      DossierIndex(dossier).records.filter { record in
        !record.item.isPart
          && (query.isEmpty || record.item.id.lowercased().contains(query)
            || record.item.title?.lowercased().contains(query) == true)
      }.prefix(500).compactMap { record in
        location(record, in: dossier).map { location -> JSONValue in
          let name = record.item.title.map { "\(record.item.id): \($0)" } ?? record.item.id
          return ["name": .string(name), "kind": kind(of: record.item), "location": location]
        }
      }
    }
    return .array(found)
  }

  // MARK: Folding

  /// What is indented below a line folds into it.
  func foldingRanges(_ params: JSONValue) throws -> JSONValue {
    guard let file = try file(of: params) else { return .null }
    let (bytes, lines) = (file.document.bytes, file.document.lines)
    var open: [(line: Int, indent: Int)] = []
    var last = 0
    var ranges: [(Int, Int)] = []
    func close(to indent: Int) {
      while let top = open.last, top.indent >= indent {
        if last > top.line { ranges.append((top.line, last)) }
        open.removeLast()
      }
    }
    for number in 0..<lines.count {
      let line = lines.line(number)
      guard let first = bytes[line].firstIndex(where: { $0 != 0x20 }), bytes[first] != 0x23 else { continue }
      close(to: first - line.lowerBound)
      open.append((number, first - line.lowerBound))
      last = number
    }
    close(to: 0)
    return .array(
      ranges.sorted { $0 < $1 }.map { ["startLine": JSONValue(Double($0)), "endLine": JSONValue(Double($1))] })
  }
}
