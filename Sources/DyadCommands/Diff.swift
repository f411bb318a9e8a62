internal import ArgumentParser
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadReport
internal import Foundation
internal import Graphviz

/// `dyad diff`
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two dates, two states of knowledge, or two dossiers.",
    discussion: """
      --from and --to show what changed in the world; --known-from and --known-to what was learned; given together, they are \
      listed apart. --against compares another dossier, or another version of this one: at a date, or, without one, in \
      everything on record. The exit code is 0 if nothing differs and 1 if something does.
      """)

  @OptionGroup var source: DossierArguments
  @OptionGroup var asked: DiffArguments
  @OptionGroup var view: ViewArguments
  @OptionGroup var when: WhenArguments
  @OptionGroup var matrix: MatrixArguments
  @OptionGroup var counted: CountArguments
  @OptionGroup var style: StyleArguments

  @Option(name: .customLong("as"), help: ArgumentHelp("The form, overriding the suffix.", valueName: "form"))
  var form: DiffForm?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, or - for standard output; .txt, .md, .json, .svg, .png and .pdf select the form.",
      valueName: "file"))
  var output = "-"

  @Option(help: ArgumentHelp("The resolution of a PNG, in pixels per inch.", valueName: "number"))
  var dpi = 300

  @OptionGroup var text: TextArguments
  @OptionGroup var isolation: IsolationArguments

  @Flag(help: "List also what differs in certainty alone, after the changes.")
  var certainty = false

  @Flag(name: .shortAndLong, help: "Write nothing; the exit code shows whether something differs.")
  var quiet = false

  private var options: PictureOptions {
    PictureOptions { options in
      view.fill(&options)
      when.fill(&options)
      matrix.fill(&options)
      counted.fill(&options)
      style.fill(&options)
      asked.fill(&options)
      options.resolution = dpi
    }
  }

  func validate() throws {
    try options.validate(for: .diff)
    try asked.validate()
    if form == nil, suffixForm == nil {
      throw ValidationError("Give --as, or a file that ends in .txt, .md, .json, .svg, .png or .pdf.")
    }
    if text.sidecar, output == "-" { throw ValidationError("--sidecar requires --output.") }
    if text.describe || text.sidecar, output != "-" || form != nil, case .text? = form ?? suffixForm {
      throw ValidationError("--describe and --sidecar require a picture.")
    }
    if text.describe, output == "-", form != nil {
      throw ValidationError("A picture on standard output excludes --describe and --sidecar.")
    }
    if source.dossier == "-", asked.against == "-" { throw ValidationError("Only one dossier can be standard input.") }
  }

  private var suffixForm: DiffForm? {
    guard output != "-" else { return .text(.text) }
    let suffix = URL(fileURLWithPath: output).pathExtension.lowercased()
    let forms: [String: DiffReport.Form] = ["txt": .text, "md": .markdown, "markdown": .markdown, "json": .json]
    return forms[suffix].map(DiffForm.text) ?? Composition.suffixes[suffix].map(DiffForm.picture)
  }

  func run() async throws {
    isolation.apply()
    let graph = try source.graph()
    let other = try asked.against.map {
      try DossierArguments.graph(of: $0, requiringSources: source.requireSources, includingDrafts: source.drafts)
    }
    let shown = try options.view(in: other.map(graph.covered) ?? graph)
    let requests = options.comparisons(of: shown, in: graph, againstAnother: other != nil)
      .mapValues { options.request(shown, $0) }
    let parts = try requests.mapValues { try $0.comparison(of: graph, against: other) }
    let focus = parts[.versions]?.focus ?? shown.focus
    for party in focus.parties where !parts.values.contains(where: { $0.diff.either.entity(party) != nil }) {
      Terminal.report("warning: \(PictureWarning.absent(party))")
    }
    let report = DiffReport(
      parts.mapValues(\.diff), of: focus, names: asked.against.map { (source.dossier, $0) })
    if !quiet { try await write(report, requests, graph, other) }
    if !report.isEmpty { throw Failure.inputErrors }
  }

  private func write(
    _ report: DiffReport, _ requests: [DiffReport.Axis: PictureRequest], _ graph: KnowledgeGraph,
    _ other: KnowledgeGraph?
  ) async throws {
    if case .text(let form)? = form ?? suffixForm, !text.describe {
      return try Output.write(Array(report.write(form, listingCertainty: certainty).utf8), to: output)
    }
    // One picture shows one kind of difference.
    guard let request = requests[.world] ?? requests[.versions] ?? requests[.knowledge] else { return }
    if requests.count > 1 {
      Terminal.report("warning: the picture shows what changed in the world, not what was learned")
    }
    let picture = try await request.picture(of: graph, against: other)
    if case .picture(let format)? = form ?? suffixForm {
      try Output.write(try await picture.rendering(as: format).bytes, to: output)
    }
    try text.write(picture.alternative, beside: output)
  }
}

/// The form of a diff: text, or a picture.
enum DiffForm: ExpressibleByArgument {
  case text(DiffReport.Form)
  case picture(ImageFormat)

  init?(argument: String) {
    if let text = DiffReport.Form(rawValue: argument) {
      self = .text(text)
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

/// The two sides of a comparison.
struct DiffArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The date before: 2025-02-01, 2025-02 or 2025.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("The date after.", valueName: "date"))
  var to: PartialDate?

  @Option(help: ArgumentHelp("The earlier of two states of knowledge: as known on this date.", valueName: "date"))
  var knownFrom: PartialDate?

  @Option(help: ArgumentHelp("The later of two states of knowledge.", valueName: "date"))
  var knownTo: PartialDate?

  @Option(help: ArgumentHelp("Another dossier, or another version of this one.", valueName: "dossier"))
  var against: String?

  func fill(_ options: inout PictureOptions) {
    (options.from, options.to, options.knownFrom, options.knownTo) = (from, to, knownFrom, knownTo)
  }

  func validate() throws {
    let isBetween = from != nil || knownFrom != nil
    if !isBetween, against == nil {
      throw ValidationError("Give --from and --to, --known-from and --known-to, or --against.")
    }
    if isBetween, against != nil {
      throw ValidationError("--against takes --on, --during and --known, not two dates.")
    }
  }
}
