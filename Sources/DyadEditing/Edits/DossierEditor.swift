package import DyadCore
internal import DyadFormats
package import DyadSyntax
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
  private(set) var files: [DossierFile] { didSet { (linked, indexed) = (Once(), Once()) } }
  private var linked = Once<Checked<KnowledgeGraph>>()
  private var indexed = Once<RecordIndex>()
  /// The graph of the text that was read, with all findings.
  package let read: Checked<KnowledgeGraph>
  /// The files beside the dossier that are saved with it, such as the texts of new sources.
  package private(set) var attachments: [Attachment] = [] { didSet { linked = Once() } }

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
    self = try DossierEditor(path, isFolder: isFolder.boolValue, files, nil).checked()
  }

  /// A dossier of one file with this text, which is not saved.
  package init(text: String, file: String = "dossier.yaml") throws(EditError) {
    self = try DossierEditor(file, isFolder: false, [DossierFile(file, Array(text.utf8))], nil).checked()
  }

  /// A dossier with these texts in place of those on disk, which is not saved.
  package init(_ path: String, isFolder: Bool, texts: [(file: String, text: String)]) throws(EditError) {
    let files = texts.map { DossierFile($0.file, Array($0.text.utf8)) }
    self = try DossierEditor(path, isFolder: isFolder, files, nil).checked()
  }

  private init(_ path: String, isFolder: Bool, _ files: [DossierFile], _ read: Checked<KnowledgeGraph>?) {
    (self.path, self.isFolder, self.files) = (path, isFolder, files)
    self.read = read ?? KnowledgeGraph.linking([])
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
    return DossierEditor(path, isFolder: isFolder, files, checked.then { KnowledgeGraph.linking($0) })
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

  /// The dossiers of the edited text; an edit has only the files read again that it changes.
  package var dossiers: Checked<[Dossier]> {
    let unsaved = Dictionary(
      attachments.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }, uniquingKeysWith: { first, _ in first })
    // A file of comments alone is one to fill.
    let written = files.filter { !TextLines(bytes: $0.bytes).areComments }
    let all = written.map { $0.dossier(in: path, unsaved: unsaved) }
    return Checked(all.map(\.value), all.flatMap(\.diagnostics))
  }

  /// The graph of the edited text, with all findings.
  package var edited: Checked<KnowledgeGraph> {
    isChanged ? linked.value { dossiers.then { KnowledgeGraph.linking($0) } } : read
  }

  /// What the edited text has and the text that was read has not; places are those of the edited text.
  package var newFindings: [Diagnostic] { isChanged ? newFindings(among: edited.diagnostics) : [] }

  /// Those of all findings of the edited text that the text that was read has not.
  package func newFindings(among all: [Diagnostic]) -> [Diagnostic] {
    var known: [String: Int] = [:]
    for finding in read.diagnostics { known[finding.code.id + finding.message, default: 0] += 1 }
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

  /// The edits from the texts that were read to those after the edits, line by line.
  package var edits: [TextEdit] {
    files.flatMap { TextEdit.between($0.mark + $0.original, $0.mark + $0.bytes, file: $0.path) }
  }

  // MARK: The values

  var values: [YAMLValue] { files.map(\.value) }
  /// Where the records of the edited files are.
  var index: RecordIndex { indexed.value { RecordIndex(values) } }

  /// Makes the files have the values; none of them where one cannot.
  mutating func become(_ values: [YAMLValue]) throws(EditError) {
    var changed = files
    for (index, value) in values.enumerated() { _ = try changed[index].become(value) }
    files = changed
  }

  /// Replaces the texts of the files by others of the same values.
  mutating func become(_ texts: [[UInt8]]) throws(EditError) {
    var changed = files
    for (index, text) in texts.enumerated() where text != changed[index].bytes { try changed[index].become(text) }
    files = changed
  }

  /// Replaces the text of a file by any other that is YAML; `isRemoval` removes the file.
  mutating func replaceText(of file: Int, by text: [UInt8], isRemoval: Bool) throws(EditError) {
    guard files[file].replace(by: text, isRemoval: isRemoval) else { throw .form(files[file].place(of: 0)) }
  }

  /// Removes the file of drafts if no more than empty sections is left of it.
  mutating func removeEmptyDrafts() throws(EditError) {
    guard let file = draftsFile, files[file].isBlank else { return }
    if files[file].isNew { files.remove(at: file) } else { try replaceText(of: file, by: [], isRemoval: true) }
  }

  /// The path of the file below the folder of the dossier.
  func name(of file: DossierFile) -> String {
    guard isFolder else { return file.path.split(separator: "/").last.map(String.init) ?? file.path }
    return String(file.path.dropFirst(path.count + (path.hasSuffix("/") ? 0 : 1)))
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

  /// The same after it was saved, without reading the files again.
  ///
  /// - Parameter read: the graph of the saved text, with all findings.
  package func saved(as read: Checked<KnowledgeGraph>) -> DossierEditor {
    DossierEditor(path, isFolder: isFolder, files.filter { !$0.isRemoved }.map(\.saved), read)
  }

  /// Writes the changed files, all or none; refused where one of them was changed since it was read.
  package func save() throws(EditError) {
    try DossierStorage.save(files.filter(\.isChanged), attachments, in: path)
  }

  // MARK: Beside the dossier

  /// The folder of the dossier, from which the paths of texts are written.
  package var folder: String {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    return isFolder ? place.path : place.deletingLastPathComponent().path
  }

  /// The entities of the edited text.
  package var entities: [Entity] { dossiers.value.flatMap(\.entities).map(\.value) }

  /// The ids of all records.
  package var ids: Set<String> { Set(index.records.map(\.id)) }

  /// Adds a file that is saved with the dossier.
  package mutating func attach(_ attachment: Attachment) { attachments.append(attachment) }
}
