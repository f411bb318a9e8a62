internal import ArgumentParser
internal import DyadCore
internal import DyadFormats
internal import Foundation

/// The dossier that a command works on.
struct DossierArguments: ParsableArguments {
  @Argument(
    help:
      "The dossier: a YAML file, a folder of them, or - for standard input; or a graph in a format that convert reads.",
    completion: .file())
  var dossier: String

  @Flag(help: "Take a claim without a source for an error.")
  var requireSources = false

  /// The graph; what is wrong is told, and errors end the run.
  func graph() throws -> KnowledgeGraph { try DossierArguments.graph(of: dossier, requiringSources: requireSources) }

  /// In the format that is given, or that of its suffix, or else as a dossier.
  static func graph(
    of dossier: String, as format: Format? = nil, requiringSources: Bool = false
  ) throws -> KnowledgeGraph {
    let dossiers = try reader(of: dossier, as: format)(dossier)
    return try self.graph(dossiers, requiringSources: requiringSources)
  }

  /// The reader of the file, by the format or by its suffix; ends the run where there is no such file or no reader.
  static func reader(of path: String, as format: Format? = nil) throws -> Format.Reader {
    try requireReadable(path)
    let found: Format
    if let format {
      found = format
    } else {
      do { found = try Format.reading(path) } catch { throw Ending.inputs(error.description) }
    }
    guard let reader = found.reader else {
      let read = Format.all.filter { $0.reader != nil }.map(\.id).joined(separator: ", ")
      throw Ending.inputs("'\(path)' is \(found.name), which is written, but not read. Read are: \(read).")
    }
    return reader
  }

  /// Ends the run, as a failure of the environment, where the file or folder cannot be read.
  static func requireReadable(_ path: String) throws {
    if path == "-" || FileManager.default.isReadableFile(atPath: path) { return }
    let isThere = FileManager.default.fileExists(atPath: path)
    throw Ending.world(isThere ? "'\(path)' cannot be read" : "no such file or folder: '\(path)'")
  }

  static func graph(_ dossiers: Checked<[Dossier]>, requiringSources: Bool) throws -> KnowledgeGraph {
    let checked = dossiers.then { KnowledgeGraph.linking($0, requiringSources: requiringSources) }
    // Which quotes there is no text for is told one by one by `check`.
    let unchecked = checked.diagnostics.count { $0.code == .quoteUnchecked }
    Terminal.say(checked.diagnostics.filter { $0.code != .quoteUnchecked || unchecked < 5 })
    if unchecked >= 5 {
      Terminal.say("warning: \(unchecked) quotes could not be looked up: the dossier has no text of their sources")
    }
    guard checked.errors.isEmpty else { throw Ending.inputErrors }
    return checked.value
  }
}

/// Whom and when a picture or an answer is about.
struct ViewArguments: ParsableArguments {
  @Option(parsing: .upToNextOption, help: ArgumentHelp("Two parties: the sheet of their dyad.", valueName: "party"))
  var between: [String] = []

  @Option(help: ArgumentHelp("One party, and those around it.", valueName: "party"))
  var around: String?

  @Option(help: "How many ties away from the one in the middle.")
  var hops: Int?

  @Option(help: ArgumentHelp("A view that the dossier names.", valueName: "name"))
  var view: String?

  @OptionGroup var kept: FilterArguments
  @OptionGroup var when: WhenArguments

  func validate() throws {
    if !between.isEmpty, between.count != 2 { throw ValidationError("--between takes two parties.") }
    if between.count == 2, between[0] == between[1] { throw ValidationError("--between takes two different parties.") }
    let asked = [!between.isEmpty, around != nil, view != nil].count { $0 }
    if asked > 1 { throw ValidationError("--between, --around and --view exclude each other.") }
    if hops != nil, around == nil { throw ValidationError("--hops goes with --around.") }
    if let hops, !(0...9).contains(hops) { throw ValidationError("--hops is a number from 0 to 9.") }
  }

