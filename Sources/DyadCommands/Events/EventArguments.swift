internal import ArgumentParser
internal import DyadCore
internal import DyadEventStore
internal import DyadEvents
internal import Foundation

extension Period: ExpressibleByArgument {}
extension CountingRule: ExpressibleByArgument {}
extension Engine: ExpressibleByArgument {}
extension ActorScope: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

/// The store that a command reads.
struct StoreArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The store of events.", valueName: "file"), completion: .file())
  var events = "events.sqlite"

  func store() throws -> EventStore { try EventStore(at: events, for: .reading) }
}

/// The dyad that is counted, and how.
struct CountedDyadArguments: ParsableArguments {
  @Argument(help: "One party, as code or name: PAK, Pakistan.")
  var actor: String

  @Argument(help: "The other party.")
  var recipient: String

  @OptionGroup var source: StoreArguments

  @Option(help: ArgumentHelp("The periods: day, week, month, quarter, year.", valueName: "period"))
  var by = Period.month

  @OptionGroup var span: SpanArguments

  @Option(
    help: ArgumentHelp("What counts as one event: none, story, day, mirror.", valueName: "rule"))
  var rule = CountingRule.story

  @Option(help: ArgumentHelp("The data set, if the store has several of the dyad.", valueName: "id"))
  var dataset: String?

  var parties: [String] { [actor, recipient] }
}

/// How files of event data are read.
struct EventInputArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The reader of the files (default: recognized by content).", valueName: "reader"))
  var from: String?

  @Flag(help: "Include events that are not between two states or regions.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "A table of codes that overrides what codes mean: scheme,code,means,from,until.", valueName: "file"),
    completion: .file())
  var codes: String?

  @Flag(help: "Stop at the first row that cannot be read.")
  var strict = false

  @Option(
    help: ArgumentHelp("The most rows that may be rejected, in percent of all.", valueName: "percent"))
  var maxRejects = 1.0

  @Option(
    help: ArgumentHelp("Write rejected rows to this file: file, line, reason, message, row.", valueName: "file"))
  var rejects: String?

  func validate() throws {
    try EventInputArguments.requireReader(from)
    if !(0...100).contains(maxRejects) { throw ValidationError("--max-rejects is a number from 0 to 100.") }
  }

  static func requireReader(_ name: String?) throws {
    if let name, EventReader.named(name) == nil {
      throw ValidationError(
        "Unknown reader '\(name)' for --from; expected one of \(EventReader.all.map(\.id).joined(separator: ", ")).")
    }
  }

  static func files(_ patterns: [String], from: String?, codes: String?, strict: Bool) throws -> EventFiles {
    var identity = Identity.standard
    if let codes {
      try DossierArguments.requireReadable(codes)
      identity = try identity.overridden(by: Array(FileManager.default.contents(atPath: codes) ?? Data()), from: codes)
    }
    return EventFiles(patterns, reader: from.flatMap(EventReader.named), identity: identity, isStrict: strict)
  }

  /// Reads files; progress is shown, rejected rows are written, and too many of them end the run.
  func read(_ patterns: [String], _ body: (EventRow, EventParts, EventOrigin) throws -> Void) throws -> EventReport {
    let progress = RunProgress("rows")
    var rejected = RejectedRowTable()
    let files = try EventInputArguments.files(patterns, from: from, codes: codes, strict: strict)
    let report = try files.forEachRow(
      where: all ? .all : .betweenCountries, onReject: { rejected.add($0) },
      onProgress: { now in
        let part = now.size.map { $0 == 0 ? 1 : Double(now.bytes) / Double($0) } ?? 0
        progress.step(now.rows, share: (Double(now.number - 1) + part) / Double(max(now.files, 1)))
      }, body)
    progress.end(report.rows)
    if let rejects { try Output.write(rejected.bytes, to: rejects) }
    let share = report.rows == 0 ? 0 : Double(report.rejected) * 100 / Double(report.rows)
    guard share <= maxRejects else {
      throw Failure.input(
        "\(report.rejected) of \(report.rows) rows cannot be read: \(EventInputArguments.reasons(report)); --rejects writes them to a file"
      )
    }
    return report
  }

  /// Reports what was skipped, rejected and not understood, on standard error.
  func describe(_ report: EventReport) {
    for file in report.skipped { Terminal.report("warning: '\(file)' skipped: no reader recognizes it") }
    if report.rejected > 0 {
      Terminal.report(
        "warning: \(report.rejected) of \(report.rows) rows rejected: \(EventInputArguments.reasons(report))")
    }
    guard !report.unmapped.isEmpty else { return }
    let most = report.unmapped.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10).map {
      "\($0.key.scheme) '\($0.key.code)' (\($0.value))"
    }
    let more = report.unmapped.count > 10 ? " and \(report.unmapped.count - 10) more" : ""
    Terminal.report(
      "warning: codes without a meaning: \(most.joined(separator: ", "))\(more); dyad events map lists them, and --codes gives them one"
    )
  }

  private static func reasons(_ report: EventReport) -> String {
    report.rejects.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) (\($0.value))" }.joined(separator: ", ")
  }
}

