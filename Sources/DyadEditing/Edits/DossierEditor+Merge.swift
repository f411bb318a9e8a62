internal import DyadCore

/// One entity that was entered twice.
extension DossierEditor {
  /// Makes the second entity part of the first: claims name the first, which gets the names of the second.
  package mutating func merge(_ kept: String, _ other: String) throws(EditError) -> [String] {
    let (first, second) = (try index.record(kept), try index.record(other))
    guard first.id != second.id else { throw .request("'\(kept)' cannot be merged with itself") }
    for record in [first, second] where Entity.Kind(rawValue: record.form.name) == nil {
      throw .request("\(record.name) is not an entity; only entities are merged")
    }
    let official = Entity.Kind.official.rawValue
    guard (first.form.name == official) == (second.form.name == official) else {
      throw .request("\(first.name) and \(second.name) are of different kinds")
    }
    let before = index
    var values = values
    let references = substitute(Substitution(record: second, new: first.id), in: &values)
    let places = mentions(references)
    for reference in references where !reference.isKey { DossierEditor.removeRepeated(reference, from: &values) }
    var (merged, report) = DossierEditor.joined(value(of: first, in: values), value(of: second, in: values), first.form)
    if merged["was"] == nil { merged.set("was", .text(second.id), by: first.form) }
    // Reviews follow their claims; that of the second entity goes with it.
    let ids = zip(before.records, RecordIndex(values).records).map { ($0.id, $1.id) }.filter { $0.0 != $0.1 }
    report += DossierEditor.renameReviews(Dictionary(ids, uniquingKeysWith: { one, _ in one }), in: &values)
    values[first.file][first.path[...]] = merged
    let review = before.records.first { $0.form.name == Review.schema.form.name && $0.id == second.id }
    for gone in [second] + (review.map { [$0] } ?? []) {
      DossierEditor.remove(gone.path, from: &values[gone.file]) { _ in false }
    }
    if let review { report.append("removed \(review.name)") }
    try become(values)
    let count = "\(places.count) reference\(places.count == 1 ? "" : "s")"
    return ["\(prefix(first))merged \(second.name) into '\(first.id)', with \(count)"]
      + (places.map(\.description) + report).map { "  " + $0 }
  }

  private func value(of record: RecordAddress, in values: [YAMLValue]) -> YAMLValue {
    values[record.file][record.path[...]] ?? .mapping([])
  }

  /// Removes the second of two equal ids in a list; a pair keeps both, and does not check.
  private static func removeRepeated(_ reference: Reference, from values: inout [YAMLValue]) {
    guard case .index = reference.path.last, let key = reference.key?.type else { return }
    if case .pair = key { return }
    let list = reference.path.dropLast()
    guard let items = values[reference.file][list]?.items else { return }
    let unique = items.enumerated().filter { !items[..<$0.offset].contains($0.element) }.map(\.element)
    if unique.count < items.count { values[reference.file][list] = .list(unique) }
  }

  /// The first entity with what the second adds, and what of the second is not kept.
  private static func joined(
    _ first: YAMLValue, _ second: YAMLValue, _ form: RecordForm
  ) -> (value: YAMLValue, report: [String]) {
    var (merged, report): (YAMLValue, [String]) = (first, [])
    func names(_ value: YAMLValue) -> [YAMLValue] {
      [value["name"], value["short"]].compactMap { $0.map { .mapping([YAMLValue.Member("text", $0)]) } }
        + (value["names"]?.items ?? [])
    }
    let known = Set(names(first).compactMap { $0["text"]?.scalar })
    let aliases = names(second).filter { name in name["text"]?.scalar.map { !known.contains($0) } ?? false }
    if !aliases.isEmpty {
      merged.set("names", .list((first["names"]?.items ?? []) + aliases), by: form)
      report.append("names: " + aliases.compactMap { $0["text"]?.scalar }.joined(separator: ", "))
    }
    for member in second.members ?? [] where !["name", "short", "names", "was"].contains(member.key) {
      guard let old = merged[member.key] else {
        merged.set(member.key, member.value, by: form)
        report.append("\(member.key): \(member.value.line)")
        continue
      }
      guard old != member.value else { continue }
      switch member.key {
      case "cite", "offices", "codes": merged.set(member.key, old.adding(member.value), by: form)
      case "note":
        let notes = [old, member.value].compactMap(\.scalar).map {
          $0.last?.isNewline == true ? String($0.dropLast()) : $0
        }
        merged.set("note", .text(notes.joined(separator: " ")), by: form)
      default: report.append("\(member.key): \(old.line) stays, not \(member.value.line)")
      }
    }
    return (merged, report)
  }
}
