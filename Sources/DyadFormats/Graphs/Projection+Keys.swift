internal import DyadCore

/// Which attributes there are, as the forms of records say.
extension Projection {
  /// The keys that may be more than words.
  static let inJSON: Set<String> = Set(
    (RecordForm.all.flatMap(\.keys)).filter(\.isComposed).map(\.name))

  /// Every attribute that a node may have, besides its label and kind: those of events, entities and offices.
  static let nodeKeys: [(key: String, type: KeyType)] = {
    let (entity, event) = (Entity.schema(of: .state).form, Event.schema.form)
    let ends: Set<String> = ["name", "of", "what", "actors", "recipients"]
    let (dates, tone): (Set<String>, Set<String>) = (["during", "on"], ["tone"])
    let keys = merged(event.keys, entity.keys).filter { !ends.contains($0.name) }
    return [("during", .string), ("on", .string)]
      + keys.filter { !dates.contains($0.name) && !tone.contains($0.name) }.map {
        ($0.name, $0.isNumber ? .double : .string)
      }
      + [("tone", .double), ("default_tone", .double)]
  }()

  /// Every attribute that an edge for a claim may have: those of phases, with which offices held have theirs in common.
  static let edgeKeys: [(key: String, type: KeyType)] = Phase.schema.form.keys.filter { $0.type != .ownId }.flatMap {
    key -> [(key: String, type: KeyType)] in
    key.isNumber ? [(key.name, .double), ("default_\(key.name)", .double)] : [(key.name, .string)]
  }

  /// The keys of both in an order that both agree with; between two that they share, the first one's come first.
  private static func merged(_ one: [RecordForm.Key], _ other: [RecordForm.Key]) -> [RecordForm.Key] {
    let shared = Set(one.map(\.name)).intersection(other.map(\.name))
    var merged: [RecordForm.Key] = []
    var (one, other) = (one[...], other[...])
    while !one.isEmpty || !other.isEmpty {
      let (mine, theirs) = (one.prefix { !shared.contains($0.name) }, other.prefix { !shared.contains($0.name) })
      merged += mine + theirs
      (one, other) = (one.dropFirst(mine.count), other.dropFirst(theirs.count))
      guard let next = one.first else { continue }
      merged.append(next)
      (one, other) = (one.dropFirst(), other.dropFirst())
    }
    return merged
  }
}

extension RecordForm {
  /// The form without some of its keys.
  func without(_ names: String...) -> RecordForm {
    RecordForm(
      name: name, section: section, noun: noun, meaning: meaning, keys: keys.filter { !names.contains($0.name) },
      rules: rules)
  }
}

extension RecordForm.Key {
  /// Whether the value is a number, with a default that a record of another kind gives.
  var isNumber: Bool { if case .number = type { true } else { false } }

  /// Whether the value may be more than words and numbers.
  fileprivate var isComposed: Bool {
    switch type {
    case .amounts, .codes, .citations, .records: true
    default: false
    }
  }
}
