internal import ArgumentParser
internal import DyadCore
internal import DyadDrawing
internal import DyadReport
internal import Foundation
internal import Graphviz

/// `dyad diff`
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what differs: between two dates, between what was known on two days, or between two dossiers.",
    discussion: """
      --from and --to ask what changed in the world; --known-from and --known-to what was learned of it; both at once are \
      told apart. --against asks how another dossier, or another version of this one, differs from it: at a date, or, \
      without one, in all that is on record. Ends with 0 where nothing differs, with 1 where something does.
      """)

  @OptionGroup var source: DossierArguments
  @OptionGroup var asked: DiffArguments
  @OptionGroup var view: ViewArguments
  @OptionGroup var look: DrawingArguments

  @Option(name: .customLong("as"), help: "The form: text, markdown or json; for a picture svg, png, pdf or dot.")
  var form: DiffForm?

  @Option(
    name: .shortAndLong,
    help: "The file to write, or - for standard output; .txt, .md, .json, .svg, .png and .pdf pick the form.")
  var output = "-"

  @Option(help: "The pixels to an inch of a PNG.")
  var dpi = 300

  @OptionGroup var words: PictureWords

  @Flag(name: .shortAndLong, help: "Say nothing; the exit code tells whether something differs.")
  var quiet = false

  func validate() throws {
    try asked.validate(with: view.when)
    if form == nil, suffixForm == nil {
      throw ValidationError("Give --as, or a file that ends in .txt, .md, .json, .svg, .png or .pdf.")
    }
    if words.sidecar, output == "-" { throw ValidationError("--sidecar goes with --output.") }
    if words.describe || words.sidecar, output != "-" || form != nil, case .words? = form ?? suffixForm {
      throw ValidationError("--describe and --sidecar are of pictures; text tells itself.")
    }
    if words.describe, output == "-", form != nil {
      throw ValidationError("A picture on standard output stands there alone.")
    }
    if source.dossier == "-", asked.against == "-" { throw ValidationError("Only one dossier can be standard input.") }
  }

  private var suffixForm: DiffForm? {
    guard output != "-" else { return .words(.text) }
    let suffix = URL(fileURLWithPath: output).pathExtension.lowercased()
    let forms: [String: DiffReport.Form] = ["txt": .text, "md": .markdown, "markdown": .markdown, "json": .json]
    return forms[suffix].map(DiffForm.words) ?? Composition.suffixes[suffix].map(DiffForm.picture)
  }

  func run() async throws {
    let graph = try source.graph()
    let other = try asked.against.map { try DossierArguments.graph(of: $0, requiringSources: source.requireSources) }
    let shown = try view.resolved(in: other.map(graph.covered) ?? graph)
    let whole = asked.diffs(of: graph, against: other, view, shown)
    let focus = whole[.versions]?.renaming.renamed(shown.focus) ?? shown.focus
    for party in focus.parties where !whole.values.contains(where: { $0.either.entity(party) != nil }) {
      Terminal.say("warning: '\(party)' is not there at these dates")
    }
    let diffs = whole.mapValues { $0.focused(on: focus).filtered(by: shown.filter, keeping: focus.parties) }
    let report = DiffReport(diffs, of: focus, names: asked.against.map { (source.dossier, $0) })
    if !quiet {
      switch form ?? suffixForm! {
      case .words where words.describe: try await draw(diffs, drawn(shown, focus), nil)
      case .words(let form): try Output.write(Array(report.write(form).utf8), to: output)
      case .picture(let format):
        try await draw(diffs, drawn(shown, focus), format)
      }
    }
    if !report.isEmpty { throw Ending.inputErrors }
  }

  private func drawn(_ view: View, _ focus: View.Focus) -> View {
    var view = view
    view.focus = focus
    return view
  }

  /// What changed in the world comes before what was learned of it: one picture shows one of them.
  private func draw(_ diffs: [DiffReport.Axis: GraphDiff], _ view: View, _ format: ImageFormat?) async throws {
    let diff = (diffs[.world] ?? diffs[.versions] ?? diffs[.knowledge])!
    if diffs.count > 1 { Terminal.say("warning: the picture shows what changed in the world, not what was learned") }
    do {
      let style = look.style(of: view)
      let composition = try await Composition.fitting(look.paper) { detail in
        var style = style
        style.detail = detail
        return Drawing(diff, of: view, style: style)
      }
      if let format { try Output.write(try await composition.picture(as: format, dpi: dpi), to: output) }
      try words.write(composition.drawing, beside: output)
    } catch let error as Graph.Failure {
      throw Ending.world(error.description)
    }
  }
}

