package import DyadCore

/// One phase as two.
extension DossierEditor {
  /// Ends a phase on a date and begins another there, which is a copy of the first with other keys.
  package mutating func split(_ id: String, on date: PartialDate, _ changes: [Assignment] = []) throws(EditError)
    -> [String]
  {
    let record = try index.record(id)
    guard record.form.name == Phase.schema.form.name, case .index(let place)? = record.path.last else {
      throw .request("\(record.name) is not a phase; only phases are split")
    }
    var first = value(of: record)
    let words = first["during"]?.scalar
    guard let during = words.map({ Interval($0) }) ?? .always else {
      throw .request("\(record.name) has no valid interval: '\(words ?? "")'")
    }
    let end = PartialDate(date.days.lowerBound.advanced(by: -1))
    // A phase that ends in a month ends on some day of it, on which the next one begins.
    guard let former = Interval(from: during.start, to: .date(date.precision == .day ? end : date)),
      let latter = Interval(from: .date(date), to: during.end), during.starts.lowerBound < date.days.lowerBound
    else { throw .request("\(record.name) does not hold before and after \(date): \(during)") }
    var second = first
    for key in ["id", "was"] { second[[.key(key)]] = nil }
    first.set("during", .text(former.description), by: record.form)
    second.set("during", .text(latter.description), by: record.form)
    for one in changes {
      try require(one.key, in: record.form)
      if let value = one.value { second.set(one.key, value, by: record.form) } else { second[[.key(one.key)]] = nil }
    }
    let before = index
    var values = values
    let list = Array(record.path.dropLast())
    guard var phases = values[record.file][list]?.items else { return [] }
    phases[place] = first
    phases.insert(second, at: place + 1)
    values[record.file][list] = .list(phases)
    let moved = DossierEditor.followIds(from: before, in: &values)
    try become(values)
    let parts = [place, place + 1].compactMap { number in
      index.records.first { $0.file == record.file && $0.path == list + [.index(number)] }
    }
    return ["\(prefix(record))split \(record.name) into \(parts.map { "'\($0.id)'" }.joined(separator: " and "))"]
      + moved.map { "  " + $0 }
  }
}
