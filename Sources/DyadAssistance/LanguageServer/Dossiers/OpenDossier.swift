internal import DyadContent
internal import DyadCore
internal import DyadEditing
internal import DyadFormats
internal import DyadSyntax

/// A dossier of which a file is open: its texts, what was read of them, and its graph.
final class OpenDossier {
  /// The file or folder.
  let root: String
  let isFolder: Bool
  private(set) var files: [String] = []
  private(set) var graph = KnowledgeGraph.linking([]).value
  private(set) var findings: [Diagnostic] = []
  private var states: [String: FileState] = [:]
  private let texts: TextMemory
  private var memory = QuoteMemory()
  private var lastSearch: PassageSearch?

  /// What is known of a file.
  private struct FileState {
    var document: TextDocument
    var reader: IncrementalReader
    var checked: Checked<[Dossier]>
    var indexes: [String: PartIndex?] = [:]
    var located: [LocatedIndex]?
    var nodes: [String: YAMLNode?] = [:]
  }

  /// The index of a part, with its place in its file.
  struct LocatedIndex {
    let part: DossierPart
    let index: PartIndex
  }

  init(_ root: String) {
    (self.root, isFolder) = (root, DossierFiles.isFolder(root))
    texts = TextMemory(besides: root)
  }

  // MARK: Reading

  /// Reads what has changed; `document` gives the text of a file as it is now.
  func update(
    _ files: [String], linting: Bool, requiringSources: Bool, document: (String) -> TextDocument?
  ) {
    self.files = files
    var next: [String: FileState] = [:]
    var unreadable: [Diagnostic] = []
    for file in files {
      guard let document = document(file) else {
        unreadable += DossierReader.text(of: file).diagnostics
        continue
      }
      var state =
        states[file]
        ?? FileState(document: document, reader: IncrementalReader(file: file, texts: texts), checked: Checked([]))
      let isUnchanged = states[file] != nil && state.document.bytes == document.bytes
      // The texts of sources may have changed.
      if !isUnchanged || state.checked.value.contains(where: { !$0.sources.isEmpty }) {
        state.checked = state.reader.read(document.text)
      }
      if !isUnchanged { state.located = nil }
      state.document = document
      next[file] = state
    }
    states = next
    let all = files.flatMap { next[$0]?.checked.value ?? [] }
    let linked = KnowledgeGraph.linking(
      all, requiringSources: requiringSources, linting: linting, remembering: &memory)
    // Places of records that are kept from before a syntax error are those of the earlier text.
    let current = linked.diagnostics.filter { finding in
      finding.place.map { place in next[place.file]?.reader.isBroken(at: place) != true } ?? true
    }
    graph = linked.value
    findings =
      unreadable + files.flatMap { next[$0]?.checked.diagnostics ?? [] } + current + graph.staleReviews(in: all)
    lastSearch = nil
  }

  func document(_ file: String) -> TextDocument? { states[file]?.document }

  /// The search for passages of the sources.
  var search: PassageSearch {
    let search = lastSearch ?? PassageSearch(graph)
    lastSearch = search
    return search
  }

  /// How many parts of the files the last update parsed.
  var parsed: Int { states.values.reduce(0) { $0 + $1.reader.parsed } }

  // MARK: Parts

  /// The parts of the file; the whole file where it is not divided.
  func parts(of file: String) -> [DossierPart] {
    guard let state = states[file] else { return [] }
    return state.reader.parts
      ?? [DossierPart.whole(state.document.bytes)]
  }

  /// The part with the byte, or before it.
  func part(at byte: Int, in file: String) -> DossierPart? {
    let parts = parts(of: file)
    return parts.last { $0.bytes.lowerBound <= byte } ?? parts.first
  }

  /// The indexes of all parts of the file.
  func indexes(of file: String) -> [LocatedIndex] {
    guard var state = states[file] else { return [] }
    if let located = state.located { return located }
    var used: [String: PartIndex?] = [:]
    var located: [LocatedIndex] = []
    for part in parts(of: file) {
      let text = state.document.bytes[part.bytes]
      let key = part.header + String(decoding: text, as: UTF8.self)
      let index = state.indexes[key] ?? PartIndex(of: Array(text), header: part.header)
      used[key] = .some(index)
      if let index { located.append(LocatedIndex(part: part, index: index)) }
    }
    (state.indexes, state.located) = (used, located)
    states[file] = state
    return located
  }

  /// The scalar that contains the byte, with its bytes in the file.
  func scalar(at byte: Int, in file: String) -> YAMLNode? {
    guard let part = part(at: byte, in: file), var state = states[file] else { return nil }
    let text = Array(state.document.bytes[part.bytes])
    let key = part.header + String(decoding: text, as: UTF8.self)
    let root = state.nodes[key] ?? YAMLNode(of: Array(key.utf8))
    if state.nodes.count > 4096 { state.nodes = [:] }
    state.nodes[key] = .some(root)
    states[file] = state
    let shift = part.bytes.lowerBound - part.header.utf8.count
    guard var node = root?.scalar(at: byte - shift) else { return nil }
    node.bytes = node.bytes.lowerBound + shift..<node.bytes.upperBound + shift
    return node
  }

  /// What is written at the byte.
  func cursor(at byte: Int, in file: String) -> Cursor? {
    guard let part = part(at: byte, in: file), let document = states[file]?.document else { return nil }
    let shift = part.bytes.lowerBound - part.header.utf8.count
    // At the start of a line after a record, a new section may begin.
    let text = Array(part.header.utf8) + document.bytes[part.bytes]
    return YAMLCursor(in: text, at: byte - shift).map { Cursor(cursor: $0, shift: shift) }
  }

  /// A cursor with the place of its text in the file.
  struct Cursor {
    let cursor: YAMLCursor
    let shift: Int

    var word: Range<Int> { cursor.word.lowerBound + shift..<cursor.word.upperBound + shift }
    var written: Range<Int> { cursor.written.lowerBound + shift..<cursor.written.upperBound + shift }
  }

  /// The editor of the dossier with its texts as they are now.
  func editor() throws(EditError) -> DossierEditor {
    try DossierEditor(root, isFolder: isFolder, texts: files.map { ($0, states[$0]?.document.text ?? "") })
  }

  /// The source that the file names once.
  func defaultSource(of file: String) -> Source.ID? {
    states[file]?.checked.value.lazy.flatMap(\.defaultSources).first?.value
  }
}
