internal import DyadAssistance
internal import DyadContent
internal import DyadCore
internal import DyadDrawing
internal import DyadFormats
internal import Graphviz

/// The tools of `dyad mcp`.
struct ContextTools {
  let text: ServedText

  init(_ text: ServedText) { self.text = text }

  var all: [ContextTool] { [check, show, search, quote, draw, diff, propose].map(ContextTools.reporting) }

  /// The tool with the messages of failures in place of their Swift types.
  private static func reporting(_ tool: ContextTool) -> ContextTool {
    tool.mappingErrors { error in Failure(error).map { ToolFailure($0.message) } ?? error }
  }

  private static let names = ToolParameter(
    "names", .texts(0...2), "One id or name for an entity or a claim, two for a dyad; none for the whole dossier.")

  // MARK: Texts

  private var check: ContextTool {
    ContextTool(
      "check", "Check the dossier",
      "Validate the dossier and look its quotes up in the source texts. Lists errors and warnings with file, line and column.",
      [ToolParameter("lint", .flag, "Also warn of what is valid and surprising.")]
    ) { arguments in
      let reading = await text.reading()
      let linted =
        arguments.flag("lint")
        ? KnowledgeGraph.linking(reading.dossiers, linting: true).diagnostics.filter { $0.severity == .warning } : []
      let known = Set(reading.findings)
      let findings = (reading.findings + linted.filter { !known.contains($0) }).sortedByPlace()
      let errors = findings.count { $0.severity == .error }
      let head = "\(reading.graph.summary); \(errors) errors, \(findings.count - errors) warnings"
      return [.text(([head] + findings.map(\.description)).joined(separator: "\n"))]
    }
  }

  private var show: ContextTool {
    ContextTool(
      "show", "Show claims",
      "Show a dossier, an entity, a dyad (two entities) or a claim as text, with dates, quotes and sources, as of a date.",
      [ContextTools.names] + ContextTools.when
    ) { arguments in
      let graph = try await text.graph()
      let options = try ContextTools.options(arguments)
      let words = SnapshotText(graph.snapshot(at: options.moment(of: nil, in: graph)))
      let names = arguments.texts("names")
      switch names.count {
      case 0: return [.text(words.dossier)]
      case 1:
        if let claim = words.claim(names[0]) { return [.text(claim)] }
        return [.text(words.entity(try graph.entity(named: names[0])))]
      default:
        return [.text(words.dyad(try graph.entity(named: names[0]), try graph.entity(named: names[1])))]
      }
    }
  }

  private var search: ContextTool {
    ContextTool(
      "search", "Search claims, names and sources",
      "Find claims, entities and sentences of the source texts that contain all of the words. Gives ids for the other tools.",
      [
        ToolParameter("words", .text, isRequired: true, "The words, or their beginnings."),
        ToolParameter("limit", .integer(1...200), "The most results of each kind (default: 20)."),
      ]
    ) { arguments in
      let reading = await text.reading()
      let words = arguments.text("words") ?? ""
      let limit = arguments.integer("limit") ?? 20
      let found = ClaimSearch(reading.graph).matches(words)
      let sentences = PassageSearch(reading.graph).sentences(with: words, limit: limit + 1)
      var parts: [String] = []
      for (title, lines) in [
        ("Entities", found.entities.map { "\($0.id): \($0.words)" }),
        ("Claims", found.claims.map { "\($0.id): \($0.words)" }),
        ("Source texts", sentences.map { "[\($0.source)] \($0.text)" }),
      ] where !lines.isEmpty {
        let more = lines.count > limit ? ["… and more; add words or raise 'limit'"] : []
        parts.append(([title] + lines.prefix(limit).map { "- \($0)" } + more).joined(separator: "\n"))
      }
      return [.text(parts.isEmpty ? "nothing contains all of these words" : parts.joined(separator: "\n\n"))]
    }
  }

  private var quote: ContextTool {
    ContextTool(
      "quote", "Find exact quotes",
      """
      Find passages of the source texts, word for word, that begin with these words or contain all of them. Only such passages can be \
      quoted in a dossier. Each comes with its source and the claims that quote it already.
      """,
      [
        ToolParameter("words", .text, isRequired: true, "Words of the passage."),
        ToolParameter("source", .text, "The id of the source (default: all)."),
        ToolParameter("limit", .integer(1...100), "The most passages (default: 10)."),
      ]
    ) { arguments in
      let graph = await text.reading().graph
      let source = try arguments.text("source").map { id throws -> Source.ID in
        guard graph.sources[Source.ID(id)] != nil else {
          throw Failure.unknown("source", id, graph.sources.keys.map(\.text))
        }
        return Source.ID(id)
      }
      let words = arguments.text("words") ?? ""
      let passages = PassageSearch(graph).passages(
        completing: words, in: source, limit: arguments.integer("limit") ?? 10)
      guard !passages.isEmpty else { return [.text("no passage contains all of these words")] }
      let lines = passages.map { passage in
        let claims = graph.citations.filter { cited in
          cited.citation.source == passage.source
            && cited.citation.quote.map { passage.sentence.contains($0) || $0.contains(passage.text) } == true
        }.map(\.claim)
        let quoted = claims.isEmpty ? "" : "\n  quoted by: \(Set(claims).sorted().joined(separator: ", "))"
        return "[\(passage.source)] \(passage.text)\(quoted)"
      }
      return [.text(lines.joined(separator: "\n"))]
    }
  }
}