/// A diff in words, or as a picture.
enum DiffForm: ExpressibleByArgument {
  case words(DiffReport.Form)
  case picture(ImageFormat)

  init?(argument: String) {
    if let words = DiffReport.Form(rawValue: argument) {
      self = .words(words)
    } else if let format = ImageFormat(rawValue: argument) {
      self = .picture(format)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] {
    DiffReport.Form.allCases.map(\.rawValue) + ImageFormat.allCases.map(\.rawValue)
  }
}

/// What is set against what.
struct DiffArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The date before: 2025-02-01, 2025-02 or 2025.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("The date after.", valueName: "date"))
  var to: PartialDate?

  @Option(help: ArgumentHelp("As it could be known on this date …", valueName: "date"))
  var knownFrom: PartialDate?

  @Option(help: ArgumentHelp("… and on this one.", valueName: "date"))
  var knownTo: PartialDate?

  @Option(help: ArgumentHelp("Another dossier, or another version of this one.", valueName: "dossier"))
  var against: String?

  func validate(with when: WhenArguments) throws {
    if (from == nil) != (to == nil) { throw ValidationError("--from and --to go together.") }
    if (knownFrom == nil) != (knownTo == nil) { throw ValidationError("--known-from and --known-to go together.") }
    let isBetween = from != nil || knownFrom != nil
    if !isBetween, against == nil {
      throw ValidationError("Give --from and --to, --known-from and --known-to, or --against.")
    }
    if isBetween, against != nil {
      throw ValidationError("--against takes --on, --during and --known, not two dates.")
    }
    if from != nil, when.on != nil || when.during != nil {
      throw ValidationError("--from and --to exclude --on and --during.")
    }
    if knownFrom != nil, when.known != nil {
      throw ValidationError("--known-from and --known-to exclude --known.")
    }
  }

  /// What changed in the world is told as known last; what was learned, about the last date.
  func diffs(
    of graph: KnowledgeGraph, against other: KnowledgeGraph?, _ asked: ViewArguments, _ view: View
  ) -> [DiffReport.Axis: GraphDiff] {
    let known = knownTo?.days.upperBound ?? asked.when.known?.days.upperBound ?? view.known
    func snapshot(_ date: PartialDate, _ known: Day?) -> Snapshot {
      graph.snapshot(at: Moment(asOf: date.days, known: known))
    }
    if let other {
      let hasDate = asked.when.on != nil || asked.when.during != nil || view.days != nil
      let moment =
        hasDate ? asked.when.moment(of: view, in: graph) : Moment(during: Moment.ever.days, known: known)
      return [.versions: GraphDiff(from: graph.snapshot(at: moment), to: other.snapshot(at: moment))]
    }
    var diffs: [DiffReport.Axis: GraphDiff] = [:]
    if let from, let to { diffs[.world] = GraphDiff(from: snapshot(from, known), to: snapshot(to, known)) }
    if let knownFrom {
      let moment = to.map { Moment(asOf: $0.days, known: known) } ?? asked.when.moment(of: view, in: graph)
      let before = moment.known(by: knownFrom.days.upperBound)
      diffs[.knowledge] = GraphDiff(
        from: graph.snapshot(at: before), to: graph.snapshot(at: moment.known(by: known)))
    }
    return diffs
  }
}
