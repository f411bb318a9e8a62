public import DyadCore

/// What leads between two parties, as a line or a cell shows it: the tone, its standing, and the phase or event behind it.
///
///     content.dyads.filter { $0.tone?.sign == .conflict }.map(\.title)     // ["Pakistan – TTP", …]
public struct DyadSummary: Hashable, Sendable, Identifiable {
  /// The two parties.
  public var dyad: Dyad
  /// Their names: "Pakistan – Afghanistan".
  public var title: String
  /// The leading tone; `nil` where none is on record.
  public var tone: Tone?
  /// Whether what leads only possibly holds, at an uncertain date.
  public var isPossible: Bool
  /// Whether what leads is inferred by the coder.
  public var isInferred: Bool
  /// Whether one source asserts and another denies it.
  public var isContested: Bool
  /// The parties on which the other one exerts pressure: at the `to` of a directed hostile relation.
  public var pressed: Set<Entity.ID>
  /// The phase or event that leads.
  public var row: Row?
  /// The change of its strands, in a picture of a diff.
  public var mark: Mark?

  /// The two parties.
  public var id: Dyad { dyad }

  /// What a sample in a legend shows.
  package init(sample tone: Tone) {
    (dyad, title, self.tone, isPossible) = (Dyad("legend", "legend"), "", tone, false)
    (isInferred, isContested, pressed) = (false, false, [])
  }

  init(_ dyad: Dyad, _ strands: Strands, _ writer: RowWriter, _ shownAs: Representatives) {
    self.dyad = dyad
    let graph = writer.snapshot.graph
    title = [dyad.first, dyad.second].map { graph.label(of: $0, at: writer.snapshot.moment, in: writer.lexicon) }
      .joined(separator: " – ")
    (tone, isContested) = (strands.tone, strands.isContested)
    isInferred = strands.leadingEvidence?.isInferred == true
    isPossible = strands.leadingCertainty == .possibly
    let hostile = strands.ties.filter { $0.relation.isDirected && $0.tone.sign == .conflict }
    pressed = Set(hostile.map { shownAs[$0.relation.to] }).intersection([dyad.first, dyad.second])
    row = strands.leadingRow(writer)
    let marks = strands.claims.map { writer.marks?.mark($0) }
    mark = writer.marks == nil ? nil : Mark(of: marks.compactMap(\.self))
  }
}

extension Strands {
  /// The ids of all phases and events.
  var claims: [String] { ties.flatMap(\.phases).map(\.id.text) + events.map(\.id.text) }

  var leadingEvidence: Evidence? {
    leadingTie.map { $0.leading?.item.evidence } ?? newest?.item.evidence
  }

  var leadingCertainty: Certainty? { leadingTie?.certainty ?? newest?.certainty }

  /// The leading phase of the strongest tie, or else the latest event.
  func leadingRow(_ writer: RowWriter) -> Row? {
    if let tie = leadingTie { return tie.leading.map { writer.row($0, of: tie) } }
    return newest.map { writer.row($0, effect: effects[$0.id]) }
  }
}
