public import DyadCore

/// Everything that concerns a view, with its salience, the most salient first, and whether a picture of the view shows
/// it.
///
///     print(SalienceRanking(diff, of: view, shownIn: content).text)
public struct SalienceRanking: Sendable {
  /// A claim or a party of a view.
  public struct Entry: Hashable, Sendable {
    /// What is ranked.
    public enum Kind: String, Sendable { case event, phase, party, tie }

    /// What it is.
    public var kind: Kind
    /// Its id; of a tie, those of both parties.
    public var id: String
    /// The event, the phase or the names.
    public var words: String
    /// How much it matters.
    public var salience: Salience
    /// Whom an event concerns.
    public var concerns: [Concern]
    /// Whether the picture shows it.
    public var isShown: Bool
  }

  /// The entries, the most salient first.
  public let entries: [Entry]
  private let graph: KnowledgeGraph

  /// The ranking of a view.
  ///
  /// - Parameter content: the picture.
  public init(_ diff: GraphDiff, of view: View, shownIn content: Content) {
    let isPlain = diff.isEmpty && diff.from.moment == diff.to.moment
    let whole = isPlain ? diff.to : diff.combined
    let snapshot = whole.focused(on: view.focus).filtered(by: view.filter, keeping: view.focus.parties)
    let scale = SalienceScale(snapshot, marks: isPlain ? nil : Marks(diff))
    let shown = Set(content.claims)
    let words = ClaimText(snapshot.graph, at: snapshot.moment)
    let sides: PairSides? =
      if case .between(let one, let other) = view.focus { PairSides(snapshot, one, other) } else { nil }
    let dates = DateWords(.english, at: snapshot.moment)
    let events = snapshot.events(concerning: view.focus).map { event in
      Entry(
        kind: .event, id: event.id.text, words: "\(dates.happened(event.item.within)): \(event.item.what)",
        salience: scale.salience(of: event, effect: sides?.effect(of: event.item)),
        concerns: scale.concerns.of(event.item), isShown: shown.contains(event.id.text))
    }
    let phases = snapshot.ties(concerning: view.focus).flatMap { tie in
      tie.phases.map { phase in
        Entry(
          kind: .phase, id: phase.id.text,
          words: "\(dates.words(phase.item.during)): \(words.words(tie.relation, phase.item))",
          salience: scale.salience(of: phase, of: tie), concerns: [], isShown: shown.contains(phase.id.text))
      }
    }
    let weighed = content.weighed.map { weighed in
      Entry(
        kind: weighed.parties.count == 1 ? .party : .tie, id: weighed.parties.map(\.text).joined(separator: " "),
        words: weighed.parties.map(words.name).joined(separator: " – "), salience: weighed.salience, concerns: [],
        isShown: weighed.isShown)
    }
    entries = (events + phases + weighed).sorted { one, other in
      Salience.ranks((one.salience, one.id), before: (other.salience, other.id))
    }
    graph = snapshot.graph
  }

  /// A table: rank, score, whether it is shown, id, words; below each its parts, and whom it concerns.
  public var text: String {
    guard !entries.isEmpty else { return "Nothing concerns this view." }
    let width = String(entries.count).count
    return entries.enumerated().map { index, entry in
      let rank = String(index + 1)
      let head =
        "\(String(repeating: " ", count: width - rank.count))\(rank). \(SalienceRanking.number(entry.salience.score)) "
        + "\(entry.isShown ? "shown" : "not shown") \(entry.kind.rawValue) \(entry.id): \(entry.words)"
      let parts = Salience.Part.allCases.compactMap { part in
        entry.salience.parts[part].map { "\(part.rawValue) \(SalienceRanking.number($0))" }
      }
      let indent = String(repeating: " ", count: width + 2)
      let whom = entry.concerns.map(words).joined(separator: "; ")
      return ([head, indent + parts.joined(separator: ", ")] + (whom.isEmpty ? [] : ["\(indent)concerns \(whom)"]))
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// "Armenia, which supports Artsakh: −10"
  private func words(_ concern: Concern) -> String {
    let name = { (id: Entity.ID) in graph.shortName(of: id) }
    let why =
      switch concern.reason {
      case .named: concern.role.rawValue
      case .owner(let party): "to which \(name(party)) belongs, \(concern.role.rawValue)"
      case .ruler(let party): "which governs \(name(party))"
      case .supporter(let party): "which supports \(name(party))"
      }
    return "\(name(concern.party)) (\(why)): \(signed(concern.effect.value))"
  }

  private static func number(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}

/// A party or a tie that was ranked for a picture.
package struct Weighed: Hashable, Sendable {
  /// One party, or the two of a tie.
  package var parties: [Entity.ID]
  package var salience: Salience
  package var isShown: Bool
}
