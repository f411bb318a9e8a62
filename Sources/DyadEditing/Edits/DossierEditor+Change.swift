package import DyadCore

/// Changes of the keys of a record.
extension DossierEditor {
  /// The form of the record, by which values are read.
  package func form(of id: String) throws(EditError) -> RecordForm { try index.record(id).form }

  /// Sets, extends or removes keys of a record.
  package mutating func edit(_ id: String, _ assignments: [Assignment]) throws(EditError) -> [String] {
    let record = try index.record(id)
    var changed = value(of: record)
    guard changed.members != nil else { throw .request("\(record.name) is not a mapping") }
    var report: [String] = []
    for one in assignments {
      try require(one.key, in: record.form)
      let old = changed[one.key]
      if let value = one.value {
        let new = one.isAddition ? old.map { $0.adding(value) } ?? value : value
        changed.set(one.key, new, by: record.form)
        report.append("\(one.key): \(old.map { "\($0.line) → " } ?? "")\(new.line)")
      } else {
        guard old != nil else { throw .request("\(record.name) has no '\(one.key)'") }
        changed[[.key(one.key)]] = nil
        report.append("\(one.key): removed")
      }
    }
    return try replace(record, by: changed, "changed", report)
  }

  /// Ends a phase, an office held, or whatever has an interval.
  package mutating func close(_ id: String, on date: PartialDate) throws(EditError) -> [String] {
    let record = try index.record(id)
    guard record.form["during"] != nil else { throw .request("\(record.name) has no interval that could end") }
    var changed = value(of: record)
    let words = changed["during"]?.scalar
    guard let during = words.map({ Interval($0) }) ?? .always else {
      throw .request("\(record.name) has no valid interval: '\(words ?? "")'")
    }
    if case .date = during.end { throw .request("\(record.name) has ended already: \(during)") }
    if case .between = during.end, !during.ends.overlaps(date.days) {
      throw .request("\(record.name) ends at another time: \(during)")
    }
    guard let closed = Interval(from: during.start, to: .date(date)) else {
      throw .request("\(record.name) begins after \(date): \(during)")
    }
    changed.set("during", .text(closed.description), by: record.form)
    return try replace(record, by: changed, "closed", ["during: \(words.map { "\($0) → " } ?? "")\(closed)"])
  }

  /// Stores the value of a record; reviews follow ids that are made of what changed.
  private mutating func replace(
    _ record: RecordAddress, by value: YAMLValue, _ verb: String, _ report: [String]
  ) throws(EditError) -> [String] {
    let before = index
    var values = values
    values[record.file][record.path[...]] = value
    let moved = DossierEditor.followIds(from: before, in: &values)
    try become(values)
    let now = index.records.first { $0.file == record.file && $0.path == record.path }
    let id = now.map { $0.id == record.id ? [] : ["its id is now '\($0.id)'"] } ?? []
    return ["\(prefix(record))\(verb) \(record.name)"] + (report + id + moved).map { "  " + $0 }
  }

  /// Gives reviews the ids that their claims have now.
  static func followIds(from before: RecordIndex, in values: inout [YAMLValue]) -> [String] {
    let after = RecordIndex(values)
    let places = Dictionary(
      after.records.map { (Place(file: $0.file, path: $0.path), $0.id) }, uniquingKeysWith: { first, _ in first })
    var ids: [String: String] = [:]
    for record in before.records where record.form.name != Review.schema.form.name {
      if let now = places[Place(file: record.file, path: record.path)], now != record.id { ids[record.id] = now }
    }
    return renameReviews(ids, in: &values)
  }

  static func renameReviews(_ ids: [String: String], in values: inout [YAMLValue]) -> [String] {
    var report: [String] = []
    for review in RecordIndex(values).records where review.form.name == Review.schema.form.name {
      guard let now = ids[review.id] else { continue }
      values[review.file].rename(review.path, now)
      report.append("review of '\(review.id)': now of '\(now)'")
    }
    return report
  }

  private struct Place: Hashable {
    let file: Int
    let path: [YAMLValue.Step]
  }
}

extension YAMLValue {
  /// The value on one line, for messages.
  var line: String {
    let text = YAMLPhrase(newline: "\n").flow(self)
    return text.count > 70 ? text.prefix(69) + "…" : text
  }
}
