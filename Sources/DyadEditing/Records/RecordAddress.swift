internal import DyadCore

/// A record in the text of a dossier: where it is, what it is, and its id.
struct RecordAddress: Sendable {
  /// The form of the record.
  let form: RecordForm
  /// The id, which may be made of others.
  let id: String
  /// The index of the file.
  let file: Int
  let path: [YAMLValue.Step]
  /// Whether the id is written as a key or under `id`.
  let hasOwnId: Bool

  /// The kind as commands and messages name it.
  var kind: String { form.name == Holding.listed.name ? Holding.schema.form.name : form.name }

  /// "event 'quay'"
  var name: String { id.isEmpty ? "the \(kind)" : "\(kind) '\(id)'" }

  /// Whether ids of this kind share one space with those of other kinds.
  var isInMainSpace: Bool { RecordAddress.isInMainSpace(form) }

  static func isInMainSpace(_ form: RecordForm) -> Bool { !["view", "review", "kind"].contains(form.name) }

  /// Whether the record, or the one that it is part of, is at this path.
  func contains(_ other: RecordAddress) -> Bool { file == other.file && other.path.starts(with: path) }

  // MARK: The head of a file

  /// What a file says once for its records, as if it were a record: the source of citations that name none.
  private static let head = RecordForm(
    name: "file", section: nil, noun: "a file", meaning: "What a file says once for all its records.",
    keys: [Citation.schema.form["source"]].compactMap(\.self), rules: [])

  static func head(of file: Int) -> RecordAddress {
    RecordAddress(form: head, id: "", file: file, path: [], hasOwnId: false)
  }
}
