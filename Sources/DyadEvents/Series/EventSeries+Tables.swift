internal import DyadCore
package import DyadSyntax

extension EventSeries {
  /// Writes the series as CSV, after a line that says what was counted.
  package func writeCSV(to sink: ByteSink, _ origin: SeriesOrigin) {
    sink.write("# dyad-series 1; " + fields(origin).map { "\($0.0)=\($0.1)" }.joined(separator: "; ") + "\n")
    let writer = CSVWriter(sink, lineEnd: "\n")
    writer.row(
      ["period", "n", "reports", "sources", "q1", "q2", "q3", "q4"]
        + EventType.allCases.map { $0.rawValue.lowercased() }
        + ["tenths", "scored", "mean", "decayed", "mentions", "deaths", "total", "thin", "change"])
    for point in points {
      let count = point.count
      let change = segmentation.changes.first { $0.period == point.period }
      writer.row(
        [period.name(at: point.period)]
          + ([count.events, count.reports, count.sources] + QuadClass.allCases.map { count[$0] }
          + EventType.allCases.map { count[$0] } + [count.tenths, count.scored]).map(String.init) + [
            count.meanScore.map(EventSeries.decimal) ?? "", point.decayed.map(EventSeries.decimal) ?? "",
            String(count.mentions), String(count.deaths), String(point.total), count.isThin ? "1" : "0",
            change.map { ($0.isCoverage ? "coverage " : "mix ") + interval($0.interval) } ?? "",
          ])
    }
  }

  /// Writes the series as JSON.
  package func writeJSON(to sink: ByteSink, _ origin: SeriesOrigin) {
    let json = JSONWriter(sink, .indented)
    json.object { json in
      json.member("dyad-series", 1)
      for (key, value) in fields(origin) {
        switch key {
        case "directed": json.member(key, isDirected)
        case "half-life": json.member(key, halfLife == 0 ? nil : halfLife)
        default: json.member(key, value)
        }
      }
      json.member("ruleStatement", rule.statement)
      json.member("thinShare", (thinShare * 10_000).rounded() / 10_000)
      json.member(
        "notCounted",
        object: { json in
          json.member("wide", uncounted.wide)
          json.member("unclassed", uncounted.unclassed)
        })
      json.member("periods", array: { json in points.forEach { write($0, to: json) } })
      json.member("changes", array: { json in segmentation.changes.forEach { write($0, to: json) } })
      json.member(
        "coverage",
        array: { json in
          for change in segmentation.coverage {
            json.object {
              $0.member("period", period.name(at: change.period))
              $0.member("interval", interval(change.interval))
              $0.member("ratio", (change.ratio * 100).rounded() / 100)
            }
          }
        })
    }
    json.line()
  }

  private func write(_ point: Point, to json: JSONWriter) {
    let count = point.count
    json.object { json in
      json.member("period", period.name(at: point.period))
      json.member("n", count.events)
      json.member("reports", count.reports)
      json.member("sources", count.sources)
      json.member(
        "quads",
        object: { json in
          for quad in QuadClass.allCases { json.member("q\(quad.rawValue)", count[quad]) }
        })
      json.member(
        "types",
        object: { json in
          for type in EventType.allCases where count[type] > 0 { json.member(type.rawValue, count[type]) }
        })
      json.member("tenths", count.tenths)
      json.member("scored", count.scored)
      json.member("mean", count.meanScore.map { ($0 * 100).rounded() / 100 })
      json.member("decayed", point.decayed.map { ($0 * 100).rounded() / 100 })
      json.member("mentions", count.mentions)
      json.member("deaths", count.deaths)
      json.member("total", point.total)
      json.member("thin", count.isThin)
    }
  }

  private func write(_ change: ChangePoint, to json: JSONWriter) {
    json.object {
      $0.member("period", period.name(at: change.period))
      $0.member("interval", interval(change.interval))
      $0.member("gain", (change.gain * 100).rounded() / 100)
      $0.member("coverage", change.isCoverage)
    }
  }

  /// What was counted, in the order of the head line.
  private func fields(_ origin: SeriesOrigin) -> [(String, String)] {
    [
      ("actor", actor), ("recipient", recipient), ("directed", isDirected ? "yes" : "no"),
      ("actors", scope.description), ("dataset", origin.dataSet), ("release", origin.releases.joined(separator: ", ")),
      ("rule", rule.rawValue), ("by", period.rawValue), ("classes", origin.quadRule ?? ""),
      ("scale", origin.scale ?? ""), ("half-life", halfLife == 0 ? "" : EventSeries.decimal(halfLife)),
      ("thin", "n<\(EventCount.thin)"),
    ]
  }
}
