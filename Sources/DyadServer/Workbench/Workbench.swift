package import DyadCore
package import DyadEditing
internal import DyadProposals
package import DyadSyntax
internal import Foundation

/// A dossier that is edited in a browser: its files as they are now, what they say, and the history of edits.
package actor Workbench {
  nonisolated let access = WorkbenchAccess()
  private let path: String
  private let stamp: @Sendable (KnowledgeGraph) -> [String]
  private let journal: EditJournal
  private let sheets = SheetCache()

  /// The files; `nil` while one of them cannot be read as YAML.
  private(set) var editor: DossierEditor?
  /// What the files say, as far as it is valid.
  private(set) var graph: KnowledgeGraph
  private(set) var problems: [Diagnostic]
  /// Increases with every change of the files, by whomever.
  private(set) var version = 1
  private var lastStamp: [String]
  private var log = ChangeLog()
  /// The version in which the text of a source changed last, where it did.
  private var textVersions: [Source.ID: Int] = [:]
  /// The texts of the files when the server started, by their names.
  private let originals: [String: [UInt8]]
  private var history: EditJournal.Content
  private static let attempts = 3

  /// - Parameter environment: names the folder of the history.
  package init(
    editing path: String, stamp: @escaping @Sendable (KnowledgeGraph) -> [String],
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(EditError) {
    (self.path, self.stamp) = (path, stamp)
    journal = try EditJournal(of: path, environment: environment)
    history = journal.read()
    let read = try Workbench.read(path)
    editor = read.editor
    graph = read.editor?.read.value ?? KnowledgeGraph.linking([]).value
    problems = read.problems
    originals = Dictionary(read.editor?.fileBytes ?? [], uniquingKeysWith: { first, _ in first })
    lastStamp = stamp(graph)
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
    let now = stamp(graph)
    guard now != lastStamp else { return }
    lastStamp = now
    reload()
  }

  private func reload() {
    let read: (editor: DossierEditor?, problems: [Diagnostic])
    do throws(EditError) { read = try Workbench.read(path) } catch {
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
  private func become(_ new: DossierEditor) {
    version += 1
    let values = new.recordValues
    log.note(version, from: lastValues, to: values)
    lastValues = values
    for (id, source) in new.read.value.sources where graph.sources[id]?.text != source.text {
      textVersions[id] = version
    }
    (editor, graph, problems) = (new, new.read.value, new.read.diagnostics.sortedByPlace())
    lastStamp = stamp(graph)
    history = journal.read()
  }

  private lazy var lastValues: [String: YAMLValue] = editor?.recordValues ?? [:]

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

  // MARK: Edits

  package func edit(_ request: EditRequest) -> WorkbenchReply {
    changing { editor, history throws(WorkbenchReply.Stop) in
      do throws(ChangeLog.Conflict) { try log.check(request.touches, since: request.version ?? version) } catch {
        throw .conflict(error, value(of: error))
      }
      let report: EditRequest.Report
      do throws(EditError) { report = try request.apply(to: &editor) } catch { throw .edit(error) }
      if editor.isChanged {
        let label = request.label ?? Workbench.label(report.done)
        history.done.append(EditJournal.Entry(label: label, patches: editor.patches))
        history.undone = []
      }
      return report
    }
  }

  /// - Parameter isDropped: whether the edit is only taken off the list, since it no longer fits.
  package func undo(dropping isDropped: Bool = false) -> WorkbenchReply {
    patching { editor, history throws(WorkbenchReply.Stop) in
      guard let entry = history.done.popLast() else { throw .nothing("nothing to undo") }
      if isDropped { return EditRequest.Report(done: ["dropped: \(entry.label)"]) }
      do throws(EditError) { try editor.apply(entry.patches.map(\.reversed)) } catch { throw .misfit(error) }
      history.undone.append(entry)
      return EditRequest.Report(done: ["undid: \(entry.label)"])
    }
  }

  package func redo(dropping isDropped: Bool = false) -> WorkbenchReply {
    patching { editor, history throws(WorkbenchReply.Stop) in
      guard let entry = history.undone.popLast() else { throw .nothing("nothing to redo") }
      if isDropped { return EditRequest.Report(done: ["dropped: \(entry.label)"]) }
      do throws(EditError) { try editor.apply(entry.patches) } catch { throw .misfit(error) }
      history.done.append(entry)
      return EditRequest.Report(done: ["made again: \(entry.label)"])
    }
  }

  /// Writes what the rules find in the text of a source, or in all texts, as drafts.
  package func propose(from source: String?) -> WorkbenchReply {
    changing { editor, history throws(WorkbenchReply.Stop) in
      let report: Drafts.Report
      do throws(Drafts.Failure) { report = try Drafts.propose(in: &editor, source: source, with: RuleProposer()) } catch
      {
        if case .editing(let reason) = error { throw .edit(reason) }
        throw .edit(.request(error.description))
      }
      let count = report.added.count
      let words = "proposed \(count) claim\(count == 1 ? "" : "s")"
      if editor.isChanged {
        history.done.append(EditJournal.Entry(label: words, patches: editor.patches))
        history.undone = []
      }
      return EditRequest.Report(done: [words], ids: report.added.map(\.id))
    }
  }

  /// Accepts drafts, or rejects them.
  package func decide(_ ids: [String], accepting isAccepted: Bool) -> WorkbenchReply {
    changing { editor, history throws(WorkbenchReply.Stop) in
      let before = editor.recordIds
      let done: [String]
      do throws(EditError) { done = isAccepted ? try editor.accept(ids) : try editor.reject(ids) } catch {
        throw .edit(error)
      }
      if editor.isChanged {
        history.done.append(EditJournal.Entry(label: Workbench.label(done), patches: editor.patches))
        history.undone = []
      }
      let now = editor.recordIds
      let made = now.subtracting(before).map(\.id) + ids.filter { id in now.contains { $0.id == id } }
      return EditRequest.Report(done: done, ids: Set(made).sorted())
    }
  }

  /// Undoes an edit or makes it again; what it cannot do is a conflict with the files, not a fault of the user.
  private func patching(
    _ change: (inout DossierEditor, inout EditJournal.Content) throws(WorkbenchReply.Stop) -> EditRequest.Report
  ) -> WorkbenchReply {
    changing(isPatch: true, change)
  }

  /// Makes a change in the files as they are now, and saves them with the history; nothing happens where either fails.
  private func changing(
    isPatch: Bool = false,
    _ change: (inout DossierEditor, inout EditJournal.Content) throws(WorkbenchReply.Stop) -> EditRequest.Report
  ) -> WorkbenchReply {
    refresh()
    _ = lastValues
    var stop = WorkbenchReply.Stop.unreadable(problems)
    for _ in 0..<Workbench.attempts {
      guard let current = editor else { return WorkbenchReply(stopped: .unreadable(problems), version: version) }
      do throws(WorkbenchReply.Stop) {
        return try changing(current, change)
      } catch {
        if isPatch, case .edit(.findings(let findings)) = error {
          return WorkbenchReply(stopped: .misfit(.findings(findings)), version: version)
        }
        // Somebody saved between reading and writing: the change is made in what they saved.
        guard case .edit(.changed) = error else { return WorkbenchReply(stopped: error, version: version) }
        stop = error
        reload()
      }
    }
    return WorkbenchReply(stopped: stop, version: version)
  }

  private func changing(
    _ current: DossierEditor,
    _ change: (inout DossierEditor, inout EditJournal.Content) throws(WorkbenchReply.Stop) -> EditRequest.Report
  ) throws(WorkbenchReply.Stop) -> WorkbenchReply {
    var editor = current
    var report = EditRequest.Report()
    var warnings: [Diagnostic] = []
    var edited = current.read
    var stop: WorkbenchReply.Stop?
    do throws(EditError) {
      history = try journal.update { content throws(EditError) in
        do throws(WorkbenchReply.Stop) { report = try change(&editor, &content) } catch {
          stop = error
          throw .request("")
        }
        edited = editor.edited
        warnings = editor.isChanged ? editor.newFindings(among: edited.diagnostics) : []
        if warnings.contains(where: { $0.severity == .error }) { throw .findings(warnings) }
        return content
      } saving: { _ throws(EditError) in
        try editor.save()
      }
    } catch {
      throw stop ?? .edit(error)
    }
    if editor.isChanged { become(editor.saved(as: edited)) }
    return WorkbenchReply(report, warnings: warnings, version: version, labels: labels)
  }

  private func value(of conflict: ChangeLog.Conflict) -> YAMLValue? {
    conflict.key.flatMap { key in try? editor?.record(conflict.id).value[key] }
  }

  /// The first line of a report without the place, and how many others there are.
  private static func label(_ done: [String]) -> String {
    let lines = done.filter { !$0.hasPrefix(" ") }
    let line = lines.first ?? "edit"
    let label = line.firstMatch(of: #/:[0-9]+:[0-9]+:\ /#).map { String(line[$0.range.upperBound...]) } ?? line
    return lines.count > 1 ? "\(label), and \(lines.count - 1) more" : label
  }

  // MARK: What is shown

  package func state(_ sight: Sight) async throws(Refusal) -> [UInt8] {
    refresh()
    let view = try SheetView(sight, in: graph)
    var state = WorkbenchState(
      graph, version: version, problems: problems, places: editor?.recordPlaces ?? [:], labels: labels,
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

  package func dates(_ query: [String: String]) throws(Refusal) -> JSONValue { try SourceDates(query, in: graph).json }

  package func drafts(of source: String?) -> JSONValue {
    refresh()
    return WorkbenchDrafts(source, editor).json
  }
}
