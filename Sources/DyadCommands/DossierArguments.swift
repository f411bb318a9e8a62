internal import ArgumentParser
internal import DyadCore
internal import DyadFormats
internal import Foundation
internal import Graphviz

/// The dossier that a command works on.
struct DossierArguments: ParsableArguments {
  @Argument(
    help:
      "The dossier: a YAML file, a folder of them, or - for standard input; or a graph in a format that convert reads.",
    completion: .file())
  var dossier: String

  @Flag(help: "Treat a claim without a source as an error.")
  var requireSources = false

  @Flag(help: "Include drafts: claims that are proposed and not accepted yet.")
  var drafts = false

  /// The graph; diagnostics are reported, and errors end the run.
  func graph() throws -> KnowledgeGraph {
    try DossierArguments.graph(of: dossier, requiringSources: requireSources, includingDrafts: drafts)
  }

  /// The graph of a file, in the given format or that of its suffix.
  static func graph(
    of dossier: String, as format: Format? = nil, requiringSources: Bool = false, includingDrafts: Bool = false
  ) throws -> KnowledgeGraph {
    if format == nil, let counted = try StoreDossier.read(dossier) { return counted }
    let dossiers = try reader(of: dossier, as: format)(dossier)
    return try self.graph(dossiers, requiringSources: requiringSources, includingDrafts: includingDrafts)
  }

  /// The reader for a file, by the format or by its suffix; ends the run if the file is missing or its format is not read.
  static func reader(of path: String, as format: Format? = nil) throws -> Format.Reader {
    try requireReadable(path)
    let found: Format
    if let format {
      found = format
    } else {
      do { found = try Format.reading(path) } catch { throw Failure.input(error.description) }
    }
    // Another format comes from another tool, and mostly from somebody else.
    if found.id != Format.dossier.id { GraphvizLibrary.isolate() }
    guard let reader = found.reader else {
      let read = Format.all.filter { $0.reader != nil }.map(\.id).joined(separator: ", ")
      throw Failure.input(
        "'\(path)' is \(found.name), which can be written but not read; formats that can be read: \(read)")
    }
    return reader
  }

  /// Ends the run, as a failure of the environment, if the file or folder cannot be read.
  static func requireReadable(_ path: String) throws {
    if path == "-" || FileManager.default.isReadableFile(atPath: path) { return }
    let exists = FileManager.default.fileExists(atPath: path)
    throw Failure.environment(exists ? "'\(path)' cannot be read" : "no such file or folder: '\(path)'")
  }

  static func graph(
    _ dossiers: Checked<[Dossier]>, requiringSources: Bool, includingDrafts: Bool = false
  ) throws -> KnowledgeGraph {
    let checked = dossiers.then {
      KnowledgeGraph.linking($0, requiringSources: requiringSources, includingDrafts: includingDrafts)
    }
    // Only `check` lists every quote that cannot be verified.
    let unchecked = checked.diagnostics.count { $0.code == .quoteUnchecked }
    Terminal.report(checked.diagnostics.filter { $0.code != .quoteUnchecked || unchecked < 5 })
    if unchecked >= 5 {
      Terminal.report("warning: \(unchecked) quotes are not verified: the dossier has no text for their sources")
    }
    guard checked.errors.isEmpty else { throw Failure.inputErrors }
    return checked.value
  }
}
