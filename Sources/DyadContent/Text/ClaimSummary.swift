package import DyadCore

/// A claim in one line, with what a list or a mark in a text shows of it.
///
///     ClaimSummary.all(in: graph).first { $0.kind == "event" }?.label     // "Dar visits Kabul"
package struct ClaimSummary: Hashable, Sendable {
  /// The id of the claim.
  package var id: String
  /// `event`, `phase`, `holding`, `link`, `office` or the kind of an entity.
  package var kind: String
  /// What it says, in one line.
  package var label: String
  /// When it happened or holds; `nil` where it has no dates.
  package var when: Interval?
  /// Whether it happened within its dates rather than held throughout.
  package var isEvent: Bool
  /// The tone; `nil` for what has none.
  package var tone: Tone?
  /// The entities that it is about.
  package var parties: [Entity.ID]
  /// What it rests on.
  package var evidence: Evidence
  /// The record that it is a part of: the relation of a phase, the event of a link, the official of an office held.
  package var parent: String?

  /// The date in words: "19 Apr 2025".
  package var words: String {
    when.map { isEvent ? DateWords.english.happened($0) : DateWords.english.words($0) } ?? ""
  }

  private init(
    _ id: String, _ kind: String, _ label: String, when: Interval?, isEvent: Bool = false, tone: Tone? = nil,
    parties: [Entity.ID], evidence: Evidence, parent: String? = nil
  ) {
    (self.id, self.kind, self.label, self.isEvent, self.tone) = (id, kind, label, isEvent, tone)
    self.when = when == .always ? nil : when
    (self.parties, self.evidence, self.parent) = (parties, evidence, parent)
  }

  /// All claims of the graph, sorted by id.
  package static func all(in graph: KnowledgeGraph) -> [ClaimSummary] {
    let words = ClaimText(graph)
    var all = graph.entities.values.map { entity in
      ClaimSummary(
        entity.id.text, entity.kind.rawValue, entity.name(), when: entity.during, parties: [entity.id],
        evidence: entity.evidence)
    }
    all += graph.offices.values.map { office in
      ClaimSummary(
        office.id.text, "office", "\(office.title), \(words.name(office.of))", when: office.during,
        parties: [office.of], evidence: office.evidence)
    }
    all += graph.holdings.values.map { holding in
      ClaimSummary(
        holding.id.text, "holding", words.words(holding), when: holding.during, parties: [holding.official],
        evidence: holding.evidence, parent: holding.official.text)
    }
    for relation in graph.relations.values {
      let kind = graph.kind(of: relation)
      all += relation.phases.map { phase in
        ClaimSummary(
          phase.id.text, "phase", words.words(relation, phase), when: phase.during, tone: phase.tone ?? kind.tone,
          parties: relation.parties, evidence: phase.evidence, parent: relation.id.text)
      }
    }
    for event in graph.events.values {
      all.append(
        ClaimSummary(
          event.id.text, "event", event.what, when: event.within, isEvent: true, tone: event.tone,
          parties: event.parties, evidence: event.evidence))
      all += event.links.map { link in
        ClaimSummary(
          link.id.text, "link", "\(event.what): \(words.words(link))", when: nil, parties: event.parties,
          evidence: link.evidence, parent: event.id.text)
      }
    }
    return all.sorted { $0.id < $1.id }
  }
}
