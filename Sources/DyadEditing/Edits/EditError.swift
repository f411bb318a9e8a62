package import DyadCore

/// The reason why a dossier is not edited; nothing was changed.
package enum EditError: Error, CustomStringConvertible {
  package typealias Place = SourceLocation

  /// No record has the id; the nearest one that exists.
  case unknown(String, suggestion: String?)
  /// Records of several kinds have the id.
  case ambiguous(String, kinds: [String])
  /// The request cannot be carried out.
  case request(String)
  /// Other records refer to it.
  case referred(String, [Mentioning])
  /// The text has a form that cannot be edited without harm.
  case form(Place)
  /// The dossier cannot be read.
  case unreadable([Diagnostic])
  /// The dossier would have errors that it has not now.
  case findings([Diagnostic])
  /// The file has been changed since it was read.
  case changed(String)
  /// A change cannot be made again or undone, since the lines of the file are others now; without a line, the file is missing.
  case conflict(String, line: Int?)
  /// There is no space for the file: the reason is that of the system.
  case diskFull(String, reason: String)
  /// The environment failed.
  case environment(String)

  /// A record that refers to another, with the place of the reference.
  package struct Mentioning: Hashable, Sendable {
    package var place: Place
    package var record: String
    /// The id of the record.
    package var id: String
    package var key: String
    /// "ties.yaml:7:12: event 'quay', actors"
    package var description: String { "\(place): \(record), \(key)" }
  }

  package var description: String {
    switch self {
    case .unknown(let id, let suggestion):
      "no record has the id '\(id)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
    case .ambiguous(let id, let kinds):
      "several records have the id '\(id)'; write " + kinds.map { "\($0):\(id)" }.joined(separator: " or ")
    case .request(let message): message
    case .referred(let record, let places):
      "\(record) is referred to\n" + places.map { "\($0.description)" }.joined(separator: "\n")
    case .form(let place): "\(place): the YAML here has a form that cannot be edited in place"
    case .unreadable(let findings), .findings(let findings): findings.map(\.description).joined(separator: "\n")
    case .changed(let file): "'\(file)' was changed by another program since it was read; run the command again"
    case .conflict(let file, let line):
      line.map { "\(file):\($0): the lines here were changed since" } ?? "'\(file)' is missing"
    case .diskFull(let file, let reason): "'\(file)' cannot be written: \(reason); nothing was changed"
    case .environment(let message): message
    }
  }
}
