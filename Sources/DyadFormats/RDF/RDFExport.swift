internal import DyadCore
internal import DyadSyntax

/// Writes a graph as RDF statements, record by record and without blank nodes, in any syntax.
struct RDFExport {
  let graph: KnowledgeGraph
  let syntax: any RDFWriter

  func write() {
    syntax.begin()
    syntax.subject(RDFAddress.dossier)
    add(.type, .name(.dossierClass))
    add(.title, graph.title)
    graph.sourcesInOrder.forEach(write)
    graph.entitiesInOrder.forEach(write)
    graph.officesInOrder.forEach(write)
    graph.holdingsInOrder.forEach(write)
    kinds.forEach(write)
    for relation in graph.relationsInOrder { write(relation) }
    graph.eventsInOrder.forEach(write)
    graph.viewsInOrder.forEach(write)
    syntax.end()
  }

  /// The own kinds of the graph and those that it uses, so that the export is complete.
  private var kinds: [RelationKind] {
    let used = Set(graph.relations.values.map(\.kind)).union(graph.ownKinds.map(\.id))
    return used.sorted().compactMap { graph.kinds[$0] }
  }

  func add(_ predicate: RDFName, _ object: RDFObject) { syntax.add(predicate, object) }
  func add(_ predicate: RDFName, _ words: String?) { if let words { syntax.add(predicate, .text(words)) } }
  func add(_ predicate: RDFName, _ number: Double?) {
    guard let number else { return }
    let text = JSONWriter.text(of: number)
    syntax.add(predicate, .typed(text, text.contains("e") ? .double : .decimal))
  }
  func add(_ predicate: RDFName, _ flag: Bool) { syntax.add(predicate, .typed(flag ? "true" : "false", .boolean)) }
  func add(_ predicate: RDFName, rank: Int) { syntax.add(predicate, .typed(String(rank), .integer)) }
  func add(_ predicate: RDFName, _ date: PartialDate) { syntax.add(predicate, .typed(date.unmarkedText, date.type)) }
  func add(_ predicate: RDFName, _ day: Day) {
    if day != .distantPast, day != .distantFuture { syntax.add(predicate, .typed(day.description, .date)) }
  }
}
