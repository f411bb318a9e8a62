package import DyadCore

/// The parties of a network that has too many for a page: those with the strongest ties to each other.
///
/// The party with the weakest ties to those that are left is removed, again and again: the s-core decomposition of
/// Eidsaa and Almaas, "s-core network decomposition: A generalization of k-core analysis to weighted networks", Physical
/// Review E 88, 062819, 2013.
package enum NetworkCore {
  /// The most parties of which all are shown.
  package static let mostParties = 300
  /// The parties that are shown of more.
  package static let parties = 100

  /// The parties of the core; `nil` if all are shown.
  ///
  /// - Parameter tones: the leading tone of each two.
  static func parties(
    of tones: [Dyad: Tone?], most: Int = mostParties, size: Int = parties, keeping egos: Set<Entity.ID>
  ) -> Set<Entity.ID>? {
    parties(of: tones.mapValues(strength), most: most, size: size, keeping: egos)
  }

  /// The strength of a tie, whatever its sign: 1 where it is neutral or unknown.
  static func strength(of tone: Tone?) -> Double { abs(tone?.value ?? 0) + 1 }

  /// The parties of the core; `nil` if all are shown.
  ///
  /// - Parameters:
  ///   - strengths: the strength of the ties of each two, from 0.
  ///   - most: the most parties of which all are shown.
  ///   - egos: parties that are always in it.
  package static func parties(
    of strengths: [Dyad: Double], most: Int = mostParties, size: Int = parties, keeping egos: Set<Entity.ID>
  ) -> Set<Entity.ID>? {
    let all = Set(strengths.keys.flatMap { [$0.first, $0.second] }).sorted()
    guard all.count > most else { return nil }
    let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    var ties = Array(repeating: [(other: Int, strength: Double)](), count: all.count)
    for (dyad, strength) in strengths.sorted(by: { $0.key < $1.key }) {
      guard let one = places[dyad.first], let other = places[dyad.second], one != other else { continue }
      ties[one].append((other, strength))
      ties[other].append((one, strength))
    }
    var sums = ties.map { $0.reduce(0) { $0 + $1.strength } }
    var left = all.indices.filter { !egos.contains(all[$0]) }
    let room = max(0, size - (all.count - left.count))
    while left.count > room {
      // Of equally weak ones the last goes, so that the order of ids decides.
      let weakest = left.indices.min { (sums[left[$0]], -$0) < (sums[left[$1]], -$1) }
      guard let weakest else { break }
      for (other, strength) in ties[left.remove(at: weakest)] { sums[other] -= strength }
    }
    return Set(left.map { all[$0] }).union(egos)
  }
}
