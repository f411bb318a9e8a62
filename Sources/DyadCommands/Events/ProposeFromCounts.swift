internal import ArgumentParser
internal import DyadCore
internal import DyadEditing
internal import DyadEventStore
internal import DyadEvents
internal import DyadFormats

/// `dyad events propose`
struct ProposeFromCounts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Propose claims from the counted record of a dyad, as drafts.",
    discussion: """
      A phase for each segment between change points, and an event for each of the busiest days. Each cites the rows behind it and is \
      attributed to its data set. With --against, the drafts join those of a dossier, where 'dyad accept' and 'dyad reject' decide on them.

        dyad events propose Pakistan Afghanistan -o drafts.yaml
        dyad events propose PAK AFG --by quarter --against ferry --dry-run
      """)

  @OptionGroup var dyad: CountedDyadArguments

  @Option(help: ArgumentHelp("The most days that become events.", valueName: "number"))
  var days = 5

  @Option(
    help: ArgumentHelp(
      "The dossier whose drafts they become, a YAML file or a folder; its ids of parties and sources are used.",
      valueName: "dossier"), completion: .file())
  var against: String?

  @Flag(help: "With --against, print the changes as a unified diff, and write nothing.")
  var dryRun = false

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    if days < 0 { throw ValidationError("--days is a number from 0.") }
    if dryRun, against == nil { throw ValidationError("--dry-run requires --against.") }
    if output != nil, against != nil { throw ValidationError("Give --against or --output, not both.") }
  }

  func run() throws {
    let record = try record()
    guard let against else {
      let graph = record.graph(KnowledgeGraph.linking([]).value, most: days)
      return try Output.write(Format.named("dossier")?.bytes(of: graph) ?? [], to: output ?? "-")
    }
    try DossierArguments.requireReadable(against)
    var difference: String?
    try EditArguments.reporting { () throws(EditError) in
      var editor = try DossierEditor(reading: against)
      let known = editor.dossiers.then { KnowledgeGraph.linking($0, includingDrafts: true) }.value
      let graph = record.graph(known, most: days)
      let added = try editor.addDrafts(in: Format.named("dossier")?.bytes(of: graph) ?? [])
      if !dryRun { try editor.save() } else if editor.isChanged { difference = editor.diff }
      added.forEach { Terminal.report("draft '\($0)'") }
      Terminal.report("\(added.count) draft\(added.count == 1 ? "" : "s") added")
    }
    if let difference { try Terminal.result(Array(difference.utf8)) }
  }

  /// The record of the dyad in the one data set that has it.
  private func record() throws -> CountedRecord {
    let store = try dyad.source.store()
    let ends = try EventQueryArguments.ends(dyad.parties, in: store)
    guard ends[0] != ends[1] else { throw Failure.usage("give two different parties") }
    var query = EventQuery(between: ends[0], and: ends[1])
    query.dataSet = dyad.dataset
    let found = try store.dataSets(query)
    guard let id = found.first else {
      throw Failure.input("the store has no events of '\(dyad.actor)' and '\(dyad.recipient)'")
    }
    guard found.count == 1 else {
      throw Failure.usage("the store has \(found.joined(separator: ", ")) of this dyad; give --dataset")
    }
    var counter = EventSeries.Counter(of: ends[0], ends[1], by: dyad.by, rule: dyad.rule)
    for (day, rows) in try store.volume(of: id) { counter.addVolume(rows, on: day) }
    var events: [CodedEvent] = []
    try store.forEach(query) { stored in
      counter.add(stored.event)
      events.append(stored.event)
      return true
    }
    let window = try dyad.span.days
    let first = window.flatMap { $0.lowerBound == .distantPast ? nil : $0.lowerBound }
    let last = window.flatMap { $0.upperBound == .distantFuture ? nil : $0.upperBound }
    return CountedRecord(
      series: counter.series(from: first, to: last), events: events,
      origin: SeriesOrigin(id, releases: try store.releases(of: id)))
  }
}

/// The counted record of a dyad with its rows.
private struct CountedRecord {
  let series: EventSeries
  let events: [CodedEvent]
  let origin: SeriesOrigin

  /// A graph of drafts, in which parties and source have the ids that the other graph has for them.
  func graph(_ known: KnowledgeGraph, most: Int) -> KnowledgeGraph {
    let source = source(in: known)
    let parties = parties(in: known, source.id)
    let release = origin.releases.compactMap { PartialDate($0) }.max { $0.days.lowerBound < $1.days.lowerBound }
    let names = CountedClaims.Names(
      parties: parties, source: source.id, known: release.flatMap { Interval(from: .date($0), to: .open) })
    let claims = CountedClaims(of: events, in: series, origin, naming: names)
    var dossier = Dossier()
    dossier.sources = [Located(source)]
    dossier.entities = parties.values.sorted { $0.id < $1.id }.map { party in
      // What the other graph knows of it is not repeated.
      let isKnown = known.entities[party.id] != nil
      return Located(isKnown ? Entity(party.id, party.kind, name: party.shortName) : party)
    }
    let relation = claims.relation
    if !relation.phases.isEmpty { dossier.relations = [Located(relation)] }
    dossier.events = claims.events(most: most).map { Located($0) }
    return KnowledgeGraph.linking([dossier], includingDrafts: true).value
  }

  /// The source of a table of counts of the data set, or else the source of its id, or else a new one.
  private func source(in known: KnowledgeGraph) -> Source {
    let table = tables(in: known).first
    if let source = table.flatMap({ known.sources[$0.source] }) ?? known.sources[Source.ID(origin.dataSet)] {
      return source
    }
    let release = origin.releases.compactMap { PartialDate($0) }.first
    return Source(
      Source.ID(origin.dataSet), title: origin.title, kind: .dataset, published: release,
      note: EventDataSet.named(origin.dataSet).map { "Cite as: \($0.citation)" })
  }

  private func tables(in known: KnowledgeGraph) -> [CountTable] {
    known.countTables.values.filter { $0.contents?.dataSet == origin.dataSet }.sorted { $0.id < $1.id }
  }

  private func parties(in known: KnowledgeGraph, _ source: Source.ID) -> [String: Entity] {
    let codes = [series.actor, series.recipient]
    let given = tables(in: known).reduce(into: [:]) { ends, table in ends.merge(table.ends) { first, _ in first } }
    let ends = known.ends(
      of: Dictionary(uniqueKeysWithValues: codes.map { ($0, State.registers(of: $0)) }), besides: given)
    return Dictionary(
      uniqueKeysWithValues: codes.map { code in
        if let entity = ends[code].flatMap({ known.entities[$0] }) { return (code, entity) }
        var evidence = Evidence([Citation(of: source)])
        evidence.isDraft = true
        let party = Entity(ofParty: code, evidence: evidence)
        return (code, known.entities[party.id] ?? party)
      })
  }
}
