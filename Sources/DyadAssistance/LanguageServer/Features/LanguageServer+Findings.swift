internal import DyadCore
internal import DyadFormats
internal import DyadSyntax

/// Findings as diagnostics of the protocol.
extension LanguageServer {
  /// A notification for each file whose findings have changed; files without any are cleared.
  mutating func findings() -> [RPCMessage] {
    guard case .running = stage else { return [] }
    workspace.update()
    var found: [String: [JSONValue]] = [:]
    for dossier in workspace.dossiers.values {
      for file in dossier.files { found[file] = [] }
      for finding in dossier.findings.sortedByPlace() {
        let file = finding.place?.file ?? dossier.files.first ?? dossier.root
        guard let document = dossier.document(file) else { continue }
        found[file, default: []].append(diagnostic(finding, in: dossier, file, document))
      }
    }
    let files = Set(found.keys).union(published.keys).sorted()
    return files.compactMap { file in
      let diagnostics = found[file] ?? []
      guard published[file] ?? [] != diagnostics else { return nil }
      published[file] = diagnostics.isEmpty ? nil : diagnostics
      var params: [String: JSONValue] = [
        "uri": .string(workspace.address(of: file)), "diagnostics": .array(diagnostics),
      ]
      if let version = workspace.version(of: file) { params["version"] = JSONValue(Double(version)) }
      return .notification(method: "textDocument/publishDiagnostics", params: .object(params))
    }
  }

  private func diagnostic(
    _ finding: Diagnostic, in dossier: OpenDossier, _ file: String, _ document: TextDocument
  ) -> JSONValue {
    var message = finding.message + (finding.suggestion.map { "; did you mean '\($0)'?" } ?? "")
    for note in finding.notes where note.place == nil { message += "\n" + note.message }
    var json: [String: JSONValue] = [
      "range": range(bytes(of: finding, in: dossier, file, document), in: document),
      "severity": finding.severity == .error ? 1 : 2, "code": .string(finding.code.id), "source": "dyad",
      "message": .string(message),
    ]
    let related: [JSONValue] = finding.notes.compactMap { note in
      guard let place = note.place, let other = dossier.document(place.file) else { return nil }
      let byte = other.lines.offset(line: place.line, column: place.column)
      return [
        "message": .string(note.message),
        "location": [
          "uri": .string(workspace.address(of: place.file)), "range": range(byte..<byte, in: other),
        ],
      ]
    }
    if !related.isEmpty { json["relatedInformation"] = .array(related) }
    return .object(json)
  }

  /// The words that a finding is about.
  func bytes(of finding: Diagnostic, in dossier: OpenDossier, _ file: String, _ document: TextDocument) -> Range<Int> {
    guard let place = finding.place else { return 0..<0 }
    let start = document.lines.offset(line: place.line, column: place.column)
    if let scalar = dossier.scalar(at: start, in: file), scalar.bytes.lowerBound == start, !scalar.bytes.isEmpty {
      return scalar.bytes
    }
    let line = document.lines.line(document.lines.number(ofLineAt: start))
    guard start < line.upperBound else { return max(line.lowerBound, start - 1)..<line.upperBound }
    let word = document.bytes[start..<line.upperBound].prefix { byte in
      byte != 0x20 && byte != 0x2C && byte != 0x5D && byte != 0x7D && byte != 0x3A
    }
    return start..<max(start + 1, word.endIndex)
  }
}
