internal import DyadCore
internal import DyadFormats

/// Records that are taken out.
extension DossierEditor {
  /// Removes a record; refused while others refer to it, unless these go along or lose the reference.
  package mutating func remove(_ id: String, withReferences: Bool = false) throws(EditError) -> [String] {
    let record = try index.record(id)
    var removal = Removal(record, index: index, references: Reference.all(in: index, values))
    if !withReferences, !removal.references.isEmpty { throw .referred(record.name, mentions(removal.references)) }
    var report = ["\(prefix(record))removed \(record.name)"]
    while let next = removal.next() {
      let place = files[next.reference.file].place(of: next.reference.path, isKey: next.reference.isKey)
      report.append("  \(place.map { "\($0): " } ?? "")\(next.message)")
    }
    var values = values
    let flow = Set(
      files.indices.flatMap { file in
        (files[file].root?.entries ?? []).filter(\.value.isFlow).compactMap { entry in
          entry.key.scalar.map { "\(file) \($0)" }
        }
      })
    for (file, path) in removal.paths {
      DossierEditor.remove(path, from: &values[file]) { section in flow.contains("\(file) \(section)") }
    }
    // The effect on those whom an event affects goes with the last of them.
    for (file, path) in removal.paths where path.dropFirst(2).first == .key("affects") {
      let event = Array(path.prefix(2))
      if values[file][event]?["affects"] == nil { values[file][event + [.key("effect")]] = nil }
    }
    try become(values)
    return report
  }

  /// Who refers to a record from outside of it.
  package func references(to id: String) throws(EditError) -> [EditError.Mentioning] {
    let record = try index.record(id)
    return mentions(Removal(record, index: index, references: Reference.all(in: index, values)).references)
  }

  /// Removes the value and what is empty without it; a section in brackets, or the only one of a file, stays.
  static func remove(_ path: [YAMLValue.Step], from value: inout YAMLValue, keeping isKept: (String) -> Bool) {
    guard value[path[...]] != nil else { return }
    value[path[...]] = nil
    var outer = Array(path.dropLast())
    while !outer.isEmpty, let container = value[outer[...]],
      container.items?.isEmpty ?? container.members?.isEmpty ?? false
    {
      if outer.count == 1, case .key(let section) = outer[0], isKept(section) || value.members?.count == 1 { return }
      value[outer[...]] = nil
      outer.removeLast()
    }
  }
}

/// What goes with a record, step by step.
private struct Removal {
  struct Step {
    let reference: Reference
    let message: String
  }

  private let index: RecordIndex
  private let all: [Reference]
  private var removed: [RecordAddress]
  private var other: [(file: Int, path: [YAMLValue.Step])] = []
  private var seen: Set<String> = []
  private var waiting: [Reference] = []

  init(_ record: RecordAddress, index: RecordIndex, references: [Reference]) {
    (self.index, all, removed) = (index, references, [record])
    waiting = self.references(to: record)
  }

  /// The references to the first record from outside of it.
  var references: [Reference] { removed.first.map(self.references(to:)) ?? [] }

  /// From the inside out and from the last item to the first, so that paths stay valid.
  var paths: [(file: Int, path: [YAMLValue.Step])] {
    (removed.map { ($0.file, $0.path) } + other).sorted { Removal.isLater($0.1, $1.1) }
  }

  mutating func next() -> Step? {
    while !waiting.isEmpty {
      let reference = waiting.removeFirst()
      let key = "\(reference.file) \(reference.path)"
      guard seen.insert(key).inserted, !removed.contains(where: { $0.contains(reference.owner) }) else { continue }
      return step(reference)
    }
    return nil
  }

  private mutating func step(_ reference: Reference) -> Step {
    let (owner, key) = (reference.owner, reference.key?.name ?? "")
    switch (reference.target, key) {
    case (.mention, _): return Step(reference: reference, message: "\(key) of \(owner.name) is free text now")
    case (.word, _), (.entity, "affects"), (.source, _), (.claim, "starts"):
      other.append((reference.file, citation(reference)))
      return Step(reference: reference, message: "removed from \(key) of \(owner.name)")
    case (.entity, "of"), (.entity, "serves"):
      guard Entity.Kind(rawValue: owner.form.name) != nil else { break }
      other.append((reference.file, reference.path))
      // Offices that are given by their titles belong to whom the official serves.
      for part in index.records where part.form.name == Holding.listed.name && owner.contains(part) {
        guard Holding.ID(part.id).parts?.office.parts?.home.text == reference.id else { continue }
        removed.append(part)
        waiting += references(to: part)
      }
      return Step(reference: reference, message: "removed \(key) of \(owner.name)")
    default: break
    }
    removed.append(owner)
    waiting += references(to: owner)
    return Step(reference: reference, message: "removed \(owner.name)")
  }

  /// A citation in the long form goes whole.
  private func citation(_ reference: Reference) -> [YAMLValue.Step] {
    reference.path.last == .key("source") ? Array(reference.path.dropLast()) : reference.path
  }

  private func references(to record: RecordAddress) -> [Reference] {
    let parts = index.records.filter { record.contains($0) }
    return all.filter { reference in
      guard !record.contains(reference.owner) else { return false }
      if reference.target == .claim {
        return parts.contains { $0.id == reference.id && $0.form.name != Review.schema.form.name }
      }
      return Substitution(record: record, new: "x").replacement(of: reference) != nil
    }
  }

  private static func isLater(_ one: [YAMLValue.Step], _ other: [YAMLValue.Step]) -> Bool {
    for (left, right) in zip(one, other) where left != right {
      switch (left, right) {
      case (.index(let left), .index(let right)): return left > right
      case (.key(let left), .key(let right)): return left > right
      default: return false
      }
    }
    return one.count > other.count
  }
}
