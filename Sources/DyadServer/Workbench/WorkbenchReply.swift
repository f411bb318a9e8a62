internal import DyadCore
internal import DyadEditing
internal import DyadSyntax

/// What became of a change.
package struct WorkbenchReply: Sendable {
  /// The reason for which nothing was changed.
  enum Stop: Error {
    case edit(EditError)
    /// A value was changed by somebody else; its value now.
    case conflict(ChangeLog.Conflict, YAMLValue?)
    /// The edit can no longer be undone, or made again.
    case misfit(EditError)
    case nothing(String)
    /// The files cannot be read.
    case unreadable([Diagnostic])
  }

  package let response: Response

  init(
    _ report: EditRequest.Report, warnings: [Diagnostic], version: Int, labels: (undo: String?, redo: String?)
  ) {
    response = Response(
      .ok,
      json: [
        "done": .array(report.done.map(JSONValue.string)), "ids": .array(report.ids.map(JSONValue.string)),
        "version": JSONValue(Double(version)), "undo": JSONValue(labels.undo), "redo": JSONValue(labels.redo),
        "warnings": .array(warnings.map(\.json)),
      ])
  }

  init(stopped stop: Stop, version: Int) {
    let version = JSONValue(Double(version))
    switch stop {
    case .conflict(let conflict, let value):
      response = Response(
        .conflict,
        json: [
          "conflict": .string(conflict.message), "id": .string(conflict.id), "key": JSONValue(conflict.key),
          "now": value.map(\.json) ?? .null, "version": version,
        ])
    case .misfit(.findings(let findings)):
      response = Response(
        .conflict,
        json: [
          "conflict": "the dossier would have errors", "diagnostics": .array(findings.map(\.json)), "version": version,
        ])
    case .misfit(let error): response = WorkbenchReply.conflict(error.description, version)
    case .nothing(let message): response = WorkbenchReply.conflict(message, version)
    case .unreadable(let problems):
      response = WorkbenchReply.refused("the files cannot be read; correct them in an editor", problems)
    case .edit(let error): response = WorkbenchReply.response(to: error, version)
    }
  }

  private static func response(to error: EditError, _ version: JSONValue) -> Response {
    switch error {
    case .findings(let findings): refused("the dossier would have errors; nothing was changed", findings)
    case .unreadable(let findings): refused("the files cannot be read", findings)
    case .changed, .conflict: conflict(error.description, version)
    case .diskFull: Response(.noStorage, json: ["message": .string(error.description)])
    case .environment: Response(.failed, json: ["message": .string(error.description)])
    case .unknown, .ambiguous, .request, .referred, .form: refused(error.description, [])
    }
  }

  private static func conflict(_ message: String, _ version: JSONValue) -> Response {
    Response(.conflict, json: ["conflict": .string(message), "version": version])
  }

  private static func refused(_ message: String, _ findings: [Diagnostic]) -> Response {
    Response(.refused, json: ["message": .string(message), "diagnostics": .array(findings.map(\.json))])
  }
}

extension Diagnostic {
  /// As the page shows it.
  var json: JSONValue {
    var json = SourceLocation.json(of: place)
    json["severity"] = .string(severity.rawValue)
    json["code"] = .string(code.id)
    json["message"] = .string(message)
    json["suggestion"] = JSONValue(suggestion)
    json["notes"] = .array(
      notes.map { note in
        var json = SourceLocation.json(of: note.place)
        json["message"] = .string(note.message)
        return .object(json)
      })
    return .object(json)
  }
}

extension SourceLocation {
  static func json(of place: SourceLocation?) -> [String: JSONValue] {
    guard let place else { return ["file": .null, "line": .null, "column": .null] }
    return [
      "file": .string(place.file), "line": JSONValue(Double(place.line)), "column": JSONValue(Double(place.column)),
    ]
  }
}

extension YAMLValue {
  /// The same value as JSON.
  var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .literal(let text): Double(text) == nil ? .bool(text == "true") : .number(text)
    case .list(let items): .array(items.map(\.json))
    case .mapping(let members):
      .object(Dictionary(members.map { ($0.key, $0.value.json) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
