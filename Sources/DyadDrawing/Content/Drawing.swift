public import DyadCore

/// What a picture shows, in words and signs, before anything has a place.
///
///     let drawing = Drawing(GraphDiff(snapshot), of: .between("pakistan", "afghanistan"))
///     let layout = try await drawing.layout()
///     let svg = try await drawing.picture(at: layout, as: .svg)
public struct Drawing: Hashable, Sendable {
  public var title: String
  public var subtitle: String
  public var focus: View.Focus
  public var theme: Theme
  public var figures: [Figure]
  public var cards: [Card]
  public var lines: [Line]
  /// Who belongs to whom, drawn as a thin line where they do not share a panel.
  public var memberships: [Dyad]
  public var notes: Footnotes
  /// What was left out, in sentences.
  public var omissions: [String]

  /// The drawing of a diff, focused on a pair, on an ego, or on everyone.
  public init(_ diff: GraphDiff, of focus: View.Focus = .everyone, title: String? = nil, theme: Theme = .light) {
    let whole = diff.to
    let snapshot = whole.focused(on: focus)
    let notes = Footnotes(
      citing: snapshot.ties.flatMap(\.phases).map(\.item.evidence) + snapshot.events.map(\.item.evidence)
        + snapshot.holdings.map(\.item.evidence), in: whole.graph)
    (self.focus, self.theme, self.notes) = (focus, theme, notes)
    let names = focus.parties.map { whole.graph.shortName(of: $0, at: whole.moment) }
    switch focus {
    case .between(let one, let other):
      self.title = title ?? "\(names[0]) and \(names[1])"
      let sheet = PairContent(snapshot, one, other, notes)
      (figures, cards, lines, memberships) = (sheet.figures, sheet.cards, sheet.lines, [])
      omissions = sheet.omissions
    case .around, .everyone:
      self.title = title ?? names.first ?? whole.graph.title ?? "Relations"
      let web = WebContent(snapshot, focus, notes)
      (figures, cards, lines, memberships) = (web.figures, web.cards, web.lines, web.memberships)
      omissions = web.omissions
    }
    subtitle = Drawing.subtitle(whole.moment)
  }

  private static func subtitle(_ moment: Moment) -> String {
    guard moment != .ever else { return "All that is on record" }
    let days = DateWords.words(moment.days)
    let asOf = moment.days.lowerBound == moment.days.upperBound ? "As of \(days)" : "During \(days)"
    return asOf + (moment.known.map { ", as could be known on \(DateWords.words($0))" } ?? "")
  }
}
