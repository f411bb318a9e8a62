internal import DyadCore

/// The graph in the model of graph databases: nodes with one label, relationships with a type, both with properties.
struct DatabaseProjection {
  /// A value of a property.
  enum Value {
    case words(String)
    case number(Double)
    case flag(Bool)
    case date(Day)
    case list([String])
  }
  typealias Properties = [(key: String, value: Value)]

  enum Label: String, CaseIterable { case source = "Source", entity = "Entity", office = "Office", event = "Event" }

  let graph: KnowledgeGraph

  func eachNode(_ take: (_ label: Label, _ id: String, _ properties: Properties) -> Void) {
    for source in graph.sourcesInOrder {
      let members = Outline.members(of: source).filter { $0.key != "content" && $0.key != "text" }
      take(
        .source, source.id.text,
        members.compactMap { key, value in
          if case .words(let words) = value { (key, .words(words)) } else { nil }
        })
    }
    Projection(graph: graph).eachNode { node in
      let label: Label = node.kind == "event" ? .event : node.kind == "office" ? .office : .entity
      var properties: Properties = [("name", .words(node.label)), ("kind", .words(node.kind))]
      if label == .entity, let entity = graph.entities[Entity.ID(node.id)] {
        let others = [entity.short].compactMap { $0 } + entity.names.dropFirst().map(\.text)
        if !others.isEmpty { properties.append(("aliases", .list(others))) }
      }
      let interval = node.interval ?? .always
      properties.append(("during", .words(interval.description)))
      let rest = node.attributes.filter { $0.key != "during" && $0.key != "on" }
      properties += rest.map { ($0.key, DatabaseProjection.value($0.value)) } + DatabaseProjection.bounds(interval)
      take(label, node.id, properties)
    }
  }

  struct Relationship {
    var role: Projection.Role
    var type: String
    var id: String
    var from: (label: Label, id: String)
    var to: (label: Label, id: String)
    var properties: Properties
  }

  func eachRelationship(_ take: (Relationship) -> Void) {
    Projection(graph: graph).eachEdge { edge in
      let ends = DatabaseProjection.ends(of: edge.role)
      var properties: Properties = [("kind", .words(edge.kind))]
      if let relation = edge.relation {
        properties += [("relation", .words(relation.id.text)), ("directed", .flag(relation.isDirected))]
        if let mediator = relation.mediator { properties.append(("relation_by", .words(mediator.text))) }
        if let note = relation.note { properties.append(("relation_note", .words(note))) }
      }
      if let number = edge.number { properties.append(("number", .number(Double(number)))) }
      if edge.role == .phase || edge.role == .holding, let interval = edge.interval {
        properties.append(("during", .words(interval.description)))
        properties += edge.attributes.filter { $0.key != "during" }.map { ($0.key, DatabaseProjection.value($0.value)) }
        properties += DatabaseProjection.bounds(interval)
      }
      if edge.role == .link { properties += edge.attributes.map { ($0.key, DatabaseProjection.value($0.value)) } }
      let own =
        ends.to == .event
        ? "\(edge.to)#\(edge.role.rawValue)\(edge.number ?? 1)" : "\(edge.from)#\(edge.role.rawValue)"
      take(
        Relationship(
          role: edge.role, type: DatabaseProjection.type(of: edge), id: edge.id ?? own, from: (ends.from, edge.from),
          to: (ends.to, edge.to),
          properties: properties))
    }
  }

  /// The labels of the two nodes of a relationship.
  static func ends(of role: Projection.Role) -> (from: Label, to: Label) {
    switch role {
    case .phase, .home: (.entity, .entity)
    case .holding: (.entity, .office)
    case .actor, .recipient, .affected: (.entity, .event)
    case .link: (.event, .event)
    case .officeOf: (.office, .entity)
    }
  }

  /// Only capital letters, digits and underscores, so that the type needs no escaping in a query.
  static func type(of edge: Projection.ProjectedEdge) -> String {
    switch edge.role {
    case .holding: return "HOLDS"
    case .actor: return "ACTS_IN"
    case .recipient: return "RECEIVES"
    case .affected: return "AFFECTED_BY"
    // Not the type of the built-in kind of relation between entities.
    case .link where edge.kind == EventLink.Kind.partOf.rawValue: return "PART_OF_EVENT"
    case .home: return "BELONGS_TO"
    case .officeOf: return "OFFICE_OF"
    case .phase, .link:
      let type = String(
        edge.kind.unicodeScalars.map { scalar -> Character in
          switch scalar {
          case "a"..."z", "A"..."Z", "0"..."9": Character(scalar)
          default: "_"
          }
        }
      ).uppercased()
      return type.first?.isNumber == true ? "KIND_\(type)" : type
    }
  }

  /// The bounds of an interval as days, so that a query needs only comparisons; 0001-01-01 and 9999-12-31 are open.
  static func bounds(_ interval: Interval) -> Properties {
    let latestStart = min(interval.starts.upperBound, interval.ends.upperBound)
    let earliestEnd = max(interval.ends.lowerBound, interval.starts.lowerBound)
    return [
      ("start_earliest", .date(clamped(interval.span.lowerBound))), ("start_latest", .date(clamped(latestStart))),
      ("end_earliest", .date(clamped(earliestEnd))), ("end_latest", .date(clamped(interval.span.upperBound))),
    ]
  }

  /// 0001-01-01 and 9999-12-31, the bounds of dates in databases.
  private static let first = Day(number: -719_162)
  private static let last = Day(number: 2_932_896)

  private static func clamped(_ day: Day) -> Day { min(max(day, first), last) }

  private static func value(_ value: Projection.Value) -> Value {
    switch value {
    case .words(let words): .words(words)
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    }
  }
}
