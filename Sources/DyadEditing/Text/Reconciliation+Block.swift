internal import DyadFormats
internal import DyadSyntax

/// Parts on lines of their own: the entries of a mapping, or the items of a list.
extension Reconciliation {
  /// The lines of an entry or an item.
  private struct Part {
    /// The place of the key or the dash.
    var start: Int
    /// The end of its last line.
    var end: Int
  }

  mutating func reconcileBlock(
    _ entries: [YAMLNode.Entry], _ members: [YAMLValue.Member], _ around: Surroundings
  ) throws(Refusal) {
    let alignment = Alignment(of: entries, with: members)
    guard let alignment else { throw Refusal(place: entries[0].key.bytes.lowerBound) }
    let indent = lines.column(of: entries[0].key.bytes.lowerBound)
    for (old, new) in alignment.pairs {
      let (key, value) = (entries[old].key, entries[old].value)
      if key.scalar != members[new].key { replace(key.bytes, YAMLWriter.scalar(members[new].key)) }
      try reconcile(value, members[new].value, try inside(entries[old], at: indent, around.depth + 1))
    }
    let parts = entries.map { entry in
      Part(
        start: entry.key.bytes.lowerBound,
        end: lines.end(from: max(entry.key.bytes.upperBound, entry.value.bytes.upperBound)))
    }
    let isSectionOfFlow = around.depth == 1 && entries.last?.value.isFlow == true
    let texts = members.map { member in
      if isSectionOfFlow, member.value.members != nil {
        return YAMLPhrase.key(member.key) + ": " + phrase.flow(member.value)
      }
      if around.depth == 1, member.value.members?.isEmpty == false {
        return YAMLPhrase.key(member.key) + ":" + phrase.newline + phrase.space(indent + 2)
          + phrase.block(member.value, at: indent + 2)
      }
      if around.depth == 0 { return section(member, at: indent) }
      return phrase.member(member, at: indent)
    }
    try change(parts, alignment, texts, indent, around)
  }

  /// A section with its records, each over several lines.
  func section(_ section: YAMLValue.Member, at indent: Int) -> String {
    guard let records = section.value.members, !records.isEmpty else { return phrase.member(section, at: indent) }
    let inner = phrase.newline + phrase.space(indent + 2)
    let texts = records.map { record -> String in
      guard record.value.members?.isEmpty == false else { return phrase.member(record, at: indent + 2) }
      return YAMLPhrase.key(record.key) + ":" + phrase.newline + phrase.space(indent + 4)
        + phrase.block(record.value, at: indent + 4)
    }
    return YAMLPhrase.key(section.key) + ":" + inner + texts.joined(separator: inner)
  }

  /// What the value of an entry is written in.
  private func inside(_ entry: YAMLNode.Entry, at indent: Int, _ depth: Int) throws(Refusal) -> Surroundings {
    let keyEnd = lines.end(from: entry.key.bytes.upperBound)
    guard entry.value.bytes.lowerBound > keyEnd else { return Surroundings(indent: indent, depth: depth) }
    let first = entry.value.isFlow ? nil : entry.value.items?.first
    let start = try first.map { item throws(Refusal) in try dash(before: item) } ?? entry.value.bytes.lowerBound
    let colon = lines.bytes[entry.key.bytes.upperBound...].firstIndex(of: 0x3A) ?? start
    let isPlain = colon < start && lines.isEmpty(colon + 1..<start)
    return Surroundings(indent: indent, keyLineEnd: keyEnd, colonEnd: isPlain ? colon + 1 : nil, depth: depth)
  }

