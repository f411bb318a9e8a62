internal import DyadCore

extension DossierWalk {
  func kind(_ id: String, _ fields: Fields) {
    let sentence = fields.needed("sentence", of: "a kind")
    let tone = fields.tone("tone") ?? .neutral
    let (isDirected, isAffiliation) = (fields.flag("directed") ?? false, fields.flag("affiliation") ?? false)
    if let sentence, !sentence.contains("{from}") || !sentence.contains("{to}") {
      reading.find(.badWord, "a sentence names {from} and {to}", at: fields.node("sentence")!)
    } else if let sentence {
      let kind = RelationKind(
        RelationKind.ID(id), sentence, tone: tone, isDirected: isDirected, isAffiliation: isAffiliation)
      dossier.kinds.append(located(kind, fields))
    }
  }

  func relation(_ id: String, _ fields: Fields) {
    let kind = fields.needed("kind", of: "a relation")
    if kind != nil { reading.places["kind"] = reading.place(of: fields.node("kind")!) }
    let ends = ends(fields)
    let phases = phases(of: id, fields)
    let (note, was) = (fields.words("note"), fields.words("was"))
    guard let kind, let ends else { return }
    let relation = Relation(
      Relation.ID(id), RelationKind.ID(kind), from: ends.from, to: ends.to, isDirected: ends.isDirected,
      phases: phases, note: note, was: was.map { Relation.ID($0) })
    dossier.relations.append(located(relation, fields))
  }

  private func ends(_ fields: Fields) -> (from: Entity.ID, to: Entity.ID, isDirected: Bool)? {
    let (from, to) = (fields.id("from"), fields.id("to"))
    guard let node = fields.node("between") else {
      guard let from, let to else {
        reading.find(.missingKey, "a relation needs 'between', or 'from' and 'to'", at: fields.node)
        return nil
      }
      return (Entity.ID(from), Entity.ID(to), true)
    }
    if from != nil || to != nil {
      reading.find(.unknownKey, "a relation has 'between', or 'from' and 'to', not both", at: node)
    }
    let list = node.sequence ?? []
    guard list.count == 2 else {
      reading.find(.wrongShape, "'between' should be a list of two ids", at: node)
      return nil
    }
    (reading.places["from"], reading.places["to"]) = (reading.place(of: list[0]), reading.place(of: list[1]))
    guard let one = reading.words(list[0], "an id"), let other = reading.words(list[1], "an id") else { return nil }
    return (Entity.ID(one), Entity.ID(other), false)
  }

  private func phases(of relation: String, _ fields: Fields) -> [Phase] {
    guard let node = fields.node("phases") else {
      reading.findings.append(Diagnostic(.noPhase, "relation '\(relation)' has no phases", at: keyPlace))
      return []
    }
    guard let list = node.sequence else {
      reading.find(.wrongShape, "'phases' should be a list, not \(node.shape)", at: node)
      return []
    }
    var durings: [Interval?] = []
    var phases: [Phase] = []
    for item in list {
      guard let fields = Fields(item, "a phase", reading) else { continue }
      let path = "phases/\(phases.count)"
      reading.places[path] = reading.place(of: item)
      let during = fields.interval("during", as: "\(path)/during")
      if fields.node("during") == nil { reading.find(.missingKey, "a phase needs 'during'", at: item) }
      durings.append(during)
      let id = fields.id("id") ?? DossierWalk.phaseIds(of: relation, durings).last!
      let phase = Phase(
        Phase.ID(id), reads: fields.words("reads"), tone: fields.tone("tone"), during: during ?? .unknown,
        evidence: evidence(fields, at: "\(path)/cite"), note: fields.words("note"))
      fields.refuseOthers("a phase")
      phases.append(phase)
    }
    return phases
  }

  /// The dates name a phase, so that its id stays when another is written before it.
  static func phaseIds(of relation: String, _ durings: [Interval?]) -> [String] {
    var taken: [String: Int] = [:]
    return durings.map { during in
      let base = "\(relation)/\(during.map(\.description) ?? "always")".replacing("/", with: "_")
      taken[base, default: 0] += 1
      return taken[base] == 1 ? base : "\(base)~\(taken[base]!)"
    }
  }
}
