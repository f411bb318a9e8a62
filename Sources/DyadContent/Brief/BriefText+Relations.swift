import DyadCore

/// Sentences about relations: the phase that leads, the other ties, the earlier phases.
extension BriefText {
  /// The state of the relation, since when, the phase before, and the events behind it.
  var summary: Prose {
    var sentences = [state]
    if let earlier = earlier.last, let tie = leading, tie.relation.kind == "ties" || tie.phases.count == 1 {
      sentences.append(
        "Before that they \(tense.were) \(strong: earlier.reads ?? "otherwise") (\(dates.words(earlier.during)))\(citing: notes.numbers(of: earlier.evidence))."
      )
    }
    let rows = events
    if let last = rows.max(by: { $0.item.within.span.upperBound < $1.item.within.span.upperBound }) {
      let signs = rows.compactMap { sides.effect(of: $0.item)?.sign }
      let (good, bad) = (signs.count { $0 == .cooperation }, signs.count { $0 == .conflict })
      sentences.append(
        "Of \(counted(rows.count, "event")) on record between the two sides by then, \(good) \(good == 1 ? tense.is : tense.are) cooperative and \(bad) hostile; the latest: \(last.item.what) (\(dates.happened(last.item.within)))\(citing: notes.numbers(of: last.item.evidence))."
      )
    }
    return sentences.joined()
  }

  /// The relation that leads between the two.
  var leading: Tie? { snapshot.leadingTie(between: pair.0, pair.1) }

  private var state: Prose {
    guard let tie = leading, let phase = tie.leading else {
      return "There is no information on relations between \(names) \(isDay ? "on" : "in") \(day)."
    }
    let possibly = phase.certainty == .possibly ? "possibly " : ""
    let tail: Prose =
      ", \(dates.words(phase.item.during))\(says(phase.item.evidence))\(citing: notes.numbers(of: phase.item.evidence))."
    let others = tie.phases.filter { $0.id != phase.id }.map { other -> Prose in
      "\(strong: other.item.reads ?? "otherwise") (\(dates.words(other.item.during)))\(citing: notes.numbers(of: other.item.evidence))"
    }
    let also: Prose = others.isEmpty ? "" : " It is open whether they \(tense.are) rather \(others.listed())."
    if tie.relation.kind == "ties", let reads = phase.item.reads {
      return "\(on), relations between \(names) \(tense.are) \(possibly)\(strong: reads)" + tail + also
    }
    let what = sentence(tie)
    let reads: Prose = phase.item.reads.map { ": \(strong: $0)" } ?? ""
    return "\(on) there \(tense.is) \(possibly)\(what)" + reads + tail + also
  }

  /// The phases that ended before the date, in order of time.
  var earlier: [Phase] { graph.earlierPhases(pair.0, pair.1, snapshot.moment) }

  /// The events between the two sides, in order of time.
  var events: [Held<Event>] {
    snapshot.events.filter { sides.effect(of: $0.item) != nil }.sorted {
      ($0.item.within.span.lowerBound, $0.id) < ($1.item.within.span.lowerBound, $1.id)
    }
  }

  /// All ties between the two sides but the leading one.
  var otherTies: Prose {
    let ties = snapshot.ties.filter { tie in
      let ends = tie.relation.parties
      return ends.contains(where: sides.first.contains) && ends.contains(where: sides.second.contains)
        && tie.id != leading?.id
    }
    let phrases = ties.flatMap { tie in tie.phases.map { phase(tie, $0) } }
    guard !phrases.isEmpty else { return "No other tie between the two sides \(tense.is) on record." }
    return "Beside \(leading == nil ? "that" : "this") there \(phrases.count == 1 ? tense.is : tense.are) on record "
      + phrases.listed(by: ";") + "."
  }

  private func phase(_ tie: Tie, _ phase: Held<Phase>) -> Prose {
    let reads = phase.item.reads.map { ": \($0)" } ?? ""
    return
      "\(sentence(tie))\(reads) (\(dates.words(phase.item.during))\(phase.certainty == .possibly ? ", possibly" : "")\(says(phase.item.evidence)))\(citing: notes.numbers(of: phase.item.evidence))"
  }

  /// The phases of the leading relation, one after the other.
  var course: Prose {
    let phases = (earlier + [leading?.leading?.item].compactMap { $0 }).map { phase -> Prose in
      "\(strong: phase.reads ?? "without a word for it") (\(dates.words(phase.during)))\(citing: notes.numbers(of: phase.evidence))"
    }
    guard let first = phases.first else { return "No phase of relations between the two is on record." }
    if phases.count == 1 { return "One phase of their relations is on record: \(first)." }
    return phases.dropFirst().reduce("Their relations were \(first)") { $0 + ", then " + $1 } + "."
  }
}
