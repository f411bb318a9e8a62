internal import DyadCore
internal import DyadFormats
internal import DyadSyntax

/// The texts that the editor has open, and the dossiers that they belong to.
final class Workspace {
  var linting = false { didSet { isStale = true } }
  var requiringSources = false { didSet { isStale = true } }
  private(set) var dossiers: [String: OpenDossier] = [:]
  private var documents: [String: TextDocument] = [:]
  /// The addresses as the client writes them.
  private var addresses: [String: String] = [:]
  private var roots: [String: String] = [:]
  private var folders: [String] = []
  /// Files on disk, until the client reports a change.
  private var disk: [String: TextDocument?] = [:]
  /// Files that once were dossiers and are open remain so while they are edited.
  private var accepted: Set<String> = []
  private var isStale = false
  /// The files of each dossier, until files on disk may have changed.
  private var listed: [String: [String]] = [:]

  // MARK: Changes

  func open(_ address: String, _ document: TextDocument) {
    let path = FileAddress.path(of: address) ?? address
    documents[path] = document
    addresses[path] = address
    filesChanged()
  }

  func change(_ address: String, _ changes: [JSONValue], version: Int?, _ encoding: PositionEncoding) {
    let path = FileAddress.path(of: address) ?? address
    documents[path]?.apply(changes, version: version, encoding)
    if let document = documents[path], !accepted.contains(path), DossierFiles.isDossier(document.bytes) {
      filesChanged()
    }
    isStale = true
  }

  func close(_ address: String) {
    let path = FileAddress.path(of: address) ?? address
    documents[path] = nil
    accepted.remove(path)
    filesChanged()
  }

  /// Files on disk may have changed.
  func filesChanged() {
    (disk, roots, listed, isStale) = ([:], [:], [:], true)
  }

  func changeFolders(added: [String], removed: [String]) {
    folders.removeAll(where: removed.contains)
    folders += added.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    filesChanged()
  }

  /// Reads what has changed since the last call.
  func update() {
    guard isStale else { return }
    isStale = false
    for path in documents.keys where roots[path] == nil {
      guard isDossier(path) else { continue }
      accepted.insert(path)
      roots[path] = DossierFiles.root(of: path, within: folders) { self.document($0)?.bytes }
    }
    let open = Set(roots.values)
    dossiers = dossiers.filter { open.contains($0.key) }
    for root in open {
      let dossier = dossiers[root] ?? OpenDossier(root)
      dossiers[root] = dossier
      var files = listed[root] ?? DossierFiles.files(of: root) { self.document($0)?.bytes }
      listed[root] = files
      // Files that are open and not saved yet, or being rewritten.
      files += roots.filter { $0.value == root && !files.contains($0.key) }.keys
      dossier.update(files.sorted(), linting: linting, requiringSources: requiringSources) { self.document($0) }
    }
  }

  // MARK: Looking up

  /// The text of a file, as it is in the editor or on disk.
  private func document(_ path: String) -> TextDocument? {
    if let open = documents[path] { return open }
    if let known = disk[path] { return known }
    let read = DossierReader.text(of: path).value.map { TextDocument($0) }
    disk[path] = .some(read)
    return read
  }

  private func isDossier(_ path: String) -> Bool {
    accepted.contains(path) || documents[path].map { DossierFiles.isDossier($0.bytes) } ?? false
  }

  /// The dossier of a file that is open; `nil` for a file of another kind.
  func dossier(of path: String) -> OpenDossier? { roots[path].flatMap { dossiers[$0] } }

  func address(of path: String) -> String { addresses[path] ?? FileAddress.address(of: path) }

  func version(of path: String) -> Int? { documents[path]?.version }
}
