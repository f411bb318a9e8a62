internal import DyadCore
internal import DyadFormats
internal import DyadSyntax

/// A file of a dossier, as it was read and as it is edited.
struct DossierFile: Sendable {
  let path: String
  /// A byte order mark, which is kept and is no part of the text.
  let mark: [UInt8]
  /// The text as it was read.
  let original: [UInt8]
  /// The text after the edits so far.
  private(set) var bytes: [UInt8] { didSet { read = Once() } }
  private var read = Once<Checked<Dossier>>()
  private(set) var root: YAMLNode?
  private(set) var value: YAMLValue
  /// Whether the file is made by the edits.
  let isNew: Bool
  /// Whether the edits remove the file.
  private(set) var isRemoved = false

  init(_ path: String, _ bytes: [UInt8], isNew: Bool = false) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    (self.path, self.isNew) = (path, isNew)
    mark = hasMark ? Array(bytes.prefix(3)) : []
    original = hasMark ? Array(bytes.dropFirst(3)) : bytes
    self.bytes = original
    root = YAMLNode(of: original)
    value = root.map(YAMLValue.init) ?? .text("")
  }

  var isChanged: Bool { bytes != original || isRemoved }

  /// Whether the text is nothing but empty sections, without a comment.
  var isBlank: Bool {
    !bytes.contains(UInt8(ascii: "#"))
      && (value.members ?? []).allSatisfy { $0.value.members?.isEmpty ?? $0.value.items?.isEmpty ?? false }
  }

  /// The same after it was saved.
  var saved: DossierFile { DossierFile(self) }

  private init(_ file: DossierFile) {
    (path, mark, original, bytes) = (file.path, file.mark, file.bytes, file.bytes)
    (root, value, isNew) = (file.root, file.value, false)
  }

  /// The dossier of the text, read once until the text changes.
  ///
  /// - Parameters:
  ///   - folder: where the texts of its sources are looked up.
  ///   - unsaved: texts that are not saved yet, by path.
  func dossier(in folder: String, unsaved: [String: String]) -> Checked<Dossier> {
    let make = {
      DossierReader.read(text: String(decoding: bytes, as: UTF8.self), file: path, folder: folder, unsaved: unsaved)
    }
    return unsaved.isEmpty ? read.value(make) : make()
  }

  /// Makes the text have the value; the edits that were made.
  mutating func become(_ target: YAMLValue) throws(EditError) -> [TextEdit] {
    guard target != value else { return [] }
    let edits: [TextEdit]
    do throws(Reconciliation.Refusal) {
      edits = try Reconciliation.edits(of: bytes, from: root, to: target, file: path)
    } catch {
      throw .form(place(of: error.place))
    }
    guard let edited = TextEdit.apply(edits, to: bytes), let root = YAMLNode(of: edited), YAMLValue(root) == target
    else { throw .form(place(of: edits.first?.range.lowerBound ?? 0)) }
    (bytes, self.root, value, isRemoved) = (edited, root, target, false)
    return edits
  }

  /// Replaces the text by one of the same value.
  mutating func become(_ text: [UInt8]) throws(EditError) {
    let root = YAMLNode(of: text)
    guard root.map(YAMLValue.init) ?? .text("") == value else { throw .form(place(of: 0)) }
    (bytes, self.root) = (text, root)
  }

  /// Replaces the text by any other; returns whether it is YAML that can be edited.
  mutating func replace(by text: [UInt8], isRemoval: Bool) -> Bool {
    (bytes, root, isRemoved) = (text, YAMLNode(of: text), isRemoval)
    value = root.map(YAMLValue.init) ?? .text("")
    return root != nil || TextLines(bytes: text).areComments
  }

  // MARK: Places

  func place(of byte: Int) -> EditError.Place {
    let (line, column) = TextLines(bytes: bytes).location(of: byte)
    return EditError.Place(file: path, line: line, column: column)
  }

  /// The place of the value at the end of the path, or of its key if it has one.
  func place(of path: [YAMLValue.Step], isKey: Bool = false) -> EditError.Place? {
    let key = isKey ? root?.key(at: path) : nil
    guard let node = key ?? root?.node(at: path) else { return nil }
    return place(of: node.bytes.lowerBound)
  }
}
