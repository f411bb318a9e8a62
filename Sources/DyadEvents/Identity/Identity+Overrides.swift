internal import DyadCore
package import DyadSyntax

extension Identity {
  /// These rules after those of a table of overrides.
  ///
  /// The table is CSV with the columns `scheme,code,means,from,until,uses`; a line that begins with `#` is a comment.
  /// `means` is the id of a state, `region:EUR`, `group:TTP`, `organization:UNO`, or `nobody`; a row without it, which
  /// nobody has filled in yet, changes nothing. `from` and `until` are days, and may be empty; `uses` is not read.
  ///
  ///     let table = "scheme,code,means,from,until\ncow,365,RUS,,\n"
  ///     let identity = try Identity.standard.overridden(by: Array(table.utf8), from: "map.csv")
  public func overridden(by table: [UInt8], from file: String) throws(EventFileError) -> Identity {
    var identity = self
    var parser = CSVParser(table, document: file)
    var isHeader = true
    while let row = parser.next() {
      let cells = row.map { $0.text.filter { $0 != "\r" } }
      let line = row.first?.location.line
      if cells[0].hasPrefix("#") { continue }
      if isHeader {
        guard cells.prefix(3) == ["scheme", "code", "means"] else {
          throw EventFileError(.codes, file: file, line: line, "expected the columns scheme,code,means,from,until")
        }
        isHeader = false
        continue
      }
      guard (3...6).contains(cells.count) else {
        throw EventFileError(.codes, file: file, line: line, "expected 3 to 6 cells, found \(cells.count)")
      }
      guard let scheme = Scheme(rawValue: cells[0]) else {
        let schemes = Scheme.allCases.map(\.rawValue).joined(separator: ", ")
        throw EventFileError(.codes, file: file, line: line, "unknown scheme '\(cells[0])'; expected one of \(schemes)")
      }
      guard !cells[1].isEmpty else { throw EventFileError(.codes, file: file, line: line, "a code is required") }
      if cells[2].isEmpty { continue }
      guard let meaning = Meaning(cells[2]) else {
        throw EventFileError(
          .codes, file: file, line: line,
          "unknown state '\(cells[2])'; expected its id, region:…, group:…, organization:… or nobody")
      }
      let first = try Identity.day(cells, 3, or: .distantPast, file, line)
      let last = try Identity.day(cells, 4, or: .distantFuture, file, line)
      guard first <= last else {
        throw EventFileError(.codes, file: file, line: line, "'\(cells[4])' is before '\(cells[3])'")
      }
      identity.add(cells[1], in: scheme, meaning, during: first...last)
    }
    if let error = parser.errors.first {
      throw EventFileError(.codes, file: file, line: error.location.line, error.message)
    }
    return identity
  }

  /// Writes a table of overrides to fill in, with a row for each code that has no meaning, the most frequent ones first.
  package static func writeOverrides(for codes: [CodeUse: Int], to sink: ByteSink) {
    let table = CSVWriter(sink, lineEnd: "\n")
    table.row(["scheme", "code", "means", "from", "until", "uses"])
    for (use, count) in CodeUse.byFrequency(codes) where use.meaning == nil && use.code != UnmappedCode.others {
      table.row([use.scheme.rawValue, use.code, "", "", "", String(count)])
    }
  }

  private static func day(
    _ cells: [String], _ column: Int, or open: Day, _ file: String, _ line: Int?
  ) throws(EventFileError) -> Day {
    guard column < cells.count, !cells[column].isEmpty else { return open }
    guard let day = Day(cells[column]) else {
      throw EventFileError(.codes, file: file, line: line, "invalid date '\(cells[column])'; expected 2019-10-24")
    }
    return day
  }
}

extension Identity.Meaning {
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("nobody", 1): self = .nobody
    case (_, 1):
      guard State.all[text] != nil else { return nil }
      self = .state(text)
    case ("region", 2): self = .region(parts[1])
    case ("group", 2): self = .group(parts[1])
    case ("organization", 2): self = .organization(parts[1])
    default: return nil
    }
  }
}
