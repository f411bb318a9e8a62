package import DyadCore

/// The records as they are written.
extension DossierEditor {
  /// A record, or a part of one, in the text.
  package struct WrittenRecord: Sendable {
    /// The id, which may be made of others.
    package var id: String
    /// The kind as commands name it: `event`, `phase`, `state`.
    package var kind: String
    /// Its keys.
    package var form: RecordForm
    /// Its keys with their values.
    package var value: YAMLValue
    /// Where it is written.
    package var place: SourceLocation?
    /// The id of the record that it is a part of.
    package var parent: String?

    init(_ address: RecordAddress, in editor: DossierEditor) {
      (id, kind, form) = (address.id, address.kind, address.form)
      value = editor.value(of: address)
      place = editor.place(of: address)
      parent = address.path.count > 2 ? address.path.dropFirst().first?.key : nil
    }
  }

  /// The record of that id.
  package func record(_ id: String) throws(EditError) -> WrittenRecord {
    WrittenRecord(try index.record(id), in: self)
  }

  /// The values of all records and parts of records, by kind and id: `event:quay`.
  package var recordValues: [String: YAMLValue] {
    Dictionary(
      index.records.map { ("\($0.kind):\($0.id)", value(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension YAMLValue.Step {
  fileprivate var key: String? { if case .key(let key) = self { key } else { nil } }
}

extension DossierEditor {
  /// A kind of record and an id.
  package struct RecordName: Hashable, Comparable, Sendable {
    package var kind: String
    package var id: String

    package init(kind: String, id: String) { (self.kind, self.id) = (kind, id) }

    package static func < (left: Self, right: Self) -> Bool { (left.id, left.kind) < (right.id, right.kind) }
  }

  /// The ids of all records, and of parts of records.
  package var recordIds: Set<RecordName> { Set(index.records.map { RecordName(kind: $0.kind, id: $0.id) }) }
}

extension DossierEditor {
  /// The texts after the edits, by the names of the files below the folder of the dossier.
  package var fileBytes: [(String, [UInt8])] { files.map { (name(of: $0), $0.mark + $0.bytes) } }
}