  /// The view, as the dossier names it or as the options say.
  func resolved(in graph: KnowledgeGraph) throws -> View {
    let filter = try kept.filter(in: graph)
    if let view {
      guard var found = graph.views[View.ID(view)] else {
        throw unknown("view", view, graph.views.keys.map(\.text))
      }
      found.filter = found.filter.and(filter)
      return found
    }
    let parties = try (between + [around].compactMap { $0 }).map { try entity($0, in: graph) }
    let focus: View.Focus =
      between.count == 2
      ? .between(parties[0], parties[1]) : around != nil ? .around(parties[0], hops: hops ?? 1) : .everyone
    return View(focus, filter: filter)
  }
}

/// What a picture or an answer leaves out.
struct FilterArguments: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Keep only these kinds or types of entity, relation or event, or parties.", valueName: "word"))
  var only: [String] = []

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Leave these out, in the same words.", valueName: "word"))
  var without: [String] = []

  @Option(help: ArgumentHelp("Leave out what is nearer to nought than this, on either side.", valueName: "tone"))
  var minTone: Double = 0

  func validate() throws {
    if !(0...10).contains(minTone) { throw ValidationError("--min-tone is a number from 0 to 10.") }
  }

  func filter(in graph: KnowledgeGraph) throws -> Filter {
    let known = Set(Filter.words(in: graph))
    // An entity may go by its name here, too.
    func word(_ word: String) throws -> String {
      if known.contains(word.lowercased()) { return word }
      if let named = try? entity(word, in: graph, isQuiet: true) { return named.text }
      throw unknown("kind or party", word, known.sorted())
    }
    return Filter(only: Set(try only.map(word)), without: Set(try without.map(word)), minimumTone: minTone)
  }
}

/// The date that is asked about.
struct WhenArguments: ParsableArguments {
  @Option(help: ArgumentHelp("As of this date: 2025-05-26, 2025-05 or 2025.", valueName: "date"))
  var on: PartialDate?

  @Option(help: ArgumentHelp("In this window: 2025-03/2025-05.", valueName: "interval"))
  var during: Interval?

  @Option(help: ArgumentHelp("As it could be known on this date.", valueName: "date"))
  var known: PartialDate?

  func validate() throws {
    if on != nil, during != nil { throw ValidationError("--on and --during exclude each other.") }
  }

  /// The moment that was asked about, or else the view's own, or else the last day that the dossier tells of.
  func moment(of view: View?, in graph: KnowledgeGraph) -> Moment {
    let known = known?.days.upperBound ?? view?.known
    if let window = during?.span { return Moment(during: window, known: known) }
    if let day = on { return WhenArguments.moment(day.days, known) }
    if let days = view?.days {
      return view?.isWindow == true ? Moment(during: days, known: known) : WhenArguments.moment(days, known)
    }
    return Moment(on: graph.dates.last ?? Day(number: 0), known: known)
  }

  /// As of a day; a month or a year is a window for what stands, with all the events before it.
  private static func moment(_ days: ClosedRange<Day>, _ known: Day?) -> Moment {
    Moment(asOf: days, known: known)
  }
}

/// The entity of that id, or else of that name.
func entity(_ words: String, in graph: KnowledgeGraph, isQuiet: Bool = false) throws -> Entity.ID {
  let id = Entity.ID(words)
  if graph.entities[id] != nil { return id }
  let folded = words.lowercased()
  let named = graph.entities.values.filter { entity in
    entity.short?.lowercased() == folded || entity.names.contains { $0.text.lowercased() == folded }
  }
  if named.count == 1 { return named[0].id }
  if isQuiet { throw Ending.inputErrors }
  throw unknown("entity", words, graph.entities.keys.map(\.text))
}

func unknown(_ kind: String, _ words: String, _ known: [String]) -> ExitCode {
  let hint =
    nearest(to: words, among: known).map { ". Did you mean '\($0)'?" }
    ?? ". There are: \(known.sorted().prefix(30).joined(separator: ", "))."
  Terminal.say("error: there is no \(kind) '\(words)' in the dossier\(known.isEmpty ? "." : hint)")
  return Ending.inputErrors
}
