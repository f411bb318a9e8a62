internal import ArgumentParser
internal import DyadCore
internal import DyadEventStore
internal import DyadEvents
internal import DyadSyntax

/// `dyad events series`
struct ShowSeries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "series", abstract: "Show the counted record of a dyad, period by period, with its change points.",
    discussion: """
      The output names data set, release, rule, rule of the classes and scale. Periods with fewer than three events are \
      marked as thin. Rows of different data sets are never added.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  @OptionGroup var dyad: CountedDyadArguments

  @Flag(help: "Only events from the first party to the second.")
  var directed = false

  @Option(
    help: ArgumentHelp(
      "Whose actions are counted: state (everyone of a party), group:TTP or sector:MIL (default: state).",
      valueName: "actors"))
  var actors = ActorScope.all

  @Option(help: ArgumentHelp("The half-life of a score in days.", valueName: "days"))
  var halfLife = 180.0

  @Option(
    name: .customLong("as"), help: ArgumentHelp("The form: text, csv or json.", valueName: "form"))
  var form = Form.text

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
  var output = "-"

  func validate() throws {
    if !(halfLife > 0 && halfLife.isFinite) { throw ValidationError("--half-life is a number of days above 0.") }
  }

  func run() throws {
    let store = try dyad.source.store()
    let days = try dyad.span.days
    let (series, origin) = try series(in: store, days)
    guard series.points.count <= ShowSeries.limit else {
      throw Failure.input(
        "\(series.points.count) periods are too many; give --from and --to, or longer periods with --by")
    }
    switch form {
    case .text: try Output.write(Array(series.text(origin).utf8), to: output)
    case .csv: try Output.write(ByteSink.collected { series.writeCSV(to: $0, origin) }, to: output)
    case .json: try Output.write(ByteSink.collected { series.writeJSON(to: $0, origin) }, to: output)
    }
  }

  /// The most periods: more than two centuries of days.
  private static let limit = 100_000

  private func series(in store: EventStore, _ days: ClosedRange<Day>?) throws -> (EventSeries, SeriesOrigin) {
    let reduced = try reducedTables(in: store)
    let tables = reduced.filter { $0.head.rule == dyad.rule && $0.head.period == dyad.by }
    let names = try? EventQueryArguments.ends(dyad.parties, in: store)
    if let names {
      var query = EventQuery(between: names[0], and: names[1])
      query.dataSet = dyad.dataset
      let found = try store.dataSets(query)
      guard found.count <= 1 else {
        throw Failure.usage("the store has \(found.joined(separator: ", ")) of this dyad; give --dataset")
      }
      if let found = found.first {
        let counter = try store.series(
          of: names[0], names[1], in: found, by: dyad.by, rule: dyad.rule, isDirected: directed, scope: actors,
          halfLife: halfLife)
        return (
          counter.series(from: days?.lowerBound.written, to: days?.upperBound.written),
          SeriesOrigin(found, releases: try store.releases(of: found))
        )
      }
    }
    guard tables.count <= 1 else {
      throw Failure.usage(
        "the store has several tables with rule \(dyad.rule.rawValue) by \(dyad.by.rawValue); give --dataset")
    }
    guard let table = tables.first, actors == .all else {
      if let other = reduced.first?.head {
        throw Failure.input(
          "the store has this dyad by rule \(other.rule.rawValue) by \(other.period.rawValue), not by rule \(dyad.rule.rawValue) by \(dyad.by.rawValue)"
        )
      }
      // Both parties are known, and nothing is counted of them; or one is not.
      _ = try EventQueryArguments.ends(dyad.parties, in: store)
      throw Failure.input("the store has no events of '\(dyad.actor)' and '\(dyad.recipient)'")
    }
    let series = EventSeries(
      of: dyad.actor.uppercased(), dyad.recipient.uppercased(), in: table, isDirected: directed,
      from: days?.lowerBound.written,
      to: days?.upperBound.written)
    return (series, SeriesOrigin(table.head.dataSet))
  }

  /// The tables of other engines that have rows of the dyad.
  private func reducedTables(in store: EventStore) throws -> [DyadPeriodTable] {
    let ids = try dyad.dataset.map { [$0] } ?? store.reducedDataSets()
    return try ids.flatMap { try store.tables(of: $0, between: (dyad.actor.uppercased(), dyad.recipient.uppercased())) }
      .filter { !$0.rows.isEmpty }
  }
}

extension Day {
  /// The day, unless it is one of the distant ones, which limit nothing.
  fileprivate var written: Day? { self == .distantPast || self == .distantFuture ? nil : self }
}
