internal import DyadCore
internal import DyadSyntax

/// The graph in the model of graph tools: nodes with attributes, and edges between two of them.
///
/// A node is an entity, an office or an event; an edge is a phase of a relation, a holding, a part in an event, a link
/// between events, or a membership. The attributes are the keys of the dossier; composed values are written as JSON.
/// Records that are neither nodes nor edges form the frame.
struct Projection {
  enum Value {
    case words(String)
    case number(Double)
    case flag(Bool)
  }
  typealias Attributes = [(key: String, value: Value)]

  struct ProjectedNode {
    var id: String
    var label: String
    /// `state`, `group`, … , `office` or `event`.
    var kind: String
    var attributes: Attributes
    var interval: Interval?
  }

  /// The role of an edge.
  enum Role: String, CaseIterable {
    case phase, holding, actor, recipient, affected, link, home
    case officeOf = "office-of"
  }

  struct ProjectedEdge {
    var role: Role
    /// The id of the claim, if the edge is a claim.
    var id: String?
    var from, to: String
    /// The kind of the relation or of the link, or the role.
    var kind: String
    var label: String
    var isSymmetric = false
    /// The number among the parts of its record, from 1.
    var number: Int?
    var relation: Relation?
    var attributes: Attributes = []
    /// The relation in the dossier.
    var fields: Outline.Members = []
    var interval: Interval?
    var tone: Tone?

    /// The strength of an edge; some tools drop an edge with a weight of 0.
    var weight: Double { tone.map { max(abs($0.value) / 10, 0.001) } ?? 1 }
  }

  let graph: KnowledgeGraph

  func eachNode(_ take: (ProjectedNode) -> Void) {
    let contents = Outline.Contents(graph, listing: false)
    for entity in graph.entitiesInOrder {
      let members = Outline.members(of: entity, in: contents).filter { !["name", "of", "serves"].contains($0.key) }
      take(
        ProjectedNode(
          id: entity.id.text, label: entity.names[0].text, kind: entity.kind.rawValue,
          attributes: Projection.attributes(members), interval: entity.during))
    }
    for office in graph.officesInOrder {
      let members = Outline.members(of: office).filter { $0.key != "title" && $0.key != "of" }
      take(
        ProjectedNode(
          id: office.id.text, label: office.title, kind: "office", attributes: Projection.attributes(members),
          interval: office.during))
    }
    for event in graph.eventsInOrder {
      let members = Outline.members(of: event).filter { !Projection.eventEnds.contains($0.key) }
      let described = Projection.described.compactMap { attribute, key -> (key: String, value: Value)? in
        let all = key == "actors" ? event.describedActors : event.describedRecipients
        return all.isEmpty ? nil : (attribute, .words(JSONWriter.text { $0.element(Outline.described(all)) }))
      }
      take(
        ProjectedNode(
          id: event.id.text, label: event.what, kind: "event",
          attributes: Projection.attributes(members, tone: event.tone, default: event.type.tone) + described,
          interval: event.within))
    }
  }