// MARK: Pictures

extension ContextTools {
  private static let when = [
    ToolParameter("on", .text, "As of this date: 2025-05-26, 2025-05 or 2025 (default: the last date of the dossier)."),
    ToolParameter("during", .text, "In this period: 2025-03/2025-05."),
    ToolParameter("known", .text, "As known on this date."),
  ]
  private static let parties = [
    ToolParameter("between", .texts(2...2), "Two parties, by id or name."),
    ToolParameter("around", .text, "One party and those around it."),
    ToolParameter("view", .text, "A view that the dossier declares."),
  ]

  private var draw: ContextTool {
    ContextTool(
      "draw", "Draw a picture",
      "Draw the relations at a date as a PNG, with the same content as text. Without parties, the whole dossier.",
      ContextTools.parties + ContextTools.when + [
        ToolParameter("language", .choice(Lexicon.all.map(\.language)), "The language of the picture (default: en)."),
        ToolParameter("theme", .choice(["light", "dark", "print"]), "The colours (default: light)."),
        ToolParameter("matrix", .flag, "Draw the parties as rows and columns of a table."),
        ToolParameter("dpi", .integer(36...300), "The resolution, in pixels per inch (default: 110)."),
      ]
    ) { arguments in
      let graph = try await text.graph()
      var options = try ContextTools.options(arguments)
      (options.language, options.theme) = (arguments.text("language"), arguments.text("theme"))
      options.isMatrix = arguments.flag("matrix")
      options.resolution = arguments.integer("dpi") ?? 110
      try ContextTools.validate(options, for: .picture)
      let picture = try await options.request(for: .picture, in: graph).picture(of: graph)
      let rendering = try await picture.rendering(as: .png)
      let warnings = rendering.warnings.map { "warning: \($0)" }
      return [
        .image(rendering.bytes, type: "image/png"),
        .text(([rendering.alternative] + warnings).joined(separator: "\n")),
      ]
    }
  }

  private var diff: ContextTool {
    ContextTool(
      "diff", "Compare two dates",
      "List what changed in the world between two dates (from, to), or what was learned between two (known_from, known_to).",
      ContextTools.parties + [
        ToolParameter("from", .text, "The date before."), ToolParameter("to", .text, "The date after."),
        ToolParameter("known_from", .text, "The earlier of two states of knowledge: as known on this date."),
        ToolParameter("known_to", .text, "The later of two states of knowledge."),
      ]
    ) { arguments in
      let graph = try await text.graph()
      var options = try ContextTools.options(arguments)
      (options.from, options.to) = (try ContextTools.date("from", arguments), try ContextTools.date("to", arguments))
      options.knownFrom = try ContextTools.date("known_from", arguments)
      options.knownTo = try ContextTools.date("known_to", arguments)
      guard options.from != nil || options.knownFrom != nil else {
        throw ToolFailure("give 'from' and 'to', or 'known_from' and 'known_to'")
      }
      try ContextTools.validate(options, for: .diff)
      let view = try options.view(in: graph)
      let parts = try options.comparisons(of: view, in: graph, againstAnother: false).mapValues { kind in
        try options.request(view, kind).comparison(of: graph, against: nil).diff
      }
      return [.text(DiffReport(parts, of: view.focus, names: nil).write(.text, listingCertainty: true))]
    }
  }

  // MARK: Options

  private static func options(_ arguments: ToolArguments) throws -> PictureOptions {
    var options = PictureOptions()
    options.between = arguments.texts("between")
    (options.around, options.view) = (arguments.text("around"), arguments.text("view"))
    (options.on, options.known) = (try date("on", arguments), try date("known", arguments))
    options.during = try arguments.text("during").map { text throws -> Interval in
      guard let interval = Interval(text) else { throw ToolFailure(notDate(text, "interval", isInterval: true)) }
      return interval
    }
    return options
  }

  private static func validate(_ options: PictureOptions, for form: PictureOptions.Form) throws {
    let name = { (option: String) in "'\(option.replacing("-", with: "_"))'" }
    if let contradiction = options.contradiction(for: form, name) { throw ToolFailure(contradiction) }
  }

  private static func date(_ name: String, _ arguments: ToolArguments) throws -> PartialDate? {
    guard let text = arguments.text(name) else { return nil }
    guard let date = PartialDate(text) else { throw ToolFailure(notDate(text, "date", isInterval: false)) }
    return date
  }

  private static func notDate(_ text: String, _ what: String, isInterval: Bool) -> String {
    let readings = DateSpelling.readings(of: text, isInterval: isInterval)
    let hint = readings.isEmpty ? "write 2025, 2025-04 or 2025-04-19" : "write \(readings.joined(separator: " or "))"
    return "\(UnsupportedNotation.refusal(of: text, as: what)); \(hint)"
  }
}
