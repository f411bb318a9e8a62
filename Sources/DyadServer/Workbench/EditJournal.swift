internal import DyadEditing
internal import DyadSyntax
internal import Foundation

/// The edits of a dossier that can be undone and made again, in a file of the user's state folder.
///
/// All workbenches on a dossier share it, and it outlives them. It contains lines of the dossier, so that only the user can
/// read it.
struct EditJournal: Sendable {
  /// An edit.
  struct Entry: Sendable {
    var label: String
    var patches: [DossierEditor.FilePatch]
  }

  /// The edits that can be undone, the last one at the end, and those that can be made again, the next one at the end.
  struct Content: Sendable {
    var done: [Entry] = []
    var undone: [Entry] = []

    /// Adds what the editor has changed, if anything; what was undone before cannot be made again.
    mutating func record(_ label: String, _ editor: DossierEditor) {
      guard editor.isChanged else { return }
      done.append(Entry(label: label, patches: editor.patches))
      undone = []
    }
  }

  private let file: URL
  private let dossier: String
  private static let mostEntries = 300
  private static let mostBytes = 4 << 20

  /// The journal of the dossier at a path, in the folder that `XDG_STATE_HOME` names.
  init(of path: String, environment: [String: String] = ProcessInfo.processInfo.environment) throws(EditError) {
    dossier = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
      ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".local/state")
    let folder = state.appendingPathComponent("dyad/workbench")
    file = folder.appendingPathComponent(SHA256.hex(dossier.utf8).prefix(32) + ".json")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .environment(
        "the undo history cannot be kept in '\(folder.path)': \(error.localizedDescription); set XDG_STATE_HOME")
    }
  }

  /// The content; empty where there is none, or where another version has written it.
  func read() -> Content {
    guard let bytes = FileManager.default.contents(atPath: file.path),
      let json = try? JSONValue(parsing: Array(bytes)), json["dossier"]?.string == dossier,
      let done = EditJournal.entries(json["done"]), let undone = EditJournal.entries(json["undone"])
    else { return Content() }
    return Content(done: done, undone: undone)
  }

  /// Stores what the change makes of the content, if the files of the dossier can be saved too.
  ///
  /// The new journal is on disk before they are, so that a full disk leaves both as they were.
  func update<Value>(
    _ change: (inout Content) throws(EditError) -> Value, saving save: (Value) throws(EditError) -> Void
  ) throws(EditError) -> Value {
    let lock = try Lock(beside: file)
    defer { lock.release() }
    var content = read()
    let value = try change(&content)
    let temporary = file.appendingPathExtension("\(ProcessInfo.processInfo.processIdentifier).part")
    defer { try? FileManager.default.removeItem(at: temporary) }
    try write(content, to: temporary)
    try save(value)
    guard rename(temporary.path, file.path) == 0 else {
      throw .environment("the undo history cannot be kept in '\(file.path)': \(String(cString: strerror(errno)))")
    }
    return value
  }

  private func write(_ content: Content, to temporary: URL) throws(EditError) {
    var content = content
    if content.done.count > EditJournal.mostEntries {
      content.done.removeFirst(content.done.count - EditJournal.mostEntries)
    }
    var bytes = self.bytes(content)
    while bytes.count > EditJournal.mostBytes, content.done.count > 1 {
      content.done.removeFirst((content.done.count + 1) / 2)
      bytes = self.bytes(content)
    }
    do {
      guard
        FileManager.default.createFile(
          atPath: temporary.path, contents: nil, attributes: [.posixPermissions: 0o600])
      else { throw CocoaError(.fileWriteNoPermission) }
      let handle = try FileHandle(forWritingTo: temporary)
      defer { try? handle.close() }
      try handle.write(contentsOf: Data(bytes))
    } catch {
      if let reason = DossierStorage.lackOfSpace(error) { throw .diskFull(file.path, reason: reason) }
      throw .environment(
        "the undo history cannot be kept in '\(file.path)': \(error.localizedDescription); set XDG_STATE_HOME")
    }
  }

  // MARK: JSON

  private func bytes(_ content: Content) -> [UInt8] {
    let value: JSONValue = [
      "dossier": .string(dossier), "done": EditJournal.json(content.done), "undone": EditJournal.json(content.undone),
    ]
    return value.bytes()
  }

  private static func json(_ entries: [Entry]) -> JSONValue {
    .array(
      entries.map { entry in
        let files = entry.patches.map { patch -> JSONValue in
          [
            "file": .string(patch.file), "hunks": patch.patch.json, "isNew": .bool(patch.isNew),
            "isRemoval": .bool(patch.isRemoval),
          ]
        }
        return ["label": .string(entry.label), "files": .array(files)]
      })
  }

  private static func entries(_ json: JSONValue?) -> [Entry]? {
    guard let items = json?.array else { return nil }
    var entries: [Entry] = []
    for item in items {
      guard let label = item["label"]?.string, let files = item["files"]?.array else { return nil }
      let patches = files.compactMap { file -> DossierEditor.FilePatch? in
        guard let name = file["file"]?.string, let patch = file["hunks"].flatMap({ TextPatch(json: $0) }),
          let isNew = file["isNew"]?.bool, let isRemoval = file["isRemoval"]?.bool
        else { return nil }
        return DossierEditor.FilePatch(file: name, patch: patch, isNew: isNew, isRemoval: isRemoval)
      }
      guard patches.count == files.count else { return nil }
      entries.append(Entry(label: label, patches: patches))
    }
    return entries
  }

  /// Keeps two workbenches from writing the journal at the same time; the system releases it when the process ends.
  private struct Lock {
    private let descriptor: Int32

    init(beside file: URL) throws(EditError) {
      let path = file.deletingPathExtension().appendingPathExtension("lock").path
      descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw .environment("'\(path)' cannot be opened: \(String(cString: strerror(errno)))")
      }
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }

    func release() { close(descriptor) }
  }
}