  /// - Parameter inOrderOfEnds: whether holdings of the same official and office are adjacent.
  func eachEdge(inOrderOfEnds: Bool = false, _ take: (ProjectedEdge) -> Void) {
    for relation in graph.relationsInOrder {
      let kind = graph.kind(of: relation)
      for (index, phase) in relation.phases.enumerated() {
        let tone = phase.tone ?? kind.tone
        let members = Outline.members(of: phase)
        take(
          ProjectedEdge(
            role: .phase, id: phase.id.text, from: relation.from.text, to: relation.to.text, kind: relation.kind.text,
            label: phase.reads ?? relation.kind.text, isSymmetric: !relation.isDirected, number: index + 1,
            relation: relation,
            attributes: Projection.attributes(members, tone: tone, default: kind.tone), fields: members,
            interval: phase.during, tone: tone))
      }
    }
    let holdings = graph.holdingsInOrder
    let inOrder =
      inOrderOfEnds ? holdings.sorted { ($0.official, $0.office, $0.id) < ($1.official, $1.office, $1.id) } : holdings
    for holding in inOrder {
      let members = Outline.members(of: holding).filter { $0.key != "official" && $0.key != "office" }
      take(
        ProjectedEdge(
          role: .holding, id: holding.id.text, from: holding.official.text, to: holding.office.text, kind: "holds",
          label: "holds", attributes: Projection.attributes(members), fields: members, interval: holding.during))
    }
    for event in graph.eventsInOrder {
      for (role, parties) in [(Role.actor, event.actors), (.recipient, event.recipients), (.affected, event.affects)] {
        for (index, party) in parties.enumerated() {
          take(
            ProjectedEdge(
              role: role, from: party.text, to: event.id.text, kind: role.rawValue, label: role.rawValue,
              number: index + 1, interval: event.within,
              tone: role == .affected ? event.effect ?? event.tone : event.tone))
        }
      }
      for (index, link) in event.links.enumerated() {
        let members = Outline.members(of: link).filter { $0.key != link.kind.rawValue }
        take(
          ProjectedEdge(
            role: .link, id: link.id.text, from: event.id.text, to: link.target.text, kind: link.kind.rawValue,
            label: link.kind.rawValue.replacing("-", with: " "), number: index + 1,
            attributes: Projection.attributes(members), fields: members))
      }
    }
    for entity in graph.entitiesInOrder {
      guard let home = entity.home else { continue }
      take(ProjectedEdge(role: .home, from: entity.id.text, to: home.text, kind: "belongs-to", label: "belongs to"))
    }
    for office in graph.officesInOrder {
      take(
        ProjectedEdge(role: .officeOf, from: office.id.text, to: office.of.text, kind: "office-of", label: "office of"))
    }
  }

  /// The evidence for the claim that an edge is; `nil` for an edge that is none.
  func evidence(of edge: ProjectedEdge) -> Evidence? {
    switch edge.role {
    case .phase: edge.relation?.phases.first { $0.id.text == edge.id }?.evidence
    case .holding: edge.id.flatMap { graph.holdings[Holding.ID($0)]?.evidence }
    case .link: graph.events[Event.ID(edge.from)]?.links.first { $0.id.text == edge.id }?.evidence
    case .actor, .recipient, .affected, .home, .officeOf: nil
    }
  }

  /// Sources, kinds, views, reviews and relations without phases, which are neither nodes nor edges, as a dossier in JSON.
  var frame: String {
    let contents = Outline.Contents(graph)
    return JSONWriter.text { json in
      json.object { frame in
        frame.member("dossier", graph.title)
        for section in Outline.sections
        where ["sources", "kinds", "relations", "views", "reviews"].contains(section.name) {
          frame.member(
            section.name,
            object: { entries in
              let isRelation = section.name == "relations"
              section.each(
                in: contents, where: { !isRelation || graph.relations[Relation.ID($0)]?.phases.isEmpty != false }
              ) { id, members in
                entries.member(id, .mapping(members.filter { $0.key != "content" && $0.key != "text" }))
              }
            })
        }
      }
    }
  }

  /// `tone` is the resulting tone; `default_tone` marks a default.
  private static func attributes(
    _ members: Outline.Members, tone: Tone? = nil, default standard: Tone? = nil
  ) -> Attributes {
    let isOwn = members.contains { $0.key == "tone" }
    var attributes: Attributes = members.filter { $0.key != "tone" }.map { key, outline in
      switch outline {
      case .words(let words) where !Projection.inJSON.contains(key): (key, .words(words))
      case .number(let number): (key, .number(number))
      case .flag(let flag): (key, .flag(flag))
      default: (key, .words(JSONWriter.text { $0.element(outline) }))
      }
    }
    if let tone { attributes.append(("tone", .number(tone.value))) }
    if let standard, !isOwn { attributes.append(("default_tone", .number(standard.value))) }
    return attributes
  }

  enum KeyType: String { case string, double, boolean, int }
}

extension Projection.Value {
  var text: String {
    switch self {
    case .words(let words): words
    case .number(let number): JSONWriter.text(of: number)
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

extension JSONWriter {
  func member(_ key: String, _ value: Projection.Value) {
    switch value {
    case .words(let words): member(key, words)
    case .number(let number): member(key, number)
    case .flag(let flag): member(key, flag)
    }
  }

  func element(_ outline: Outline) { self.outline(outline) }
}

extension Interval {
  /// The bound as a date; `nil` for an open or unknown one.
  var startText: String? { startDate == nil ? nil : start.description }
  var endText: String? { endDate == nil ? nil : end.description }
}
