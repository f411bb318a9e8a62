/// Claims that are proposed and not accepted yet.
extension Dossier {
  /// The ids of the drafts, in the order of the sections of a dossier.
  public var drafts: [String] {
    entities.filter(\.value.evidence.isDraft).map(\.value.id.text)
      + offices.filter(\.value.evidence.isDraft).map(\.value.id.text)
      + holdings.filter(\.value.evidence.isDraft).map(\.value.id.text)
      + relations.flatMap(\.value.phases).filter(\.evidence.isDraft).map(\.id.text)
      + events.filter(\.value.evidence.isDraft).map(\.value.id.text)
      + events.flatMap(\.value.links).filter(\.evidence.isDraft).map(\.id.text)
  }

  /// Leaves the drafts out, and relations that consist of drafts.
  mutating func removeDrafts() {
    entities.removeAll { $0.value.evidence.isDraft }
    offices.removeAll { $0.value.evidence.isDraft }
    holdings.removeAll { $0.value.evidence.isDraft }
    events.removeAll { $0.value.evidence.isDraft }
    relations.removeAll { $0.value.consistsOfDrafts }
    for index in relations.indices { relations[index].removeParts(\.phases, of: "phases", where: \.evidence.isDraft) }
    for index in events.indices where !events[index].value.links.isEmpty {
      events[index].removeParts(\.links, of: "links", where: \.evidence.isDraft)
    }
  }

  /// Adds the phases of a relation of drafts to the relation of the same id that has others.
  mutating func mergeDrafts() {
    for draft in relations where draft.value.consistsOfDrafts {
      guard let index = relations.firstIndex(where: { $0.value.id == draft.value.id && !$0.value.consistsOfDrafts })
      else { continue }
      let count = relations[index].value.phases.count
      relations[index].value.phases += draft.value.phases
      for (path, place) in draft.places {
        relations[index].places[Located<Relation>.moved(path, of: "phases") { $0 + count } ?? ""] = place
      }
      relations.removeAll { $0.value.id == draft.value.id && $0.value.consistsOfDrafts }
    }
  }
}

extension Relation {
  /// Whether it has phases, and all of them are drafts.
  fileprivate var consistsOfDrafts: Bool { !phases.isEmpty && phases.allSatisfy(\.evidence.isDraft) }
}

extension Located {
  /// Removes parts of the record; the places of the others stay theirs.
  fileprivate mutating func removeParts<Part>(
    _ parts: WritableKeyPath<Value, [Part]>, of key: String, where isRemoved: (Part) -> Bool
  ) {
    let all = value[keyPath: parts]
    guard all.contains(where: isRemoved) else { return }
    let kept = all.indices.filter { !isRemoved(all[$0]) }
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
    value[keyPath: parts] = kept.map { all[$0] }
    places = places.reduce(into: [:]) { places, entry in
      guard entry.key.hasPrefix("\(key)/") else {
        places[entry.key] = entry.value
        return
      }
      if let path = Located.moved(entry.key, of: key, { numbers[$0] }) { places[path] = entry.value }
    }
  }

  /// The path of a part of the record with another index: "phases/2/during".
  fileprivate static func moved(_ path: String, of key: String, _ index: (Int) -> Int?) -> String? {
    var steps = path.split(separator: "/").map(String.init)
    guard steps.count > 1, steps[0] == key, let old = Int(steps[1]), let new = index(old) else { return nil }
    steps[1] = String(new)
    return steps.joined(separator: "/")
  }
}

extension KnowledgeGraph {
  /// What is wrong with the drafts of the dossiers, as warnings: a draft is not in use.
  public static func draftFindings(in dossiers: [Dossier]) -> [Diagnostic] {
    guard dossiers.contains(where: { !$0.drafts.isEmpty }) else { return [] }
    let known = Set(linking(dossiers).diagnostics)
    return linking(dossiers, includingDrafts: true).diagnostics.filter { !known.contains($0) }.map { finding in
      var warning = finding
      warning.severity = .warning
      return warning
    }
  }
}
