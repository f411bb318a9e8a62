internal import DyadCore

/// Reads the rows of a table again without those that are wrong, until none is, or until there are too many.
struct RowReading {
  private let mapping: CSVMapping
  private let table: CSVTable
  private let limit: RejectLimit
  /// Rows whose absence makes others wrong are rare, and chains of them rarer.
  private static let mostPasses = 8

  init(_ mapping: CSVMapping, _ table: CSVTable, _ limit: RejectLimit) {
    (self.mapping, self.table, self.limit) = (mapping, table, limit)
  }

  func dossiers() -> Checked<[Dossier]> {
    var faults = table.faults
    var pass = 0
    while true {
      pass += 1
      var mapped = MappedTable(mapping, table, without: Set(faults.map(\.line)))
      let read = mapped.dossiers()
      // A record may be wrong only beside others: a kind that no row declares, an id that two have.
      let linked = KnowledgeGraph.linking(read.value)
      // What cannot be read is missing as well, which is no news.
      let unread = Set(mapped.faults.map(\.line))
      let others = (read.errors + linked.errors).compactMap(mapped.fault).filter { fault in
        !unread.contains(fault.line) || fault.finding.code != .missingKey && fault.finding.code != .wrongShape
      }
      faults += mapped.faults + others
      let rejected = Set(faults.map(\.line)).count
      let isWhole = others.isEmpty && !mapped.hasPartialRows
      let isAllowed = rejected <= limit.allowed(of: table.count)
      guard isWhole || pass == RowReading.mostPasses || !isAllowed else { continue }
      let rest = read.diagnostics.filter { $0.severity == .warning || mapped.fault($0) == nil }
      return Checked(
        read.value, report(faults, rejected, isRead: isWhole && isAllowed) + mapped.repeated.listed() + rest)
    }
  }

  /// The findings about rejected rows, and how many there are.
  private func report(_ faults: [RowFault], _ rejected: Int, isRead: Bool) -> [Diagnostic] {
    guard rejected > 0 else { return [] }
    let findings = faults.listed { finding in
      guard isRead else { return }
      finding.severity = .warning
      finding.message = "row rejected: " + finding.message
    }
    let rows = "\(rejected) of \(table.count) row\(table.count == 1 ? "" : "s")"
    let allowed = limit.allowed(of: table.count)
    let message =
      isRead
      ? "\(rows) rejected" : "\(rows) cannot be read; \(allowed == 0 ? "none" : "at most \(allowed)") may be rejected"
    return findings + [
      Diagnostic(.rejectedRows, message, at: table.headerPlace, severity: isRead ? .warning : .error)
    ]
  }
}
