import DyadCore

/// Sentences on what was before, on other ties between the two, and on third parties.
extension BriefText {
  /// The ties between the two sides but the leading phase, without those that make up a party.
  var otherTies: [BriefSentence] {
    let ties = snapshot.ties.filter { tie in
      isBetween(tie.relation) && !tie.kind.isAffiliation
    }.map { tie in
      Tie(tie.relation, tie.kind, phases: tie.phases.filter { $0.id != leading?.leading?.id })
    }
    return sentences(on: ties.filter { !$0.phases.isEmpty })
  }

  /// The phases of the leading relation that had ended, and the events between and within the two sides.
  var background: [BriefSentence] {
    let phases = earlier.compactMap { phase -> BriefSentence? in
      guard let relation = graph.relations.values.first(where: { $0.phases.contains { $0.id == phase.id } }) else {
        return nil
      }
      var sentence = sentence(on: Tie(relation, graph.kind(of: relation), phases: [Held(phase)]), Held(phase), .ended)
      sentence.rank += 8
      return sentence
    }
    let events = snapshot.events.filter { event in
      joinsSides(event.item) || (event.item.parties + event.item.affects).allSatisfy(isOwn)
    }
    return phases + events.map { sentence(on: $0) }
  }

  /// The sentences on each third party, under the party; what the text has covered is left out.
  func thirdParties(without covered: Set<String>) -> [(party: Entity.ID, sentences: [BriefSentence])] {
    var groups: [Entity.ID: [BriefSentence]] = [:]
    let ties = snapshot.ties.filter { tie in
      !isBetween(tie.relation) && tie.relation.parties.contains(where: isOwn) && !tie.kind.isAffiliation
    }
    let counts = Dictionary(ties.flatMap { $0.relation.parties }.map { ($0, 1) }, uniquingKeysWith: +)
    func third(_ parties: [Entity.ID]) -> Entity.ID? {
      parties.filter { !isOwn($0) }.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }
    }
    let byParty = Dictionary(grouping: ties) { third($0.relation.parties) ?? pair.0 }
    for (party, ties) in byParty {
      groups[party, default: []] += sentences(on: ties).filter { covered.isDisjoint(with: $0.claims) }
    }
    for event in snapshot.events where concerns(event.item) && !covered.contains(event.id.text) {
      if let party = third(event.item.parties) ?? third(event.item.affects) {
        groups[party, default: []].append(sentence(on: event))
      }
    }
    return groups.filter { !$0.value.isEmpty }
      .map { group in
        (party: group.key, sentences: group.value.inReadingOrder)
      }
      .sorted { one, other in
        let ranks = [one, other].map { $0.sentences.map(\.rank).max() ?? 0 }
        return (ranks[1], one.party) < (ranks[0], other.party)
      }
  }
}
