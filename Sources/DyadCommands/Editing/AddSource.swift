internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadEditing
internal import DyadSources
internal import Foundation

/// Adds the sources of a document or of a bibliography, after they were shown and confirmed.
struct AddSource {
  let dossier: String
  let input: SourceInput
  /// Keys that override those of the document.
  let assignments: [String]
  let isConfirmed: Bool
  let options: EditArguments

  func run() throws {
    let asks = !isConfirmed && !options.dryRun
    if asks, input.path == "-" || isatty(0) == 0 {
      throw Failure.usage("nobody can confirm the source, because standard input is not a terminal; give --yes")
    }
    if case .library = input.content, !assignments.isEmpty {
      throw Failure.usage("the items of a bibliography have keys of their own; give none")
    }
    try EditArguments.run(
      dossier, isDry: options.dryRun, force: options.force,
      confirm: { editor throws(EditError) in
        guard asks else { return }
        Terminal.report(editor.diff)
        origins.forEach { Terminal.report($0) }
        try AddSource.ask("Add to '\(dossier)'?")
      },
      { editor throws(EditError) in
        switch input.content {
        case .document(let document, let bytes): try add(document, bytes, to: &editor)
        case .library(let library): try add(library, to: &editor)
        case .records: []
        }
      })
  }

  /// Ends the run unless the answer is yes.
  static func ask(_ question: String) throws(EditError) {
    Terminal.ask("\(question) [y/N] ")
    let answer = readLine()?.lowercased() ?? ""
    guard ["y", "yes"].contains(answer) else { throw .request("not confirmed; nothing was written") }
  }

  /// Each value that the document gives, and where it says so.
  private var origins: [String] {
    guard case .document(let document, _) = input.content else { return [] }
    let given = Set(assignments.compactMap(Assignment.split).map(\.key))
    return document.record.entries.filter { !given.contains($0.key) }.map { "  \($0.key): \($0.value) (\($0.origin))" }
  }

  private func known(in editor: DossierEditor) -> KnownSources {
    var known = KnownSources(editor.dossiers.value.flatMap(\.sources).map(\.value))
    known.reserve(editor.ids)
    return known
  }

  // MARK: A document

  private func add(
    _ document: SourceDocument, _ bytes: [UInt8], to editor: inout DossierEditor
  ) throws(EditError) -> [String] {
    let form = Source.schema.form
    let given = try Assignment.all(assignments, for: form)
    let known = known(in: editor)
    let id = given.first { $0.key == "id" }?.value?.scalar ?? known.newId(for: document.record)
    let existing = editor.dossiers.value.flatMap(\.sources).map(\.value).first { $0.id.text == id }
    if let existing, existing.text != nil || existing.path != nil {
      throw .request("source '\(id)' has a text already; give another id as id=…")
    }
    if existing == nil, let same = known.same(as: document.record, text: document.text) {
      throw .request(
        "source '\(same.id)' has the same \(same.what)"
          + (same.what == "text" ? "" : "; give id=\(same.id) to add the text to it, if it has none"))
    }
    var record = document.record.entries.filter { entry in
      !given.contains { $0.key == entry.key } && !(existing.map { AddSource.has($0, entry.key) } ?? false)
    }.map { Assignment($0.key, .text($0.value)) }
    record += given.filter { $0.key != "id" && $0.value != nil }
    guard Source.ID.isWellFormed(id) else { throw .request("'\(id)' is not a valid id") }
    let place = store(document, bytes, id, in: &editor)
    record.append(Assignment("text", .text(place)))
    record.append(Assignment("digest", .text(SourceText(document.text).digest)))
    let report =
      existing == nil
      ? try editor.add(form, record + [Assignment("id", .text(id))]) : try editor.edit(id, record)
    let words = document.text.split(whereSeparator: \.isWhitespace).count
    let isShown = isConfirmed || options.dryRun
    return report + (existing == nil && isShown ? origins : [])
      + ["  text: \(place) (\(words) word\(words == 1 ? "" : "s"), \(document.format.rawValue))"]
  }

  private static func has(_ source: Source, _ key: String) -> Bool {
    Source.schema.fields(of: source).contains { $0.name == key }
  }

  /// The path of the text from the dossier's folder; the text and its original are saved with the dossier.
  private func store(
    _ document: SourceDocument, _ bytes: [UInt8], _ id: String, in editor: inout DossierEditor
  ) -> String {
    let folder = editor.folder.hasSuffix("/") ? editor.folder : editor.folder + "/"
    let place = URL(fileURLWithPath: input.path).resolvingSymlinksInPath().path
    let isInside = input.path != "-" && place.hasPrefix(folder)
    if isInside, document.isPlain { return String(place.dropFirst(folder.count)) }
    let suffix = document.format == .text ? "original.txt" : document.format.suffixes[0]
    let names = [id] + (2...999).map { "\(id)-\($0)" }
    let name =
      names.first { name in
        ["txt", suffix].allSatisfy { !FileManager.default.fileExists(atPath: "\(folder)texts/\(name).\($0)") }
      } ?? id
    editor.attach(Attachment(path: "texts/\(name).txt", bytes: Array(document.text.utf8)))
    if !isInside, !document.isPlain { editor.attach(Attachment(path: "texts/\(name).\(suffix)", bytes: bytes)) }
    return "texts/\(name).txt"
  }

  // MARK: A bibliography

  private func add(
    _ library: BibliographyReader.Library, to editor: inout DossierEditor
  ) throws(EditError) -> [String] {
    var known = known(in: editor)
    var (report, repeated): ([String], [String]) = ([], [])
    for record in library.records {
      if let same = known.same(as: record, text: nil) {
        repeated.append("  '\(record["title"] ?? "")' is source '\(same.id)', by its \(same.what)")
        continue
      }
      let id = known.newId(for: record)
      let keys = record.entries.map { Assignment($0.key, .text($0.value)) }
      report += try editor.add(Source.schema.form, keys + [Assignment("id", .text(id))])
      known.note(id, record, text: nil)
    }
    let summary =
      "\(report.count) source\(report.count == 1 ? "" : "s") added, \(repeated.count) there already"
      + (library.untitled == 0 ? "" : ", \(library.untitled) without a title left out")
    return report + repeated + [summary]
  }
}
