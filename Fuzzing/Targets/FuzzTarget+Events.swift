import DyadCore
import DyadEvents
import DyadSyntax

extension FuzzTarget {
  /// Files of event data, of which the content names the reader.
  static let events = FuzzTarget(
    name: "events", law: "each row is rejected, left out or read, and counted in every period"
  ) { bytes in
    let file = ScratchFolder.events.file("events.csv", bytes)
    var reductions = [Period.day, .week, .month, .quarter, .year].map { Reduction(by: $0, rule: .none) }
    var events = 0
    var files = EventFiles([file])
    files.listsCodes = true
    guard
      let report = try? files.forEach({ event, _ in
        events += 1
        require(event.days.lowerBound <= event.days.upperBound, "days in order")
      })
    else { return }
    require(report.events == events, "\(report.events) events, \(events) passed on")
    require(report.rejected <= report.rows, "\(report.rejected) of \(report.rows) rejected")
    _ = try? files.forEachRow { row, parts, _ in
      for index in reductions.indices { reductions[index].add(row, of: parts) }
    }
  }

  /// Tables of dyad-periods.
  static let periods = FuzzTarget(name: "dyad-periods", law: "a table is written and read as the same") { bytes in
    guard let table = try? DyadPeriodTable(reading: bytes) else { return }
    let written = ByteSink.collected { table.write(to: $0) }
    guard let again = try? DyadPeriodTable(reading: written) else {
      fatalError("refused: \(String(decoding: written, as: UTF8.self))")
    }
    require(again == table, String(decoding: written, as: UTF8.self))
  }

  /// Tables of what codes mean.
  static let overrides = FuzzTarget(name: "codes", law: "a code has a meaning or none") { bytes in
    guard let identity = try? Identity.standard.overridden(by: bytes, from: "map.csv") else { return }
    for code in ["PAK", "700", "TTP", ""] { _ = identity.meaning(of: code, in: .cow, on: given(Day(2020, 1, 1))) }
  }
}

extension ScratchFolder {
  fileprivate static let events = ScratchFolder("events")
}
