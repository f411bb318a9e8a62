internal import DyadCore
internal import DyadEditing
internal import DyadFormats
internal import DyadSyntax

/// Definitions, references, and other names.
extension LanguageServer {
  func definition(_ params: JSONValue) throws -> JSONValue {
    guard let place = try place(of: params) else { return .null }
    let index = DossierIndex(place.dossier)
    let found: [DossierIndex.Record]
    if let reference = index.reference(at: place.byte, in: place.file) {
      found = index.definitions(of: reference)
    } else {
      found = index.record(namedAt: place.byte, in: place.file).map { [$0] } ?? []
    }
    return .array(found.compactMap { location($0, in: place.dossier) })
  }

  func references(_ params: JSONValue) throws -> JSONValue {
    guard let place = try place(of: params) else { return .null }
    let index = DossierIndex(place.dossier)
    guard let target = index.target(at: place.byte, in: place.file) else { return .null }
    let own = params["context"]?["includeDeclaration"]?.bool == true ? [location(target, in: place.dossier)] : []
    return .array((own + index.references(to: target).map { location($0, in: place.dossier) }).compactMap(\.self))
  }

  func highlights(_ params: JSONValue) throws -> JSONValue {
    guard let place = try place(of: params) else { return .null }
    let index = DossierIndex(place.dossier)
    guard let target = index.target(at: place.byte, in: place.file) else { return .null }
    let ranges = [target].map { ($0.file, $0.bytes, 3) } + index.references(to: target).map { ($0.file, $0.bytes, 2) }
    return .array(
      ranges.filter { $0.0 == place.file }.map { _, bytes, kind in
        ["range": range(bytes, in: place.document), "kind": .number(String(kind))]
      })
  }

  // MARK: Renaming

  func prepareRename(_ params: JSONValue) throws -> JSONValue {
    guard let place = try place(of: params) else { return .null }
    let index = DossierIndex(place.dossier)
    guard let target = index.target(at: place.byte, in: place.file) else { return .null }
    let isPhase = target.item.form.name == Phase.schema.form.name
    guard target.item.hasOwnId || isPhase, target.item.form.name != Review.schema.form.name else {
      throw RPCError.failed("the id of \(target.item.kind) '\(target.item.id)' is made of other values")
    }
    let bytes =
      index.reference(at: place.byte, in: place.file)?.bytes
      ?? index.record(namedAt: place.byte, in: place.file)?.bytes ?? target.bytes
    return ["range": range(bytes, in: place.document), "placeholder": .string(target.item.id)]
  }

  func rename(_ params: JSONValue) throws -> JSONValue {
    guard let place = try place(of: params) else { return .null }
    guard let new = params["newName"]?.string else { throw RPCError.invalidParams("'newName' is missing") }
    guard let target = DossierIndex(place.dossier).target(at: place.byte, in: place.file) else {
      throw RPCError.failed("no id at this position")
    }
    do throws(EditError) {
      var editor = try place.dossier.editor()
      _ = try editor.rename("\(target.item.kind):\(target.item.id)", to: new)
      try editor.check()
      return workspaceEdit(editor.edits, in: place.dossier)
    } catch { throw RPCError.failed(error.description) }
  }

  // MARK: Links

  /// The texts and addresses of sources.
  func links(_ params: JSONValue) throws -> JSONValue {
    guard let file = try file(of: params) else { return .null }
    let folder = file.dossier.isFolder ? file.dossier.root : DossierFiles.parent(of: file.dossier.root)
    var links: [JSONValue] = []
    for part in file.dossier.parts(of: file.file) where part.section == Source.schema.form.section {
      var place = part.bytes.lowerBound
      while place < part.bytes.upperBound {
        let line = file.document.lines.line(file.document.lines.number(ofLineAt: place))
        defer { place = max(line.upperBound, place) + 1 }
        for key in ["text", "url"] {
          guard let value = value(of: key, in: line, file) else { continue }
          let words = file.document.string(value)
          guard key == "text" || words.hasPrefix("http://") || words.hasPrefix("https://") else { continue }
          let target = key == "url" ? words : FileAddress.address(of: DossierFiles.standard("\(folder)/\(words)"))
          links.append(["range": range(value, in: file.document), "target": .string(target)])
        }
      }
    }
    return .array(links)
  }

  /// The value of a key in the line, without quotes.
  private func value(of key: String, in line: Range<Int>, _ file: RequestPlace) -> Range<Int>? {
    let text = file.document.string(line)
    guard let found = text.firstRange(of: "\(key): ") else { return nil }
    let before = text[..<found.lowerBound].last ?? " "
    guard before == " " || before == "{" else { return nil }
    let start = line.lowerBound + text[..<found.upperBound].utf8.count
    guard let scalar = file.dossier.scalar(at: start, in: file.file) else { return nil }
    let isQuoted =
      if case .scalar(_, let style) = scalar.content { style == .doubleQuoted || style == .singleQuoted } else { false }
    return isQuoted ? scalar.bytes.lowerBound + 1..<scalar.bytes.upperBound - 1 : scalar.bytes
  }
}
