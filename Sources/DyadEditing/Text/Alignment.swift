internal import DyadFormats

/// Which of the old parts become which of the new ones.
struct Alignment {
  /// Neighbouring new parts, and the old part that stays before them.
  struct Run {
    var after: Int?
    var new: [Int]
  }

  /// In the order of both.
  private(set) var pairs: [(old: Int, new: Int)] = []
  private(set) var removals: [Int] = []
  private(set) var insertions: [Run] = []

  /// By key; a key without a counterpart is the new name of the one in its place. `nil` where the order differs.
  init?(of entries: [YAMLNode.Entry], with members: [YAMLValue.Member]) {
    let places = Dictionary(
      entries.enumerated().compactMap { index, entry in entry.key.scalar.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    guard places.count == entries.count else { return nil }
    let kept = members.indices.compactMap { new in places[members[new].key].map { (old: $0, new: new) } }
    guard zip(kept, kept.dropFirst()).allSatisfy({ $0.old < $1.old }) else { return nil }
    fill(kept, entries.count, members.count) { old, new in YAMLValue(entries[old].value) == members[new].value }
  }

  /// By value: the longest common part stays, and what is left in a gap is changed in place.
  init(of old: [YAMLValue], with new: [YAMLValue]) {
    var lengths = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        lengths[i][j] = old[i] == new[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var kept: [(old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if old[i] == new[j] {
        kept.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    fill(kept, old.count, new.count) { _, _ in true }
  }

  /// Pairs what is left between the kept parts, as far as the parts may become each other.
  private mutating func fill(
    _ kept: [(old: Int, new: Int)], _ oldCount: Int, _ newCount: Int, _ mayBecome: (Int, Int) -> Bool
  ) {
    var (old, new) = (0, 0)
    for (nextOld, nextNew) in kept + [(oldCount, newCount)] {
      var run: [Int] = []
      func close(_ run: inout [Int], _ insertions: inout [Run], after: Int?) {
        if !run.isEmpty { insertions.append(Run(after: after, new: run)) }
        run = []
      }
      var rest = Array(old..<nextOld)
      // As many as there were are the same ones, in another form.
      let correspond = rest.count == nextNew - new
      for index in new..<nextNew {
        let isLastChance = pairs.isEmpty && kept.isEmpty && index == newCount - 1
        if let match = rest.firstIndex(where: { correspond || isLastChance || mayBecome($0, index) }) {
          close(&run, &insertions, after: pairs.last?.old)
          pairs.append((rest[match], index))
          removals += rest[..<match]
          rest.removeSubrange(...match)
        } else {
          run.append(index)
        }
      }
      close(&run, &insertions, after: pairs.last?.old)
      removals += rest
      if nextOld < oldCount || nextNew < newCount { pairs.append((nextOld, nextNew)) }
      (old, new) = (nextOld + 1, nextNew + 1)
    }
    removals.sort()
  }
}
