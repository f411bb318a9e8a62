internal import DyadFormats
internal import DyadSyntax

/// Parts in brackets, between commas.
extension Reconciliation {
  mutating func reconcileFlow(
    _ entries: [YAMLNode.Entry], _ members: [YAMLValue.Member]
  ) throws(Refusal) {
    guard let alignment = Alignment(of: entries, with: members) else {
      throw Refusal(place: entries[0].key.bytes.lowerBound)
    }
    for (old, new) in alignment.pairs {
      let (key, value) = (entries[old].key, entries[old].value)
      if key.scalar != members[new].key { replace(key.bytes, YAMLWriter.scalar(members[new].key, isInList: true)) }
      try reconcile(value, members[new].value, Surroundings(isInFlow: true))
    }
    let parts = entries.map { entry in
      entry.key.bytes.lowerBound..<max(entry.key.bytes.upperBound, entry.value.bytes.upperBound)
    }
    try changeFlow(parts, alignment, members.map(phrase.flow))
  }

  mutating func changeFlow(_ parts: [Range<Int>], _ alignment: Alignment, _ texts: [String]) throws(Refusal) {
    guard let firstKept = alignment.pairs.first?.old else {
      // Nothing stays: the parts are replaced where they are.
      return replace(parts[0].lowerBound..<parts[parts.count - 1].upperBound, texts.joined(separator: ", "))
    }
    for run in alignment.insertions {
      if let anchor = run.after {
        insert(run.new.map { ", " + texts[$0] }.joined(), at: parts[anchor].upperBound)
      } else {
        insert(run.new.map { texts[$0] + ", " }.joined(), at: parts[0].lowerBound)
      }
    }
    for index in alignment.removals {
      // The comma before a part goes with it; for those at the head, the comma after it.
      let range =
        index > firstKept
        ? parts[index - 1].upperBound..<parts[index].upperBound
        : parts[index].lowerBound..<parts[index + 1].lowerBound
      let outside =
        index > firstKept ? range.lowerBound..<parts[index].lowerBound : parts[index].upperBound..<range.upperBound
      guard !lines.hasComment(outside) else { throw Refusal(place: parts[index].lowerBound) }
      replace(range, "")
    }
  }
}
