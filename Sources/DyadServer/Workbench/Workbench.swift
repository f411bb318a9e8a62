package import DyadCore
package import DyadEditing
package import DyadProposals
package import DyadSyntax
internal import Foundation

/// A dossier that is edited in a browser: its files as they are now, what they say, and the history of edits.
package actor Workbench {
  nonisolated let access = WorkbenchAccess()
  private let path: String
  var files: ReadFiles
  let proposer: any Proposer
  let journal: EditJournal
  private let sheets = SheetCache()
  private let passageDates = DatesCache()

  /// The files; `nil` while one of them cannot be read as YAML.
  private(set) var editor: DossierEditor?
  /// What the files say, as far as it is valid.
  private(set) var graph: KnowledgeGraph
  private(set) var problems: [Diagnostic]
  /// Increases with every change of the files, by whomever.
  private(set) var version = 1
  private(set) var log = ChangeLog()
  /// The version in which the text of a source changed last, where it did.
  private var textVersions: [Source.ID: Int] = [:]
  /// The texts of the files when the server started, by their names.
  private let originals: [String: [UInt8]]
  var history: EditJournal.Content

  /// - Parameters:
  ///   - proposer: what finds claims in texts.
  ///   - environment: names the folder of the history.
  package init(
    editing path: String, stamp: @escaping @Sendable (KnowledgeGraph) -> [String],
    proposer: any Proposer = RuleProposer(), environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(EditError) {
    (self.path, self.proposer) = (path, proposer)
    journal = try EditJournal(of: path, environment: environment)
    history = journal.read()
    let read = try Workbench.read(path)
    editor = read.editor
    graph = read.editor?.read.value ?? KnowledgeGraph.linking([]).value
    problems = read.problems
    originals = Dictionary(read.editor?.fileBytes ?? [], uniquingKeysWith: { first, _ in first })
    files = ReadFiles(stamp)
    files.note(graph)
  }

  /// The files, or why they cannot be edited now; throws what no change of their text would mend.
  private static func read(_ path: String) throws(EditError) -> (editor: DossierEditor?, problems: [Diagnostic]) {
    do throws(EditError) {
      let editor = try DossierEditor(reading: path)
      return (editor, editor.read.diagnostics.sortedByPlace())
    } catch {
      switch error {
      case .unreadable(let problems): return (nil, problems)
      case .form(let place):
        return (nil, [Diagnostic(.badYAML, "the YAML here has a form that cannot be edited in place", at: place)])
      default: throw error
      }
    }
  }

  // MARK: The files

  /// Reads the dossier again if a file was saved.
  package func refresh() {
    if !files.areCurrent(graph) { reload() }
  }

  func reload() {
    let old = graph
    let result = files.reading(old, as: { (try? $0.get())?.editor?.read.value ?? old }) {
      Result { () throws(EditError) in try Workbench.read(path) }
    }
    let read: (editor: DossierEditor?, problems: [Diagnostic])
    do throws(EditError) { read = try result.get() } catch {
      // A folder that is moved away for a moment: the next change of a file is read.
      problems = [Diagnostic(.unreadable, error.description, at: nil)]
      version += 1
      return
    }
    problems = read.problems
    guard let new = read.editor else {
      version += 1
      editor = nil
      return
    }
    // A touched file with the same text is no change.
    history = journal.read()
    if let old = editor, old.fileBytes.elementsEqual(new.fileBytes, by: { $0 == $1 }), old.read.value == new.read.value
    {
      return
    }
    become(new)
  }

  /// Shows the files of the editor from now on.
  func become(_ new: DossierEditor) {
    version += 1
    let values = new.recordValues
    log.note(version, from: lastValues, to: values)
    lastValues = values
    for (id, source) in new.read.value.sources where graph.sources[id]?.text != source.text {
      textVersions[id] = version
    }
    (editor, graph, problems) = (new, new.read.value, new.read.diagnostics.sortedByPlace())
    history = journal.read()
  }

  lazy var lastValues: [String: YAMLValue] = editor?.recordValues ?? [:]

  /// The difference between the files when the server started and now.
  package var sessionDiff: String {
    let now = Dictionary(editor?.fileBytes ?? [], uniquingKeysWith: { first, _ in first })
    let names = Set(originals.keys).union(now.keys).sorted()
    return String(
      decoding: names.flatMap { UnifiedDiff(from: originals[$0] ?? [], to: now[$0] ?? [], name: $0).bytes },
      as: UTF8.self)
  }

  /// What an undo would undo, and a redo make again.
  var labels: (undo: String?, redo: String?) {
    (history.done.last.map { "Undo: \($0.label)" }, history.undone.last.map { "Redo: \($0.label)" })
  }

  // MARK: What is shown

  package func state(_ sight: Sight) async throws(Refusal) -> [UInt8] {
    refresh()
    let view = try SheetView(sight, in: graph)
    var state = WorkbenchState(
      graph, version: version, problems: problems, written: editor?.recordIds ?? [], labels: labels,
      textVersions: textVersions)
    // Meanwhile others may change the files; the state stays that of one version.
    state.sheet = await sheets.sheet(
      SheetCache.Key(version: state.version, view: view, isNarrow: sight.isNarrow), of: state.graph)
    return try state.json(sight, view)
  }

  package func sheet(_ sight: Sight) async throws(Refusal) -> [UInt8] {
    refresh()
    let view = try SheetView(sight, in: graph)
    let key = SheetCache.Key(version: version, view: view, isNarrow: sight.isNarrow)
    return try await sheets.svg(key, of: graph)
  }

  package func claim(_ id: String) throws(Refusal) -> JSONValue {
    refresh()
    return try WorkbenchClaim(id, editor, graph).json
  }

  package func dates(_ query: [String: String]) async throws(Refusal) -> JSONValue {
    let passage = try SourceDates(query, in: graph)
    guard let text = passage.text else { return ["dates": []] }
    return passage.json(await passageDates.dates(of: passage.source, text))
  }

  package func drafts(of source: String?) -> JSONValue {
    refresh()
    return WorkbenchDrafts(source, editor).json
  }
}
