extension LintRule {
  /// Two parties that both exist have ties of some kind, so a gap between two phases of them is an omission.
  static let phaseGap = LintRule(.phaseGap) { linted in
    linted.relations.filter { $0.value.kind == "ties" }.flatMap { relation -> [LintFinding] in
      let inOrder = relation.value.phases.enumerated().sorted {
        ($0.element.during.starts.lowerBound, $0.offset) < ($1.element.during.starts.lowerBound, $1.offset)
      }
      var last: (end: Day, phase: Phase)?
      var findings: [LintFinding] = []
      for (index, phase) in inOrder {
        if let last, last.end < .distantFuture, last.end.advanced(by: 1) < phase.during.starts.lowerBound,
          linted.bothExist(relation.value, after: last.end, before: phase.during.starts.lowerBound)
        {
          findings.append(
            LintFinding(
              claim: phase.id.text,
              message: "no phase from \(last.end.advanced(by: 1)) until \(phase.during), after \(last.phase.during)",
              place: relation.place(of: "phases/\(index)/during")))
        }
        let end = phase.during.ends.upperBound
        if last.map({ $0.end < end }) ?? true { last = (end, phase) }
      }
      return findings
    }
  }
}

extension LintedDossier {
  /// Whether both ends of the relation exist on some day of the gap.
  fileprivate func bothExist(_ relation: Relation, after first: Day, before last: Day) -> Bool {
    let gap = Moment(during: first.advanced(by: 1)...last.advanced(by: -1))
    return relation.parties.allSatisfy { graph.entities[$0]?.valid.holds(at: gap) != .no }
  }
}
