import DyadCore

/// What the networks of a film have in common: found once, in the ties of all its frames.
///
/// The weight of a tie is the mean of its tones over time, so that a tie of a day counts less than one of years, and one
/// that turns from hostile to cooperative little. What is found in single frames would change from frame to frame.
struct FilmNetwork {
  /// The members of each community, in the order of their numbers; `nil` where none are to be found.
  let communities: [[Entity.ID]]?
  /// The parties with the strongest ties; `nil` where all have room.
  let core: Set<Entity.ID>?

  /// `nil` if each frame finds all by itself.
  ///
  /// - Parameters:
  ///   - snapshots: the state at each frame.
  ///   - days: the day of each frame, in their order.
  ///   - end: the last day of the film.
  init?(_ snapshots: [Snapshot], on days: [Day], until end: Day, in view: View, _ window: Lookback?, _ notes: Footnotes)
  {
    let isLarge = (snapshots.first?.graph.entities.count ?? 0) > NetworkCore.mostParties
    guard view.blocs == .found || isLarge else { return nil }
    let ends = days.dropFirst() + [end]
    var durations = zip(days, ends).map { Double(max(0, $1.number - $0.number)) }
    // The last state goes on after its day: as long as the others on average.
    if let last = durations.last, last == 0 {
      let others = durations.dropLast()
      durations[durations.count - 1] = others.isEmpty ? 1 : others.reduce(0, +) / Double(others.count)
    }
    let total = max(1, durations.reduce(0, +))
    let egos = Set(view.focus.parties)
    var weights: [Dyad: Double] = [:]
    var strengths: [Dyad: Double] = [:]
    for (snapshot, duration) in zip(snapshots, durations) {
      let seen = snapshot.focused(on: view.focus).filtered(by: view.filter, keeping: view.focus.parties)
      let shownAs = Representatives(seen, keeping: egos)
      let writer = RowWriter(snapshot: seen, notes: notes, lexicon: .english, marks: nil)
      for (dyad, strands) in NetworkContent.dyads(writer, shownAs, egos)
      where dyad.first != dyad.second && strands.isCurrent(writer, within: window) {
        weights[dyad, default: 0] += (strands.tone?.value ?? 0) * duration / total
        strengths[dyad, default: 0] += NetworkCore.strength(of: strands.tone) * duration / total
      }
    }
    communities = view.blocs == .found ? Blocs.communities(of: weights) : nil
    core = NetworkCore.parties(of: strengths, keeping: egos)
  }
}