/// Rejected rows as tab-separated values.
struct RejectedRowTable {
  private(set) var bytes = Array("file\tline\treason\tmessage\trow\n".utf8)

  mutating func add(_ row: RejectedRow) {
    // The row is the last cell, so that its own tabs do no harm.
    let cells = [row.file, String(row.line), row.reason.rawValue, row.message, row.row]
    bytes += cells.joined(separator: "\t").utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 } + [0x0A]
  }
}

/// Which events of a store are meant.
struct EventQueryArguments: ParsableArguments {
  @Argument(help: "One party or two, as code or name: PAK, Pakistan; none for all events.")
  var parties: [String] = []

  @Flag(help: "Only events from the first party to the second.")
  var directed = false

  @Option(help: ArgumentHelp("Only events of this data set.", valueName: "id"))
  var dataset: String?

  @OptionGroup var span: SpanArguments

  @Option(
    help: ArgumentHelp(
      "Only events of this class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
      valueName: "number"))
  var quad: Int?

  @Option(help: ArgumentHelp("Only events whose code begins with this: 19, 190.", valueName: "code"))
  var code: String?

  func validate() throws {
    if parties.count > 2 { throw ValidationError("Give at most two parties.") }
    if let quad, QuadClass(rawValue: quad) == nil { throw ValidationError("--quad is a number from 1 to 4.") }
    if directed, parties.count < 2 { throw ValidationError("--directed requires two parties.") }
  }

  func query(in store: EventStore) throws -> EventQuery {
    var query = EventQuery()
    let ends = try EventQueryArguments.ends(parties, in: store)
    query.actor = ends.first
    query.recipient = ends.count > 1 ? ends[1] : nil
    (query.isDirected, query.dataSet, query.code) = (directed, dataset, code)
    query.quad = quad.flatMap(QuadClass.init)
    query.days = try span.days
    return query
  }

  /// The parties by their names in the store, or by the names of states.
  static func ends(_ parties: [String], in store: EventStore) throws -> [String] {
    let known = Set(try store.ends())
    return try parties.map { party in
      if known.contains(party) { return party }
      if known.contains(party.uppercased()) { return party.uppercased() }
      let state = Identity.standard.meaning(of: party, in: .name, on: Day(number: 0))?.state
      if let state, known.contains(state) { return state }
      // The store may have the state under its code, and the word may be a name.
      let names = known.compactMap { State.all[$0]?.name }
      if let near = nearest(to: party, among: names) ?? nearest(to: party, among: known) {
        throw Failure.input("unknown party '\(party)'; did you mean '\(near)'?")
      }
      let known = state.map { "'\(party)' (\($0))" } ?? "the party '\(party)'"
      throw Failure.input("the store has no events of \(known); dyad events map lists its codes")
    }
  }
}

/// A span of time.
struct SpanArguments: ParsableArguments {
  @Option(
    name: .customLong("from"), help: ArgumentHelp("From this date on: 2014-05-02, 2014-05 or 2014.", valueName: "date"))
  var first: PartialDate?

  @Option(name: .customLong("to"), help: ArgumentHelp("Until this date.", valueName: "date"))
  var last: PartialDate?

  /// The days; `nil` for all.
  var days: ClosedRange<Day>? {
    get throws {
      guard first != nil || last != nil else { return nil }
      let (start, end) = (first?.days.lowerBound ?? .distantPast, last?.days.upperBound ?? .distantFuture)
      guard start <= end else { throw Failure.usage("--from is after --to") }
      return start...end
    }
  }
}
