package import DyadCore
internal import DyadFormats
internal import DyadSyntax
internal import Foundation

/// Edits the text of a dossier in memory: each edit changes as few bytes as it can, and is read again at once.
///
///     var editor = try DossierEditor(reading: "ferry")
///     print(try editor.close("arvane-belmar_2014-04_..", on: PartialDate("2016")!))
///     try editor.check()
///     try editor.save()
///
/// An edit is made on the values of the YAML, and its text is read back: unless the result has exactly these values, the
/// edit is refused. Records that an edit does not name have the same values, and so are the same records of the model.
package struct DossierEditor: Sendable {
  /// The file or folder.
  package let path: String
  let isFolder: Bool
  private(set) var files: [DossierFile]
  /// The records of the files, found again after each edit.
  private(set) var index: RecordIndex
  /// The findings before the first edit.
  private let findings: [Diagnostic]
  /// Whether records are added as drafts.
  var addsDrafts = false

  /// Reads the dossier, a file or a folder of files in YAML.
  package init(reading path: String) throws(EditError) {
    guard path != "-" else { throw .request("standard input cannot be edited; give a file or a folder") }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .environment("no such file or folder: '\(path)'")
    }
    let format = try? Format.reading(path)
    guard isFolder.boolValue || format?.id == "dossier" else {
      throw .request("only dossiers in YAML can be edited, not '\(path)'")
    }
    var files: [DossierFile] = []
    for file in isFolder.boolValue ? DossierReader.files(in: path) : DossierReader.files(of: path) {
      files.append(DossierFile(file, try DossierStorage.read(file)))
    }
    self = try DossierEditor(path, isFolder: isFolder.boolValue, files, []).checked()
  }

  /// A dossier of one file with this text, which is not saved.
  package init(text: String, file: String = "dossier.yaml") throws(EditError) {
    self = try DossierEditor(file, isFolder: false, [DossierFile(file, Array(text.utf8))], []).checked()
  }

  private init(_ path: String, isFolder: Bool, _ files: [DossierFile], _ findings: [Diagnostic]) {
    (self.path, self.isFolder, self.files, self.findings) = (path, isFolder, files, findings)
    index = RecordIndex(files.map(\.value))
  }

  /// Findings after which the text is not what it seems, such as an alias, which has the place of its anchor.
  private static let unreadable: Set<Diagnostic.Code> = [
    .unreadable, .badYAML, .alias, .tooDeep, .duplicateKey, .controlCharacter,
  ]

  /// The same with its findings; what is not read as YAML cannot be edited.
  private func checked() throws(EditError) -> DossierEditor {
    let checked = self.dossiers
    let errors = checked.errors.filter { DossierEditor.unreadable.contains($0.code) }
    if !errors.isEmpty { throw .unreadable(errors) }
    if let file = files.first(where: { $0.root == nil && !TextLines(bytes: $0.bytes).areComments }) {
      throw .form(file.place(of: 0))
    }
    let findings = checked.then { KnowledgeGraph.linking($0) }.diagnostics
    return DossierEditor(path, isFolder: isFolder, files, findings)
  }

  // MARK: The text

  /// The texts after the edits, by path.
  package var texts: [(file: String, text: String)] {
    files.map { ($0.path, String(decoding: $0.mark + $0.bytes, as: UTF8.self)) }
  }

  /// Whether any file differs from what was read.
  package var isChanged: Bool { files.contains(where: \.isChanged) }

  /// The difference between what was read and the edited text, in the unified format.
  package var diff: String {
    String(
      decoding: files.flatMap { file in
        UnifiedDiff(from: file.isNew ? [] : file.mark + file.original, to: file.mark + file.bytes, name: file.path)
          .bytes
      }, as: UTF8.self)
  }

  /// The dossiers of the edited text.
  package var dossiers: Checked<[Dossier]> {
    let all = files.filter { !$0.bytes.isEmpty }.map { file in
      DossierReader.read(text: String(decoding: file.bytes, as: UTF8.self), file: file.path, folder: path)
    }
    return Checked(all.map(\.value), all.flatMap(\.diagnostics))
  }

  /// What the edited text has and the text that was read has not; places are those of the edited text.
  package var newFindings: [Diagnostic] {
    guard isChanged else { return [] }
    var known: [String: Int] = [:]
    for finding in findings { known[finding.code.id + finding.message, default: 0] += 1 }
    let all = dossiers.then { KnowledgeGraph.linking($0) }.diagnostics
    return all.sortedByPlace().filter { finding in
      let count = known[finding.code.id + finding.message, default: 0]
      known[finding.code.id + finding.message] = count - 1
      return count <= 0
    }
  }

  /// Throws if the edited text has errors that the text that was read has not.
  package func check() throws(EditError) {
    let findings = newFindings
    if findings.contains(where: { $0.severity == .error }) { throw .findings(findings) }
  }

  // MARK: The values

  var values: [YAMLValue] { files.map(\.value) }

  /// Makes the files have the values; none of them where one cannot.
  mutating func become(_ values: [YAMLValue]) throws(EditError) {
    var changed = files
    for (index, value) in values.enumerated() { _ = try changed[index].become(value) }
    files = changed
    index = RecordIndex(self.values)
  }

  /// Replaces the texts of the files by others of the same values.
  mutating func become(_ texts: [[UInt8]]) throws(EditError) {
    var changed = files
    for (index, text) in texts.enumerated() where text != changed[index].bytes { try changed[index].become(text) }
    files = changed
  }

  /// Adds an empty file beside the others.
  mutating func addFile(named name: String) -> Int {
    addFile(at: path.hasSuffix("/") ? path + name : "\(path)/\(name)")
  }

  mutating func addFile(at place: String) -> Int {
    files.append(DossierFile(place, [], isNew: true))
    return files.count - 1
  }

  func value(of record: RecordAddress) -> YAMLValue { files[record.file].value[record.path[...]] ?? .mapping([]) }

  func place(of record: RecordAddress) -> EditError.Place? {
    files[record.file].place(of: record.path, isKey: true)
  }

  /// "ferry/events.yaml:7:3: "
  func prefix(_ record: RecordAddress) -> String { place(of: record).map { "\($0): " } ?? "" }

  /// Writes the changed files, all or none; refused where one of them was changed since it was read.
  package func save() throws(EditError) { try DossierStorage.save(files.filter(\.isChanged), in: path) }
}
