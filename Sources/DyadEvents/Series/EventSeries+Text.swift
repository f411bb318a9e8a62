internal import DyadCore

extension EventSeries {
  /// The series as a table for readers.
  package func text(_ origin: SeriesOrigin) -> String {
    var lines = [title, source(origin), measures(origin), ""] + table
    let types = EventType.allCases.compactMap { type -> String? in
      let sum = points.reduce(0) { $0 + $1.count[type] }
      return sum == 0 ? nil : "\(type.rawValue) \(sum)"
    }
    lines.append("")
    if !types.isEmpty { lines.append("By PLOVER type: \(types.joined(separator: ", "))") }
    lines.append(
      "Thin (* = n < \(EventCount.thin)): \(points.count { $0.count.isThin }) of \(points.count) periods")
    lines += missing
    lines += changes
    return lines.joined(separator: "\n") + "\n"
  }

  private var title: String {
    let direction = isDirected ? "\(actor) → \(recipient)" : "\(actor)–\(recipient), both directions"
    let actors = scope == .all ? "" : ", actors of \(scope)"
    return "\(direction)\(actors), by \(period.rawValue)"
  }

  private func source(_ origin: SeriesOrigin) -> String {
    let releases = origin.releases.isEmpty ? "" : ", release \(origin.releases.joined(separator: ", "))"
    return "\(origin.title) (\(origin.dataSet))\(releases); rule \(rule.rawValue): \(rule.statement)"
  }

  private func measures(_ origin: SeriesOrigin) -> String {
    let decay =
      points.contains { $0.decayed != nil } ? "; decayed with a half-life of \(EventSeries.days(halfLife))" : ""
    return "Classes by rule \(origin.quadRule ?? "none"); scores by scale \(origin.scale ?? "none")\(decay)"
  }

  private static func days(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number)) days" : "\(decimal(number)) days"
  }

  private var table: [String] {
    let heads = [
      "period", "n", "reports", "sources", "verbal+", "material+", "verbal-", "material-", "sum", "mean", "decayed",
      "volume",
    ]
    let rows = points.map { point -> [String] in
      let count = point.count
      let name = period.name(at: point.period) + (count.isThin ? "*" : "")
      let counts = [count.events, count.reports, count.sources] + QuadClass.allCases.map { count[$0] }
      let scores = [
        count.scored == 0 ? "-" : EventSeries.tenths(count.tenths), count.meanScore.map(EventSeries.decimal) ?? "-",
        point.decayed.map(EventSeries.decimal) ?? "-",
      ]
      return [name] + counts.map(String.init) + scores + [point.total == 0 ? "-" : String(point.total)]
    }
    let widths = heads.indices.map { column in ([heads] + rows).map { $0[column].count }.max() ?? 0 }
    return ([heads] + rows).map { row in
      zip(row, widths).enumerated().map { index, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }
  }

  private var missing: [String] {
    let reasons = [
      (uncounted.wide, "last longer than a \(period.rawValue)"), (uncounted.unclassed, "have no class"),
    ]
    return reasons.filter { $0.0 > 0 }.map { "Not counted: \($0.0) events, which \($0.1)" }
  }

  /// The period of a change, and those in which it may lie, if there are others.
  private func place(_ period: Int, _ interval: ClosedRange<Int>) -> String {
    let name = self.period.name(at: period)
    return interval == period...period ? name : "\(name), \(self.interval(interval))"
  }

  private var changes: [String] {
    var lines: [String] = []
    if !segmentation.coverage.isEmpty {
      lines.append("Changes of the volume of the data set:")
      lines += segmentation.coverage.map { change in
        "  \(place(change.period, change.interval)): \(EventSeries.decimal(change.ratio)) times as many rows"
      }
    }
    if segmentation.changes.isEmpty { return lines + ["No change of the mix of classes"] }
    return lines + ["Changes of the mix of classes:"]
      + segmentation.changes.map { change in
        let coverage = change.isCoverage ? "; the volume changes too: perhaps coverage" : ""
        return
          "  \(place(change.period, change.interval)): gain \(EventSeries.decimal(change.gain))\(coverage)"
      }
  }
}
