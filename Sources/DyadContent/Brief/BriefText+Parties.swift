import DyadCore

/// Sentences about the two parties: their kind, who is in power, who holds an office.
extension BriefText {
  /// A paragraph for each of the two.
  var parties: [Prose] { [party(pair.0, sides.first), party(pair.1, sides.second)] }

  private func party(_ id: Entity.ID, _ side: Set<Entity.ID>) -> Prose {
    guard let entity = graph.entities[id] else { return Prose(id.text) }
    let fullName = entity.name(at: snapshot.moment)
    let short = entity.short.flatMap { $0 == fullName ? nil : " (\($0))" } ?? ""
    let home = entity.home.map { ", of \(name($0))" } ?? ""
    var sentences: [Prose] = ["\(strong: fullName)\(short) \(tense.is) \(kind(entity))\(home)."]
    if snapshot.entity(id) == nil { sentences.append("It \(tense.doesNotExist) at that date.") }
    let above = snapshot.ties.filter { $0.kind.isAffiliation && ($0.relation.to == id || $0.relation.from == id) }
      .filter { $0.relation.from != id || side.contains($0.relation.to) == false }
    let ties = above.compactMap { tie -> Prose? in
      guard let phase = tie.leading else { return nil }
      let when = dates.words(phase.item.during)
      let words =
        tie.kind.id == "governs" && tie.relation.to == id
        ? "power \(tense.is) held by \(name(tie.relation.from))" : sentence(tie)
      return "\(words), \(when)\(doubt(phase.certainty))\(citing: notes.numbers(of: phase.item.evidence))"
    }
    sentences += ties.map { capitalized($0) + "." }
    let officials = snapshot.holdings.filter { side.contains($0.item.official) }
    let people = Dictionary(grouping: officials, by: \.item.official).sorted { $0.key < $1.key }.map { person, held in
      let titles = held.compactMap { holding -> Prose? in
        guard let office = graph.offices[holding.item.office] else { return nil }
        return "\(office.title)\(doubt(holding.certainty))\(citing: notes.numbers(of: holding.item.evidence))"
      }
      return "\(graph.entities[person]?.name(at: snapshot.moment) ?? person.text), " + titles.listed()
    }
    if !people.isEmpty {
      sentences.append("In office \(people.count == 1 ? tense.is : tense.are) " + people.listed(by: ";") + ".")
    }
    let inOffice = Set(officials.map(\.item.official))
    let others = snapshot.entities.filter { held in
      held.id != id && side.contains(held.id) && held.item.kind != .place && !inOffice.contains(held.id)
        && !above.contains { $0.relation.from == held.id }
    }.map { held -> Prose in "\(name(held.id))\(doubt(held.certainty))" }
    if !others.isEmpty {
      sentences.append(
        "\(inOffice.isEmpty ? "On" : "Also on") its side \(others.count == 1 ? tense.is : tense.are) " + others.listed()
          + ".")
    }
    return sentences.joined()
  }

  /// "an armed group", "a state", "an organization (officials, unnamed)"
  private func kind(_ entity: Entity) -> String {
    let kind = entity.kind.rawValue
    guard let type = entity.type else { return article(kind) }
    let isAdjective = type.allSatisfy(\.isLetter) && entity.kind != .organization
    return isAdjective ? article("\(type) \(kind)") : "\(article(kind)) (\(type))"
  }

  private func article(_ noun: String) -> String {
    ("aeiou".contains(noun.prefix(1).lowercased()) ? "an " : "a ") + noun
  }
}
