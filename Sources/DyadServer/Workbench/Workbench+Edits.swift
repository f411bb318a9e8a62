internal import DyadCore
internal import DyadEditing
internal import DyadProposals
internal import DyadSyntax

/// Edits of the files, each of which can be undone.
extension Workbench {
  package func edit(_ request: EditRequest) -> WorkbenchReply {
    changing { editor, history throws(WorkbenchReply.Stop) in
      do throws(ChangeLog.Conflict) { try log.check(request.touches, since: request.version ?? version) } catch {
        throw .conflict(error, value(of: error))
      }
      let report: EditRequest.Report
      do throws(EditError) { report = try request.apply(to: &editor) } catch { throw .edit(error) }
      history.record(request.label ?? Workbench.label(report.done), editor)
      return report
    }
  }

  /// - Parameter isDropped: whether the edit is only taken off the list, since it no longer fits.
  package func undo(dropping isDropped: Bool = false) -> WorkbenchReply {
    changing(isPatch: true) { editor, history throws(WorkbenchReply.Stop) in
      guard let entry = history.done.popLast() else { throw .nothing("nothing to undo") }
      if isDropped { return EditRequest.Report(done: ["dropped: \(entry.label)"]) }
      do throws(EditError) { try editor.apply(entry.patches.map(\.reversed)) } catch { throw .misfit(error) }
      history.undone.append(entry)
      return EditRequest.Report(done: ["undid: \(entry.label)"])
    }
  }

  package func redo(dropping isDropped: Bool = false) -> WorkbenchReply {
    changing(isPatch: true) { editor, history throws(WorkbenchReply.Stop) in
      guard let entry = history.undone.popLast() else { throw .nothing("nothing to redo") }
      if isDropped { return EditRequest.Report(done: ["dropped: \(entry.label)"]) }
      do throws(EditError) { try editor.apply(entry.patches) } catch { throw .misfit(error) }
      history.done.append(entry)
      return EditRequest.Report(done: ["made again: \(entry.label)"])
    }
  }

  /// Writes what the proposer finds in the text of a source, or in all texts, as drafts.
  package func propose(from source: String?) async -> WorkbenchReply {
    refresh()
    guard let current = editor else { return WorkbenchReply(stopped: .unreadable(problems), version: version) }
    // Other requests are answered while the texts are read.
    let found = await Task.detached { [proposer] in
      Result { () throws(Drafts.Failure) in try Drafts.find(in: current, source: source, with: proposer) }
    }.value
    return changing { editor, history throws(WorkbenchReply.Stop) in
      let report: Drafts.Report
      do throws(Drafts.Failure) { report = try Drafts.add(try found.get(), to: &editor) } catch {
        if case .editing(let reason) = error { throw .edit(reason) }
        throw .edit(.request(error.description))
      }
      let count = report.added.count
      let words = "proposed \(count) claim\(count == 1 ? "" : "s")"
      history.record(words, editor)
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
      history.record(Workbench.label(done), editor)
      let now = editor.recordIds
      let made = now.subtracting(before).map(\.id) + ids.filter { id in now.contains { $0.id == id } }
      return EditRequest.Report(done: done, ids: Set(made).sorted())
    }
  }

  /// Makes a change in the files as they are now, and saves them with the history; nothing happens where either fails.
  ///
  /// - Parameter isPatch: whether the change undoes an edit or makes it again; what it cannot do is a conflict with the files, not a
  ///   fault of the user.
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
    if editor.isChanged {
      become(editor.saved(as: edited))
      files.note(graph)
    }
    return WorkbenchReply(report, warnings: warnings, version: version, labels: labels)
  }

  private func value(of conflict: ChangeLog.Conflict) -> YAMLValue? {
    conflict.key.flatMap { key in try? editor?.record(conflict.id).value[key] }
  }

  /// How often a change is tried in files that others save at the same time.
  private static let attempts = 3

  /// The first line of a report without the place, and how many others there are.
  private static func label(_ done: [String]) -> String {
    let lines = done.filter { !$0.hasPrefix(" ") }
    let line = lines.first ?? "edit"
    let label = line.firstMatch(of: #/:[0-9]+:[0-9]+:\ /#).map { String(line[$0.range.upperBound...]) } ?? line
    return lines.count > 1 ? "\(label), and \(lines.count - 1) more" : label
  }
}
