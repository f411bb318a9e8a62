public import DyadCore

/// Reads a foreign table by a mapping of its columns.
///
///     let checked = CSVReader.read("alliances.csv", mapping: "alliances.map.yaml")
///     let graph = try checked.then { KnowledgeGraph.linking($0) }.get()
///
/// Every invalid cell is reported with its file, line and column, and the name of its column; the rest is read.
public enum CSVReader {
  /// The dossier of the table, with a finding for every invalid cell.
  ///
  /// - Parameters:
  ///   - table: the path of the table, or `-` for standard input.
  ///   - mapping: the path of the mapping.
  public static func read(_ table: String, mapping: String) -> Checked<[Dossier]> {
    let checked = CSVMapping.read(mapping)
    guard let mapping = checked.value, checked.errors.isEmpty else { return Checked([], checked.diagnostics) }
    let bytes = FileBytes.read(table)
    guard let content = bytes.value else { return Checked([], bytes.diagnostics) }
    var findings: [Diagnostic] = []
    let name = table == "-" ? "standard input" : table
    guard let rows = CSVTable(content, file: name, delimiter: mapping.delimiter, findings: &findings) else {
      return Checked([], findings)
    }
    var reported: Set<String> = []
    for (column, place) in mapping.columns where !rows.header.contains(column) && reported.insert(column).inserted {
      findings.append(
        Diagnostic(
          .badColumn, "the table has no column '\(column)'", at: place,
          suggestion: nearest(to: column, among: rows.header)))
    }
    guard reported.isEmpty else { return Checked([], findings) }
    var mapped = MappedTable(mapping, rows)
    let result = mapped.dossiers()
    return Checked(result.value, findings + result.diagnostics)
  }
}
