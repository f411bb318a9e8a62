import DyadCore

extension Salience {
  /// The order in which things are selected: what the author or a diff marks, then by salience, with their signs in
  /// proportion.
  ///
  /// The places in the order are those of salience. Who gets them is decided by turns: the most salient cooperation and
  /// conflict first, and then each sign as often as its share of all, so that a year of talks with one attack is not a
  /// year of attacks, and a war is not hidden by talks.
  ///
  /// - Parameter period: of several periods, each has its own turns.
  /// - Returns: the indices of the things.
  static func selection(_ things: [(salience: Salience, sign: Tone.Sign)], period: (Int) -> Int = { _ in 0 }) -> [Int] {
    func precedes(_ one: Int, _ other: Int) -> Bool {
      ranks((things[one].salience, one), before: (things[other].salience, other))
    }
    let marked = things.indices.filter { things[$0].salience.isMarked }.sorted(by: precedes)
    var places: [(index: Int, place: Salience, turn: Int)] = []
    for indices in Dictionary(grouping: things.indices.filter { !things[$0].salience.isMarked }, by: period).values {
      let bySalience = indices.sorted(by: precedes)
      var shares: [Int: Double] = [:]
      for (sign, signed) in Dictionary(grouping: bySalience, by: { things[$0].sign }) {
        let start = sign == .neutral ? 0.5 : 0
        for (number, index) in signed.enumerated() { shares[index] = (Double(number) + start) / Double(signed.count) }
      }
      let inTurn = bySalience.sorted { one, other in
        let (left, right) = (shares[one] ?? 0, shares[other] ?? 0)
        return left == right ? precedes(one, other) : left < right
      }
      for (turn, index) in inTurn.enumerated() { places.append((index, things[bySalience[turn]].salience, turn)) }
    }
    let others = places.sorted { one, other in
      if one.place < other.place || other.place < one.place { return other.place < one.place }
      return (one.turn, one.index) < (other.turn, other.index)
    }
    return marked + others.map(\.index)
  }
}
