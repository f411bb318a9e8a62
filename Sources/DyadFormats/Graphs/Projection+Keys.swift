internal import DyadCore

/// The attributes, derived from the forms of records.
extension Projection {
  /// The keys with composed values.
  static let inJSON: Set<String> = Set(
    (RecordForm.all.flatMap(\.keys)).filter(\.isComposed).map(\.name))

  /// The keys of an event that are its label, edges to other nodes, or only a way to write others.
  static let eventEnds: Set<String> = ["what", "actors", "recipients", "affects", "links", "starts"]

  /// The attributes for participants by description, who are no nodes, with the keys that they belong to.
  static let described: [(attribute: String, key: String)] = [
    ("described_actors", "actors"), ("described_recipients", "recipients"),
  ]

  /// The attributes of nodes besides label and kind: those of events, entities and offices.
  static let nodeKeys: [(key: String, type: KeyType)] = {
    let (entity, event) = (Entity.schema(of: .state).form, Event.schema.form)
    let ends = eventEnds.union(["name", "of"])
    let (dates, tone): (Set<String>, Set<String>) = (["during", "on"], ["tone"])
    let keys = merged(event.keys, entity.keys).filter { !ends.contains($0.name) }
    return [("during", .string), ("on", .string)]
      + keys.filter { !dates.contains($0.name) && !tone.contains($0.name) }.map { ($0.name, $0.attributeType) }
      + described.map { ($0.attribute, .string) } + [("tone", .double), ("default_tone", .double)]
  }()

  /// The attributes of edges for claims: those of phases, which include those of holdings and of links.
  static let edgeKeys: [(key: String, type: KeyType)] = Phase.schema.form.keys.filter { $0.type != .ownId }.flatMap {
    key -> [(key: String, type: KeyType)] in
    [(key.name, key.attributeType)] + (key.name == "tone" ? [("default_tone", .double)] : [])
  }

  /// `true` or `false`, in any spelling of a tool; `nil` for other text.
  static func flag(_ text: String) -> String? {
    switch text.lowercased() {
    case "true", "1": "true"
    case "false", "0": "false"
    default: nil
    }
  }

  /// The keys of both in an order compatible with both; between two shared keys, those of the first come first.
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
  func without(_ names: String...) -> RecordForm { without(names) }

  /// The form without some of its keys.
  func without(_ names: [String]) -> RecordForm {
    RecordForm(
      name: name, section: section, noun: noun, meaning: meaning, keys: keys.filter { !names.contains($0.name) },
      rules: rules)
  }
}

extension RecordForm.Key {
  /// Whether the value is a number.
  var isNumber: Bool { if case .number = type { true } else { false } }

  /// The type of the attribute with the value.
  var attributeType: Projection.KeyType { isNumber ? .double : type == .flag ? .boolean : .string }

  /// Whether the value is neither text nor a number.
  fileprivate var isComposed: Bool {
    switch type {
    case .amounts, .codes, .entitiesByCode, .citations, .records: true
    default: false
    }
  }
}