  mutating func reconcile(
    _ node: YAMLNode, _ items: [YAMLNode], _ values: [YAMLValue], _ around: Surroundings
  ) throws(Refusal) {
    let alignment = Alignment(of: items.map(YAMLValue.init), with: values)
    if node.isFlow {
      for (old, new) in alignment.pairs {
        try reconcile(items[old], values[new], Surroundings(isInFlow: true, depth: around.depth + 1))
      }
      return try changeFlow(items.map(\.bytes), alignment, values.map(phrase.flow))
    }
    let dash = try dash(before: items[0])
    let indent = lines.column(of: dash)
    for (old, new) in alignment.pairs {
      // A mapping that begins after its dash has no line above it.
      try reconcile(items[old], values[new], Surroundings(indent: indent, depth: around.depth + 1))
    }
    var parts: [Part] = []
    for item in items {
      parts.append(Part(start: try self.dash(before: item), end: lines.end(from: item.bytes.upperBound)))
    }
    let areInFlow = items.last?.isFlow == true
    let areInBlock = items.contains { $0.entries != nil && !$0.isFlow }
    let texts = values.map { value in
      if areInFlow, value.scalar == nil { return "- " + phrase.flow(value) }
      if areInBlock, value.members?.isEmpty == false { return "- " + phrase.block(value, at: indent + 2) }
      return phrase.item(value, at: indent)
    }
    try change(parts, alignment, texts, indent, around)
  }

  // MARK: Insertions and removals

  private mutating func change(
    _ parts: [Part], _ alignment: Alignment, _ texts: [String], _ indent: Int, _ around: Surroundings
  ) throws(Refusal) {
    guard let firstKept = alignment.pairs.first?.old else { throw Refusal(place: parts[0].start) }
    for run in alignment.insertions {
      if let anchor = run.after {
        let gap = gap(after: anchor, parts, around)
        let lead = String(repeating: phrase.newline, count: gap + 1) + phrase.space(indent)
        insert(run.new.map { lead + texts[$0] }.joined(), at: parts[anchor].end)
      } else {
        insertFirst(run.new.map { texts[$0] }, before: parts, indent, around)
      }
    }
    for index in alignment.removals {
      let part = parts[index]
      if index > firstKept, lines.isEmpty(parts[index - 1].end..<part.start) {
        replace(parts[index - 1].end..<part.end, "")
      } else {
        try removeLines(of: part, before: parts.indices.contains(index + 1) ? parts[index + 1] : nil)
      }
    }
  }

  /// Removes a part at the head, or one with a comment above it, with the empty lines below it.
  private mutating func removeLines(of part: Part, before next: Part?) throws(Refusal) {
    guard let next else { return replace(lines.start(of: part.start)..<lines.next(after: part.end), "") }
    let start = lines.start(of: part.start)
    if lines.isEmpty(start..<part.start) {
      var end = lines.next(after: part.end)
      while end < next.start, lines.isEmpty(end..<lines.end(from: end)) {
        end = lines.next(after: lines.end(from: end))
      }
      replace(start..<end, "")
    } else {
      // The first key after a dash: the next one takes its place.
      guard !lines.hasComment(part.end..<next.start) else { throw Refusal(place: part.start) }
      replace(part.start..<next.start, "")
    }
  }

  private mutating func insertFirst(_ texts: [String], before parts: [Part], _ indent: Int, _ around: Surroundings) {
    let first = parts[0]
    let empty = String(repeating: phrase.newline, count: gap(after: 0, parts, around))
    if let end = around.keyLineEnd {
      let lead = phrase.newline + phrase.space(indent)
      insert(texts.map { lead + $0 + empty }.joined(), at: end)
    } else {
      let tail = phrase.newline + empty + phrase.space(indent)
      insert(texts.map { $0 + tail }.joined(), at: first.start)
    }
  }

  /// The empty lines between a new part and its neighbour: as many as between those there.
  private func gap(after index: Int, _ parts: [Part], _ around: Surroundings) -> Int {
    if index > 0 { return lines.emptyLines(after: parts[index - 1].end) }
    if parts.count > 1 { return lines.emptyLines(after: parts[0].end) }
    return around.isRoot ? 1 : 0
  }
}
