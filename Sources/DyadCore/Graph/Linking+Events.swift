/// Links between events: their targets exist, they follow the order of time, and they form no circle.
extension Linker {
  /// Checks the links of an event in the graph, and omits those to unknown events.
  ///
  /// - Parameter ids: the events of the dossier, also those with errors.
  mutating func checkLinks(of event: Located<Event>, amongAll ids: Set<Event.ID>) {
    guard var linked = graph.events[event.value.id], !linked.links.isEmpty else { return }
    var kept: [EventLink] = []
    for (index, link) in linked.links.enumerated() {
      let place = event.place(of: "links/\(index)/\(link.kind.rawValue)")
      guard link.target != linked.id else {
        findings.append(Diagnostic(.samePair, "'\(linked.id)' is linked to itself", at: place))
        continue
      }
      guard let target = graph.events[link.target] else {
        // An event with an error of its own is unknown to the graph, not to the author.
        if ids.contains(link.target) { continue }
        findings.append(
          Diagnostic(
            .unknownId, "unknown event '\(link.target)'", at: place,
            suggestion: suggestion(for: link.target.text, among: ids.lazy.map(\.text))))
        continue
      }
      guard !kept.contains(where: { $0.id == link.id }) else {
        findings.append(Diagnostic(.duplicateId, "'\(linked.id)' has this link twice", at: place))
        continue
      }
      if let fault = link.fault(from: linked, to: target) {
        findings.append(Diagnostic(.linkOrder, fault, at: place))
      }
      var checked = link
      checked.evidence = check(link.evidence, in: event, "links/\(index)/cite")
      kept.append(checked)
    }
    linked.links = kept
    graph.events[linked.id] = linked
  }

  /// Reports each event that leads to itself through others, or is part of itself.
  mutating func checkCycles(among events: [Located<Event>]) {
    let links = graph.events.values.flatMap { event in event.links.map { (event.id, $0) } }
    let parts = Circles(
      Dictionary(grouping: links.filter { $0.1.kind == .partOf }, by: \.0).mapValues { $0.map(\.1.target) })
    let effects = Circles(
      Dictionary(
        grouping: links.filter { $0.1.kind != .partOf }.map { event, link in
          link.kind.pointsForward ? (event, link.target) : (link.target, event)
        }, by: \.0
      ).mapValues { $0.map(\.1) })
    for event in events {
      if effects.members.contains(event.value.id) {
        findings.append(
          Diagnostic(.cycle, "'\(event.value.id)' leads to itself through its links", at: event.place(of: "links")))
      } else if parts.members.contains(event.value.id) {
        findings.append(Diagnostic(.cycle, "'\(event.value.id)' is part of itself", at: event.place(of: "links")))
      }
    }
  }
}

extension EventLink {
  /// The contradiction between the link and the dates; `nil` where the dates allow it.
  fileprivate func fault(from event: Event, to target: Event) -> String? {
    let (own, other) = (event.within.span, target.within.span)
    switch kind {
    case .leadsTo:
      return own.lowerBound > other.upperBound
        ? "'\(target.id)' happened before '\(event.id)', which cannot lead to it" : nil
    case .respondsTo:
      return own.upperBound < other.lowerBound
        ? "'\(event.id)' happened before '\(target.id)', which it cannot answer" : nil
    // What is given in return may come first, on a promise.
    case .inReturnFor: return nil
    case .partOf:
      return own.overlaps(other) ? nil : "'\(event.id)' did not happen within the dates of '\(target.id)'"
    }
  }
}
