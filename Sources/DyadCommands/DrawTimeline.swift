internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import Foundation
internal import Graphviz

/// `dyad timeline`
struct DrawTimeline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Draw what was between two parties in the course of time.",
    discussion: """
      Time runs down the page: the phases of their relation, the curve of its tone, and what they and others did, each with a \
      lane. Without --from and --to, all that is on record is told. Events that do not fit the paper are left out, the weakest \
      first, and counted.
      """)

  @OptionGroup var source: DossierArguments

  @Option(parsing: .upToNextOption, help: ArgumentHelp("The two parties.", valueName: "party"))
  var between: [String]

  @Option(help: ArgumentHelp("The first date: 2021-07-01, 2021-07 or 2021.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("The last date.", valueName: "date"))
  var to: PartialDate?

  @Option(help: ArgumentHelp("As it could be known on this date.", valueName: "date"))
  var known: PartialDate?

  @Flag(help: "Place events by their order, at even distances, and not by their dates.")
  var even = false

  @OptionGroup var kept: FilterArguments
  @OptionGroup var look: DrawingArguments
  @OptionGroup var file: PictureArguments

  @Option(help: "The title, in place of the names.")
  var title: String?

  func validate() throws {
    if between.count != 2 { throw ValidationError("--between takes two parties.") }
    if between[0] == between[1] { throw ValidationError("--between takes two different parties.") }
    if let from, let to, from.days.lowerBound > to.days.upperBound {
      throw ValidationError("--from is later than --to.")
    }
  }

  func run() async throws {
    let graph = try source.graph()
    let parties = try between.map { try entity($0, in: graph) }
    guard parties[0] != parties[1] else {
      throw Ending.inputs("'\(between[0])' and '\(between[1])' are the same party")
    }
    let filter = try kept.filter(in: graph)
    let all = Timeline.window(of: graph, between: parties[0], parties[1], filter: filter)
    let first = from?.days.lowerBound ?? min(all.lowerBound, to?.days.lowerBound ?? all.lowerBound)
    let last = to?.days.upperBound ?? max(all.upperBound, from?.days.upperBound ?? all.upperBound)
    let timeline = Timeline(
      graph, between: parties[0], parties[1], in: first...last, known: known?.days.upperBound, filter: filter,
      title: title, options: look.options(), isEven: even)
    do {
      let composition = try await Composition.fitting(
        look.paper, style: look.style(of: View(.between(parties[0], parties[1]))), timeline: timeline)
      let measure = composition.content.layout.timeline?.measure ?? timeline.everything
      let plan = TimelinePlan(
        graph: graph, timeline: timeline, measure: measure, filter: filter, title: title, language: look.lang)
      let finish = Finish(recipe: plan.recipe(of: composition.content))
      try await file.write(composition, finish)
      try await Draw.warn(of: composition, advice: "--min-tone 5, --from and --to.")
    } catch let error as GraphvizError {
      throw Ending.world(error.description)
    }
  }
}

/// A timeline of a command line, in words that ask for it again.
struct TimelinePlan {
  let graph: KnowledgeGraph
  let timeline: Timeline
  let measure: Timeline.Measure
  let filter: Filter
  let title: String?
  let language: String?
}

extension TimelinePlan {
  var content: Content { timeline.content(measure) }

  func recipe(of content: Content) -> Recipe {
    var words = Plan.words(filter)
    words["timeline"] = timeline.parties.map(\.text).joined(separator: " ")
    words["during"] = "\(timeline.window.lowerBound)/\(timeline.window.upperBound)"
    (words["known"], words["lang"], words["title"]) = (timeline.known?.description, language, title)
    words["rows"] = "\(measure.rows)"
    words["thirds"] = "\(measure.thirds)"
    if measure.isRolledUp { words["rolled-up"] = "yes" }
    return Recipe(
      graph, content, view: words,
      versions: ["dyad": Dyad.configuration.version, "graphviz": graphvizVersion])
  }

  /// What a recipe says was drawn, drawn from this graph; `nil` where it is of another picture.
  init?(_ words: [String: String], in graph: KnowledgeGraph) {
    guard let parties = words["timeline"]?.split(separator: " ").map({ Entity.ID(String($0)) }), parties.count == 2,
      let window = words["during"].flatMap({ Interval($0) })?.span, let rows = words["rows"].flatMap({ Int($0) }),
      let thirds = words["thirds"].flatMap({ Int($0) }), rows >= 0, thirds >= 0
    else { return nil }
    let lexicon = words["lang"].map { Lexicon.named($0) ?? Lexicon.english.naming(in: $0) } ?? .english
    (self.graph, filter, title, language) = (graph, Plan.filter(words), words["title"], words["lang"])
    timeline = Timeline(
      graph, between: parties[0], parties[1], in: window, known: words["known"].flatMap { Day($0) }, filter: filter,
      title: title, options: ContentOptions(lexicon: lexicon))
    measure = Timeline.Measure(rows: rows, isRolledUp: words["rolled-up"] != nil, thirds: thirds)
  }
}
