package import DyadCore

/// What the contents of a view have in common, whatever their detail: what holds, what of it concerns the view, and how it is weighed.
///
/// A picture is tried with more and with less detail until it fits its paper.
package struct ContentSubject: Sendable {
  let diff: GraphDiff
  let view: View
  /// Whether nothing is compared.
  let isPlain: Bool
  /// What holds at either date.
  let whole: Snapshot
  let marks: Marks?
  /// What concerns the view, before its filter.
  let seen: Snapshot
  /// What concerns the view.
  let snapshot: Snapshot
  let scale: SalienceScale
  /// What concerns a pair, where the view is of one.
  let pair: PairStrands?
  /// What the picture has in common with other frames of a film.
  let network: FilmNetwork?

  package init(_ diff: GraphDiff, of view: View) { self.init(diff, of: view, in: nil) }

  init(_ diff: GraphDiff, of view: View, in network: FilmNetwork?) {
    (self.diff, self.view, self.network) = (diff, view, network)
    isPlain = diff.isEmpty && diff.from.moment == diff.to.moment
    whole = isPlain ? diff.to : diff.combined
    marks = isPlain ? nil : Marks(diff)
    seen = whole.focused(on: view.focus)
    snapshot = seen.filtered(by: view.filter, keeping: view.focus.parties)
    scale = SalienceScale(snapshot, marks: marks)
    if case .between(let one, let other) = view.focus {
      pair = PairStrands(snapshot, one, other)
    } else {
      pair = nil
    }
  }
}
