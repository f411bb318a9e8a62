internal import DyadCore

/// What is wrong with a row of a table.
struct RowFault {
  var finding: Diagnostic
  /// The line on which the row begins.
  var line: Int
  /// The column, where the fault is in a cell.
  var column: String?

  init(_ finding: Diagnostic, line: Int, column: String? = nil) {
    (self.finding, self.line, self.column) = (finding, line, column)
  }

  /// The number of equal faults that are listed; further ones are counted.
  static let mostListed = 20
}

extension Sequence<RowFault> {
  /// The findings in the order of rows: of equal faults the first ones, and how many more there are.
  func listed(_ change: (inout Diagnostic) -> Void = { _ in }) -> [Diagnostic] {
    var counts: [String: (count: Int, fault: RowFault)] = [:]
    var findings: [Diagnostic] = []
    for fault in self {
      let key = "\(fault.finding.code.id) \(fault.column ?? "")"
      counts[key, default: (0, fault)].count += 1
      guard counts[key, default: (0, fault)].count <= RowFault.mostListed else { continue }
      findings.append(fault.finding)
    }
    for (_, one) in counts.sorted(by: { $0.key < $1.key }) where one.count > RowFault.mostListed {
      let kind = one.fault.column.map { "column '\($0)': " } ?? ""
      let (code, more) = (one.fault.finding.code, one.count - RowFault.mostListed)
      findings.append(
        Diagnostic(
          .rejectedRows, "and \(more) more: \(kind)\(code.id)",
          at: one.fault.finding.place.map { SourceLocation(file: $0.file) }))
    }
    return findings.map { finding in
      var finding = finding
      change(&finding)
      return finding
    }
  }
}
